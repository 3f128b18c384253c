package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.generate.Generated;
import org.ipsisim.generate.ScenarioGenerator;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.ToldTrace;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.scenario.ScenarioWriter;
import org.ipsisim.study.Allowance;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is explained, wherever and whenever: it is what happened in the run, and every number is one of a run. */
class ExplainedEverywhereTest {
    private static final int SEEDS = 25;

    private static final Pattern RANGE = Pattern.compile(
            "(\\S+) (\\S+) or (more|less), (?:up|down) to [^ ,]+(?:, all the time)? \\(it (?:is|begins with) \\S+\\)");

    private record Asked(History history, int pn, long at) {
        static Asked of(History history, SplittableRandom random) {
            int pn = history.portNetworks()
                    .get(random.nextInt(history.portNetworks().size()))
                    .portNetwork()
                    .number();
            // Most moments of a run are dull: half of them are taken at something that happened.
            List<TraceEntry> own = history.trace().stream()
                    .filter(entry -> entry.subject().name().equals("pn-" + pn))
                    .toList();
            long at = own.isEmpty() || random.nextBoolean()
                    ? random.nextLong(history.duration() + 1)
                    : own.get(random.nextInt(own.size())).at();
            return new Asked(history, pn, at);
        }

        @Override
        public String toString() {
            return history.scenario().title() + ", pn " + pn + " at " + at;
        }
    }

    private static Stream<Scenario> generated() {
        List<Scenario> scenarios = new ArrayList<>();
        Generated.seeds(SEEDS).forEach(seed -> {
            scenarios.add(ScenarioGenerator.scenario(seed));
            scenarios.add(ScenarioGenerator.duplexScenario(seed));
            scenarios.add(ScenarioGenerator.duplicatedScenario(seed));
            scenarios.add(lossy(ScenarioGenerator.scenario(seed)));
        });
        return scenarios.stream().map(ExplainedEverywhereTest::read);
    }

    /** With links that lose four heartbeats of ten. */
    private static Scenario lossy(Scenario scenario) {
        Estate estate = scenario.estate();
        List<Link> links =
                estate.links().stream().map(link -> link.withLoss(0.4)).toList();
        return scenario.with(estate.withLinks(links));
    }

    /** As from a file, so that values have lines, unless the format does not allow a value. */
    private static Scenario read(Scenario scenario) {
        byte[] yaml = ScenarioWriter.yaml(scenario).getBytes(StandardCharsets.UTF_8);
        ReadResult result = ScenarioReader.read("generated.yaml", yaml, List.of());
        return result.scenario().orElse(scenario).withSeed(scenario.seed());
    }

