package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.survivability.Dependence;
import org.ipsisim.survivability.Excerpt;

/**
 * The runs of an audit, of as much of the estate as faults touch; each part once.
 *
 * <p>A port network fares under a set of faults as it does alone, under the faults that it feels, unless
 * a core loses it and may reset while another port network needs a core: those are run together.
 *
 * <p>Random calls move nothing. So they are left out, and run with those port networks alone that drop calls. There the roles
 * of two main servers matter (T4), for which all IPSIs count: if the reach of one port network would change them, the whole
 * estate is run. If that of none would, the sum of them does not.
 */
final class AuditRuns {
    /** Most survivable cores on a list beside the main. */
    private static final int MOST_LISTED = PriorityLists.CAPACITY - 1;

    private final AuditPlan plan;
    private final ParallelRuns runs;
    private final Parts parts;
    private final Estate estate;
    private final WholeRuns engine;
    private final Map<Run, SortedMap<Integer, PnTrial>> known = new HashMap<>();
    private final Map<PnTrial, PnTrial> kinds = new HashMap<>();
    private final Set<Integer> listed = new TreeSet<>();
    private final boolean hasRandomCalls;
    private final boolean rolesMatter;
    private long sums;

    /**
     * What is run.
     *
     * @param portNetworks numbers, ascending
     * @param faults that they feel, by their place among the elements, ascending
     * @param length of the faults
     * @param randomCalls whether random calls come and go
     */
    private record Run(List<Integer> portNetworks, List<Integer> faults, long length, boolean randomCalls) {
        Run withRandomCalls() {
            return new Run(portNetworks, faults, length, true);
        }
    }

    /** @param quiet what happens to each port network without any fault, by number */
    AuditRuns(AuditPlan plan, SortedMap<Integer, PnTrial> quiet, ParallelRuns runs) {
        this.plan = plan;
        this.runs = runs;
        this.estate = plan.scenario().estate();
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
        this.parts = new Parts(plan, restless, rolesMatter);
    }

    /** The port networks that without any fault would make the main servers change roles if it were for them alone. */
    private List<Integer> interchanging() {
        List<Integer> numbers =
                estate.portNetworks().stream().map(PortNetwork::number).toList();
        List<Boolean> interchanges = runs.run(
                        "running port networks alone",
                        numbers.size(),
                        i ->
                                engine
                                        .run(Excerpt.of(estate, List.of(numbers.get(i))), List.of(), plan.longest(), Detail.CONTROL)
                                        .values()
                                        .stream()
                                        .anyMatch(PnTrial::interchanges))
                .results();
        return IntStream.range(0, interchanges.size())
                .filter(interchanges::get)
                .mapToObj(numbers::get)
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
        return known.size();
    }

    /** How many pairs cost what their faults cost one by one, since no port network feels both. */
    long sums() {
        return sums;
    }

    /** Clusters that were on a list of some port network that felt something at some time. */
    Set<Integer> listed() {
        return listed;
    }

