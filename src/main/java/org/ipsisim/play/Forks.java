package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;

/**
 * All histories of a session, and the one that is played. Those that parted from one another are the same up to there.
 *
 * @param all by number
 * @param current the number of the one that is played
 */
record Forks(List<Fork> all, int current) {
    /**
     * One of the histories that a viewer has made.
     *
     * @param number from 1; the first is the scenario as it was given
     * @param parent the number of the one that it parted from; 0 for the first
     * @param at where it parted, in milliseconds
     * @param what was changed there, in a few words
     * @param course the run
     */
    record Fork(int number, int parent, long at, String what, PreparedRun course) {}

    /** Keeps a copy of the list. */
    Forks {
        all = List.copyOf(all);
    }

    static Forks of(PreparedRun course) {
        return new Forks(List.of(new Fork(1, 0, 0, "as it was given", course)), 1);
    }

    Fork played() {
        return all.get(current - 1);
    }

    /** The same with another one, which is played from now on. */
    Forks with(long at, String what, PreparedRun course) {
        List<Fork> more = new ArrayList<>(all);
        more.add(new Fork(all.size() + 1, current, at, what, course));
        return new Forks(more, more.size());
    }

    /** The same, in which another one is played. */
    Forks playing(int number) {
        return new Forks(all, number);
    }
}
