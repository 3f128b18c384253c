package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every claim is checked by running it, and no single change that helps is missed: each timer at its bounds, each server at
 * each other site, one more core, a second IPSI, a second link, ignore connectivity. The changes are made here once more.
 */
class SingleChangesTest {
    private static final int SEEDS = 30;

    private static int remediesRun;
    private static int enablersRun;

    /** A single change, with the beginning of the words by which an explanation names it. */
    private static Map<String, List<Scenario>> changes(Scenario scenario, PortNetwork pn) {
        Map<String, List<Scenario>> changes = new LinkedHashMap<>();
        for (TimerSetting setting : TimerSetting.values()) {
            if (setting.isAdministered() && setting.confidence() != Confidence.ASSUMED) {
                Duration present = scenario.estate().timers().get(setting);
                Stream.of(
                                scenario.estate().release().minOf(setting),
                                scenario.estate().release().maxOf(setting))
                        .filter(bound -> !bound.equals(present))
                        .forEach(bound -> add(changes, setting.key() + " ", at(scenario, setting, bound)));
            }
        }
        Estate estate = scenario.estate();
        MainCluster main = estate.main();
        for (String site : estate.sites()) {
            if (main.duplex()) {
                put(changes, "main-a at " + site, scenario, main(estate, site, main.standbySite()));
                put(changes, "main-b at " + site, scenario, main(estate, main.site(), site));
            } else {
                put(changes, "the main server at " + site, scenario, main(estate, site, ""));
                add(changes, "a standby main server, its arbiter link intact, at " + site, standby(scenario, site));
            }
            for (SurvivableCore core : estate.survivableCores()) {
                SurvivableCore moved = new SurvivableCore(
                        core.cluster(),
                        site,
                        core.community(),
                        core.systemPreferred(),
                        core.localPreferred(),
                        core.localOnly(),
                        core.priorityScore());
                put(changes, "core " + core.cluster() + " at " + site, scenario, estate.with(core, moved));
            }
            List<SurvivableCore> cores = new ArrayList<>(estate.survivableCores());
            cores.add(new SurvivableCore(free(estate), site, pn.community(), false, true, true, 1));
            put(changes, "one more survivable core at " + site, scenario, estate.withSurvivableCores(cores));
        }
        for (Link link : estate.links()) {
            List<Link> links = new ArrayList<>(estate.links());
            links.add(link.with("second", link.network()));
            put(changes, "a second link beside " + link.id(), scenario, estate.withLinks(links));
        }
        if (!pn.duplicatedIpsis()) {
            boolean shared = estate.links().stream().anyMatch(link -> link.network() == ControlNetwork.BOTH);
            put(
                    changes,
                    shared ? "a second IPSI on the same control network" : "a second IPSI",
                    scenario,
                    estate.with(pn.withDuplicatedIpsis(true)));
        }
        if (main.duplex() && !pn.ignoreConnectivityInArbitration()) {
            put(
                    changes,
                    "ignore connectivity in server arbitration",
                    scenario,
                    estate.with(pn.ignoringConnectivity(true)));
        }
        changes.values()
                .forEach(made -> made.removeIf(changed -> changed.estate().equals(estate)));
        changes.values().removeIf(List::isEmpty);
        return changes;
    }

    private static void put(Map<String, List<Scenario>> changes, String words, Scenario scenario, Estate changed) {
        add(changes, words, scenario.with(changed));
    }

    private static void add(Map<String, List<Scenario>> changes, String words, Scenario changed) {
        changes.computeIfAbsent(words, name -> new ArrayList<>()).add(changed.withoutExpectations());
    }

    private static Estate main(Estate estate, String site, String standby) {
        MainCluster main = estate.main();
        return estate.with(new MainCluster(main.cluster(), site, main.duplex(), standby.isEmpty() ? site : standby));
    }

