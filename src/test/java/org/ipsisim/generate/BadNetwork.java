package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.HoldingLaw;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Traffic;

/**
 * Makes the network of a generated scenario bad: links that lose heartbeats or are slow, degradations besides the outages or
 * in their place, heartbeats over TCP, and calls whose data counts as heartbeats.
 */
final class BadNetwork {
    private static final double MILLIS_OF_AN_HOUR = 3_600_000;
    private static final double MESSAGES_OF_A_CALL = 10;
    private static final int MOST_BEATS = 400;

    private final Dice dice;
    private final Scenario scenario;
    private final Estate estate;
    private final long interval;
    private final Duration duration;

    BadNetwork(Dice dice, Scenario scenario) {
        this.dice = dice;
        this.scenario = scenario;
        estate = scenario.estate();
        interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        Duration enough = Duration.ofMillis(MOST_BEATS * interval + dice.between(0L, interval));
        duration = dice.percent(90) && enough.compareTo(scenario.duration()) < 0 ? enough : scenario.duration();
    }

    Scenario scenario() {
        boolean overTcp = dice.percent(50);
        boolean dataCounts = dice.percent(35);
        Estate bad = estate.withLinks(estate.links().stream().map(this::bad).toList())
                .withPortNetworks(estate.portNetworks().stream()
                        .map(pn -> dice.percent(dataCounts ? 85 : 15) ? busy(pn) : pn)
                        .toList())
                .with(new HeartbeatRules(
                        overTcp ? Transport.TCP : Transport.IDEAL,
                        overTcp && dice.percent(40) ? FirstWait.RFC6298 : FirstWait.LINUX,
                        dataCounts));
        List<ScenarioEvent> events = new ArrayList<>(dice.percent(30) ? List.of() : scenario.events());
        events.addAll(new DegradationPlan(dice, bad, scenario.events(), duration.toMillis()).events());
        return new Scenario(
                scenario.title(),
                "",
                duration,
                scenario.seed(),
                bad,
                events,
                List.of(),
                List.of(),
                scenario.provenance());
    }

    private Link bad(Link link) {
        double loss = dice.percent(45) ? dice.share() : 0;
        Optional<Bursts> bursts = dice.percent(25) ? Optional.of(bursts(dice, interval)) : Optional.empty();
        Duration latency = dice.percent(15) ? Duration.ofMillis(dice.between(0L, 4 * interval)) : link.latency();
        return new Link(link.id(), link.a(), link.b(), latency, loss, link.network(), bursts);
    }

    /** As long as a few heartbeats, or so short that they strike one now and then. */
    static Bursts bursts(Dice dice, long interval) {
        return new Bursts(burst(dice, interval), burst(dice, interval), dice.percent(40) ? 1 : dice.share());
    }

    private static Duration burst(Dice dice, long interval) {
        return Duration.ofMillis(Math.max(100, dice.between(interval / 2, (dice.percent(70) ? 6 : 30) * interval)));
    }

    /** Some messages of data between two heartbeats, or hardly any; now and then more, or none, after a while. */
    private PortNetwork busy(PortNetwork pn) {
        double messages = dice.oneOf(List.of(0.0, 0.05, 0.3, 1.0, 1.0, 4.0));
        Duration later = Duration.ofMillis(1 + dice.between(0L, duration.toMillis()));
        DayProfile profile = dice.percent(60)
                ? DayProfile.ALWAYS
                : new DayProfile(
                        List.of(new DayProfile.Step(Duration.ZERO, 1), new DayProfile.Step(later, dice.share())));
        Traffic traffic = new Traffic(
                messages / MESSAGES_OF_A_CALL * MILLIS_OF_AN_HOUR / interval,
                Duration.ofMillis(dice.between(1L, 30 * interval)),
                HoldingLaw.EXPONENTIAL,
                1,
                Duration.ofMillis(dice.between(0L, interval)),
                CallShares.WITHIN,
                OptionalInt.empty(),
                profile);
        return pn.with(Optional.of(traffic));
    }
}
