package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Expectation.Bound;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.PhoneTotal;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SessionManagerTotal;
import org.ipsisim.estate.SipCall;
import org.ipsisim.estate.SipEstate;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.SipSettings.Wait;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.estate.Target;
import org.junit.jupiter.api.Test;

/** What the section {@code sip} of a scenario file becomes. */
class SipReaderTest {
    private static final String HEAD = """
            title: x
            duration: 20m
            sites: [hq, dallas]
            links: [{id: wan, between: [hq, dallas]}]
            servers: {survivable-remotes: [{name: lsp-1, site: dallas, activation-delay: 1m, return-delay: 0s}]}
            sip:
              session-managers: [{name: sm-1}, {name: bsm-1, site: dallas, survivable-remote: lsp-1, queue: 50}]
              phones:
                - {name: desk, site: dallas, extensions: 6001-6007, controllers: [bsm-1, sm-1]}
                - {name: lobby, extensions: 6001, controllers: [sm-1], failback: manual, recovery-wait: {max: 1m}}
            """;

    @Test
    void phones_alone_are_a_scenario_with_every_default() {
        Scenario scenario = read("""
                title: x
                duration: 1h
                sip: {session-managers: [{name: sm-1}], phones: [{name: desk, extensions: 100, controllers: [sm-1]}]}
                """);

        assertThat(scenario.estate().portNetworks()).isEmpty();
        assertThat(scenario.estate().sip())
                .isEqualTo(new SipEstate(
                        "example.com",
                        List.of(new SessionManager("sm-1", "lan", 300, 3000, Optional.empty())),
                        List.of(new PhonePopulation("desk", "lan", 100, 100, List.of("sm-1"), SipSettings.DEFAULT)),
                        List.of(),
                        false,
                        SipSettings.DEFAULT,
                        List.of()));
    }

    @Test
    void without_the_section_there_is_nothing_of_sip() {
        assertThat(read("title: x\nduration: 1h\nport-networks: [{pn: 1}]")
                        .estate()
                        .sip())
                .isEqualTo(SipEstate.NONE);
    }

    @Test
    void a_branch_session_manager_has_a_survivable_remote_with_its_delays() {
        Scenario scenario = read(HEAD);

        assertThat(scenario.estate().survivableRemotes())
                .containsExactly(new SurvivableRemote("lsp-1", "dallas", Duration.ofMinutes(1), Duration.ZERO));
        assertThat(scenario.estate().sip().sessionManagers())
                .containsExactly(
                        new SessionManager("sm-1", "hq", 300, 3000, Optional.empty()),
                        new SessionManager("bsm-1", "dallas", 300, 50, Optional.of("lsp-1")));
    }

    @Test
    void a_population_has_its_own_settings_and_the_others_of_the_section_wherever_the_section_stands() {
        Scenario scenario = read(HEAD + "  settings: {expires: 10m, failback: auto, recovery-wait: {min: 10s}}\n");

        SipSettings section = scenario.estate().sip().settings();
        SipSettings desk = phones(scenario, "desk").settings();
        SipSettings lobby = phones(scenario, "lobby").settings();
        assertThat(desk).isEqualTo(section);
        assertThat(section.expires()).isEqualTo(Duration.ofMinutes(10));
        assertThat(section.recoveryWait()).isEqualTo(new Wait(Duration.ofSeconds(10), Duration.ofSeconds(54)));
        assertThat(lobby.expires()).isEqualTo(Duration.ofMinutes(10));
        assertThat(lobby.failback()).isEqualTo(SipSettings.Failback.MANUAL);
        assertThat(lobby.recoveryWait()).isEqualTo(new Wait(Duration.ofSeconds(10), Duration.ofSeconds(60)));
    }

