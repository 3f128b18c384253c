package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.ipsisim.console.ImportedEstate;
import org.ipsisim.console.ScreenName;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.explain.ExpectedOutcome;
import org.ipsisim.explain.Harm;
import org.ipsisim.explain.Remedy;
import org.ipsisim.explain.Remedy.Verdict;
import org.ipsisim.history.Happening;
import org.ipsisim.history.ServerRole;
import org.ipsisim.scenario.ScenarioSchema;
import org.ipsisim.study.thresholds.WorstOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages under docs leave nothing out, and their links lead somewhere. */
class DocumentedReferenceTest {
    private static final Path SURVIVABILITY_TESTS = Path.of("src/test/java/org/ipsisim/survivability");
    private static final Pattern CITATION = Pattern.compile("\\b[RMCQ][1-9][0-9]?\\b");

    private static Stream<String> missingFrom(String page, Stream<String> words) {
        String text = Page.named(page).text();
        return words.filter(word -> !text.contains("`" + word + "`"));
    }

    private static void addNames(JsonNode node, Set<String> names) {
        node.propertyStream().forEach(property -> {
            names.add(property.getKey());
            addNames(property.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(element -> addNames(element, names));
        }
    }

    /** The names of all keys that the schema allows. */
    private static void addKeys(JsonNode schema, Set<String> keys) {
        keys.addAll(schema.path("properties").propertyNames());
        schema.forEach(child -> addKeys(child, keys));
    }

    private static boolean exists(Page page, String link) {
        String file = link.replaceFirst("#.*", "");
        Path target = page.path().resolveSibling(file).normalize();
        if (!file.isEmpty() && !Files.exists(target)) {
            return false;
        }
        boolean toAnchor = link.contains("#");
        Page named = file.isEmpty() || !toAnchor ? page : Page.read(target);
        return !toAnchor || named.anchors().contains(link.substring(link.indexOf('#') + 1));
    }

    @Test
    void every_link_leads_to_a_file_and_every_anchor_to_a_heading() {
        assertThat(Page.all())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.links())
                        .as(page.path().toString())
                        .isNotEmpty()
                        .allMatch(link -> exists(page, link)));
    }

    @Test
    void every_key_of_a_scenario_is_described() {
        Set<String> keys = new TreeSet<>();
        addKeys(new JsonMapper().readTree(ScenarioSchema.json()), keys);
        assertThat(keys).contains("title", "at-least", "mean-hold");
        assertThat(missingFrom("scenario-format.md", keys.stream())).isEmpty();
    }

    @Test
    void every_timer_is_described_and_so_is_every_state_to_expect() {
        assertThat(missingFrom(
                        "scenario-format.md",
                        Arrays.stream(TimerSetting.values()).map(TimerSetting::key)))
                .isEmpty();
        assertThat(missingFrom(
                        "scenario-format.md", Arrays.stream(PnState.values()).map(PnState::key)))
                .isEmpty();
    }

    @Test
    void every_key_of_the_JSON_output_is_described() {
        Outcome outcome = Outcome.of(
                "run", "scenarios/wan-cut.yaml", "scenarios/busy-hour.yaml", "--format", "json", "--heartbeats");
        Set<String> names = new TreeSet<>();
        addNames(new JsonMapper().readTree(outcome.out()), names);
        assertThat(names).contains("title", "priorityLists", "callsDropped", "arrived", "blockedBy");
        assertThat(missingFrom("output.md", names.stream())).isEmpty();
    }

    @Test
    void every_key_of_the_JSON_of_validate_is_described() {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("wrong.yaml", "warning.yaml", "no-such.yaml")) {
            Outcome outcome = Outcome.of("validate", "--format=json", "--set=seed=x", "src/test/resources/cli/" + file);
            addNames(new JsonMapper().readTree(outcome.out()), names);
        }
        assertThat(names).contains("verdict", "suggestion", "assignment", "reason");
        assertThat(missingFrom("output.md", names.stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare scenarios/wan-cut.yaml --against timers.no-service-timeout=2m",
                "thresholds scenarios/wan-cut.yaml --fault wan --step 1m",
                "thresholds scenarios/wan-cut.yaml --fault wan --step 1m --seeds 2",
                "sweep scenarios/switch-reboot.yaml --vary timers.no-service-timeout=2m,5m"
                        + " --vary timers.pn-cold-reset-delay=60s,120s --over seed=1,2",
                "audit scenarios/main-lost.yaml --faults 2",
                "monte-carlo scenarios/month-by-chance.yaml --runs 5 --against timers.no-service-timeout=2m",
                "replay scenarios/month-by-chance.yaml --outages scenarios/data/wan-cuts-2025.csv"
                        + " --zone America/Chicago --map rtr-dal-1=wan-dallas --map rtr-aus-1=wan-austin"
                        + " --against timers.no-service-timeout=2m"
            })
    void every_key_of_the_JSON_output_of_a_study_is_described(String line) {
        String[] words = (line + " --format json").split(" ");
        Set<String> names = new TreeSet<>();
        addNames(new JsonMapper().readTree(Outcome.of(words).out()), names);
        assertThat(names).contains("study", "headline");
        assertThat(missingFrom("what-if.md", names.stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain scenarios/wan-cut.yaml --pn 2 --at 5m",
                "explain scenarios/duplex-mismatch.yaml",
                "explain scenarios/flapping-wan.yaml --at 10m --why-not failover",
                "explain scenarios/wan-cut.yaml --pn 2 --at 10m --why-not failover"
            })
    void every_key_of_the_JSON_output_of_an_explanation_is_described(String line) {
        String[] words = (line + " --format json").split(" ");
        Set<String> names = new TreeSet<>();
        addNames(new JsonMapper().readTree(Outcome.of(words).out()), names);
        assertThat(names).contains("answer", "why", "timers");
        assertThat(missingFrom("explain.md", names.stream())).isEmpty();
    }

    @Test
    void every_option_and_every_word_of_an_explanation_is_described() {
        assertThat(missingFrom("explain.md", Keyed.keys(ExpectedOutcome.class).stream()))
                .isEmpty();
        assertThat(missingFrom("explain.md", Arrays.stream(Harm.values()).map(Harm::key)))
                .isEmpty();
        assertThat(missingFrom("explain.md", Arrays.stream(Verdict.values()).map(Verdict::key)))
                .isEmpty();
        assertThat(missingFrom("explain.md", Arrays.stream(Remedy.Kind.values()).map(Remedy.Kind::key)))
                .isEmpty();
        assertThat(Pattern.compile("--[a-z-]+")
                        .matcher(Outcome.of("explain", "--help").out())
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> !name.equals("--help")))
                .isNotEmpty()
                .allMatch(name -> Page.named("explain.md").text().contains("`" + name));
    }

