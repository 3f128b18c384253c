package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sip ladder} and {@code sip lab}: what they take and refuse. */
class SipLadderCommandTest {
    private static final String ARTICLE = "scenarios/sip-prack.yaml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ladder", "lint", "lab"})
    void each_explains_itself(String command) throws IOException {
        Outcome outcome = Outcome.of("sip", command, "--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        GoldenFile.check(GoldenFile.folder("cli").resolve("sip-" + command + ".txt"), outcome.out());
    }

    @Test
    void the_article_s_flow_header_for_header() {
        Outcome outcome = Outcome.of("sip", "ladder", ARTICLE, "--call", "voicemail", "--messages");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Supported: 100rel\n", "Require: 100rel\nRSeq: 1\n", "RAck: 1 1 INVITE\n", "outcome: answered");
        String answer = outcome.out()
                .substring(outcome.out().indexOf("\nF10 ", outcome.out().indexOf("outcome:")));
        assertThat(answer.substring(0, answer.indexOf("\nF11 ")))
                .contains("SIP/2.0 200 OK", "CSeq: 1 INVITE")
                .doesNotContain("RSeq", "Require");
    }

    @ParameterizedTest
    @CsvSource({
        "voicemail, outcome: answered",
        "lossy, P7        61.502  . mm-1: no PRACK: 180 is sent again",
        "unanswered-prack, outcome: refused with 504"
    })
    void the_calls_end_as_the_scenario_says(String call, String part) {
        assertThat(Outcome.of("sip", "ladder", ARTICLE, "--call", call).out()).contains(part);
    }

    @Test
    void every_form_is_written_and_nothing_is_found_in_the_capture() throws IOException {
        Path pcap = folder.resolve("call.pcap");
        Path sipp = folder.resolve("sipp");
        Outcome svg = Outcome.of(
                "sip",
                "ladder",
                ARTICLE,
                "--call",
                "lossy",
                "--format",
                "svg",
                "--pcap",
                pcap.toString(),
                "--sipp",
                sipp.toString());

        assertThat(svg.out()).startsWith("<?xml").contains("<svg");
        assertThat(Files.readString(sipp.resolve("uac.xml"))).contains("RAck: [$rseq] 1 INVITE");
        assertThat(Files.readString(sipp.resolve("uas.xml"))).contains("RSeq: 1");
        Outcome lint = Outcome.of("sip", "lint", pcap.toString());
        assertThat(lint.status()).as(lint.out()).isZero();
        assertThat(lint.out()).endsWith("nothing found\n");
        assertThat(Outcome.of("sip", "ladder", ARTICLE, "--call", "lossy", "--format", "html")
                        .out())
                .startsWith("<!DOCTYPE html>");
        assertThat(Outcome.of("sip", "ladder", ARTICLE, "--call", "lossy", "--format", "mermaid")
                        .out())
                .startsWith("sequenceDiagram");
        assertThat(Outcome.of("sip", "ladder", ARTICLE, "--call", "lossy", "--format", "json")
                        .out())
                .contains("\"outcome\": \"answered\"");
    }

    @Test
    void the_article_s_registration_header_for_header() throws IOException {
        Outcome outcome = Outcome.of(
                "sip", "ladder", "scenarios/sip-register.yaml", "--phone", "6001", "--from", "1m", "--messages");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().substring(0, outcome.out().indexOf("outcome:")).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        GoldenFile.check(GoldenFile.folder("ladder").resolve("register.txt"), outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "html", "mermaid", "json"})
    void a_phone_is_drawn_in_every_form(String form) {
        Outcome outcome = Outcome.of(
                "sip",
                "ladder",
                "scenarios/sip-register.yaml",
                "--phone",
                "6001@desk",
                "--from",
                "16m",
                "--format",
                form);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("REGISTER", "401 Unauthorized", "3 keep-alives in a row not answered");
    }

    @Test
    void U9_attempts_that_fail_at_once_are_told_in_one_line() {
        Outcome outcome = Outcome.of(
                "sip", "ladder", "scenarios/sip-second-session-manager.yaml", "--phone", "6001", "--to", "6m");

        assertThat(outcome.out()).contains("U9       142.819  . 6001: attempts at sm-1 fail at once until 393.219\n");
    }

    @Test
    void the_capture_of_a_phone_is_read_and_only_the_lost_refresh_is_missed_in_it() {
        Path pcap = folder.resolve("phone.pcap");
        assertThat(Outcome.of(
                                "sip",
                                "ladder",
                                "scenarios/sip-register.yaml",
                                "--phone",
                                "6001",
                                "--pcap",
                                pcap.toString())
                        .status())
                .isZero();

        assertThat(Outcome.of("sip", "lint", pcap.toString()).out())
                .contains("warning S3: CSeq rises from 8 to 10")
                .contains("1 warning");
    }

    @Test
    void U17_a_phone_whose_session_manager_is_gone_sends_into_the_void() {
        Outcome outcome = Outcome.of(
                "sip", "ladder", ARTICLE, "--call", "voicemail", "--set", "events=[{at: 25s, fail: sm-1, for: 1m}]");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("no answer to INVITE", "outcome: no answer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ladder scenarios/sip-prack.yaml | --call is needed: there are voicemail, lossy, unanswered-prack",
                "ladder scenarios/sip-prack.yaml --call voicemial | there is no call 'voicemial' in this scenario; did you mean `voicemail`?",
                "ladder scenarios/wan-cut.yaml | the scenario has no call: list some under sip.calls",
                "ladder scenarios/sip-prack.yaml --call lossy --format svg --messages | --messages is for text and json; html has every message as it is",
                "ladder scenarios/sip-register.yaml --phone 7000 | no phone of this scenario has the extension 7000: there are 6001-6010",
                "ladder scenarios/wan-cut.yaml --phone 6001 | no phone of this scenario has the extension 6001",
                "ladder scenarios/sip-register.yaml --phone desk | --phone wants an extension such as 6001, or 6001@desk",
                "ladder scenarios/sip-register.yaml --phone 6001@sofa | --phone must say which phone of 6001: 6001@desk",
                "ladder scenarios/sip-register.yaml --phone 6001 --to 21m | --to is outside the run: 0s to 20m",
                "ladder scenarios/sip-register.yaml --phone 6001 --from 9m --to 8m | --from is after the end of what is shown",
                "ladder scenarios/sip-register.yaml --phone 6001 --sipp x | --sipp is for a call, --phone for a phone",
                "ladder scenarios/sip-prack.yaml --call lossy --from 1m | --from is for --phone",
                "lab scenarios/wan-cut.yaml | the scenario has no session manager: list some under sip.session-managers",
                "lab scenarios/sip-prack.yaml --bind 192.0.2.1 | --bind 192.0.2.1 lets others in, and needs --password",
                "lab scenarios/sip-prack.yaml --bind 0.0.0.0 --password longenough | --bind 0.0.0.0 is no address that a phone can answer to: name one of this machine",
                "lab scenarios/sip-prack.yaml --password short | --password needs 8 characters or more",
                "lab scenarios/sip-prack.yaml --speed 0 | invalid value for option '--speed': '0' is not a number from 0.1 to 100"
            })
    void what_is_wrong_is_said(String line, String message) {
        Outcome outcome = Outcome.of(("sip " + line).split(" "));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
    }

    @Test
    void the_lab_says_where_it_listens_and_obeys() throws IOException {
        int port = freePort();
        Outcome outcome = Outcome.withInput(
                "fail sm-1\nrestore sm-1\nnonsense\nquit\n",
                "sip",
                "lab",
                ARTICLE,
                "--port",
                String.valueOf(port),
                "--for",
                "10m");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains(
                        "listening sm-1 udp 127.0.0.1:" + port + "\n",
                        "listening sm-1 tcp 127.0.0.1:" + port + "\n",
                        "listening mm-1 udp 127.0.0.1:" + (port + 1) + "\n",
                        "'nonsense' is not one of fail NAME, restore NAME, quit");
        assertThat(outcome.out()).contains("sm-1: has failed: its ports are closed (U4)", "sm-1: is up again");
    }

    /** A port that is free for TCP and for UDP, like the one after it. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0);
                    ServerSocket second = new ServerSocket(first.getLocalPort() + 1);
                    DatagramSocket third = new DatagramSocket(first.getLocalPort());
                    DatagramSocket fourth = new DatagramSocket(second.getLocalPort())) {
                return Math.min(third.getLocalPort(), fourth.getLocalPort());
            } catch (BindException e) {
                // one of them is taken: try others
            }
        }
    }
}
