package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.survivability.Dependence;
import org.ipsisim.survivability.Excerpt;

/**
 * The runs of an audit, of as much of the estate as faults touch; each part once.
 *
 * <p>A port network fares under a set of faults as it does alone, under the faults that it feels, unless
 * a core loses it and may reset while another port network needs a core: those are run together.
 *
 * <p>A port network that asks for no server fares the same without survivable cores, where it feels fewer faults.
 *
 * <p>Random calls move nothing. So they are left out, and run with those port networks alone that drop calls. There the roles
 * of two main servers matter (T4), for which all IPSIs count: if the reach of one port network would change them, all port
 * networks are run without cores and calls, to see when they change; those with calls then change roles at those times. If
 * the reach of no port network would change them, the sum of them does not.
 */
final class AuditRuns {
    /** Most survivable cores on a list beside the main. */
    private static final int MOST_LISTED = PriorityLists.CAPACITY - 1;

    private final AuditPlan plan;
    private final ParallelRuns runs;
    private final Parts parts;
    private final Parts partsWithoutCores;
    private final Estate estate;
    private final List<Integer> all;
    private final WholeRuns engine;
    private final PartRuns made;
    private final Set<Integer> withListedCores = new TreeSet<>();
    private final boolean hasRandomCalls;
    private final boolean rolesMatter;
    private long sums;

    /** @param quiet what happens to each port network without any fault, by number */
    AuditRuns(AuditPlan plan, SortedMap<Integer, PnTrial> quiet, ParallelRuns runs) {
        this.plan = plan;
        this.runs = runs;
        this.estate = plan.scenario().estate();
        this.all = estate.portNetworks().stream().map(PortNetwork::number).toList();
        this.engine = new WholeRuns(plan);
        this.hasRandomCalls =
                estate.portNetworks().stream().anyMatch(pn -> pn.traffic().isPresent());
        Set<Integer> restless = new TreeSet<>();
        quiet.forEach((number, trial) -> {
            if (!trial.isQuiet(estate.main().cluster(), plan.horizon())) {
                restless.add(number);
            }
        });
        this.rolesMatter = hasRandomCalls && estate.main().servers().size() == 2;
        if (rolesMatter) {
            restless.addAll(interchanging());
        }
        this.parts = new Parts(plan, estate, restless, rolesMatter);
        this.made = new PartRuns(plan, parts, runs, quiet.values());
        this.partsWithoutCores = new Parts(plan, estate.withSurvivableCores(List.of()), restless, rolesMatter);
    }

    /** The port networks that without any fault would make the main servers change roles if it were for them alone. */
    private List<Integer> interchanging() {
        List<Boolean> interchanges = runs.run(
                        "running port networks alone",
                        all.size(),
                        i -> engine
                                .run(
                                        Excerpt.of(estate, List.of(all.get(i))),
                                        List.of(),
                                        plan.longest(),
                                        List.of(),
                                        Detail.CONTROL)
                                .values()
                                .stream()
                                .anyMatch(trial -> !trial.interchanges().isEmpty()))
                .results();
        return IntStream.range(0, interchanges.size())
                .filter(interchanges::get)
                .mapToObj(all::get)
                .toList();
    }

    /**
     * Whether there are port networks alone, which depend on each other through cores alone: random calls do not go from one
     * to another (T6), and are not heard as heartbeats are (N11).
     */
    static boolean isPossible(Estate estate) {
        return estate.sip().isEmpty()
                && estate.portNetworks().stream()
                        .flatMap(pn -> pn.traffic().stream())
                        .allMatch(traffic -> traffic.shares().others().isEmpty()
                                && !estate.heartbeats().dataCounts());
    }

    /** How many runs of parts were made. */
    long made() {
        return made.made();
    }

    /** How many pairs cost what their faults cost one by one, since no port network feels both. */
    long sums() {
        return sums;
    }

    /** Clusters that were on a list of some port network that felt something at some time. */
    Set<Integer> listed() {
        return made.listed();
    }

