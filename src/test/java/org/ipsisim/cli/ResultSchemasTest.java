package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of results, made from results: every shipped scenario's run, and every golden file of the other commands.
 * {@code -DupdateGolden=true} writes them anew.
 */
class ResultSchemasTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/org/ipsisim/document/schema");
    /** What no golden file has: phones, what is not found, members that are there only sometimes. */
    private static final String COMMAND_LINES = """
            run --heartbeats scenarios/short-cut.yaml
            run --phones scenarios/sip-branch.yaml
            run --phones scenarios/sip-one-session-manager.yaml
            explain scenarios/panic.yaml
            explain scenarios/short-cut.yaml
            explain --why-not=failover --pn=2 --at=5m scenarios/wan-cut.yaml
            explain --why-not=failover --pn=1 --at=5m scenarios/wan-cut.yaml
            explain --why-not=warm-reset --pn=2 --at=5m scenarios/wan-cut.yaml
            explain --phones=dallas-desk --at=80s scenarios/sip-branch.yaml
            explain --phones=desk --at=80s scenarios/sip-one-session-manager.yaml
            compare scenarios/sip-branch.yaml scenarios/sip-branch-remote-down.yaml
            thresholds --up-to=2m --step=1m scenarios/sip-or-pn.yaml
            thresholds --fault=wan --up-to=2m --step=1m scenarios/sip-branch.yaml
            thresholds --vary=sip.settings.keepalive-interval=5s..7s scenarios/sip-short-cut.yaml
            sweep --vary=timers.no-service-timeout=2m,5m scenarios/sip-or-pn.yaml
            sweep --vary=sip.settings.keepalive-interval=5s,10s scenarios/sip-short-cut.yaml
            replay --ignore-unknown --outages=scenarios/data/wan-cuts-2025.csv --zone=America/Chicago --map=rtr-dal-1=wan --map=rtr-aus-1=wan scenarios/sip-branch.yaml
            audit --faults=1 --durations=2m scenarios/sip-branch.yaml
            validate no-such-file.yaml
            validate --set=timers.no-service-timeout=x scenarios/wan-cut.yaml
            quiz scenarios/wan-cut.yaml
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, List<JsonNode>> RESULTS = results();

    private static final Map<String, String> PAGES =
            Map.of("run", "output", "validate", "output", "explain", "explain", "quiz", "lessons");
    private static final String DOCUMENTATION = Stream.of("output", "explain", "what-if", "lessons", "phones")
            .map(ResultSchemasTest::page)
            .collect(Collectors.joining());

    private static String page(String name) {
        try {
            return Files.readString(Path.of("docs", name + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tables of the page about a command say of keys, by the name of the object and the key. */
    private static Map<String, String> described(String command) {
        Map<String, String> described = new HashMap<>();
        String section = "";
        String table = "";
        for (String line : page(PAGES.getOrDefault(command, "what-if")).lines().toList()) {
            if (line.startsWith("#")) {
                section = camelCase(line.replace("#", "").strip());
            } else if (!line.startsWith("|")) {
                table = "";
            } else if (line.startsWith("| key")) {
                table = table(line, section.equals("json") ? command : section);
            } else if (!table.isEmpty()) {
                describe(line.split("\\|"), table, described);
            }
        }
        return described;
    }

    private static String camelCase(String heading) {
        return Pattern.compile(" (\\w)")
                .matcher(heading.substring(0, 1).toLowerCase(Locale.ROOT)
                        + heading.substring(1).replace("SON", "son"))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** The name of the object that a table is about, by the heading of its first column or of its section. */
    private static String table(String heading, String section) {
        String column = heading.split("\\|")[1].strip().replace("`", "");
        return column.startsWith("key of a ")
                ? column.substring("key of a ".length()) + "s"
                : column.startsWith("key of ") ? column.substring("key of ".length()) : section;
    }

    private static void describe(String[] cells, String table, Map<String, String> described) {
        String keys = cells[1].strip().replace("`", "");
        String meaning = cells[cells.length - 1]
                .strip()
                .replaceAll("\\[below\\]\\([^)]*\\)[,;]? ?", "")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replace("`", "");
        for (String key : meaning.contains("below") ? new String[0] : keys.split(", ")) {
            described.putIfAbsent(table + "." + key, keys.contains(",") ? keys + ": " + meaning : meaning);
        }
    }

    private static Map<String, List<JsonNode>> results() {
        Map<String, List<JsonNode>> results = new TreeMap<>();
        for (Path scenario : files(Path.of("scenarios"), ".yaml")) {
            add(results, "run", "run", scenario.toString());
        }
        for (Path golden : files(GoldenFile.folder("report/whatif"), ".json")) {
            JsonNode study = JSON.readTree(golden.toFile());
            list(results, study.get("study").asString()).add(study);
        }
        for (String format : List.of("report", "scenarios")) {
            for (Path golden : files(GoldenFile.folder(format), ".json")) {
                if (!golden.toString().endsWith(".perfetto.json")) {
                    list(results, "run").add(JSON.readTree(golden.toFile()));
                }
            }
        }
        for (Path golden : files(GoldenFile.folder("explain"), ".json")) {
            list(results, "explain").add(JSON.readTree(golden.toFile()));
        }
        for (String line : COMMAND_LINES.lines().toList()) {
            String[] words = line.split(" ");
            add(results, words[0], words);
        }
        for (Path mistake : files(GoldenFile.folder("scenario/diagnostics"), ".txt")) {
            add(results, "validate", "validate", mistake.toString());
        }
        return results;
    }

    private static void add(Map<String, List<JsonNode>> results, String name, String... words) {
        String[] line =
                Stream.concat(Stream.of(words), Stream.of("--format=json")).toArray(String[]::new);
        Outcome outcome = Outcome.of(line);
        assertThat(outcome.out()).as("%s: %s", List.of(line), outcome.err()).isNotEmpty();
        list(results, name).add(JSON.readTree(outcome.out()));
    }

    private static List<JsonNode> list(Map<String, List<JsonNode>> results, String name) {
        return results.computeIfAbsent(name, each -> new ArrayList<>());
    }

    private static List<Path> files(Path directory, String end) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> commands() {
        return AboutCommands.RESULTS;
    }

    /** A list of runs counts as each of its runs. */
    private static ObservedForm form(String command) {
        ObservedForm form = new ObservedForm();
        for (JsonNode result : RESULTS.get(command)) {
            if (result.isArray()) {
                result.forEach(form::add);
            } else {
                form.add(result);
            }
        }
        return form;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_schema_is_that_of_all_results(String command) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", "urn:ipsisim:" + command + ":1");
        schema.put("title", "ipsisim " + command + " --format json, format 1");
        schema.put("$comment", "Printed by: ipsisim schema " + command);
        Map<String, Object> one = form(command).schema(described(command), command);
        if (command.equals("run")) {
            schema.put(
                    "anyOf",
                    List.of(
                            Map.of("$ref", "#/definitions/run"),
                            new TreeMap<>(Map.of("type", "array", "items", Map.of("$ref", "#/definitions/run")))));
            schema.put("definitions", Map.of("run", one));
        } else {
            schema.putAll(one);
        }
        GoldenFile.check(
                SCHEMAS.resolve(command + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_validator_accepts_every_result_and_refuses_what_is_none(String command) {
        Outcome printed = Outcome.of("schema", command);
        assertThat(printed.status()).isZero();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(printed.out(), InputFormat.JSON);
        for (JsonNode result : RESULTS.get(command)) {
            assertThat(schema.validate(result)).isEmpty();
        }
        JsonNode result = RESULTS.get(command).get(0);
        ObjectNode grown = ((ObjectNode) result.deepCopy()).put("later", 1);
        assertThat(schema.validate(grown)).isEmpty();
        assertThat(schema.validate(grown.put("format", 2))).isNotEmpty();
        assertThat(schema.validate(((ObjectNode) result.deepCopy()).without("format")))
                .isNotEmpty();
        assertThat(schema.validate(JSON.createObjectNode())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_documentation_names_every_member(String command) {
        assertThat(form(command).names().stream()
                        .filter(name -> !DOCUMENTATION.contains("`" + name.replaceFirst("Clock$", "") + "`")))
                .isEmpty();
    }

    @Test
    void a_command_without_a_schema_is_refused() {
        Outcome outcome = Outcome.of("schema", "swep");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("ipsisim: there is no schema of 'swep'; did you mean `sweep`?");
        assertThat(Outcome.of("schema", "x").err()).contains("there are lesson, run, explain, compare");
    }
}
