package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.List;
import java.util.stream.LongStream;

/** The one or two IPSIs of a port network, and through which of them it is controlled (M20, M21). */
final class Boards {
    private static final long RETURN_TO_A = 60_000;

    private final List<PlainIpsi> ipsis;
    private PlainIpsi active;
    private long takenAt;
    private long interchanges;

    Boards(List<PlainIpsi> ipsis) {
        this.ipsis = List.copyOf(ipsis);
        active = ipsis.get(0);
    }

    PlainIpsi active() {
        return active;
    }

    long interchanges() {
        return interchanges;
    }

    /** The active one first. */
    List<PlainIpsi> activeFirst() {
        return ipsis.size() == 1 ? ipsis : List.of(active, other());
    }

    private PlainIpsi other() {
        return ipsis.get(active == ipsis.get(0) ? 1 : 0);
    }

    /** Control moves to the other IPSI if the active one is unhealthy, and back to A when both are healthy. */
    void decide(long now) {
        if (ipsis.size() == 1) {
            return;
        }
        boolean helps = active.isUnhealthy(now) && other().hasContact(now);
        boolean returns = active != ipsis.get(0) && returnAt(now) <= now;
        if (helps || returns) {
            active = other();
            interchanges++;
        }
    }

    /** A cluster accepts through an IPSI: control begins there, which is no interchange. */
    void begin(PlainIpsi ipsi, long now) {
        active = ipsi;
        takenAt = now;
    }

    private long returnAt(long now) {
        long bothHealthySince =
                ipsis.stream().mapToLong(ipsi -> ipsi.healthySince(now)).max().orElseThrow();
        return bothHealthySince == NEVER ? NEVER : Math.max(bothHealthySince, takenAt) + RETURN_TO_A;
    }

    /** When something may be to decide again; {@link PlainServer#NEVER} if no time is known. */
    long next(long now) {
        return LongStream.concat(LongStream.of(returnAt(now)), ipsis.stream().mapToLong(ipsi -> ipsi.nextChange(now)))
                .filter(at -> at > now)
                .min()
                .orElse(NEVER);
    }
}
