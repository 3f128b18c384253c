package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code run} says of the calls of {@code sip.calls}: the same that their ladders show (U17 to U20). */
class CallsOfARunTest {
    private static final String ARTICLE = "scenarios/sip-prack.yaml";

    @TempDir
    private Path folder;

    private static JsonNode json(String... line) {
        return JsonMapper.shared().readTree(Outcome.of(line).out());
    }

    @ParameterizedTest
    @CsvSource({"voicemail, answered, 0.004, 0", "lossy, answered, 1.504, 3", "unanswered-prack, refused, , 11"})
    void U18_the_JSON_tells_of_each_call_what_its_ladder_shows(String name, String outcome, String prack, int lost) {
        JsonNode run = json("run", "--format", "json", ARTICLE);
        JsonNode ladder = json("sip", "ladder", ARTICLE, "--call", name, "--format", "json");

        JsonNode call = run.at("/sip/calls")
                .valueStream()
                .filter(each -> each.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(call.at("/outcome").asString()).isEqualTo(outcome);
        assertThat(call.at("/status").asInt(0)).isEqualTo(outcome.equals("refused") ? 504 : 0);
        assertThat(call.at("/prackSeconds").asString("")).isEqualTo(prack == null ? "" : prack);
        assertThat(call.at("/lost").asInt()).isEqualTo(lost);
        assertThat(ladder.at("/rungs").valueStream().filter(rung -> rung.has("number")))
                .hasSize(call.at("/messages").asInt());
        assertThat(run.at("/sip").has("phones")).as("only with --phones").isFalse();
    }

    @Test
    void U17_a_call_is_what_the_run_holds_for_it() {
        String[] line = {
            "run", "--format", "json", "--set", "events=[{at: 25s, fail: sm-1, for: 1m}]", "--phones", ARTICLE
        };
        JsonNode sip = json(line).at("/sip");

        assertThat(sip.at("/calls/0/outcome").asString()).as("in limbo at 30s").isEqualTo("no-answer");
        assertThat(sip.at("/calls/1/outcome").asString())
                .as("no active controller at 1m")
                .isEqualTo("not-sent");
        assertThat(sip.at("/calls/2/outcome").asString()).as("back at 2m").isEqualTo("refused");
        assertThat(sip.at("/phones")).hasSize(10);
    }

    @Test
    void the_report_draws_each_call_and_the_text_lists_them() throws IOException {
        Outcome text = Outcome.of("run", ARTICLE, "--report", folder.toString());
        String page = Files.readString(folder.resolve("index.html"));

        assertThat(text.out()).contains("SIP calls\n", "  lossy ", "1.504s").doesNotContain("RAck");
        assertThat(page.split("class=\"ladder\"", -1)).as("three ladders").hasSize(4);
        assertThat(page).contains("prefers-color-scheme:dark", "Call lossy: 6001 calls 7000: answered.");
        assertThat(Files.readString(folder.resolve("report.md"))).contains("| lossy |");
    }

    @Test
    void a_run_without_calls_has_no_section_for_them() {
        Outcome text = Outcome.of("run", "scenarios/sip-register.yaml");
        assertThat(text.out()).contains("SIP phones\n").doesNotContain("SIP calls");
        assertThat(json("run", "--format", "json", "scenarios/sip-register.yaml")
                        .at("/sip/calls"))
                .isEmpty();
    }
}
