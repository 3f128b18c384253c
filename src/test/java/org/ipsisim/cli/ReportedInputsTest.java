package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios that people have reported, each with what it has to say. The numbers are worked out by hand: a cold reset comes
 * 74 s after the loss of contact, a warm one after 14 s, the request for service 5 min after the cold reset.
 */
class ReportedInputsTest {
    private static final String FOLDER = "src/test/resources/reported/";

    private static Arguments says(String name, String command, String settings, String... facts) {
        return Arguments.of(name, command, settings, facts);
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                says(
                        "alternate-path",
                        "run",
                        "",
                        "port network 1 heard nothing for 3s at most; nothing was reset and no call was lost",
                        "2m14s 12m minor PKT-INT ipsi 1a hears nothing, the other IPSI has control: no redundancy"),
                says("ess-dead", "run", "", "12m15s still active minor ESS sc-10 not registered (error 257)"),
                says(
                        "clockwork-cm50",
                        "run",
                        "",
                        "heard nothing for 3s at most; nothing was reset and no call was lost",
                        "2m14s still active minor PKT-INT ipsi 1a"),
                says(
                        "clockwork-cm50, the board hangs as reported",
                        "run",
                        "events[0].mode=hung",
                        "port network 1 was without service for 28m and lost 10 calls; it was still down at the end"),
                says(
                        "rtpg-bursts",
                        "run",
                        "",
                        "port network 4 could start no call for 41s (3 warm resets); stable calls stayed up",
                        "With heartbeat-transport: tcp PN 4 has 1 more reset."),
                says(
                        "rtpg-bursts, as reported: each of three resets drops all calls, and users dial again",
                        "run",
                        "timers.calls-drop=at-warm-reset port-networks[0].calls.redial=1m",
                        "4 through the port network 30 90 0 90 30"),
                says(
                        "nocalls",
                        "run",
                        "",
                        "nocalls.yaml:14:13: error: expect[0].calls-dropped: `calls-dropped` is about nothing: port network 1 has"
                                + " neither `calls` nor `traffic`"),
                // out from 2m14s to the end of the cut at 11m and the restart of a minute
                says(
                        "duplex-not-moved",
                        "explain",
                        "",
                        "as it is cold reset, the main 30 9m46s 10m46s",
                        "main-b at branch in service, the main 0 0s 0s"),
                // out from the cold reset at 3m4s to the end at 15m; a core asked at 3m34s has restarted it after 65 s
                says(
                        "in-vain-91047",
                        "explain",
                        "",
                        "as it is cold reset, the main 30 11m56s 13m31s",
                        "one more survivable core cold reset, the main 30 1m35s 3m10s at s3 (shortens it)",
                        "pn-cold-reset-delay 2m (it warm reset, the main 30 11m26s 13m31s is 1m30s) (shortens it)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void says_what_is_right(String name, String command, String settings, String[] facts) {
        String file = FOLDER + name.split(",")[0] + ".yaml";
        Stream<String> set = settings.isEmpty()
                ? Stream.of()
                : Stream.of(settings.split(" ")).flatMap(setting -> Stream.of("--set", setting));
        Outcome outcome =
                Outcome.of(Stream.concat(Stream.of(command, file), set).toArray(String[]::new));
        assertThat((outcome.out() + outcome.err()).replaceAll("\\s+", " ")).contains(facts);
        assertThat(outcome.status()).isEqualTo(name.equals("nocalls") ? 2 : 0);
    }
}
