package org.ipsisim.study.thresholds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.history.Subject;
import org.ipsisim.study.Fault;
import org.ipsisim.study.Subjects;

/**
 * Which cuts are tried on an estate.
 *
 * @param scenario gives the estate
 * @param faults what is cut, one at a time
 * @param at when each cut begins, in milliseconds
 * @param upTo the longest cut in milliseconds, at least one step
 * @param step between two lengths that are tried first, in milliseconds, 1 or more
 */
public record CutPlan(Scenario scenario, List<Fault> faults, long at, long upTo, long step) {
    /** Most runs of the first look. */
    public static final long MOST_RUNS = 1_000_000;

    /** How long a run goes on after the longest cut: longer than any restart and any wait that follows it. */
    private static final long SETTLING = 1_800_000;

    /** Keeps a copy of the faults. */
    public CutPlan {
        faults = List.copyOf(faults);
    }

    /** The cuts on the ground of a plan: one course for each fault. */
    private record Cuts(CutPlan plan, Scenario ground) implements EdgePlan {
        @Override
        public int courses() {
            return plan.faults.size();
        }

        @Override
        public List<Long> lengths() {
            return plan.lengths();
        }

        @Override
        public String name(int course, long length) {
            return plan.faults.get(course).name() + " cut for " + length + " ms";
        }

        @Override
        public Scenario scenario(int course, long length) {
            return cut(ground, plan.faults.get(course), plan.at, length);
        }

        @Override
        public List<Subject> subjects() {
            return plan.subjects();
        }
    }

    /** What a search for edges tries. */
    EdgePlan edges() {
        return new Cuts(this, ground());
    }

    /** The lengths of a cut that are tried first: none, and all steps up to the longest one. */
    List<Long> lengths() {
        return steps(0, upTo, step);
    }

    static List<Long> steps(long from, long to, long step) {
        List<Long> lengths = new ArrayList<>();
        for (long length = from; length < to; length += step) {
            lengths.add(length);
        }
        lengths.add(to);
        return lengths;
    }

    /** Those whom cuts may cost something: the port networks by number, then the populations of phones. */
    List<Subject> subjects() {
        return subjects(scenario);
    }

    static List<Subject> subjects(Scenario scenario) {
        Subjects all = Subjects.of(scenario.estate());
        return Stream.concat(
                        all.portNetworks().stream().map(Subject::pn),
                        all.populations().stream().map(Subject::phones))
                .toList();
    }

    /** Those whom cuts may cost something in words, after "no" or "any": {@code port network or phone}. */
    String whom() {
        Estate estate = scenario.estate();
        boolean hasPhones = !estate.sip().isEmpty();
        return estate.portNetworks().isEmpty() ? "phone" : hasPhones ? "port network or phone" : "port network";
    }

    /** How many runs the first look takes. */
    public long runs() {
        return faults.size() * ((upTo + step - 1) / step + 1);
    }

    /** How many events and random outages of the scenario are left out: what breaks something, and what an operator moves. */
    public long leftOut() {
        long events = scenario.events().stream().filter(event -> !stays(event)).count();
        return events + scenario.randomOutages().size();
    }

    /** What stays describes the estate; the only failure is to be the cut. */
    private static boolean stays(ScenarioEvent event) {
        return !(event.isFault()
                || event instanceof ScenarioEvent.Restore
                || event instanceof ScenarioEvent.ForcedTakeover
                || event instanceof ScenarioEvent.Failback
                || event instanceof ScenarioEvent.Interchange);
    }

    /** What is by chance, so that another seed may have other edges, as the beginning of a sentence; empty if nothing is. */
    String chance() {
        boolean waits = scenario.estate().sip().phones().stream()
                .anyMatch(phones -> phones.settings().isByChance());
        if (losesHeartbeats(scenario)) {
            return "Heartbeats are lost by chance" + (waits ? ", and phones wait by chance," : "");
        }
        return waits ? "Phones send keep-alives and wait by chance" : "";
    }

    /** Whether heartbeats are lost by chance, so that a run has silences without end. */
    static boolean losesHeartbeats(Scenario scenario) {
        boolean links = scenario.estate().links().stream()
                .anyMatch(link -> link.loss() > 0 || link.bursts().isPresent());
        return links || scenario.events().stream().anyMatch(ScenarioEvent.Degradation.class::isInstance);
    }

    /** The estate without its own failures, on which cuts are tried. */
    Scenario ground() {
        return scenario.lasting(Duration.ofMillis(at + upTo + SETTLING))
                .with(withCalls(scenario.estate()))
                .withOnly(scenario.events().stream().filter(CutPlan::stays).toList())
                .withoutExpectations();
    }

    /** A port network without calls is given one, so that it shows when calls drop. */
    private static Estate withCalls(Estate estate) {
        return estate.withPortNetworks(
                estate.portNetworks().stream().map(CutPlan::withCall).toList());
    }

    private static PortNetwork withCall(PortNetwork pn) {
        boolean has = pn.calls().pn() > 0 || pn.traffic().isPresent();
        return has ? pn : pn.with(new StableCalls(1, pn.calls().ip(), pn.calls().redial()));
    }

    /** The ground with one cut; without it for a length of 0. */
    static Scenario cut(Scenario ground, Fault fault, long at, long length) {
        if (length == 0) {
            return ground;
        }
        List<ScenarioEvent> events = new ArrayList<>(ground.events());
        events.add(
                new ScenarioEvent.Fail(Duration.ofMillis(at), fault.target(), Optional.of(Duration.ofMillis(length))));
        return ground.withEvents(events);
    }
}
