package org.ipsisim.study.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.ipsisim.estate.Estate;
import org.ipsisim.history.Detail;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;
import org.ipsisim.survivability.Excerpt;

/** The runs of parts of the estate that an audit has made, each once, and what they show of each port network, by number. */
final class PartRuns {
    private final Estate estate;
    private final Parts parts;
    private final WholeRuns engine;
    private final ParallelRuns runs;
    private final Map<PartRun, SortedMap<Integer, PnTrial>> known = new HashMap<>();
    private final Map<PnTrial, PnTrial> kinds = new HashMap<>();
    private final Set<Integer> listed = new TreeSet<>();

    /** @param quiet what happens to port networks without any fault */
    PartRuns(AuditPlan plan, Parts parts, ParallelRuns runs, Collection<PnTrial> quiet) {
        this.estate = plan.scenario().estate();
        this.parts = parts;
        this.engine = new WholeRuns(plan);
        this.runs = runs;
        quiet.forEach(trial -> listed.addAll(trial.listed()));
    }

    /** How many were made. */
    long made() {
        return known.size();
    }

    /** Clusters that were on a list at some time. */
    Set<Integer> listed() {
        return listed;
    }

    boolean has(PartRun run) {
        return known.containsKey(run);
    }

    /** Empty if the run was not made. */
    Optional<SortedMap<Integer, PnTrial>> find(PartRun run) {
        return Optional.ofNullable(known.get(run));
    }

    /** What a run that was made shows. */
    SortedMap<Integer, PnTrial> get(PartRun run) {
        return Objects.requireNonNull(known.get(run));
    }

    /** Makes those that are not known yet; some of them if the work is stopped. */
    void make(String what, Collection<PartRun> wanted) {
        List<PartRun> missing = wanted.stream().filter(run -> !has(run)).toList();
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
    private String name(PartRun run) {
        String pns = run.portNetworks().toString();
        String faults = new FaultSet(parts.faultsOf(run.faults())).name();
        return "pn " + pns.substring(1, pns.length() - 1) + ": " + (faults.isEmpty() ? "nothing" : faults) + " for "
                + run.length() + " ms" + run.kind().words()
                + (run.interchanges().isEmpty() ? "" : " and interchanges at " + run.interchanges());
    }

    private SortedMap<Integer, PnTrial> run(PartRun run) {
        Estate part = Excerpt.of(estate, run.portNetworks());
        List<Fault> faults = parts.faultsOf(run.faults());
        return switch (run.kind()) {
            case WITHOUT_CORES ->
                engine.run(part.withSurvivableCores(List.of()), faults, run.length(), List.of(), Detail.CONTROL);
            case WITH_CORES -> engine.run(part, faults, run.length(), List.of(), Detail.CONTROL);
            case WITH_CALLS -> {
                Estate ignored = part.withPortNetworks(part.portNetworks().stream()
                        .map(pn -> pn.ignoringConnectivity(true))
                        .toList());
                yield engine.run(ignored, faults, run.length(), run.interchanges(), Detail.RESETS);
            }
        };
    }
}
