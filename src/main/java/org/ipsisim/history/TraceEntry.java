package org.ipsisim.history;

/**
 * One thing that happened in a run, and what led to it.
 *
 * @param id 1, 2, 3, ... in the order of happening
 * @param at when, in milliseconds from the start
 * @param subject whom it happened to: {@code pn-1}, {@code ipsi-1a}, {@code main-a}, {@code wan}
 * @param cause the id of the entry that led to this one; 0 is the scenario
 * @param what what happened
 */
public record TraceEntry(int id, long at, String subject, int cause, Happening what) {
    /** The cause of what the scenario itself brings about. */
    public static final int SCENARIO = 0;
}
