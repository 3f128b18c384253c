package org.ipsisim.study.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.survivability.Dependence;

/**
 * The runs of an audit, of as much of the estate as faults touch; each part once.
 *
 * <p>A port network fares under a set of faults as it does alone, under the faults that it feels, unless
 * a core loses it and may reset while another port network needs a core: those are run together.
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
    private long sums;

    /**
     * What is run.
     *
     * @param portNetworks numbers, ascending
     * @param faults that they feel, by their place among the elements, ascending
     * @param length of the faults
     */
    private record Run(List<Integer> portNetworks, List<Integer> faults, long length) {}

    /** @param quiet what happens to each port network without any fault, by number */
    AuditRuns(AuditPlan plan, SortedMap<Integer, PnTrial> quiet, ParallelRuns runs) {
        this.plan = plan;
        this.runs = runs;
        this.estate = plan.scenario().estate();
        this.engine = new WholeRuns(plan);
        Set<Integer> restless = new TreeSet<>();
        quiet.forEach((number, trial) -> {
            if (!trial.isQuiet(estate.main().cluster(), plan.horizon())) {
                restless.add(number);
            }
        });
        this.parts = new Parts(plan, restless);
    }

    /**
     * Whether there are port networks alone, which depend on each other through cores alone. Random calls go from one to
     * another, and wait while the main servers change roles (T4, T6).
     */
    static boolean isPossible(Estate estate) {
        return estate.sip().isEmpty()
                && estate.portNetworks().stream().allMatch(pn -> pn.traffic().isEmpty());
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
        return new Run(List.of(part.pn()), part.faults(), length);
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
                + run.length + " ms";
    }

    private SortedMap<Integer, PnTrial> run(Run run) {
        return engine.run(part(run.portNetworks), parts.faultsOf(run.faults), run.length);
    }

    /** The estate with some port networks alone, and the cores that they may ask. */
    private Estate part(List<Integer> numbers) {
        List<PortNetwork> portNetworks = estate.portNetworks().stream()
                .filter(pn -> numbers.contains(pn.number()))
                .toList();
        Set<SurvivableCore> cores = new LinkedHashSet<>();
        portNetworks.forEach(pn -> cores.addAll(Dependence.coresOf(pn, estate)));
        return estate.withSurvivableCores(List.copyOf(cores))
                .withSurvivableRemotes(List.of())
                .withPortNetworks(portNetworks);
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
                : Optional.of(new Run(List.copyOf(numbers), List.copyOf(faults), length));
    }

    private boolean hasFullLists() {
        return estate.portNetworks().stream()
                .anyMatch(pn -> Dependence.coresOf(pn, estate).size() > MOST_LISTED);
    }

    private Optional<FaultResult> result(FaultSet set, SortedMap<Integer, Parts.Part> felt) {
        List<FaultCost> costs = new ArrayList<>();
        for (long length : plan.lengths()) {
            Optional<SortedMap<Integer, PnTrial>> trials = trials(felt, length);
            if (trials.isEmpty()) {
                return Optional.empty();
            }
            Optional<Run> coupled = coupling(felt, trials.get(), length);
            if (coupled.isPresent()) {
                if (!known.containsKey(coupled.get())) {
                    return Optional.empty();
                }
                trials.get().putAll(known.get(coupled.get()));
            }
            boolean others = trials.get().size() < estate.portNetworks().size();
            costs.add(FaultCost.of(length, trials.get(), others, estate.main().cluster()));
        }
        return Optional.of(new FaultResult(set, costs));
    }
}
