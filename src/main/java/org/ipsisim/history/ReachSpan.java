package org.ipsisim.history;

/**
 * A stretch of time in which it does not change whether a server can reach something over the network.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param reaches whether a way to it works, and what the way needs at its ends
 */
public record ReachSpan(long from, long to, boolean reaches) {}
