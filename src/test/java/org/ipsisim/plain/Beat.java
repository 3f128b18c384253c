package org.ipsisim.plain;

/**
 * One heartbeat of one server to one IPSI. Every beat is due at some instant: it arrives then, or is missed then.
 * One that cannot be sent is due after the latency that the path had when it last worked.
 *
 * @param sentAt when it was due to be sent
 * @param at when it arrives, or would have
 * @param sent whether it is on its way; if not, the server, the path or the IPSI failed it
 */
record Beat(Way way, long sentAt, long at, boolean sent) {
    /** The board has failed or come back since it was sent: it is neither heard nor missed. */
    boolean isNobodysBusiness() {
        return sentAt < way.ipsi.failedAt || sentAt < way.ipsi.startedAt;
    }
}
