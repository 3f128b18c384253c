package org.ipsisim.play;

import java.nio.file.Path;
import java.util.Optional;
import org.ipsisim.history.Words;

/**
 * The state of a playback: which run, which moment, what is looked at. A pure machine of states; {@link Controls} says
 * what keys do.
 *
 * @param forks the runs, and which one is played
 * @param now the present moment, in milliseconds from the start of the run
 * @param playing whether time goes on
 * @param pace how fast
 * @param sight what is looked at
 * @param prompt the line that is being typed, during which time stands still
 * @param message what there is to say about the last key; may be empty
 * @param request what is asked of the world outside
 */
record PlaybackState(
        Forks forks,
        long now,
        boolean playing,
        Pace pace,
        Viewpoint sight,
        Optional<Prompt> prompt,
        String message,
        Optional<Request> request) {
    /** Longer steps, as after a suspension, count as this. */
    private static final long LONGEST_STEP = 1000;

    private static final long SECOND = 1000;
    private static final long TENTH = 100;

    /** At the start of a run, or some way into it. */
    static PlaybackState of(PreparedRun course, Pace pace, long at, int selected) {
        return new PlaybackState(
                Forks.of(course),
                at,
                false,
                pace,
                Viewpoint.of(course, selected),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** The run that is played. */
    PreparedRun course() {
        return forks.played().course();
    }

    /** Some real time has gone by, in milliseconds. */
    PlaybackState advance(long elapsed) {
        if (!playing || prompt.isPresent()) {
            return this;
        }
        long next = pace.advance(now, Math.min(elapsed, LONGEST_STEP), course());
        return next == course().duration()
                ? at(next).playing(false).saying("the run is over; space plays it again, x makes it longer")
                : at(next);
    }

    /** The same at another moment, which may be outside the run. */
    PlaybackState at(long other) {
        long inside = Math.max(0, Math.min(other, course().duration()));
        return new PlaybackState(forks, inside, playing, pace, sight, prompt, message, request);
    }

    PlaybackState playing(boolean goesOn) {
        return new PlaybackState(forks, now, goesOn, pace, sight, prompt, message, request);
    }

    PlaybackState with(Pace other) {
        return new PlaybackState(forks, now, playing, other, sight, prompt, message, request);
    }

    PlaybackState with(Viewpoint other) {
        return new PlaybackState(forks, now, playing, pace, other, prompt, message, request);
    }

    /** The same in other runs; the moment stays as far as it can. */
    PlaybackState with(Forks others) {
        return new PlaybackState(others, now, playing, pace, sight, prompt, message, request).at(now);
    }

    PlaybackState asking(Prompt line) {
        return new PlaybackState(forks, now, playing, pace, sight, Optional.of(line), "", request);
    }

    /** Without a line that is being typed. */
    PlaybackState answered() {
        return new PlaybackState(forks, now, playing, pace, sight, Optional.empty(), "", request);
    }

    PlaybackState saying(String text) {
        return new PlaybackState(forks, now, playing, pace, sight, prompt, text, request);
    }

    PlaybackState requesting(Request wanted) {
        return new PlaybackState(forks, now, playing, pace, sight, prompt, message, Optional.of(wanted));
    }

    /** The same, now that the world outside has answered. */
    PlaybackState served() {
        return new PlaybackState(forks, now, playing, pace, sight, prompt, message, Optional.empty());
    }

    /** A time or a length in milliseconds as it is shown: exact while time stands still, otherwise no finer than an eye can follow. */
    String rounded(long millis) {
        long unit = !playing ? 1 : pace.factor() == 1 ? TENTH : SECOND;
        return Words.duration(millis / unit * unit);
    }

    /** A changed scenario has been run: time goes on in the new history. */
    PlaybackState ran(String what, PreparedRun changed) {
        Forks more = forks.with(now, what, changed);
        return served().with(more)
                .saying("fork " + more.current() + ", from " + Words.duration(now) + " on: " + what
                        + (message.isEmpty() ? "" : "; " + message));
    }

    /** A file has been written. */
    PlaybackState wrote(Path file) {
        return served().saying(file + " is written");
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
