package org.ipsisim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.study.Branch.compare;
import static org.ipsisim.study.Branch.variant;
import static org.ipsisim.study.Branch.with;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.golden.GoldenFile;
import org.ipsisim.history.Detail;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.audit.Audit;
import org.ipsisim.study.audit.AuditDocument;
import org.ipsisim.study.audit.SampleAudits;
import org.ipsisim.study.compare.Comparison;
import org.ipsisim.study.compare.ComparisonDocument;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloDocument;
import org.ipsisim.study.montecarlo.RareDocument;
import org.ipsisim.study.montecarlo.SampleMonths;
import org.ipsisim.study.replay.Replay;
import org.ipsisim.study.replay.ReplayDocument;
import org.ipsisim.study.replay.SampleReplays;
import org.ipsisim.study.sweep.Criterion;
import org.ipsisim.study.sweep.SampleSweeps;
import org.ipsisim.study.sweep.SweepDocument;
import org.ipsisim.study.thresholds.CutChancesDocument;
import org.ipsisim.study.thresholds.SampleCuts;
import org.ipsisim.study.thresholds.ThresholdsDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The outputs of all studies in every form, as golden files that {@code -DupdateGolden=true} writes anew. */
class StudyReportsTest {
    private static final Path ROOT = GoldenFile.folder("report").resolve("whatif");
    private static final Path PAGES = GoldenFile.folder("report/page");
    private static final TextStyle COLOUR = new TextStyle(100, true, true);
    private static final TextStyle ASCII = new TextStyle(80, false, false);
    private static final ScenarioSource CUT = with("{at: 1m, fail: wan, for: 14m}");

    /** What is reported, by the name of its golden files. */
    private enum Case {
        AUDIT(runs -> audit(SampleAudits.pairs(runs))),
        AUDIT_WEAK(runs -> audit(SampleAudits.weak(runs))),
        AUDIT_SHORT(runs -> audit(SampleAudits.forNothing(runs))),
        AUDIT_INTERRUPTED(runs -> audit(SampleAudits.pairs(stoppedAt("trying pairs", 12)))),
        AUDIT_NOTHING(runs -> audit(SampleAudits.pairs(stoppedAtOnce()))),
        COMPARE_TIMER(
                runs -> comparison(compare(CUT, "timers.no-service-timeout=2m", "timers.survivable-core-reset=5m"))),
        COMPARE_SAME(runs -> comparison(compare(CUT, "timers.survivable-core-reset=5m"))),
        COMPARE_EVENTS(runs -> comparison(compare(CUT, "events[0].for=7m"))),
        COMPARE_ESTATES(runs -> comparison(otherEstates())),
        MONTE_CARLO(runs -> months(SampleMonths.alone(200, runs))),
        MONTE_CARLO_AGAINST(runs -> months(SampleMonths.compared(200, runs))),
        MONTE_CARLO_PRECISE(runs -> months(SampleMonths.untilPrecise(2000, 0.08, runs))),
        MONTE_CARLO_ONE(runs -> months(SampleMonths.compared(1, runs))),
        MONTE_CARLO_INTERRUPTED(runs -> months(SampleMonths.compared(200, stoppedAt("", 30)))),
        MONTE_CARLO_NOTHING(runs -> months(SampleMonths.alone(200, stoppedAtOnce()))),
        MONTE_CARLO_RARE(runs -> new RareDocument(SampleMonths.rare(2000, runs), "ipsisim monte-carlo --rare")),
        MONTE_CARLO_RARE_UNSURE(runs -> new RareDocument(SampleMonths.rare(60, runs), "")),
        MONTE_CARLO_RARE_NOTHING(runs -> new RareDocument(SampleMonths.rare(60, stoppedAtOnce()), "")),
        REPLAY(runs -> replay(SampleReplays.alone(runs))),
        REPLAY_AGAINST(runs -> replay(SampleReplays.compared(runs))),
        REPLAY_FREE(runs -> replay(SampleReplays.forNothing(runs))),
        REPLAY_INTERRUPTED(runs -> replay(SampleReplays.compared(stoppedAt("", 3)))),
        REPLAY_NOTHING(runs -> replay(SampleReplays.compared(stoppedAtOnce()))),
        SWEEP(runs -> new SweepDocument(SampleSweeps.twoTimers(runs), "ipsisim sweep branch.yaml")),
        SWEEP_ONE_KEY(runs -> sweep(Criterion.CALLS, runs, "timers.no-service-timeout=4m..6m:1m")),
        SWEEP_THREE_KEYS(runs -> sweep(
                Criterion.SERVICE,
                runs,
                "timers.pn-cold-reset-delay=60s..120s:20s",
                "timers.no-service-timeout=2m..6m:1m",
                "timers.pn-restart-duration=60s,120s")),
        SWEEP_INTERRUPTED(runs -> new SweepDocument(SampleSweeps.twoTimers(stoppedAt("running", 20)), "")),
        SWEEP_NOTHING(runs -> new SweepDocument(SampleSweeps.twoTimers(stoppedAtOnce()), "")),
        CHANCES(runs -> chances("40%", 99, runs)),
        CHANCES_INTERRUPTED(runs -> chances("40%", 99, stoppedAt("", 200))),
        THRESHOLDS(runs -> new ThresholdsDocument(SampleCuts.thresholds(runs), "")),
        THRESHOLDS_INTERRUPTED(
                runs -> new ThresholdsDocument(SampleCuts.thresholds(stoppedAt("narrowing down", 3)), "")),
        THRESHOLDS_COME_AND_GO(runs -> new ThresholdsDocument(SampleCuts.comingAndGoing(), ""));

