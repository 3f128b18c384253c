package org.ipsisim.explain;

import org.ipsisim.history.Subject;

/**
 * A timer that runs at the moment.
 *
 * @param subject whose it is: {@code pn-1}, {@code ipsi-1a}, {@code main}, {@code sc-10}
 * @param timer which one
 * @param left milliseconds until it expires unless it is stopped
 */
public record RunningTimer(Subject subject, GoverningTimer timer, long left) {}
