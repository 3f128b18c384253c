package org.ipsisim.play;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ipsisim.document.IoReason;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.WholeFile;
import org.ipsisim.survivability.RunTooLarge;
import org.jspecify.annotations.Nullable;

/** Runs a session: draws it, passes on keys and elapsed time, and does what it requests. */
final class Player {
    /** The longest time between two pictures while time goes on, in milliseconds. */
    private static final long FRAME = 100;

    private final Display screen;
    private final boolean colour;
    private final boolean unicode;
    private final LongSupplier clock;
    private PlaybackState session;
    private @Nullable PlaybackState drawn;
    private boolean isInterrupted;

    /** @param clock real milliseconds, from any start */
    Player(PlaybackState session, Display screen, boolean colour, boolean unicode, LongSupplier clock) {
        this.session = session;
        this.screen = screen;
        this.colour = colour;
        this.unicode = unicode;
        this.clock = clock;
    }

    /**
     * Plays until the user leaves.
     *
     * @return whether Ctrl-C ended it
     */
    boolean play() throws IOException {
        long last = clock.getAsLong();
        boolean goesOn = true;
        while (goesOn) {
            draw();
            Optional<Keystroke> key = screen.read(FRAME);
            long now = clock.getAsLong();
            session = session.advance(now - last);
            last = now;
            if (key.isPresent()) {
                session = Controls.press(session, key.get());
                while (goesOn && session.request().isPresent()) {
                    goesOn = serve(session.request().get());
                }
                last = clock.getAsLong();
            }
        }
        return isInterrupted;
    }

    private void draw() throws IOException {
        if (session == drawn && screen.isCurrent()) {
            return;
        }
        int columns = screen.columns();
        Canvas canvas = new Canvas(new TextStyle(columns, colour, unicode), screen.rows(), true);
        Picture picture = PlaybackView.of(session, canvas, columns);
        session = session.with(session.view().scrolled(picture.scroll()));
        drawn = session;
        screen.draw(picture);
    }

    /** @return whether the session goes on */
    private boolean serve(Request request) throws IOException {
        if (request instanceof Request.Quit quit) {
            isInterrupted = quit.interrupted();
            return false;
        }
        if (request instanceof Request.Run run) {
            run(run);
        } else if (request instanceof Request.Write write) {
            write(write);
        } else {
            if (request instanceof Request.Suspend) {
                screen.suspend();
            }
            screen.forget();
            session = session.served();
        }
        return true;
    }

    private void run(Request.Run run) throws IOException {
        PlaybackState asked = session;
        session = asked.saying("running again with: " + run.what());
        draw();
        session = asked;
        try {
            session = session.ran(run.what(), session.run().changed(run.scenario()));
        } catch (RunTooLarge e) {
            session = session.failed(String.valueOf(e.getMessage()));
        }
    }

    private void write(Request.Write write) {
        try {
            WholeFile.write(write.file(), out -> out.write(write.content()), write.overwrite());
            session = session.wrote(write.file());
        } catch (FileAlreadyExistsException e) {
            session = session.foundExisting(write.file());
        } catch (IOException e) {
            session = session.failed("not written, " + IoReason.of(e) + ": " + write.file());
        }
    }
}
