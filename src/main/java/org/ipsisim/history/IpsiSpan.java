package org.ipsisim.history;

/**
 * A stretch of time in which nothing changes for an IPSI.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param role what it is to its port network
 * @param hasContact whether the latest heartbeat of the controlling cluster that was due came
 */
public record IpsiSpan(long from, long to, IpsiRole role, boolean hasContact) {}
