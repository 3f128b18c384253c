package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ipsisim.estate.DailyTime;

/** The one or two IPSIs of a port network, and through which of them it is controlled (M20, M21). */
final class Boards {
    private static final long RETURN_TO_A = 60_000;
    private static final long NIGHTLY = 20_000;
    private static final long DAY = 86_400_000;

    private final List<PlainIpsi> ipsis;
    private PlainIpsi active;
    private final Optional<DailyTime> nightlyAt;
    private long takenAt;
    private long nightlyUntil;
    private long interchanges;

    Boards(List<PlainIpsi> ipsis, Optional<DailyTime> nightlyAt) {
        this.nightlyAt = nightlyAt;
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

    /** Each night a healthy B side has control for a while (M33). */
    void tryStandby(long now) {
        if (ipsis.size() > 1
                && nightlyAt.filter(time -> isDue(time, now)).isPresent()
                && active == ipsis.get(0)
                && !active.isUnhealthy(now)
                && other().hasContact(now)
                && healthySinceOfBoth(now) != NEVER) {
            active = other();
            interchanges++;
            nightlyUntil = now + NIGHTLY;
        }
    }

    /** A cluster accepts through an IPSI: control begins there, which is no interchange. */
    void begin(PlainIpsi ipsi, long now) {
        active = ipsi;
        takenAt = now;
    }

    private long healthySinceOfBoth(long now) {
        return ipsis.stream().mapToLong(ipsi -> ipsi.healthySince(now)).max().orElseThrow();
    }

    private long returnAt(long now) {
        long since = healthySinceOfBoth(now);
        return since == NEVER ? NEVER : Math.max(Math.max(since, takenAt) + RETURN_TO_A, nightlyUntil);
    }

    /** When something may be to decide again; {@link PlainServer#NEVER} if no time is known. */
    long next(long now) {
        Earliest next = new Earliest(now);
        next.accept(returnAt(now));
        next.accept(nextNight(now));
        ipsis.forEach(ipsi -> next.accept(ipsi.nextChange(now)));
        return next.at();
    }

    /** Whether the clock shows the time, for the first time that day; or would show it, had it not been put forward past it. */
    private static boolean isDue(DailyTime night, long now) {
        long put = ahead(night, now) - ahead(night, now - DAY / 8);
        boolean justPut = ahead(night, now - Math.abs(put)) != ahead(night, now);
        boolean shows = shows(night, now, ahead(night, now));
        return put > 0 && justPut ? shows || shows(night, now, ahead(night, now) - put) : shows && !justPut;
    }

    /** By how much the clock is ahead of the time since the start of the run. */
    private static long ahead(DailyTime night, long now) {
        return night.clock().map(clock -> clock.sinceEpoch(now) - now).orElse(0L);
    }

    private static boolean shows(DailyTime night, long now, long ahead) {
        return Math.floorMod(now + ahead, DAY) == night.time().toMillis();
    }

    private static LongStream nextNights(DailyTime night, long now) {
        return LongStream.of(ahead(night, now - DAY / 8), ahead(night, now), ahead(night, now + DAY))
                .map(ahead ->
                        now + DAY - Math.floorMod(now + ahead - night.time().toMillis(), DAY))
                .flatMap(first -> LongStream.of(first, first + DAY))
                .filter(next -> isDue(night, next));
    }

    private long nextNight(long now) {
        return nightlyAt.stream()
                .flatMapToLong(night -> nextNights(night, now))
                .min()
                .orElse(NEVER);
    }
}
