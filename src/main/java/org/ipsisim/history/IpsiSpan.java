package org.ipsisim.history;

/**
 * A stretch of time in which nothing changes for an IPSI.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param role its role in its port network
 * @param hasContact whether the latest heartbeat that was due from the controlling cluster arrived
 */
public record IpsiSpan(long from, long to, IpsiRole role, boolean hasContact) {}
