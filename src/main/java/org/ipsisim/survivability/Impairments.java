package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.heartbeat.MismatchLoss;
import org.ipsisim.history.Words;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.Impairment;
import org.ipsisim.network.ImpairmentPlan;
import org.ipsisim.network.LossPattern;

/** Everything in a scenario that loses some heartbeats or makes them slow, rather than lose them all (R9, N2 to N6). */
final class Impairments {
    private final RunningEstate run;
    private final Scenario scenario;
    private final Draws draws;
    private int patternsSoFar;

    Impairments(RunningEstate run, Scenario scenario) {
        this.run = run;
        this.scenario = scenario;
        this.draws = Draws.ofSeed(scenario.seed());
    }

    /** Lets each begin when it is due. */
    void schedule() {
        scenario.estate().links().stream()
                .sorted(Comparator.comparing(Link::id))
                .forEach(this::addBurstsOf);
        for (ImpairmentPlan.Impaired impaired : ImpairmentPlan.of(scenario.events())) {
            add(impaired);
        }
    }

    private void addBurstsOf(Link link) {
        link.bursts().ifPresent(bursts -> {
            List<LossPattern> patterns = List.of(LossPattern.bursts(bursts, draws, link.id(), 0));
            add(new Target.OfLink(link.id()), patterns, Optional.empty(), 0, Agenda.NEVER);
        });
    }

    private void add(ImpairmentPlan.Impaired impaired) {
        add(impaired.target(), patterns(impaired), Optional.of(told(impaired)), impaired.from(), impaired.to());
    }

    private void add(
            Target target, List<LossPattern> patterns, Optional<ImpairmentInRun.Told> told, long from, long to) {
        new ImpairmentInRun(run, target, patterns, told, patternsSoFar, to).beginAt(from);
        patternsSoFar += patterns.size();
    }

    private List<LossPattern> patterns(ImpairmentPlan.Impaired impaired) {
        if (impaired.event() instanceof ScenarioEvent.Congestion congestion) {
            return List.of(LossPattern.congestion(congestion));
        }
        if (impaired.event() instanceof ScenarioEvent.DuplexMismatch mismatch
                && impaired.target() instanceof Target.OfIpsi ipsi) {
            return List.of(new MismatchLoss(
                    mismatch, run.getPortNetwork(ipsi.ipsi().pn()).portNetwork()));
        }
        if (impaired.event() instanceof ScenarioEvent.Degrade degrade) {
            List<LossPattern> patterns = new ArrayList<>();
            double loss = degrade.loss().orElse(0);
            patterns.add(LossPattern.constant(degrade.latency()
                    .map(latency -> new Impairment(loss, latency.toMillis()))
                    .orElse(Impairment.losing(loss))));
            degrade.bursts()
                    .ifPresent(bursts -> patterns.add(
                            LossPattern.bursts(bursts, draws, impaired.target().name(), impaired.from())));
            return patterns;
        }
        throw new IllegalArgumentException(impaired.event() + " impairs nothing");
    }

    private static ImpairmentInRun.Told told(ImpairmentPlan.Impaired impaired) {
        ScenarioEvent.Degradation event = impaired.event();
        String ruling = "N3";
        if (event instanceof ScenarioEvent.Congestion) {
            ruling = "N5";
        } else if (event instanceof ScenarioEvent.DuplexMismatch) {
            ruling = "N6";
        }
        return new ImpairmentInRun.Told(words(event), ruling, impaired.number(), impaired.ended());
    }

    private static String words(ScenarioEvent.Degradation event) {
        if (event instanceof ScenarioEvent.Congestion congestion) {
            return "congestion: " + Words.percent(congestion.loss()) + " lost for "
                    + Words.duration(congestion.burst().toMillis()) + " every "
                    + Words.duration(congestion.every().toMillis());
        }
        if (event instanceof ScenarioEvent.DuplexMismatch mismatch) {
            return "duplex mismatch: up to " + Words.percent(mismatch.peakLoss()) + " lost under load";
        }
        List<String> words = new ArrayList<>();
        if (event instanceof ScenarioEvent.Degrade degrade) {
            degrade.loss().ifPresent(loss -> words.add(Words.percent(loss) + " lost"));
            degrade.latency().ifPresent(latency -> words.add(Words.duration(latency.toMillis()) + " latency"));
            degrade.bursts().ifPresent(bursts -> words.add(words(bursts)));
        }
        return String.join(", ", words);
    }

    private static String words(Bursts bursts) {
        return Words.percent(bursts.loss()) + " lost in bursts of "
                + Words.duration(bursts.bad().toMillis()) + ", "
                + Words.duration(bursts.good().toMillis()) + " apart on average";
    }
}
