package org.ipsisim.lesson.play;

import java.util.Optional;

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
record Session(
        Forks forks,
        long now,
        boolean playing,
        Pace pace,
        Sight sight,
        Optional<Prompt> prompt,
        String message,
        Optional<Request> request) {
    /** Longer steps, as after a suspension, count as this. */
    private static final long LONGEST_STEP = 1000;

    /** At the start of a run, or some way into it. */
    static Session of(Course course, Pace pace, long at, int selected) {
        return new Session(
                Forks.of(course), at, false, pace, Sight.of(course, selected), Optional.empty(), "", Optional.empty());
    }

    /** The run that is played. */
    Course course() {
        return forks.played().course();
    }

    /** Some real time has gone by, in milliseconds. */
    Session advance(long elapsed) {
        if (!playing || prompt.isPresent()) {
            return this;
        }
        long next = pace.advance(now, Math.min(elapsed, LONGEST_STEP), course());
        return next == course().duration()
                ? at(next).playing(false).saying("the run is over; space plays it again, x makes it longer")
                : at(next);
    }

    /** The same at another moment, which may be outside the run. */
    Session at(long other) {
        long inside = Math.max(0, Math.min(other, course().duration()));
        return new Session(forks, inside, playing, pace, sight, prompt, message, request);
    }

    Session playing(boolean goesOn) {
        return new Session(forks, now, goesOn, pace, sight, prompt, message, request);
    }

    Session with(Pace other) {
        return new Session(forks, now, playing, other, sight, prompt, message, request);
    }

    Session with(Sight other) {
        return new Session(forks, now, playing, pace, other, prompt, message, request);
    }

    /** The same in other runs; the moment stays as far as it can. */
    Session with(Forks others) {
        return new Session(others, now, playing, pace, sight, prompt, message, request).at(now);
    }

    Session asking(Prompt line) {
        return new Session(forks, now, playing, pace, sight, Optional.of(line), "", request);
    }

    /** Without a line that is being typed. */
    Session answered() {
        return new Session(forks, now, playing, pace, sight, Optional.empty(), "", request);
    }

    Session saying(String text) {
        return new Session(forks, now, playing, pace, sight, prompt, text, request);
    }

    Session requesting(Request wanted) {
        return new Session(forks, now, playing, pace, sight, prompt, message, Optional.of(wanted));
    }

    /** The same, now that the world outside has answered. */
    Session served() {
        return new Session(forks, now, playing, pace, sight, prompt, message, Optional.empty());
    }
}
