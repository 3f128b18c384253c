package org.ipsisim.explain;

/**
 * A difference with which something would have happened by the moment.
 *
 * @param kind of difference
 * @param words what is different
 * @param at when it would have happened, in milliseconds from the start, in the run with the difference
 */
public record Enabler(Remedy.Kind kind, String words, long at) {}
