package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/**
 * Failures of one side of the duplicated IPSIs after another, and the times that matter to them: the interchange delay
 * after a last contact, and the minute after which control returns to the A side.
 */
final class IpsiOutages {
    private static final long RETURN = 60_000;

    private final Dice dice;
    private final Estate estate;
    private final long interval;
    private final long delay;
    private final long sanity;

    IpsiOutages(Dice dice, Estate estate) {
        this.dice = dice;
        this.estate = estate;
        interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        delay = estate.timers().millis(TimerSetting.IPSI_INTERCHANGE_DELAY);
        sanity = estate.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
    }

    /** Whether some port network has two IPSIs. */
    boolean arePossible() {
        return estate.portNetworks().stream().anyMatch(PortNetwork::duplicatedIpsis);
    }

    /** What may happen to the IPSIs because of a failure or a restore at a time. */
    List<Long> stagesAfter(long at) {
        long last = Math.max(0, (at - 1) / interval * interval);
        long next = (at + interval - 1) / interval * interval;
        return List.of(last + delay, last + delay + RETURN, next + RETURN, at + RETURN, last + sanity);
    }

    /** The A side fails for a while, then one of the two, and so on, each at a time that matters to the one before. */
    List<ScenarioEvent> inTurn(long first, long end) {
        List<ScenarioEvent> events = new ArrayList<>();
        PortNetwork pn = dice.oneOf(estate.portNetworks().stream()
                .filter(PortNetwork::duplicatedIpsis)
                .toList());
        IpsiId.Side side = IpsiId.Side.A;
        long at = first;
        for (int i = dice.between(1, 6); i > 0 && at < end; i--) {
            Target target = oneOf(pn, side);
            long length = Math.max(1, oneOfTheTimes());
            events.add(new ScenarioEvent.Fail(Duration.ofMillis(at), target, Optional.of(Duration.ofMillis(length))));
            at += (dice.percent(50) ? length : 0) + oneOfTheTimes();
            side = dice.oneOf(List.of(IpsiId.Side.values()));
        }
        return events;
    }

    /** The board of a side, or a link that serves it. */
    private Target oneOf(PortNetwork pn, IpsiId.Side side) {
        List<Target> targets = new ArrayList<>(List.of(new Target.OfIpsi(new IpsiId(pn.number(), side))));
        for (Link link : estate.links()) {
            if (link.network().name().equals(side.name())) {
                targets.add(new Target.OfLink(link.id()));
            }
        }
        return dice.oneOf(targets);
    }

    private long oneOfTheTimes() {
        long time = dice.oneOf(List.of(
                0L,
                interval,
                2 * interval,
                dice.between(0L, 5 * interval),
                delay,
                delay + interval,
                sanity,
                sanity + interval,
                RETURN,
                RETURN - interval,
                RETURN + delay));
        return Math.max(0, time + (dice.percent(40) ? dice.between(-1, 1) : 0));
    }
}