    @Test
    void every_outcome_and_every_option_of_a_study_is_described() {
        assertThat(missingFrom(
                        "what-if.md", Arrays.stream(WorstOutcome.values()).map(WorstOutcome::key)))
                .isEmpty();
        assertThat(missingFrom("what-if.md", Keyed.keys(Element.class).stream()))
                .isEmpty();
        Pattern option = Pattern.compile("--[a-z-]+");
        for (String command : List.of("compare", "thresholds", "sweep", "monte-carlo", "audit", "replay", "merge")) {
            assertThat(option.matcher(Outcome.of(command, "--help").out())
                            .results()
                            .map(MatchResult::group)
                            .filter(name -> !name.equals("--help")))
                    .isNotEmpty()
                    .allMatch(name -> Page.named("what-if.md").text().contains("`" + name));
        }
    }

    @Test
    void every_console_screen_is_described_and_every_option_about_them() {
        String page = Page.named("screens.md").text();
        assertThat(missingFrom("screens.md", Arrays.stream(ScreenName.values()).map(ScreenName::key)))
                .isEmpty();
        assertThat(Arrays.stream(ScreenName.values()).map(ScreenName::command)).allMatch(page::contains);
        assertThat(ImportedEstate.commands()).isNotEmpty().allMatch(command -> page.contains("| " + command + " |"));
        Pattern option = Pattern.compile("--[a-z-]+");
        for (String command : List.of("status", "import")) {
            assertThat(option.matcher(Outcome.of(command, "--help").out())
                            .results()
                            .map(MatchResult::group)
                            .filter(name -> !name.equals("--help")))
                    .isNotEmpty()
                    .allMatch(name -> page.contains("`" + name));
        }
    }

    @Test
    void every_option_of_lessons_and_quizzes_is_described_and_every_key_of_their_JSON() {
        Pattern option = Pattern.compile("--[a-z-]+");
        for (String command : List.of("lesson", "quiz")) {
            assertThat(option.matcher(Outcome.of(command, "--help").out())
                            .results()
                            .map(MatchResult::group)
                            .filter(name -> !name.equals("--help")))
                    .isNotEmpty()
                    .allMatch(name -> Page.named("lessons.md").text().contains("`" + name));
        }
        Set<String> names = new TreeSet<>();
        addNames(
                new JsonMapper()
                        .readTree(Outcome.of("quiz", "scenarios/wan-cut.yaml", "--format", "json")
                                .out()),
                names);
        assertThat(names).contains("question", "why");
        assertThat(missingFrom("lessons.md", names.stream())).isEmpty();
    }

    @Test
    void every_state_and_role_and_type_of_the_results_is_described() {
        Stream<String> types = Happening.types().stream()
                .filter(type -> !type.endsWith("-restored") || type.equals("contact-restored"))
                .filter(type -> !type.startsWith("arbiter-link-degrad"));
        assertThat(missingFrom("output.md", types)).isEmpty();
        assertThat(missingFrom("output.md", Arrays.stream(PnState.values()).map(PnState::key)))
                .isEmpty();
        assertThat(missingFrom("output.md", Arrays.stream(ServerRole.values()).map(ServerRole::key)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"R, 82", "M, 33", "C, 9", "Q, 14"})
    void the_rules_are_complete(String letter, int last) {
        List<List<String>> rows = Page.named("rules.md").rows(letter);
        assertThat(rows)
                .extracting(cells -> cells.get(0))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, last)
                        .mapToObj(number -> letter + number)
                        .toList());
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(cells -> assertThat(cells).isNotEmpty().noneMatch(String::isBlank));
    }

    @Test
    void the_tests_that_show_a_ruling_cite_it() {
        Pattern name = Pattern.compile("[A-F][0-9]{2}_\\w+");
        assertThat(Page.named("rules.md").rows("M")).isNotEmpty().allSatisfy(cells -> {
            List<String> tests =
                    name.matcher(cells.get(2)).results().map(MatchResult::group).toList();
            assertThat(tests.isEmpty()).isEqualTo(cells.get(2).equals("not simulated yet"));
            for (String test : tests) {
                assertThat(SURVIVABILITY_TESTS.resolve(test + ".java"))
                        .content()
                        .containsPattern("(?<![A-Z0-9])" + cells.get(0) + "(?![0-9])");
            }
        });
    }

    @Test
    void what_the_program_cites_is_explained() throws IOException {
        String rules = Page.named("rules.md").text();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> cited = new TreeSet<>();
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                CITATION.matcher(Files.readString(source))
                        .results()
                        .map(MatchResult::group)
                        .forEach(cited::add);
            }
            assertThat(cited).hasSizeGreaterThan(50).allMatch(number -> rules.contains("| " + number + " |"));
        }
    }
}
