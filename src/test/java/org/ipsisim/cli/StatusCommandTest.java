package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.console.ScreenName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class StatusCommandTest {
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    private static Outcome status(String... args) {
        List<String> all = new ArrayList<>(List.of("status", WAN_CUT));
        all.addAll(List.of(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    private static void assertRefused(Outcome outcome, String message) {
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("ipsisim: ").contains(message).contains("Try `ipsisim status --help`.");
    }

    @Test
    void without_options_every_screen_of_the_main_at_the_end() {
        Outcome outcome = status();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        for (ScreenName name : ScreenName.values()) {
            assertThat("\n" + outcome.out()).contains("\n" + name.command());
        }
        assertThat(outcome).isEqualTo(status("--at=20m", "--from=main-a"));
    }

    @Test
    void screens_come_in_the_order_asked_for_by_word_or_by_command() {
        String out = status("--screen=server", "--screen", "Status ESS clusters", "--at=10m", "--from=sc-10")
                .out();
        assertThat(out.indexOf("SERVER STATUS")).isBetween(0, out.indexOf("ESS CLUSTER INFORMATION"));
        assertThat(out).contains("Cluster ID 10").doesNotContain("ALARM REPORT");
    }

    @Test
    void a_value_set_on_the_line_counts() {
        assertThat(status("--set=timers.no-service-timeout=2m", "--screen=port-network-parameters")
                        .out())
                .contains("No Service Time Out Interval (min): 2\n");
    }

    @Test
    void a_server_that_does_not_answer_says_so_once() {
        assertThat(Outcome.of("status", "scenarios/main-lost.yaml").out()).isEqualTo("main-a does not answer.\n");
    }

    @Test
    void JSON_has_the_lines_of_each_screen() {
        Outcome outcome = status("--format=json", "--at=90s", "--screen=server");
        JsonNode json = new ObjectMapper().readTree(outcome.out());
        assertThat(json.propertyNames()).containsExactly("title", "file", "seed", "at", "from", "server", "screens");
        assertThat(json.get("at").asInt()).isEqualTo(90);
        assertThat(json.get("server").asString()).isEqualTo("main-a");
        JsonNode screen = json.get("screens").get(0);
        assertThat(screen.propertyNames()).containsExactly("screen", "command", "lines");
        assertThat(screen.get("lines").get(1).asString()).isEqualTo("SERVER STATUS");
    }

    @Test
    void screens_are_the_same_in_any_character_set() {
        Look ascii = Outcome.look(false, 40, StandardCharsets.US_ASCII, false);
        assertThat(Outcome.with(ascii, "", "status", WAN_CUT, "--at=10m").out())
                .isEqualTo(status("--at=10m").out());
    }

    @Test
    void a_time_outside_the_run_is_refused_with_the_span() {
        assertRefused(status("--at=21m"), "--at 21m is outside the run: 0s to 20m");
        assertRefused(status("--at=5"), "'5' is not a time such as 90s or 8m12s; did you mean 5s?");
    }

    @Test
    void unknown_names_get_a_suggestion() {
        assertRefused(status("--from=sc-11"), "there is no server 'sc-11' in this scenario; did you mean `sc-10`?");
        assertRefused(status("--from=pbx"), "there is no server 'pbx' in this scenario; there are main, main-a, sc-10");
        assertRefused(status("--screen=clusters"), "'clusters' is not one of ess-clusters, ess-port-networks,");
        assertRefused(status("--screen=clusters"), "alarms; did you mean `ess-clusters`?");
        assertRefused(status("--screen=alarm"), "did you mean `alarms`?");
        assertRefused(status("--screen=x"), "'x' is not one of ess-clusters, ess-port-networks,");
        assertRefused(status("--format=xml"), "'xml' is not one of text, json");
        assertRefused(status("scenarios/minimal.yaml"), "status takes one scenario, not 2");
    }

    @Test
    void a_survivable_remote_has_no_view_of_IPSIs() {
        assertRefused(
                status("--set=servers.survivable-remotes=[{name: lsp-1}]", "--from=lsp-1"),
                "lsp-1 is a survivable remote, which sees no IPSI; there are main, main-a, sc-10");
    }
}
