package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.Allowance;

/**
 * What would have prevented the state at the moment, or shortened it: found by running the scenario with one thing
 * different at a time. All runs have the same seed: the same lost heartbeats, the same calls.
 *
 * @param harm what is wrong at the moment; there is nothing to prevent if nothing is
 * @param from since when it has been that bad or worse without a break, in milliseconds
 * @param to until when
 * @param asItIs what the run itself comes to
 * @param events what the run comes to without an event that led to the state; and those without which it would not have
 *     come to that, or two together if no single one is the cause
 * @param remedies what would have helped, best first
 * @param assumed lengths that the simulator assumes, and with which it would not have come to that
 * @param noBetter what was tried and would have cost as much or more on the whole, in a few words each
 * @param inVain what was tried and would have had no effect, in a few words each
 * @param otherSeeds what comes of it with other seeds, if chance has a part in it
 * @param runs how many runs it took
 * @param unfinished what was not found out
 */
public record Prevention(
        Harm harm,
        long from,
        long to,
        Remedy asItIs,
        List<Remedy> events,
        List<Remedy> remedies,
        List<Remedy> assumed,
        List<String> noBetter,
        List<String> inVain,
        Optional<OtherSeeds> otherSeeds,
        int runs,
        Allowance.Unfinished unfinished) {
    private static final Comparator<Remedy> BEST_FIRST = Comparator.comparing(Remedy::verdict)
            .thenComparing(Prevention::calls)
            .thenComparing(Prevention::outage)
            .thenComparing(Prevention::cannotDial);

    /** Keeps copies of the lists. */
    public Prevention {
        events = List.copyOf(events);
        remedies = List.copyOf(remedies);
        assumed = List.copyOf(assumed);
        noBetter = List.copyOf(noBetter);
        inVain = List.copyOf(inVain);
    }

    /** Tries everything that bears on the moment of an explanation. */
    public static Prevention of(Explanation explanation) {
        return of(explanation, Allowance.usual());
    }

    /**
     * Tries everything that bears on the moment of an explanation.
     *
     * @param allowance how much work all runs together may take
     */
    public static Prevention of(Explanation explanation, Allowance allowance) {
        return new Search(explanation.moment(), allowance).result();
    }

    private static final class Search extends CounterfactualSearch<Remedy> {
        /** Most events that are left out one at a time; those that led to the state come first, then the latest. */
        private static final int MOST_TRIED = 40;

        /** Most failures of which pairs are left out. */
        private static final int MOST_PAIRED = 6;

        private final Remedy asItIs;
        private final Map<String, Optional<Remedy>> outcomes = new ConcurrentHashMap<>();
        private final List<String> noBetter = new ArrayList<>();

        Search(PnMoment moment, Allowance allowance) {
            super(moment, allowance);
            this.asItIs = Remedy.asItIs(moment);
        }

        Prevention result() {
            List<Remedy> events = List.of();
            Optional<OtherSeeds> otherSeeds = Optional.empty();
            if (trials.harm() != Harm.NONE) {
                events = events();
                for (TimerSetting setting : TimerSetting.values()) {
                    if (setting.isAdministered() && setting.bearsOn(moment.pn().portNetwork(), scenario.estate())) {
                        tryTimer(setting);
                    }
                }
                tryAll(EstateChanges.of(moment));
                otherSeeds = otherSeeds();
            }
            HarmTimes.Stretch stretch =
                    trials.harm().timesIn(moment.history(), moment.pn()).around(moment.at());
            return new Prevention(
                    trials.harm(),
                    stretch.from(),
                    stretch.to(),
                    asItIs,
                    events,
                    found().stream()
                            .filter(remedy -> !remedy.isAssumed())
                            .sorted(BEST_FIRST)
                            .toList(),
                    found().stream().filter(Remedy::isAssumed).toList(),
                    noBetter,
                    withoutEffect(),
                    otherSeeds,
                    allowance.runs(),
                    allowance.unfinished());
        }

        /**
         * What the run comes to without each event that led to the state, and without each other one that prevents it so;
         * if none does, without the first two that do together.
         */
        private List<Remedy> events() {
            Set<Step.Origin> led = CauseChain.of(moment).entries().stream()
                    .filter(TraceEntry::isRoot)
                    .flatMap(entry -> sources.of(entry).stream())
                    .collect(Collectors.toSet());
            List<Occurrence> suspects = sources.occurrences().stream()
                    .filter(event -> moment.isPast(event.at()))
                    .sorted(Comparator.comparing((Occurrence event) -> !led.contains(event.source()))
                            .thenComparing(event -> led.contains(event.source()) ? 0 : -event.at()))
                    .limit(MOST_TRIED)
                    .toList();
            List<Remedy> events = tried(suspects, true, suspect -> {
                Counterfactual change = without(List.of(suspect));
                boolean isTold = led.contains(suspect.source()) || isWanted(change.scenario());
                return isTold ? result(change) : Optional.empty();
            });
            if (events.stream().noneMatch(event -> event.verdict() == Remedy.Verdict.PREVENTS)) {
                pair(suspects).flatMap(this::result).ifPresent(events::add);
            }
            return events;
        }

        private Optional<Counterfactual> pair(List<Occurrence> suspects) {
            List<Occurrence> failures = suspects.stream()
                    .filter(suspect -> suspect.event() instanceof ScenarioEvent.Fail
                            || suspect.event() instanceof ScenarioEvent.Flap)
                    .limit(MOST_PAIRED)
                    .toList();
            return IntStream.range(0, failures.size())
                    .boxed()
                    .flatMap(i -> failures.subList(i + 1, failures.size()).stream()
                            .map(other -> without(List.of(failures.get(i), other))))
                    .filter(change -> allowance.hasWorkFor(0) && isWanted(change.scenario()))
                    .findFirst();
        }

        /** Other seeds, if chance plays a part in the scenario. */
        private Optional<OtherSeeds> otherSeeds() {
            if (!Chance.losesHeartbeats(scenario)
                    && moment.scenario().randomOutages().isEmpty()) {
                return Optional.empty();
            }
            List<Long> seeds = LongStream.rangeClosed(1, OtherSeeds.MOST)
                    .mapToObj(next -> scenario.seed() + next)
                    .toList();
            List<HarmTimes> others = tried(seeds, false, trials::timesWithSeed);
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OtherSeeds(
                            others.size(),
                            (int) others.stream()
                                    .filter(times -> times.isAt(moment.at()))
                                    .count(),
                            (int) others.stream()
                                    .filter(times -> times.total() > 0)
                                    .count()));
        }

        @Override
        boolean isWanted(Scenario changed) {
            return trials.judge(changed) == Remedy.Verdict.PREVENTS;
        }

        @Override
        Optional<Remedy> judge(Counterfactual change) {
            return outcome(change).filter(remedy -> remedy.verdict() != Remedy.Verdict.NO_HELP);
        }

        /** What a difference comes to on the whole; empty if it leaves the port network as it is. */
        private Optional<Remedy> outcome(Counterfactual change) {
            return outcomes.computeIfAbsent(
                    change.words(),
                    words -> isWanted(change.scenario()) || !trials.changesNothing(change.scenario())
                            ? resultOnTheWhole(change)
                            : Optional.empty());
        }

        /** The whole estate is run only for a difference that helps: others are not told of. */
        private Optional<Remedy> resultOnTheWhole(Counterfactual change) {
            Optional<Remedy> noHelp = trials.ownRun(change.scenario())
                    .map(run -> Remedy.of(change, trials.judge(change.scenario()), run, moment))
                    .map(remedy -> remedy.with(onTheWhole(remedy)))
                    .filter(remedy -> remedy.verdict() == Remedy.Verdict.NO_HELP);
            return noHelp.isPresent()
                    ? allowance.trial(() -> noHelp)
                    : result(change).map(remedy -> remedy.with(onTheWhole(remedy)));
        }

        /** What helps at the moment may cost more elsewhere; what does not may save something elsewhere. */
        private Remedy.Verdict onTheWhole(Remedy remedy) {
            boolean helps = remedy.verdict() != Remedy.Verdict.NO_HELP
                    && (remedy.kind() == Remedy.Kind.RETURN ? isBack(remedy) : !costsMore(remedy));
            return helps ? remedy.verdict() : savesSomething(remedy) ? Remedy.Verdict.SAVES : Remedy.Verdict.NO_HELP;
        }

        @Override
        Optional<Remedy> secondBest(List<Counterfactual> values) {
            return values.stream()
                    .filter(value -> value.kind() != Remedy.Kind.ASSUMED_LENGTH)
                    .flatMap(value -> judge(value).stream())
                    .min(BEST_FIRST);
        }

        @Override
        void reject(String words, List<Counterfactual> tried) {
            boolean differs =
                    tried.stream().flatMap(change -> outcome(change).stream()).anyMatch(remedy -> !isAsCostly(remedy));
            if (tried.get(0).kind() != Remedy.Kind.ASSUMED_LENGTH) {
                if (differs) {
                    noBetter.add(words);
                } else {
                    super.reject(words, tried);
                }
            }
        }

        /** What a difference makes of the run as a whole; empty if that is too much for one run. */
        private Optional<Remedy> result(Counterfactual change) {
            return trials.run(change.scenario())
                    .map(run -> Remedy.of(change, trials.judge(change.scenario()), run, moment));
        }

        /** A return to the main takes a restart; it has to have come by the moment. */
        private boolean isBack(Remedy remedy) {
            return remedy.then().controller() == moment.history().mainCluster();
        }

        /** Whether it buys one time without service with another one, and saves no call. */
        private boolean costsMore(Remedy remedy) {
            return calls(remedy) >= calls(asItIs)
                    && (outage(remedy) > outage(asItIs)
                            || outage(remedy) == outage(asItIs) && cannotDial(remedy) > cannotDial(asItIs));
        }

        private boolean savesSomething(Remedy remedy) {
            return calls(remedy) <= calls(asItIs)
                    && outage(remedy) <= outage(asItIs)
                    && (calls(remedy) < calls(asItIs)
                            || outage(remedy) < outage(asItIs)
                            || cannotDial(remedy) < cannotDial(asItIs));
        }

        private boolean isAsCostly(Remedy remedy) {
            return calls(remedy) == calls(asItIs)
                    && outage(remedy) == outage(asItIs)
                    && cannotDial(remedy) == cannotDial(asItIs);
        }
    }

    private static long calls(Remedy remedy) {
        return remedy.cost().callsDropped();
    }

    private static long outage(Remedy remedy) {
        return remedy.cost().outage();
    }

    private static long cannotDial(Remedy remedy) {
        return remedy.cost().cannotDial();
    }

    /**
     * How much of a state is bad luck: what the same scenario does with other seeds.
     *
     * @param seeds how many others: those that follow that of the scenario
     * @param atMoment with how many of them it is as bad or worse at the moment
     * @param atAll with how many of them it is at some time
     */
    public record OtherSeeds(int seeds, int atMoment, int atAll) {
        private static final int MOST = 20;
    }
}
