package org.ipsisim.estate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A call that is told message by message (U17 to U19).
 *
 * @param name such as {@code voicemail}
 * @param at when the caller sends INVITE, from the start of the scenario
 * @param from the caller's extension
 * @param to the extension of a phone or of a voicemail server
 * @param ring how long the callee rings
 * @param talk how long the caller talks before hanging up
 * @param reliableProvisional what the callee does about PRACK; empty for what its kind does (U19)
 * @param lost numbers of datagrams that are lost, counted from 1 over all hops in the order of sending (U18)
 * @param loss share of datagrams that are lost by chance, 0 to 1 (U18)
 * @param rseqStart the first RSeq, 1 to 2^31 - 1; drawn if empty (P6)
 */
public record SipCall(
        String name,
        Duration at,
        long from,
        long to,
        Duration ring,
        Duration talk,
        Optional<ReliableProvisional> reliableProvisional,
        List<Integer> lost,
        double loss,
        Optional<Integer> rseqStart) {
    /** The ring of a call that gives none; an assumption. */
    public static final Duration DEFAULT_RING = Duration.ofSeconds(4);

    /** The talk of a call that gives none; an assumption. */
    public static final Duration DEFAULT_TALK = Duration.ofSeconds(20);

    /** What a callee does about reliable provisional responses (RFC 3262). */
    public enum ReliableProvisional implements Keyed {
        /** It never sends one. */
        NEVER,
        /** It sends one if the caller supports 100rel. */
        IF_SUPPORTED,
        /** It refuses callers that do not support 100rel. */
        REQUIRED
    }

    /** Keeps a copy of the list. */
    public SipCall {
        lost = List.copyOf(lost);
    }
}