    /** Tries sets of faults; the first results if the work was stopped. */
    List<FaultResult> of(String what, List<FaultSet> sets) {
        List<SortedMap<Integer, Parts.Part>> touched = new ArrayList<>();
        Set<Run> wanted = new LinkedHashSet<>();
        for (FaultSet set : sets) {
            SortedMap<Integer, Parts.Part> felt = parts.of(set);
            touched.add(felt);
            for (Parts.Part part : felt.values()) {
                for (long length : plan.lengths()) {
                    wanted.add(alone(part, length));
                }
            }
        }
        make(what, wanted);
        Set<Run> coupled = new LinkedHashSet<>();
        for (SortedMap<Integer, Parts.Part> felt : touched) {
            for (long length : plan.lengths()) {
                trials(felt, length)
                        .flatMap(trials -> coupling(felt, trials, length))
                        .ifPresent(coupled::add);
            }
        }
        make(what + " together", coupled);
        if (hasRandomCalls) {
            Set<Run> withCalls = new LinkedHashSet<>();
            for (int i = 0; i < sets.size(); i++) {
                FaultSet set = sets.get(i);
                SortedMap<Integer, Parts.Part> felt = touched.get(i);
                for (long length : plan.lengths()) {
                    fates(felt, length).ifPresent(fates -> withCalls.addAll(withCalls(set, felt, length, fates)));
                }
            }
            make(what + " with random calls", withCalls);
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

    private static Run alone(Parts.Part part, long length) {
        return new Run(List.of(part.pn()), part.faults(), length, false);
    }

    /** Makes the runs that are not known yet. */
    private void make(String what, Collection<Run> wanted) {
        List<Run> missing =
                wanted.stream().filter(run -> !known.containsKey(run)).toList();
        RunKind<SortedMap<Integer, PnTrial>> kind =
                new RunKind<>(number -> name(missing.get(number)), PnTrial::writeAll, PnTrial::readAll);
        int[] numbers = Shard.WHOLE.numbers(missing.size());
        List<SortedMap<Integer, PnTrial>> made = runs.run(what, numbers, kind, number -> run(missing.get(number)))
                .results();
        for (int i = 0; i < made.size(); i++) {
            made.get(i).replaceAll((pn, trial) -> kinds.computeIfAbsent(trial, same -> same));
            made.get(i).values().forEach(trial -> listed.addAll(trial.listed()));
            known.put(missing.get(i), made.get(i));
        }
    }

    /** Such as {@code pn 1, 2: wan + main-a for 30000 ms}. */
    private String name(Run run) {
        String pns = run.portNetworks.toString();
        String faults = new FaultSet(parts.faultsOf(run.faults)).name();
        return "pn " + pns.substring(1, pns.length() - 1) + ": " + (faults.isEmpty() ? "nothing" : faults) + " for "
                + run.length + " ms" + (run.randomCalls ? " with random calls" : "");
    }

    private SortedMap<Integer, PnTrial> run(Run run) {
        Detail detail = run.randomCalls ? Detail.RESETS : Detail.CONTROL;
        return engine.run(Excerpt.of(estate, run.portNetworks), parts.faultsOf(run.faults), run.length, detail);
    }

    /** What each port network that feels something goes through alone; empty if not all of that is known. */
    private Optional<SortedMap<Integer, PnTrial>> trials(SortedMap<Integer, Parts.Part> felt, long length) {
        SortedMap<Integer, PnTrial> trials = new TreeMap<>();
        for (Parts.Part part : felt.values()) {
            SortedMap<Integer, PnTrial> run = known.get(alone(part, length));
            if (run == null) {
                return Optional.empty();
            }
            trials.putAll(run);
        }
        return Optional.of(trials);
    }

    /** The port networks that may meet at a core, to be run together (M27). */
    private Optional<Run> coupling(
            SortedMap<Integer, Parts.Part> felt, SortedMap<Integer, PnTrial> trials, long length) {
        boolean resets = estate.timers().millis(TimerSetting.SURVIVABLE_CORE_RESET) > 0;
        boolean leaves = trials.values().stream().anyMatch(PnTrial::leavesCore);
        if (!resets || !leaves) {
            return Optional.empty();
        }
        // a core that resets leaves a place on full lists, also on those of port networks that feel nothing
        boolean all = hasFullLists();
        List<Integer> numbers = new ArrayList<>();
        Set<Integer> faults = new TreeSet<>();
        for (PortNetwork pn : estate.portNetworks()) {
            PnTrial trial = trials.get(pn.number());
            if (all || trial != null && (trial.asks() || trial.leavesCore())) {
                numbers.add(pn.number());
            }
        }
        felt.values().stream()
                .filter(part -> numbers.contains(part.pn()))
                .forEach(part -> faults.addAll(part.faults()));
        numbers.sort(null);
        return numbers.size() < 2
                ? Optional.empty()
                : Optional.of(new Run(List.copyOf(numbers), List.copyOf(faults), length, false));
    }

    /**
     * How port networks fare without random calls.
     *
     * @param trials by number
     * @param coupled the run of those that depend on each other, if some do
     */
    private record Fates(SortedMap<Integer, PnTrial> trials, Optional<Run> coupled) {}

    /** Empty if a run is missing. */
    private Optional<Fates> fates(SortedMap<Integer, Parts.Part> felt, long length) {
        return trials(felt, length).flatMap(trials -> {
            Optional<Run> coupled = coupling(felt, trials, length);
            if (coupled.isPresent()) {
                if (!known.containsKey(coupled.get())) {
                    return Optional.empty();
                }
                trials.putAll(known.get(coupled.get()));
            }
            return Optional.of(new Fates(trials, coupled));
        });
    }

    /** What is run again since port networks with random calls drop some. */
    private Collection<Run> withCalls(FaultSet set, SortedMap<Integer, Parts.Part> felt, long length, Fates fates) {
        Map<Integer, PnTrial> trials = fates.trials;
        Optional<Run> coupled = fates.coupled;
        List<Integer> dropping = estate.portNetworks().stream()
                .filter(pn -> pn.traffic().isPresent())
                .map(PortNetwork::number)
                .filter(number ->
                        trials.containsKey(number) && trials.get(number).cost().callsDropped() > 0)
                .toList();
        if (dropping.isEmpty()) {
            return List.of();
        }
        boolean rolesMayChange = coupled.isPresent() || trials.values().stream().anyMatch(PnTrial::interchanges);
        if (rolesMatter && rolesMayChange) {
            List<Integer> all =
                    estate.portNetworks().stream().map(PortNetwork::number).toList();
            return List.of(new Run(all, parts.placesOf(set), length, true));
        }
        Set<Run> again = new LinkedHashSet<>();
        for (int number : dropping) {
            boolean isCoupled =
                    coupled.filter(run -> run.portNetworks.contains(number)).isPresent();
            again.add((isCoupled ? coupled.get() : alone(Objects.requireNonNull(felt.get(number)), length))
                    .withRandomCalls());
        }
        return again;
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
            Collection<Run> again = hasRandomCalls ? withCalls(set, felt, length, fates.get()) : List.of();
            for (Run run : again) {
                if (!known.containsKey(run)) {
                    return Optional.empty();
                }
                trials.putAll(known.get(run));
            }
            boolean others = trials.size() < estate.portNetworks().size();
            costs.add(FaultCost.of(length, trials, others, estate.main().cluster()));
        }
        return Optional.of(new FaultResult(set, costs));
    }
}
