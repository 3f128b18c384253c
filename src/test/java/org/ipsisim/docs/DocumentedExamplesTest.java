package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.ipsisim.course.OwnLesson;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.report.CsvReport;
import org.ipsisim.report.NdjsonReport;
import org.ipsisim.scenario.DiagnosticText;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.survivability.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario and every command line that the README and the pages under docs show does what they say. */
class DocumentedExamplesTest {
    private static final String FRAGMENT = "fragment";
    private static final String REFUSED = "refused";
    private static final String LESSON = "lesson";
    private static final Path WAN_CUT = Path.of("scenarios", "wan-cut.yaml");

    /** What a fragment stands in: its keys take the place of these. */
    private static final Map<String, String> AROUND_FRAGMENTS = aroundFragments();

    @TempDir
    Path directory;

    private static Map<String, String> aroundFragments() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("title", "A fragment");
        keys.put("duration", "30m");
        keys.put("sites", "[hq, dallas]");
        keys.put("links", "[{id: wan, between: [hq, dallas]}]");
        keys.put("servers", "{survivable-cores: [{cluster: 10, site: dallas}, {cluster: 20, site: dallas}]}");
        keys.put("port-networks", "[{pn: 1, site: hq}, {pn: 2-3, site: dallas}]");
        return keys;
    }

    private static Stream<Page.Block> yamlBlocks() {
        return Page.all().stream().flatMap(page -> page.blocks("yaml").stream());
    }

    private static Stream<Page.Block> scenarios() {
        return yamlBlocks().filter(block -> block.marker().isEmpty());
    }

    private static Stream<Page.Block> fragments() {
        return yamlBlocks().filter(block -> block.marker().equals(FRAGMENT));
    }

    /** Playback has {@link PlayPageTest}. */
    private static Stream<String> commands() {
        return Page.all().stream()
                .flatMap(page -> page.commands().stream())
                .filter(line -> !line.startsWith("./ipsisim play "));
    }

    /** What a page shows of the output of a command line, which stands in the comment before it. */
    private static Stream<Page.Block> outputs() {
        return Page.all().stream()
                .flatMap(page -> page.blocks("text").stream())
                .filter(block -> block.marker().startsWith("./ipsisim"));
    }

    private static Page.Block friday() {
        return Page.read(Path.of("README.md")).blocks("yaml").get(0);
    }

    private static String completed(Page.Block fragment) {
        String around = AROUND_FRAGMENTS.entrySet().stream()
                .filter(key -> !("\n" + fragment.text()).contains("\n" + key.getKey() + ":"))
                .map(key -> key.getKey() + ": " + key.getValue() + "\n")
                .collect(Collectors.joining());
        return around + fragment.text();
    }

    private static ReadResult read(String text, String... overrides) {
        return ScenarioReader.read("friday.yaml", text.getBytes(StandardCharsets.UTF_8), List.of(overrides));
    }

    private static History run(String text, String... overrides) {
        ReadResult result = read(text, overrides);
        assertThat(new DiagnosticText(false).render(result)).isEmpty();
        return Simulation.run(result.scenario().orElseThrow());
    }

    private static History runWanCut() throws IOException {
        ReadResult result =
                ScenarioReader.read(WAN_CUT.toString().replace('\\', '/'), Files.readAllBytes(WAN_CUT), List.of());
        return Simulation.run(result.scenario().orElseThrow());
    }

    private static long callsDropped(History history) {
        return history.portNetworks().stream()
                .mapToLong(pn -> pn.totals().callsDropped())
                .sum();
    }

    @Test
    void every_block_of_YAML_is_a_scenario_or_says_what_it_is() {
        assertThat(yamlBlocks()).isNotEmpty().allSatisfy(block -> {
            assertThat(block.marker()).isIn("", FRAGMENT, REFUSED, LESSON);
            assertThat(block.text().startsWith("title:"))
                    .isEqualTo(!block.marker().equals(FRAGMENT));
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_scenario_runs_and_meets_its_expectations_unless_it_shows_one_that_is_not_met(Page.Block block) {
        History history = run(block.text());
        if (!block.equals(friday())) {
            assertThat(history.checkExpectations()).isNotEmpty().allMatch(ExpectationResult::met);
        }
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void a_fragment_belongs_in_a_scenario(Page.Block block) {
        run(completed(block));
    }

    @Test
    void what_is_refused_is_refused_with_the_message_shown() {
        Page page = Page.named("scenario-format.md");
        String refused = page.blocks("yaml").stream()
                .filter(block -> block.marker().equals(REFUSED))
                .map(Page.Block::text)
                .collect(Collectors.joining());
        assertThat(page.blocks("text").get(0).text()).isEqualTo(new DiagnosticText(false).render(read(refused)));
    }

    @Test
    void the_outage_of_the_README_drops_120_calls_and_none_with_a_longer_cold_reset_delay() {
        assertThat(callsDropped(run(friday().text()))).isEqualTo(120);
        assertThat(callsDropped(run(friday().text(), "timers.pn-cold-reset-delay=120s")))
                .isZero();
    }

    @Test
    void a_lesson_that_is_shown_can_be_taken() throws IOException {
        Files.writeString(directory.resolve("friday.yaml"), friday().text());
        OwnLesson own = new OwnLesson(writeLesson());
        assertThat(own.diagnostics()).isEmpty();
        assertThat(own.lesson()).isPresent();
    }

    private Path writeLesson() throws IOException {
        String lesson = yamlBlocks()
                .filter(block -> block.marker().equals(LESSON))
                .map(Page.Block::text)
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve("friday-lesson.yaml"), lesson);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_line_ends_as_the_page_says(String line) throws IOException {
        Files.writeString(directory.resolve("friday.yaml"), friday().text());
        writeLesson();
        Path copies = Files.createDirectory(directory.resolve("scenarios"));
        try (Stream<Path> scenarios = Files.list(Path.of("scenarios"))) {
            for (Path scenario : scenarios.toList()) {
                Files.copy(scenario, copies.resolve(scenario.getFileName()));
            }
        }
        Path data = Path.of("scenarios", "data", "wan-cuts-2025.csv");
        Files.copy(data, copies.resolve("data").resolve(data.getFileName()));
        if (line.contains(" merge ")) {
            for (String shard :
                    commands().filter(other -> other.contains("--shard ")).toList()) {
                CommandLine.parse(shard).runIn(directory);
            }
        }
        CommandLine command = CommandLine.parse(line);
        Outcome outcome = command.runIn(directory);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(command.status());
        boolean toFile = line.contains("--html")
                || line.contains(" init ")
                || line.contains("--shard ") && line.contains("--resume ");
        if (line.contains(" fmt ")) {
            assertThat(outcome.out()).as("files in the usual form").isEmpty();
        } else {
            assertThat(toFile ? outcome.err() : outcome.out()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void a_command_line_prints_what_the_page_shows(Page.Block block) throws IOException {
        Outcome outcome = CommandLine.parse(block.marker()).runIn(Path.of(""));
        assertThat(outcome.out()).contains(block.text());
    }

    @Test
    void the_lines_of_CSV_and_NDJSON_are_those_of_a_shipped_scenario() throws IOException {
        Page page = Page.named("output.md");
        StringWriter csv = new StringWriter();
        CsvReport.write(List.of(runWanCut()), csv);
        assertThat(csv.toString().lines())
                .containsAll(page.blocks("csv").get(0).text().lines().toList());
        StringWriter ndjson = new StringWriter();
        NdjsonReport.write(List.of(runWanCut()), ndjson);
        assertThat(ndjson.toString().lines())
                .containsAll(page.blocks("json").get(0).text().lines().toList());
    }
}