    private static Scenario standby(Scenario scenario, String site) {
        MainCluster main = scenario.estate().main();
        MainCluster two = new MainCluster(main.cluster(), main.site(), true, site);
        List<String> both = two.servers().stream().map(Server::id).toList();
        return scenario.withTargets(
                        target -> target.name().equals("main") ? new Target.OfServers("main", both) : target)
                .with(scenario.estate().with(two));
    }

    private static int free(Estate estate) {
        return IntStream.iterate(2, number -> number + 1)
                .filter(number -> number != estate.main().cluster()
                        && estate.survivableCores().stream().noneMatch(core -> core.cluster() == number))
                .findFirst()
                .orElseThrow();
    }

    /** A timer has the value all the time. */
    private static Scenario at(Scenario scenario, TimerSetting setting, Duration value) {
        List<ScenarioEvent> events = scenario.events().stream()
                .map(event -> {
                    if (!(event instanceof ScenarioEvent.SetTimers change)
                            || !change.settings().containsKey(setting)) {
                        return event;
                    }
                    Map<TimerSetting, Duration> settings = new EnumMap<>(change.settings());
                    settings.put(setting, value);
                    return new ScenarioEvent.SetTimers(change.at(), settings);
                })
                .toList();
        return scenario.withEvents(events).with(scenario.estate().timers().with(setting, value));
    }

    private record Result(long calls, long outage) {
        static Result of(History run, int pn) {
            PnHistory there = run.findPortNetwork(pn).orElseThrow();
            return new Result(there.totals().callsDropped(), there.totals().outage());
        }

        boolean isBetterThan(Result other) {
            return calls <= other.calls && outage <= other.outage && !equals(other);
        }
    }

    private record Asked(Explanation explanation, Map<String, List<History>> runs) {
        static Optional<Asked> of(Scenario scenario) {
            History history = Simulation.run(scenario);
            int pn = WorstMoment.portNetwork(history);
            return WorstMoment.of(history, pn).map(at -> {
                Explanation explanation = Explanation.of(history, pn, at);
                Map<String, List<History>> runs = new LinkedHashMap<>();
                changes(scenario, explanation.portNetwork().portNetwork())
                        .forEach((words, changed) -> runs.put(
                                words, changed.stream().map(Simulation::run).toList()));
                return new Asked(explanation, runs);
            });
        }

        int pn() {
            return explanation.portNetwork().portNetwork().number();
        }

        /** The results of a change that some words name; none if they name something else. */
        List<History> named(String words) {
            return runs.entrySet().stream()
                    .filter(change -> names(words, change.getKey()))
                    .flatMap(change -> change.getValue().stream())
                    .toList();
        }

        private static boolean names(String words, String change) {
            return change.endsWith(" ") ? words.startsWith(change) : words.equals(change);
        }

        boolean isNamed(String change, Stream<String> words) {
            return words.anyMatch(said -> names(said, change));
        }
    }

    /** Some remedies have no run here, since none of the changes tried is theirs; most have one. */
    @AfterAll
    static void claimsWereHeldAgainstRuns() {
        assertThat(remediesRun).isGreaterThan(Generated.count(SEEDS));
        assertThat(enablersRun).isGreaterThan(Generated.count(SEEDS));
    }

    @TestFactory
    Stream<DynamicTest> everyClaimIsTrueAndNothingThatHelpsIsMissed() {
        return Generated.seeds(SEEDS)
                .boxed()
                .flatMap(seed -> Stream.of(
                        ScenarioGenerator.scenario(seed),
                        ScenarioGenerator.duplexScenario(seed),
                        ScenarioGenerator.duplicatedScenario(seed)))
                .flatMap(scenario -> Asked.of(scenario).stream())
                .map(asked -> DynamicTest.dynamicTest(
                        asked.explanation.history().scenario().title(), () -> {
                            checkWhy(asked.explanation);
                            checkPrevention(asked);
                            for (ExpectedOutcome what : ExpectedOutcome.values()) {
                                checkWhyNot(asked, what);
                            }
                        }));
    }

