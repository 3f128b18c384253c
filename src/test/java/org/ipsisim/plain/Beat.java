package org.ipsisim.plain;

/**
 * One heartbeat of one server to one IPSI. Every beat is due at some instant: it arrives then, or is missed then.
 * One that cannot be sent is due after the latency that the path had when it was last open. What TCP sends again, and data,
 * is like a heartbeat that arrives; it is never missed.
 *
 * @param sentAt when it was due to be sent
 * @param at when it arrives, or would have
 * @param sent whether it is on its way; if not, it is lost, it waits, or there was no way
 */
record Beat(Way way, long sentAt, long at, boolean sent) {
    /** The board has failed or come back, or the server has closed the socket, since it was sent. */
    boolean isNobodysBusiness() {
        return sentAt < way.ipsi.failedAt
                || sentAt < way.ipsi.startedAt
                || way.ipsi.list.isOfClosedSocket(way.server.cluster, sentAt);
    }
}
