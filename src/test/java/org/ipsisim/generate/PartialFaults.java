package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;

/** Lets parts of IPSIs fail in a scenario, instead of boards and beside what else happens (M31). */
final class PartialFaults {
    private static final List<IpsiFault> PARTS = List.of(IpsiFault.HUNG, IpsiFault.PACKET_INTERFACE);

    private final Dice dice;
    private final Scenario scenario;

    private PartialFaults(Dice dice, Scenario scenario) {
        this.dice = dice;
        this.scenario = scenario;
    }

    static Scenario in(Scenario scenario, Dice dice) {
        return new PartialFaults(dice, scenario).make();
    }

    private Scenario make() {
        List<ScenarioEvent> events = new ArrayList<>();
        for (ScenarioEvent event : scenario.events()) {
            events.add(
                    event instanceof ScenarioEvent.Restore || event instanceof ScenarioEvent.Degradation
                            ? event
                            : event.withTarget(this::partly));
        }
        for (int i = dice.between(1, 4); i > 0; i--) {
            Target part = new Target.OfIpsi(anyIpsi(), dice.oneOf(PARTS));
            Duration at = time();
            Optional<Duration> length =
                    dice.percent(75) ? Optional.of(Duration.ofMillis(dice.between(1L, 200_000L))) : Optional.empty();
            events.add(new ScenarioEvent.Fail(at, part, length));
            if (length.isEmpty() && dice.percent(60)) {
                Duration later = at.plusMillis(dice.between(1L, 300_000L));
                events.add(new ScenarioEvent.Restore(later, new Target.OfIpsi(((Target.OfIpsi) part).ipsi())));
            }
        }
        events.removeIf(event -> event.at().compareTo(scenario.duration()) >= 0);
        return scenario.withOnly(events);
    }

    private Target partly(Target target) {
        return target instanceof Target.OfIpsi ipsi && dice.percent(60)
                ? new Target.OfIpsi(ipsi.ipsi(), dice.oneOf(PARTS))
                : target;
    }

    private IpsiId anyIpsi() {
        PortNetwork pn = dice.oneOf(scenario.estate().portNetworks());
        return dice.oneOf(pn.ipsis());
    }

    /** At the time of another event, a little later, or at any time. */
    private Duration time() {
        long end = scenario.duration().toMillis();
        long near = scenario.events().isEmpty()
                ? 0
                : dice.oneOf(scenario.events()).at().toMillis();
        long at = dice.percent(60) ? near + dice.between(-2L, 30_000L) : dice.between(0L, end - 1);
        return Duration.ofMillis(Math.max(0, Math.min(end - 1, at)));
    }
}