        private final Function<ParallelRuns, StudyReport> report;

        Case(Function<ParallelRuns, StudyReport> report) {
            this.report = report;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static StudyReport audit(Audit audit) {
        return new AuditDocument(audit, 5, Objective.USUAL, "ipsisim audit branch.yaml", List.of());
    }

    private static StudyReport comparison(Comparison comparison) {
        return new ComparisonDocument(comparison, Objective.USUAL, "ipsisim compare branch.yaml");
    }

    private static Comparison otherEstates() {
        ScenarioSource other = Branch.source("""
                title: Two branches
                duration: 20m
                sites: [hq, branch, mill]
                links: [{id: wan, between: [hq, branch]}, {id: wan-2, between: [hq, mill]}]
                servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch}]}
                port-networks: [{pn: 2-5, site: branch, calls: {pn: 10}}, {pn: 6, site: mill}]
                events: [{at: 1m, fail: hq, for: 5m}]
                """);
        return Comparison.of(variant(CUT), variant(other), Detail.SILENCES, ParallelRuns.quiet());
    }

    private static StudyReport months(MonteCarlo study) {
        return new MonteCarloDocument(study, "ipsisim monte-carlo branch.yaml");
    }

    private static StudyReport replay(Replay replay) {
        return new ReplayDocument(replay, Objective.USUAL, "ipsisim replay branch.yaml --outages spring.csv");
    }

    private static StudyReport sweep(Criterion preferred, ParallelRuns runs, String... vary) {
        return new SweepDocument(SampleSweeps.of(runs, preferred, vary), "ipsisim sweep branch.yaml");
    }

    private static StudyReport chances(String loss, int faults, ParallelRuns runs) {
        return new CutChancesDocument(SampleCuts.chances(loss, faults, runs), "ipsisim thresholds branch.yaml");
    }

    /** One thread that is stopped when so many of a number of runs are done, more than ten. */
    private static ParallelRuns stoppedAt(String what, int when) {
        Stop stop = new Stop();
        return new ParallelRuns(1, stop, (now, done, of) -> {
            if ((what.isEmpty() || now.equals(what)) && done == when && (of > 10 || !what.equals("running"))) {
                stop.request();
            }
        });
    }

    private static ParallelRuns stoppedAtOnce() {
        Stop stop = new Stop();
        stop.request();
        return new ParallelRuns(1, stop, Progress.NONE);
    }

    private static String written(StudyReport report, StudyFormat format, TextStyle style) {
        StringWriter out = new StringWriter();
        try {
            format.write(report, out, style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource
    void a_study_says_the_same_as_ever(Case each) {
        StudyReport report = each.report.apply(ParallelRuns.quiet());
        GoldenFile.check(ROOT.resolve(each.file() + ".json"), written(report, StudyFormat.JSON, ASCII));
        GoldenFile.check(ROOT.resolve(each.file() + ".csv"), written(report, StudyFormat.CSV, ASCII));
        String text = written(report, StudyFormat.TEXT, TextStyle.PLAIN);
        GoldenFile.check(ROOT.resolve(each.file() + ".txt"), text);
        assertThat(text.lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotEndWith(" "));
        assertThat(written(report, StudyFormat.TEXT, ASCII))
                .matches("\\p{ASCII}*")
                .doesNotContain("?");
    }

    @ParameterizedTest
    @EnumSource(names = {"SWEEP", "THRESHOLDS"})
    void a_terminal_with_colours_and_one_without_Unicode_get_their_own_text(Case each) {
        StudyReport report = each.report.apply(ParallelRuns.quiet());
        GoldenFile.check(ROOT.resolve(each.file() + ".colour.txt"), written(report, StudyFormat.TEXT, COLOUR));
        GoldenFile.check(ROOT.resolve(each.file() + ".ascii.txt"), written(report, StudyFormat.TEXT, ASCII));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDIT", "SWEEP", "CHANCES", "THRESHOLDS"})
    void the_number_of_threads_changes_no_byte(Case each) {
        assertThat(written(each, 8)).isEqualTo(written(each, 1)).isEqualTo(written(each, 2));
    }

    private static String written(Case each, int threads) {
        StudyReport report = each.report.apply(new ParallelRuns(threads, new Stop(), Progress.NONE));
        StringBuilder all = new StringBuilder();
        Arrays.stream(StudyFormat.values()).forEach(format -> all.append(written(report, format, TextStyle.PLAIN)));
        return all.toString();
    }

    private static Stream<Arguments> pages() {
        ParallelRuns runs = ParallelRuns.quiet();
        return Stream.of(
                Arguments.of("audit", Case.AUDIT.report.apply(runs)),
                Arguments.of("audit-weak", Case.AUDIT_WEAK.report.apply(runs)),
                Arguments.of("chances", chances("40%", 1, runs)),
                Arguments.of("compare", comparison(compare(CUT, "timers.no-service-timeout=2m"))),
                Arguments.of("monte-carlo", Case.MONTE_CARLO_AGAINST.report.apply(runs)),
                Arguments.of("replay", Case.REPLAY_AGAINST.report.apply(runs)),
                Arguments.of("replay-free", Case.REPLAY_FREE.report.apply(runs)),
                Arguments.of("sweep", Case.SWEEP.report.apply(runs)),
                Arguments.of(
                        "thresholds",
                        new ThresholdsDocument(SampleCuts.quiet(runs), "ipsisim thresholds branch.yaml")));
    }

    /** Images are left out, for they depend on the fonts of the machine. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void the_page_of_a_study_looks_as_it_did(String name, StudyReport report) throws IOException {
        String page = new String(DocumentPage.files(report.document()).get("index.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .containsOnlyOnce("http-equiv")
                .contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"/>")
                .doesNotContain("<script", "src=\"http", "href=\"http", "@import");
        GoldenFile.check(
                PAGES.resolve(name + ".html"),
                page.replaceAll("(?s)<svg[^>]* class=\"chart\".*?</svg>", "<svg>...</svg>"));
    }

    @Test
    void nothing_to_draw_is_no_reason_to_fail() throws IOException {
        byte[] page = DocumentPage.files(comparison(compare(with())).document()).get("index.html");
        assertThat(new String(page, StandardCharsets.UTF_8)).contains("No difference");
    }

    private static Stream<Arguments> directories() {
        return Stream.of(
                Arguments.of(Case.AUDIT, List.of("audit.csv", "audit.json", "index.html", "worst.png", "worst.svg")),
                Arguments.of(Case.AUDIT_NOTHING, List.of("audit.csv", "audit.json", "index.html")),
                Arguments.of(
                        Case.CHANCES,
                        List.of("chances.png", "chances.svg", "index.html", "thresholds.csv", "thresholds.json")),
                Arguments.of(
                        Case.COMPARE_TIMER,
                        List.of("compare.csv", "compare.json", "index.html", "timeline.png", "timeline.svg")),
                Arguments.of(
                        Case.MONTE_CARLO,
                        List.of("index.html", "monte-carlo.csv", "monte-carlo.json", "outage.png", "outage.svg")),
                Arguments.of(
                        Case.REPLAY_AGAINST,
                        List.of("index.html", "outages.png", "outages.svg", "replay.csv", "replay.json")),
                Arguments.of(Case.REPLAY_FREE, List.of("index.html", "replay.csv", "replay.json")),
                Arguments.of(
                        Case.SWEEP,
                        List.of(
                                "heat-calls.png",
                                "heat-calls.svg",
                                "heat-failovers.png",
                                "heat-failovers.svg",
                                "heat-service.png",
                                "heat-service.svg",
                                "index.html",
                                "pareto.png",
                                "pareto.svg",
                                "sensitivity.png",
                                "sensitivity.svg",
                                "sweep.csv",
                                "sweep.json")),
                Arguments.of(
                        Case.SWEEP_ONE_KEY,
                        List.of("index.html", "pareto.png", "pareto.svg", "sweep.csv", "sweep.json")),
                Arguments.of(
                        Case.THRESHOLDS,
                        List.of(
                                "index.html",
                                "thresholds.csv",
                                "thresholds.json",
                                "thresholds.png",
                                "thresholds.svg")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directories")
    void the_directory_holds_page_charts_and_data(Case each, List<String> expected, @TempDir Path directory)
            throws IOException {
        Path report = directory.resolve("a/report");
        StudyReport study = each.report.apply(ParallelRuns.quiet());
        study.write(report);
        try (Stream<Path> files = Files.list(report)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(expected);
        }
        assertThat(report.resolve(study.name() + ".json")).content().isEqualTo(written(study, StudyFormat.JSON, ASCII));
    }
}