    /** Tries sets of faults; the first results if the work was stopped. */
    List<FaultResult> of(String what, List<FaultSet> sets) {
        estate.portNetworks().stream().filter(this::coresAreListed).forEach(pn -> withListedCores.add(pn.number()));
        List<SortedMap<Integer, Parts.Part>> touched =
                sets.stream().map(parts::of).toList();
        for (PartRun.Kind kind : List.of(PartRun.Kind.WITHOUT_CORES, PartRun.Kind.WITH_CORES)) {
            Set<PartRun> wanted = new LinkedHashSet<>();
            for (SortedMap<Integer, Parts.Part> felt : touched) {
                for (Parts.Part part : felt.values()) {
                    plan.lengths().stream()
                            .map(length -> alone(part, length))
                            .filter(run -> run.kind() == kind)
                            .forEach(wanted::add);
                }
            }
            made.make(what + kind.words(), wanted);
        }
        made.make(
                what + " together",
                ofEach(
                        touched,
                        (i, felt, length) ->
                                trials(felt, length).flatMap(trials -> coupling(felt, trials, length)).stream()
                                        .toList()));
        if (rolesMatter) {
            made.make(
                    what + " for the roles of the main servers",
                    ofEach(
                            touched,
                            (i, felt, length) ->
                                    fates(felt, length).flatMap(fates -> roles(sets.get(i), length, fates)).stream()
                                            .toList()));
        }
        if (hasRandomCalls) {
            made.make(
                    what + " with random calls",
                    ofEach(
                            touched,
                            (i, felt, length) -> fates(felt, length)
                                    .flatMap(fates -> withCalls(sets.get(i), felt, length, fates))
                                    .orElse(List.of())));
        }
        List<FaultResult> results = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            Optional<FaultResult> result = result(sets.get(i), touched.get(i));
            if (result.isEmpty()) {
                break;
            }
            results.add(result.get());
            boolean apart = touched.get(i).values().stream()
                    .allMatch(part -> part.faults().size() <= 1);
            sums += sets.get(i).size() > 1 && apart ? 1 : 0;
        }
        return results;
    }

    /** Which runs a set takes, by its number, what feels it, and a length. */
    private interface RunsOfSet {
        Collection<PartRun> of(int number, SortedMap<Integer, Parts.Part> felt, long length);
    }

    private Set<PartRun> ofEach(List<SortedMap<Integer, Parts.Part>> touched, RunsOfSet runsOfSet) {
        Set<PartRun> wanted = new LinkedHashSet<>();
        for (int i = 0; i < touched.size(); i++) {
            for (long length : plan.lengths()) {
                wanted.addAll(runsOfSet.of(i, touched.get(i), length));
            }
        }
        return wanted;
    }

    /**
     * The run that decides how a port network alone fares: without cores first, unless they might show that one of them is
     * listed at all.
     */
    private PartRun alone(Parts.Part part, long length) {
        if (withListedCores.contains(part.pn())) {
            Parts.Part fewer = partsWithoutCores.of(part);
            PartRun withoutCores = new PartRun(List.of(part.pn()), fewer.faults(), length, PartRun.Kind.WITHOUT_CORES);
            boolean asks = made.find(withoutCores)
                    .filter(trials ->
                            Objects.requireNonNull(trials.get(part.pn())).asks())
                    .isPresent();
            if (!asks) {
                return withoutCores;
            }
        }
        return new PartRun(List.of(part.pn()), part.faults(), length, PartRun.Kind.WITH_CORES);
    }

    private boolean coresAreListed(PortNetwork pn) {
        return Dependence.coresOf(pn, estate).stream()
                .allMatch(core -> made.listed().contains(core.cluster()));
    }

    /** What each port network that feels something goes through alone; empty if not all of that is known. */
    private Optional<SortedMap<Integer, PnTrial>> trials(SortedMap<Integer, Parts.Part> felt, long length) {
        SortedMap<Integer, PnTrial> trials = new TreeMap<>();
        for (Parts.Part part : felt.values()) {
            Optional<SortedMap<Integer, PnTrial>> run = made.find(alone(part, length));
            if (run.isEmpty()) {
                return Optional.empty();
            }
            trials.putAll(run.get());
        }
        return Optional.of(trials);
    }

    /** The port networks that may meet at a core, to be run together (M27). */
    private Optional<PartRun> coupling(
            SortedMap<Integer, Parts.Part> felt, SortedMap<Integer, PnTrial> trials, long length) {
        boolean resets = estate.timers().millis(TimerSetting.SURVIVABLE_CORE_RESET) > 0;
        boolean leaves = trials.values().stream().anyMatch(PnTrial::leavesCore);
        if (!resets || !leaves) {
            return Optional.empty();
        }
        // a core that resets leaves a place on full lists, also on those of port networks that feel nothing
        boolean everyone = hasFullLists();
        List<Integer> numbers = new ArrayList<>();
        for (PortNetwork pn : estate.portNetworks()) {
            PnTrial trial = trials.get(pn.number());
            if (everyone || trial != null && (trial.asks() || trial.leavesCore())) {
                numbers.add(pn.number());
            }
        }
        return numbers.size() < 2 ? Optional.empty() : Optional.of(together(Set.copyOf(numbers), felt, length));
    }

    /**
     * How port networks fare without random calls.
     *
     * @param trials by number
     * @param coupled the run of those that depend on each other, if some do
     */
    private record Fates(SortedMap<Integer, PnTrial> trials, Optional<PartRun> coupled) {}

    /** Empty if a run is missing. */
    private Optional<Fates> fates(SortedMap<Integer, Parts.Part> felt, long length) {
        return trials(felt, length).flatMap(trials -> {
            Optional<PartRun> coupled = coupling(felt, trials, length);
            if (coupled.isPresent()) {
                if (!made.has(coupled.get())) {
                    return Optional.empty();
                }
                trials.putAll(made.get(coupled.get()));
            }
            return Optional.of(new Fates(trials, coupled));
        });
    }

    /** The port networks with random calls that drop some. */
    private List<Integer> dropping(Fates fates) {
        return estate.portNetworks().stream()
                .filter(pn -> pn.traffic().isPresent())
                .map(PortNetwork::number)
                .filter(number -> fates.trials.containsKey(number)
                        && Objects.requireNonNull(fates.trials.get(number))
                                        .cost()
                                        .callsDropped()
                                > 0)
                .toList();
    }

    /** The run of all port networks that shows when the main servers change roles; empty if it does not matter. */
    private Optional<PartRun> roles(FaultSet set, long length, Fates fates) {
        boolean mayChange = fates.coupled.isPresent()
                || fates.trials.values().stream()
                        .anyMatch(trial -> !trial.interchanges().isEmpty());
        return rolesMatter && mayChange && !dropping(fates).isEmpty()
                ? Optional.of(new PartRun(all, parts.placesOf(set), length, PartRun.Kind.WITHOUT_CORES))
                : Optional.empty();
    }

    /** What is run again since port networks with random calls drop some; empty if a run is missing. */
    private Optional<Collection<PartRun>> withCalls(
            FaultSet set, SortedMap<Integer, Parts.Part> felt, long length, Fates fates) {
        Optional<PartRun> roles = roles(set, length, fates);
        if (!roles.stream().allMatch(made::has)) {
            return Optional.empty();
        }
        List<Long> interchanges = roles.map(made::get)
                .map(trials ->
                        Objects.requireNonNull(trials.get(trials.firstKey())).interchanges())
                .orElse(List.of());
        Set<PartRun> again = new LinkedHashSet<>();
        for (int number : hasRandomCalls ? dropping(fates) : List.<Integer>of()) {
            again.add(fates.coupled
                    .filter(run -> run.portNetworks().contains(number))
                    .orElseGet(() -> together(Set.of(number), felt, length))
                    .withCalls(interchanges));
        }
        return Optional.of(again);
    }

    /** Some port networks with all faults that they feel. */
    private static PartRun together(Set<Integer> numbers, SortedMap<Integer, Parts.Part> felt, long length) {
        Set<Integer> faults = new TreeSet<>();
        felt.values().stream()
                .filter(part -> numbers.contains(part.pn()))
                .forEach(part -> faults.addAll(part.faults()));
        return new PartRun(numbers.stream().sorted().toList(), List.copyOf(faults), length, PartRun.Kind.WITH_CORES);
    }

    private boolean hasFullLists() {
        return estate.portNetworks().stream()
                .anyMatch(pn -> Dependence.coresOf(pn, estate).size() > MOST_LISTED);
    }

    private Optional<FaultResult> result(FaultSet set, SortedMap<Integer, Parts.Part> felt) {
        List<FaultCost> costs = new ArrayList<>();
        for (long length : plan.lengths()) {
            Optional<Fates> fates = fates(felt, length);
            if (fates.isEmpty()) {
                return Optional.empty();
            }
            SortedMap<Integer, PnTrial> trials = fates.get().trials;
            Optional<Collection<PartRun>> again = withCalls(set, felt, length, fates.get());
            if (!again.stream().flatMap(Collection::stream).allMatch(made::has) || again.isEmpty()) {
                return Optional.empty();
            }
            again.get().forEach(run -> trials.putAll(made.get(run)));
            boolean others = trials.size() < estate.portNetworks().size();
            costs.add(FaultCost.of(length, trials, others, estate.main().cluster()));
        }
        return Optional.of(new FaultResult(set, costs));
    }
}
