package org.ipsisim.play;

import java.nio.file.Path;
import java.util.Optional;
import org.ipsisim.history.Words;

/**
 * The state of a playback: which run, which moment, which view. Immutable; {@link Controls} says what keys do.
 *
 * @param forks the runs, and which one is played
 * @param now the present moment, in milliseconds from the start of the run
 * @param playing whether time goes on
 * @param pace how fast
 * @param view the view
 * @param prompt the line that is being typed; time stands still meanwhile
 * @param message the answer to the last key; may be empty
 * @param request what the player is asked to do
 */
record PlaybackState(
        Forks forks,
        long now,
        boolean playing,
        Pace pace,
        Viewpoint view,
        Optional<Prompt> prompt,
        String message,
        Optional<Request> request) {
    /** The longest step; longer ones, as after a suspension, count as this. */
    private static final long LONGEST_STEP = 1000;

    private static final long SECOND = 1000;
    private static final long TENTH = 100;

    /** At the start of a run, or some way into it. */
    static PlaybackState of(PreparedRun run, Pace pace, long at, int selected) {
        return new PlaybackState(
                Forks.of(run), at, false, pace, Viewpoint.of(run, selected), Optional.empty(), "", Optional.empty());
    }

    /** The run that is played. */
    PreparedRun run() {
        return forks.played().run();
    }

    /** After some real time, in milliseconds. */
    PlaybackState advance(long elapsed) {
        if (!playing || prompt.isPresent()) {
            return this;
        }
        long next = pace.advance(now, Math.min(elapsed, LONGEST_STEP), run());
        return next == run().duration()
                ? at(next).playing(false).saying("the run is over; space plays it again, x makes it longer")
                : at(next);
    }

    /** At another moment, limited to the run. */
    PlaybackState at(long other) {
        long inside = Math.max(0, Math.min(other, run().duration()));
        return new PlaybackState(forks, inside, playing, pace, view, prompt, message, request);
    }

    PlaybackState playing(boolean goesOn) {
        return new PlaybackState(forks, now, goesOn, pace, view, prompt, message, request);
    }

    PlaybackState with(Pace other) {
        return new PlaybackState(forks, now, playing, other, view, prompt, message, request);
    }

    PlaybackState with(Viewpoint other) {
        return new PlaybackState(forks, now, playing, pace, other, prompt, message, request);
    }

    /** In other runs, at the same moment as far as possible. */
    PlaybackState with(Forks others) {
        return new PlaybackState(others, now, playing, pace, view, prompt, message, request).at(now);
    }

    PlaybackState asking(Prompt line) {
        return new PlaybackState(forks, now, playing, pace, view, Optional.of(line), "", request);
    }

    /** With the prompt closed. */
    PlaybackState answered() {
        return new PlaybackState(forks, now, playing, pace, view, Optional.empty(), "", request);
    }

    PlaybackState saying(String text) {
        return new PlaybackState(forks, now, playing, pace, view, prompt, text, request);
    }

    PlaybackState requesting(Request wanted) {
        return new PlaybackState(forks, now, playing, pace, view, prompt, message, Optional.of(wanted));
    }

    /** With the request done. */
    PlaybackState served() {
        return new PlaybackState(forks, now, playing, pace, view, prompt, message, Optional.empty());
    }

    /**
     * A time or a length in milliseconds as it is shown: exact while time stands still, otherwise no finer than an eye can
     * follow.
     */
    String rounded(long millis) {
        long unit = !playing ? 1 : pace.factor() == 1 ? TENTH : SECOND;
        return Words.duration(millis / unit * unit);
    }

    /** A changed scenario has been run: time goes on in the new history. */
    PlaybackState ran(String what, PreparedRun changed) {
        Forks more = forks.with(now, what, changed);
        return served().with(more)
                .saying("fork " + more.current() + ", from " + run().moments().exact(now) + " on: " + what
                        + (message.isEmpty() ? "" : "; " + message));
    }

    /** A file has been written. */
    PlaybackState wrote(Path file) {
        return served().saying(file + " written");
    }

    /** A file of that name exists already. */
    PlaybackState foundExisting(Path file) {
        return served().asking(Prompt.toReplace(file.toString()));
    }

    /** What was asked for could not be done. */
    PlaybackState failed(String why) {
        return served().saying(why);
    }
}
