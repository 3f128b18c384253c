package org.ipsisim.study.thresholds;

/**
 * Lengths of a cut that cost a port network the same.
 *
 * @param from the shortest in milliseconds; 0 is no cut
 * @param to the longest in milliseconds. The next band begins one millisecond later, unless the search was interrupted
 */
public record Band(long from, long to, PnOutcome outcome) {}
