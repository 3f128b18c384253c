package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code validate} says to programs, and what warnings are worth. */
class ValidateCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private static Schema sarif() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(
                        Files.readString(Path.of("src/test/resources/schema/sarif-essentials.json")), InputFormat.JSON);
    }

    private static JsonNode sarifOf(String... args) throws IOException {
        JsonNode log = JSON.readTree(Outcome.of(args).out());
        assertThat(sarif().validate(log)).isEmpty();
        return log.get("runs").get(0);
    }

    private String named(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void a_warning_is_an_error_if_the_user_says_so() {
        Outcome lenient = Outcome.of("validate", file("warning.yaml"));
        assertThat(lenient.status()).isZero();
        Outcome strict = Outcome.of("validate", "--warnings-as-errors", file("warning.yaml"), file("met.yaml"));
        assertThat(strict.status()).isEqualTo(2);
        assertThat(strict.out().lines())
                .containsExactly(file("warning.yaml") + ": 1 error", file("met.yaml") + ": fine");
        assertThat(strict.err()).isEqualTo(lenient.err().replace("warning: ", "error: "));
    }

    @Test
    void a_doubtful_scenario_has_no_effective_form_then() {
        Outcome outcome = Outcome.of("validate", "--warnings-as-errors", "--effective", file("warning.yaml"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(Outcome.of("validate", "--effective", "--format=json", file("met.yaml"))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void json_says_all_that_the_text_says() {
        Outcome outcome = Outcome.of("validate", "--format=json", file("met.yaml"), file("wrong.yaml"), "no-such.yaml");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("ipsisim: no-such.yaml: no such file or directory\n");
        JsonNode all = JSON.readTree(outcome.out());
        assertThat(all.get("files")
                        .valueStream()
                        .map(each -> each.get("verdict").asString()))
                .containsExactly("fine", "wrong");
        assertThat(all.get("unreadable").get(0).get("file").asString()).isEqualTo("no-such.yaml");
        JsonNode mistake = all.get("files").get(1).get("diagnostics").get(1);
        assertThat(mistake.get("level").asString()).isEqualTo("error");
        assertThat(mistake.get("line").asInt()).isEqualTo(4);
        assertThat(mistake.get("column").asInt()).isEqualTo(13);
        assertThat(mistake.get("length").asInt()).isEqualTo("stie".length());
        assertThat(mistake.get("key").asString()).isEqualTo("port-networks[0].stie");
        assertThat(mistake.get("suggestion").asString()).isEqualTo("site");
    }

    @Test
    void sarif_names_file_region_rule_level_and_message() throws IOException {
        Outcome outcome = Outcome.of("validate", "--format=sarif", file("warning.yaml"), file("wrong.yaml"));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEmpty();
        JsonNode run = sarifOf("validate", "--format=sarif", file("warning.yaml"), file("wrong.yaml"));
        List<String> results = run.get("results")
                .valueStream()
                .map(result -> result.get("level").asString() + " "
                        + result.get("ruleId").asString() + " " + place(result))
                .toList();
        assertThat(results)
                .containsExactly(
                        "warning events.at " + file("warning.yaml") + " 11:10-13",
                        "error duration " + file("wrong.yaml") + " 2:11-13",
                        "error port-networks " + file("wrong.yaml") + " 4:13-17");
        assertThat(run.get("results").get(1).get("message").get("text").asString())
                .isEqualTo("duration: `10` has no unit; allowed: 250ms, 15s, 1m30s, 2h, 1d; did you mean `10s`?");
        assertThat(run.get("results").valueStream().toList()).hasSize(3).allSatisfy(result -> {
            JsonNode rule = run.get("tool")
                    .get("driver")
                    .get("rules")
                    .get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        });
    }

    private static String place(JsonNode result) {
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        JsonNode region = place.get("region");
        return place.get("artifactLocation").get("uri").asString() + " "
                + region.get("startLine").asInt() + ":"
                + region.get("startColumn").asInt() + "-"
                + region.get("endColumn").asInt();
    }

    @Test
    void sarif_says_what_could_not_be_checked() throws IOException {
        JsonNode invocation = sarifOf("validate", "--format=sarif", "no-such.yaml")
                .get("invocations")
                .get(0);
        assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation
                        .get("toolExecutionNotifications")
                        .get(0)
                        .get("message")
                        .get("text")
                        .asString())
                .isEqualTo("no-such.yaml: no such file or directory");
    }

    @Test
    void a_file_without_a_mistake_gives_a_log_without_results() throws IOException {
        JsonNode run = sarifOf("validate", "--format=sarif", file("met.yaml"));
        assertThat(run.get("results")).isEmpty();
        assertThat(run.get("invocations").get(0).get("executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void a_name_with_blanks_and_colons_becomes_a_uri() throws IOException {
        // In the plainest of locales a file cannot have such a letter.
        Charset names = Charset.forName(System.getProperty("sun.jnu.encoding"));
        boolean hasUmlaut = names.newEncoder().canEncode('ü');
        String file = named("Fr: " + (hasUmlaut ? "ü" : "ue") + "ber 100%.yaml", "title: x\n\u0001");
        JsonNode result =
                sarifOf("validate", "--format=sarif", file).get("results").get(0);
        assertThat(result.get("ruleId").asString()).isEqualTo("scenario");
        assertThat(result.findValue("uri").asString())
                .startsWith("file:///")
                .endsWith("/Fr:%20" + (hasUmlaut ? "%C3%BC" : "ue") + "ber%20100%25.yaml");
        JsonNode relative = sarifOf("validate", "--format=sarif", "--set=seed=x", "lesson:cold-reset")
                .get("results")
                .get(0);
        assertThat(relative.findValue("uri").asString()).isEqualTo("./lesson:cold-reset");
        assertThat(relative.findValue("region")).isNull();
        assertThat(relative.get("message").get("text").asString()).startsWith("set seed=x: seed: ");
    }
}
