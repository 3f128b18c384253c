package org.ipsisim.estate;

import java.util.Optional;

/**
 * A Session Manager: a registrar and proxy for SIP phones at a site.
 *
 * @param name such as {@code sm-1}
 * @param site where it is
 * @param requestsPerSecond how many requests it serves in a second, 1 or more (U11)
 * @param queue how many requests may wait or be served at once; further ones get a 503 (U11)
 * @param survivableRemote the survivable remote of a branch SM; empty for a core SM (U13)
 */
public record SessionManager(
        String name, String site, int requestsPerSecond, int queue, Optional<String> survivableRemote) {
    /** The requests per second of one that gives none; an assumption. */
    public static final int DEFAULT_REQUESTS_PER_SECOND = 300;

    /** The queue of one that gives none; an assumption. */
    public static final int DEFAULT_QUEUE = 3000;

    /** The same with another number of requests per second. */
    public SessionManager serving(int other) {
        return new SessionManager(name, site, other, queue, survivableRemote);
    }

    /** Whether it is a branch SM, which serves calls only while its survivable remote is active (U13). */
    public boolean isBranch() {
        return survivableRemote.isPresent();
    }
}