    /** Of the failures that are named, one lasts until the state began, or a heartbeat and its way longer. */
    private static void checkWhy(Explanation explanation) {
        History history = explanation.history();
        long since = explanation.state().from();
        long grace = 2 * history.scenario().estate().timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        List<TraceEntry> named = explanation.why().stream()
                .flatMap(step -> history.findEntry(step.entry()).stream())
                .filter(entry -> entry.is(NetworkHappening.Failed.class))
                .toList();
        if (!named.isEmpty() && explanation.state().state() != PnState.IN_SERVICE) {
            assertThat(named)
                    .as(explanation.answer())
                    .anyMatch(failed -> history.trace()
                            .next(NetworkHappening.Restored.class, failed)
                            .filter(restored -> restored.at() + grace < since)
                            .isEmpty());
        }
    }

    private static void checkPrevention(Asked asked) {
        Prevention prevention = Prevention.of(asked.explanation);
        Result now = Result.of(asked.explanation.history(), asked.pn());
        for (Remedy remedy : prevention.remedies()) {
            assertThat(remedy.cost().outage()).as(remedy.words()).isEqualTo(Result.of(remedy.run(), asked.pn()).outage);
            if (remedy.kind() != Remedy.Kind.TIMER) {
                remediesRun += asked.named(remedy.words()).size();
                assertThat(asked.named(remedy.words()))
                        .as(remedy.words())
                        .allMatch(run -> Result.of(run, asked.pn()).equals(Result.of(remedy.run(), asked.pn())));
            }
        }
        for (String words : prevention.inVain()) {
            assertThat(asked.named(words))
                    .as("no effect: " + words)
                    .allMatch(run -> Result.of(run, asked.pn()).equals(now));
        }
        for (String words : prevention.noBetter()) {
            assertThat(asked.named(words))
                    .as("no better: " + words)
                    .noneMatch(run -> Result.of(run, asked.pn()).isBetterThan(now));
        }
        asked.runs.forEach((change, runs) -> {
            if (runs.stream().anyMatch(run -> Result.of(run, asked.pn()).isBetterThan(now))) {
                assertThat(asked.isNamed(change, prevention.remedies().stream().map(Remedy::words)))
                        .as("a remedy: " + change)
                        .isTrue();
            }
        });
    }

    private static void checkWhyNot(Asked asked, ExpectedOutcome what) {
        WhyNot whyNot = WhyNot.of(asked.explanation, what);
        if (whyNot.happened().isPresent()) {
            return;
        }
        int before = times(asked.explanation.history(), what, asked);
        for (WhyNot.Enabler enabler : whyNot.enablers()) {
            assertThat(enabler.at()).as(enabler.words()).isLessThanOrEqualTo(asked.explanation.at());
            if (enabler.kind() != Remedy.Kind.TIMER && enabler.kind() != Remedy.Kind.ASSUMED_LENGTH) {
                enablersRun += asked.named(enabler.words()).size();
                assertThat(asked.named(enabler.words()))
                        .as(what + " with " + enabler.words())
                        .allMatch(run -> times(run, what, asked) > before);
            }
        }
        for (String words : whyNot.inVain()) {
            assertThat(asked.named(words))
                    .as(what + " not with " + words)
                    .noneMatch(run -> times(run, what, asked) > before);
        }
        asked.runs.forEach((change, runs) -> {
            if (runs.stream().anyMatch(run -> times(run, what, asked) > before)) {
                assertThat(asked.isNamed(change, whyNot.enablers().stream().map(WhyNot.Enabler::words)))
                        .as(what + " with " + change)
                        .isTrue();
            }
        });
    }

    private static int times(History run, ExpectedOutcome what, Asked asked) {
        return what.entries(run, asked.pn(), asked.explanation.at()).size();
    }
}