    @Test
    void a_user_has_a_phone_in_each_population_with_the_extension() {
        Scenario scenario = read(HEAD);

        assertThat(phones(scenario, "desk").size()).isEqualTo(7);
        assertThat(phones(scenario, "desk").has(6007)).isTrue();
        assertThat(phones(scenario, "desk").has(6008)).isFalse();
        assertThat(phones(scenario, "lobby").has(6001)).isTrue();
    }

    @Test
    void U16_a_user_has_at_most_ten_devices() {
        StringBuilder nine = new StringBuilder(HEAD);
        for (int i = 1; i <= 8; i++) {
            nine.append("    - {name: more-").append(i).append(", extensions: 6001, controllers: [sm-1]}\n");
        }
        String eleventh = "    - {name: more-9, extensions: 6000-6001, controllers: [sm-1]}\n";

        assertThat(readResult(nine.toString(), List.of()).hasErrors()).isFalse();
        assertThat(readResult(nine + eleventh, List.of()).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("extension 6001 is in more than 10 populations"));
    }

    @Test
    void U8_refreshes_that_take_more_than_half_of_a_session_manager_are_warned_about() {
        // 7 desk phones with both, 1 in the lobby: 8 phones, 2 requests each in 450 s
        String slow = HEAD.replace("{name: sm-1}", "{name: sm-1, requests-per-second: 1}");
        String often = "  settings: {expires: 1m, refresh-at: 50%}\n"; // 8 * 2 / 30 s = 0.53 a second
        assertThat(readResult(slow, List.of()).diagnostics()).isEmpty();
        assertThat(readResult(slow + often, List.of()).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).startsWith("refreshes alone are 1 requests a second"));
        assertThat(readResult(slow + often, List.of("sip.settings.nonce=counted"))
                        .diagnostics())
                .isEmpty();
        assertThat(readResult(slow + often, List.of("sip.settings.registration=alternate"))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void a_call_takes_what_its_kind_does_unless_it_says_so() {
        SipCall call = read(HEAD + "  calls: [{name: c1, at: 1m, from: 6001, to: 6002, lost: [4, 2], loss: 1%}]\n")
                .estate()
                .sip()
                .calls()
                .get(0);

        assertThat(call)
                .isEqualTo(new SipCall(
                        "c1",
                        Duration.ofMinutes(1),
                        6001,
                        6002,
                        SipCall.DEFAULT_RING,
                        SipCall.DEFAULT_TALK,
                        Optional.empty(),
                        List.of(4, 2),
                        0.01,
                        Optional.empty()));
    }

    @Test
    void session_managers_fail_and_phones_are_sent_back() {
        Scenario scenario = read(HEAD + """
                  settings: {failback: manual}
                events:
                  - {at: 1m, fail: sm-1, for: 10m}
                  - {at: 12m, failback: desk}
                  - {at: 13m, failback: all}
                """);

        assertThat(scenario.events())
                .containsExactly(
                        new ScenarioEvent.Fail(
                                Duration.ofMinutes(1),
                                new Target.OfServers("sm-1", List.of("sm-1")),
                                Optional.of(Duration.ofMinutes(10))),
                        new ScenarioEvent.Failback(Duration.ofMinutes(12), new TreeSet<>(List.of("desk"))),
                        new ScenarioEvent.Failback(Duration.ofMinutes(13), new TreeSet<>(List.of("desk", "lobby"))));
    }

    @Test
    void expectations_count_phones_and_shares_of_them() {
        List<Expectation> all = read(HEAD + """
                expect:
                  - {phones: desk, at: 1m, in-service: 100%, controller: sm-1}
                  - {phones: desk, at: 1m, limbo: {at-least: 50%}, searching: {at-most: 50%}}
                  - {phones: desk, at: 1m, moving: 3}
                """).expectations();

        assertThat(all)
                .containsExactly(
                        phonesAt(PhoneState.IN_SERVICE, Optional.of("sm-1"), Bound.exactly(7)),
                        phonesAt(PhoneState.LIMBO, Optional.empty(), new Bound(4, Long.MAX_VALUE)),
                        phonesAt(PhoneState.SEARCHING, Optional.empty(), new Bound(0, 3)),
                        phonesAt(PhoneState.MOVING, Optional.empty(), Bound.exactly(3)));
    }

    private static Expectation phonesAt(PhoneState state, Optional<String> controller, Bound bound) {
        return new Expectation.PhonesAt("desk", Duration.ofMinutes(1), state, controller, bound);
    }

    @Test
    void every_total_of_phones_and_of_session_managers_can_be_expected() {
        StringBuilder yaml = new StringBuilder(HEAD).append("expect:\n");
        for (PhoneTotal total : PhoneTotal.values()) {
            String value = total.isDuration() ? "2s" : "2";
            yaml.append("  - {phones: desk, ")
                    .append(total.key())
                    .append(": ")
                    .append(value)
                    .append("}\n");
        }
        for (SessionManagerTotal total : SessionManagerTotal.values()) {
            yaml.append("  - {session-manager: bsm-1, ").append(total.key()).append(": {at-most: 2}}\n");
        }
        List<Expectation> all = read(yaml.toString()).expectations();

        assertThat(all).hasSize(PhoneTotal.values().length + SessionManagerTotal.values().length);
        assertThat(all)
                .contains(
                        new Expectation.PhoneTotalOf("desk", PhoneTotal.LONGEST_OUTAGE, Bound.exactly(2000)),
                        new Expectation.PhoneTotalOf("desk", PhoneTotal.PHONES_AFFECTED, Bound.exactly(2)),
                        new Expectation.SessionManagerTotalOf("bsm-1", SessionManagerTotal.REFUSED, new Bound(0, 2)));
    }

    @Test
    void settings_and_keys_of_session_managers_can_be_set_for_one_run() {
        Scenario scenario = readResult(
                        HEAD,
                        List.of(
                                "sip.settings.recovery-wait.max=2m",
                                "sip.settings.phase=together",
                                "sip.session-managers[0].requests-per-second=20",
                                "sip.phones[1].phase=even"))
                .scenario()
                .orElseThrow();

        assertThat(scenario.estate().sip().settings().recoveryWait())
                .isEqualTo(new Wait(Duration.ofSeconds(30), Duration.ofMinutes(2)));
        assertThat(phones(scenario, "desk").settings().phase()).isEqualTo(SipSettings.Phase.TOGETHER);
        assertThat(phones(scenario, "lobby").settings().phase()).isEqualTo(SipSettings.Phase.EVEN);
        assertThat(scenario.estate().sip().sessionManagers().get(0).requestsPerSecond())
                .isEqualTo(20);
    }

    @Test
    void a_written_population_names_only_the_settings_that_differ_from_the_section() {
        Map<String, String> values =
                EffectiveValues.of(read(HEAD + "  settings: {failback: manual, nonce: counted}\n"));

        assertThat(values)
                .containsEntry("sip.settings.nonce", "counted")
                .containsEntry("sip.phones.desk.extensions", "6001-6007")
                .containsEntry("sip.phones.desk.controllers", "[bsm-1, sm-1]")
                .containsEntry("sip.phones.lobby.recovery-wait.max", "1m")
                .containsEntry("sip.session-managers.bsm-1.survivable-remote", "lsp-1")
                .doesNotContainKeys("sip.phones.lobby.failback", "sip.phones.desk.nonce");
    }

    private static PhonePopulation phones(Scenario scenario, String name) {
        return scenario.estate().sip().findPhones(name).orElseThrow();
    }

    private static Scenario read(String yaml) {
        ReadResult result = readResult(yaml, List.of());
        assertThat(result.diagnostics())
                .as(() -> new DiagnosticText(false).render(result))
                .isEmpty();
        return result.scenario().orElseThrow();
    }

    private static ReadResult readResult(String yaml, List<String> overrides) {
        return ScenarioReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8), overrides);
    }
}