    private static Stream<Scenario> shipped() {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(Files::isRegularFile).sorted().map(ExplainedEverywhereTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            String name = "scenarios/" + file.getFileName();
            return ScenarioReader.read(name, Files.readAllBytes(file), List.of())
                    .scenario()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> aGeneratedScenario() {
        return generated()
                .map(scenario -> DynamicTest.dynamicTest(scenario.title(), () -> {
                    History history = Simulation.run(scenario);
                    SplittableRandom random = new SplittableRandom(scenario.seed());
                    check(Asked.of(history, random));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aShippedScenario() {
        return shipped()
                .map(scenario -> DynamicTest.dynamicTest(scenario.title(), () -> {
                    History history = Simulation.run(scenario);
                    SplittableRandom random = new SplittableRandom(1);
                    history.sip().populations().forEach(phones -> check(history, phones, random));
                    if (history.portNetworks().isEmpty()) {
                        return;
                    }
                    int pn = WorstMoment.portNetwork(history);
                    check(new Asked(history, pn, WorstMoment.of(history, pn).orElse(history.duration())));
                    check(Asked.of(history, random));
                }));
    }

    /** At any moment the states of the answer sum to the population, and the steps are those of the trace. */
    private static void check(History history, PopulationHistory phones, SplittableRandom random) {
        String name = phones.population().name();
        for (int i = 0; i < 5; i++) {
            long at = random.nextLong(history.duration());
            PhoneExplanation explanation = PhoneExplanation.of(history, name, at);
            Asked asked = new Asked(history, 0, at);
            checkSteps(explanation.why(), history, asked);
            checkSteps(explanation.next(), history, asked);
            assertThat(explanation.why()).allMatch(step -> step.at() <= at);
            assertThat(explanation.next()).allMatch(step -> step.at() > at);
            assertThat(explanation.sample().counts().stream()
                            .mapToInt(PhoneSample.Count::phones)
                            .sum())
                    .isEqualTo(phones.population().size());
        }
    }

    private static void check(Asked asked) {
        Explanation explanation = Explanation.of(asked.history, asked.pn, asked.at);
        checkSteps(explanation.why(), asked.history, asked);
        Outlook outlook = Outlook.of(explanation);
        checkSteps(outlook.steps(), outlook.run(), asked);
        checkSameUpToTheMoment(outlook, asked);
        Prevention prevention = Prevention.of(explanation);
        prevention.remedies().forEach(remedy -> checkRemedy(remedy, explanation, asked));
        KnownNumbers known = known(asked, outlook);
        checkNumbers(explanation, outlook, prevention, asked, new KnownNumbers(known));
        for (ExpectedOutcome what : ExpectedOutcome.values()) {
            checkNumbers(explanation, WhyNot.of(explanation, what), asked, new KnownNumbers(known));
        }
    }

    /** Each step tells an entry of the trace as it is, and a timer that came to its end then. */
    private static void checkSteps(List<Step> steps, History history, Asked asked) {
        for (Step step : steps) {
            history.findEntry(step.entry()).ifPresent(entry -> {
                assertThat(step.at()).as(asked.toString()).isEqualTo(entry.at());
                assertThat(step.text()).as(asked.toString()).isEqualTo(history.textOf(entry));
                step.timer()
                        .ifPresent(timer ->
                                assertThat(timer.due()).as(asked.toString()).isEqualTo(entry.at()));
            });
        }
        assertThat(steps).as(asked.toString()).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
    }

    private static void checkSameUpToTheMoment(Outlook outlook, Asked asked) {
        long end = asked.history.duration();
        assertThat(ToldTrace.withoutEvents(outlook.run().trace().stream()
                        .filter(entry -> entry.at() <= asked.at && entry.at() < end)
                        .toList()))
                .as(asked.toString())
                .isEqualTo(ToldTrace.withoutEvents(asked.history.trace().stream()
                        .filter(entry -> entry.at() <= asked.at)
                        .toList()));
    }

    /** What is said of a remedy is what its run came to; the value of a timer is the first whole second that does. */
    private static void checkRemedy(Remedy remedy, Explanation explanation, Asked asked) {
        assertThat(remedy.then())
                .as(asked.toString())
                .isEqualTo(remedy.run().findPortNetwork(asked.pn).orElseThrow().spanAt(asked.at));
        Harm harm = Harm.of(explanation.moment());
        PnMoment then = PnMoment.of(remedy.run(), asked.pn, asked.at);
        assertThat(harm.timesIn(remedy.run(), then.pn()).isAt(asked.at) && remedy.verdict() == Remedy.Verdict.PREVENTS)
                .as(asked.toString())
                .isFalse();
        Matcher range = RANGE.matcher(remedy.words());
        if (range.matches()) {
            TimerSetting setting =
                    Keyed.find(TimerSetting.class, range.group(1)).orElseThrow();
            TimerSearch search = new TimerSearch(asked.history.scenario(), setting);
            long value = DurationText.parse(range.group(2).replaceAll("(\\d)[.](\\d+)s", "$1s$2ms"))
                    .orElseThrow()
                    .toMillis();
            long present = asked.history.scenario().estate().timers().millis(setting);
            boolean isLonger = range.group(3).equals("more");
            long nearer = isLonger ? Math.max(value - 1000, present) : Math.min(value + 1000, present);
            Trials trials = new Trials(explanation.moment(), Allowance.usual());
            assertThat(trials.judge(search.with(value))).as(asked.toString()).isEqualTo(Remedy.Verdict.PREVENTS);
            assertThat(trials.judge(search.with(nearer)))
                    .as(asked + ": " + remedy.words())
                    .isNotEqualTo(Remedy.Verdict.PREVENTS);
        }
    }

    private static void checkNumbers(
            Explanation explanation, Outlook outlook, Prevention prevention, Asked asked, KnownNumbers known) {
        Stream.of(prevention.events(), prevention.remedies(), prevention.assumed())
                .flatMap(List::stream)
                .forEach(remedy -> {
                    known.add(remedy.run());
                    known.count(remedy.others().callsDropped()
                            - prevention.asItIs().others().callsDropped());
                    known.time(remedy.others().outage()
                            - prevention.asItIs().others().outage());
                    known.text(remedy.words());
                });
        known.count(prevention.runs());
        prevention.inVain().forEach(known::text);
        prevention.noBetter().forEach(known::text);
        prevention
                .otherSeeds()
                .ifPresent(others ->
                        known.count(others.seeds()).count(others.atMoment()).count(others.atAll()));
        explanation.why().stream().filter(step -> step.entry() == 0).forEach(step -> known.text(step.text()));
        outlook.steps().stream().filter(step -> step.entry() == 0).forEach(step -> known.text(step.text()));
        known.count(outlook.more())
                .count(outlook.calmSilences())
                .count(outlook.leftOut().size() - 4);
        String text = Told.text(explanation, outlook, prevention);
        assertThat(known.unknownIn(text)).as(asked + "\n" + text).isEmpty();
    }

    private static void checkNumbers(Explanation explanation, WhyNot whyNot, Asked asked, KnownNumbers known) {
        for (Server main : asked.history.scenario().estate().main().servers()) {
            known.count(ServerReach.of(explanation.moment()).count(main));
        }
        known.count(ServerReach.of(explanation.moment()).ipsis()).text("4.1s");
        known.addWaits(asked.history, asked.at, whyNot.what());
        whyNot.enablers().forEach(enabler -> known.time(enabler.at()).text(enabler.words()));
        whyNot.inVain().forEach(known::text);
        String text = Told.text(explanation, whyNot);
        assertThat(known.unknownIn(text)).as(asked + "\n" + text).isEmpty();
    }

    private static KnownNumbers known(Asked asked, Outlook outlook) {
        return new KnownNumbers(asked.history, asked.pn)
                .addResets(asked.history, asked.at)
                .addTimers(asked.history, asked.at)
                .addTimers(outlook.run(), asked.at)
                .add(outlook.run());
    }

    @Test
    void aNumberThatIsInNoRunIsFound() {
        History history = Simulation.run(read(Path.of("scenarios", "wan-cut.yaml")));
        KnownNumbers known = new KnownNumbers(history, 2)
                .addTimers(history, Duration.ofMinutes(5).toMillis());
        assertThat(known.unknownIn("no-service-timeout runs out at 7m14.02s, 2m14.02s from then (R21, M8)"))
                .isEmpty();
        assertThat(known.unknownIn("no-service-timeout runs out at 7m14.03s, 2m15s from then, 41 calls"))
                .containsExactly("7m14.03s", "2m15s", "41");
    }
}
