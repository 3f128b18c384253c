package org.ipsisim.kernel;

/**
 * A kind of what can happen at one instant, and with it the ranks of its timers. Each subsystem has an enum of its kinds; of
 * two kinds in one {@link Turn} the one with the lower number happens first (M2).
 */
public interface RankedKind {
    /** Most kinds of all subsystems together. */
    int MAX_KINDS = 1 << 12;

    /** Most things that a kind can happen to, and most parts of a thing. */
    int MAX_THINGS = 1 << 24;

    /** Its place among the kinds of all subsystems, 0 to {@link #MAX_KINDS} - 1; no two kinds have the same. */
    int kindNumber();

    /** The rank of what happens to a thing of which it can happen to only one part: that of part 0. */
    default long rank(int thing) {
        return rank(thing, 0);
    }

    /**
     * The rank of what happens to one part of a thing: by kind, then by thing, then by part.
     *
     * @param thing 0 to {@link #MAX_THINGS} - 1
     * @param part 0 to {@link #MAX_THINGS} - 1
     * @throws IllegalArgumentException if a number is out of range
     */
    default long rank(int thing, int part) {
        int kind = kindNumber();
        if (kind < 0 || kind >= MAX_KINDS || thing < 0 || thing >= MAX_THINGS || part < 0 || part >= MAX_THINGS) {
            throw new IllegalArgumentException("rank of part " + part + " of thing " + thing + " of kind " + kind);
        }
        return ((long) kind * MAX_THINGS + thing) * MAX_THINGS + part;
    }
}
