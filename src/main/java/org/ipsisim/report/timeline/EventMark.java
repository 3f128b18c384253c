package org.ipsisim.report.timeline;

/**
 * Something the scenario did to the estate, as a line across the timeline.
 *
 * @param at milliseconds from the start
 * @param label what happened, in a few words
 */
public record EventMark(long at, String label) {}
