package org.ipsisim.history;

/**
 * A stretch of time in which it does not change when a main server is refreshed (R67, M25).
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param refreshedAt from when on it has the state of the calls, in milliseconds
 */
public record RefreshSpan(long from, long to, long refreshedAt) {}
