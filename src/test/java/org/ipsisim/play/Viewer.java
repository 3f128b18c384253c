package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/** Somebody who presses keys and looks at the screen, without a terminal and without a clock. */
final class Viewer {
    private static final Pattern KEY = Pattern.compile("<([a-z-]{2,})>|(.)");

    private PlaybackState session;
    private final List<Request> asked = new ArrayList<>();

    private Viewer(PlaybackState session) {
        this.session = session;
    }

    static Scenario scenario(String file, byte[] content) {
        ReadResult result = ScenarioReader.read(file, content, List.of());
        assertThat(result.scenario()).as(result.diagnostics().toString()).isPresent();
        return result.scenario().get();
    }

    /** Of a scenario that ships, such as {@code wan-cut}, at its start. */
    static Viewer of(String stem) {
        String file = "scenarios/" + stem + ".yaml";
        try {
            return of(scenario(file, Files.readAllBytes(Path.of(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Viewer of(Scenario scenario) {
        return new Viewer(PlaybackState.of(PreparedRun.of(scenario, Simulation::run), new Pace(10, false), 0, 0));
    }

    /** The name of something that can fail: the first port network such as {@code pn-1}, or else the first session manager. */
    String firstTarget() {
        PreparedRun run = session.run();
        return run.portNetworks().isEmpty()
                ? run.scenario().estate().sip().sessionManagers().get(0).name()
                : run.portNetworks().get(0).portNetwork().id();
    }

    /** Presses keys: characters, and {@code <enter>}, {@code <esc>} or other names in angle brackets; {@code <lt>} is &lt;. */
    Viewer press(String keys) {
        KEY.matcher(keys)
                .results()
                .forEach(found -> press(found.group(1) == null ? key(found.group(2)) : named(found.group(1))));
        return this;
    }

    private static Keystroke key(String character) {
        return Keystroke.of(character.codePointAt(0));
    }

    private static Keystroke named(String name) {
        return switch (name) {
            case "lt" -> Keystroke.of('<');
            case "esc" -> Keystroke.of(Keystroke.Name.ESCAPE);
            case "ctrl-c" -> Keystroke.of(Keystroke.Name.INTERRUPT);
            case "ctrl-z" -> Keystroke.of(Keystroke.Name.SUSPEND);
            case "ctrl-u" -> Keystroke.of(Keystroke.Name.CLEAR);
            default ->
                Keystroke.of(
                        Keystroke.Name.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
        };
    }

    private void press(Keystroke key) {
        session = Controls.press(session, key);
        if (session.request().isPresent()) {
            Request request = session.request().get();
            asked.add(request);
            session = request instanceof Request.Run run ? ran(run) : session.served();
        }
    }

    private PlaybackState ran(Request.Run run) {
        try {
            return session.ran(run.what(), session.run().changed(run.scenario()));
        } catch (RunTooLarge e) {
            return session.failed(e.getMessage());
        }
    }

    /** Lets real time go by. */
    Viewer waitFor(long millis) {
        session = session.advance(millis);
        return this;
    }

    /** Lets real time go by in the steps of a screen that is drawn ten times a second. */
    Viewer watchFor(long millis) {
        for (long done = 0; done < millis; done += 100) {
            session = session.advance(100);
        }
        return this;
    }

    PlaybackState session() {
        return session;
    }

    Viewer with(PlaybackState other) {
        session = other;
        return this;
    }

    /** What has been asked of the world outside. */
    List<Request> asked() {
        return asked;
    }

    Picture picture(int columns, int rows, boolean colour, boolean unicode) {
        return PlaybackView.of(session, new Canvas(new TextStyle(columns, colour, unicode), rows, true), columns);
    }

    /** The screen without colours. */
    String screen(int columns, int rows) {
        Picture picture = picture(columns, rows, true, true);
        session = session.with(session.view().scrolled(picture.scroll()));
        return text(picture);
    }

    static String text(Picture picture) {
        StringBuilder text = new StringBuilder();
        picture.lines().forEach(line -> text.append(line.plain()).append('\n'));
        return text.toString();
    }
}
