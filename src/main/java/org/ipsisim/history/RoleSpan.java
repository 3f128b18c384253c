package org.ipsisim.history;

/**
 * A stretch of time in which a server's role does not change.
 *
 * @param from its start in milliseconds
 * @param to its end in milliseconds, not part of it
 * @param role what the server does
 */
public record RoleSpan(long from, long to, ServerRole role) {}
