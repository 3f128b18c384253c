package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;

/**
 * All histories of a session, and the one that is played. A fork and its parent are the same up to where it branched.
 *
 * @param all by number
 * @param current the number of the one that is played
 */
record Forks(List<Fork> all, int current) {
    /**
     * One of the histories of a session.
     *
     * @param number from 1; the first is the scenario as it was given
     * @param parent the number of the fork it branched from; 0 for the first
     * @param at where it branched, in milliseconds
     * @param what was changed there, in a few words
     * @param run the run
     */
    record Fork(int number, int parent, long at, String what, PreparedRun run) {}

    /** Keeps a copy of the list. */
    Forks {
        all = List.copyOf(all);
    }

    static Forks of(PreparedRun run) {
        return new Forks(List.of(new Fork(1, 0, 0, "as given", run)), 1);
    }

    Fork played() {
        return all.get(current - 1);
    }

    /** With one more fork, which is played from now on. */
    Forks with(long at, String what, PreparedRun run) {
        List<Fork> more = new ArrayList<>(all);
        more.add(new Fork(all.size() + 1, current, at, what, run));
        return new Forks(more, more.size());
    }

    /** With another fork being played. */
    Forks playing(int number) {
        return new Forks(all, number);
    }
}
