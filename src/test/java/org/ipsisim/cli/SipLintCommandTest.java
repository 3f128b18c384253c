package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SipLintCommandTest {
    private static final String LOST_PRACK = "scenarios/data/lost-prack.txt";

    @TempDir
    private Path folder;

    @Test
    void it_explains_itself() throws IOException {
        for (String command : new String[] {"lint"}) {
            Outcome outcome = Outcome.of("sip", command, "--help");
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            GoldenFile.check(GoldenFile.folder("cli").resolve("sip-" + command + ".txt"), outcome.out());
        }
    }

    @Test
    void a_group_needs_a_command() {
        assertThat(Outcome.of("sip"))
                .isEqualTo(new Outcome(2, "", "ipsisim: a command is missing\nTry `ipsisim sip --help`.\n"));
        assertThat(Outcome.of("sip", "lin").err())
                .startsWith("ipsisim: there is no command 'lin'; did you mean `lint`?");
    }

    @Test
    void findings_are_told_like_those_of_a_compiler() {
        Outcome outcome = Outcome.of("sip", "lint", LOST_PRACK);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo(LOST_PRACK + ":18: message 2: error P12: the 180 with RSeq 1 is never acknowledged\n"
                        + "    right: PRACK with RAck: 1 1 INVITE; without it the INVITE is refused after 32 s (P8)\n"
                        + LOST_PRACK + ": 2 messages, 1 error\n");
    }

    @Test
    void json_has_the_same() {
        assertThat(Outcome.of("sip", "lint", "--format", "json", LOST_PRACK).out())
                .contains("\"frame\": 2", "\"line\": 18", "\"rule\": \"P12\"", "\"severity\": \"error\"");
    }

    @Test
    void bytes_of_strangers_do_not_reach_the_terminal() throws IOException {
        Path file = folder.resolve("evil.txt");
        Files.writeString(
                file,
                "REGISTER sip:\u202ex@example.com SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"
                        + "To: <sip:a@b>\r\nCall-ID: c\r\nCSeq: 1 REGISTER\r\nRequires: \u001b]0;x\u0007\u202e\r\n\r\n");

        Outcome outcome = Outcome.of("sip", "lint", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("error S1", "error P17", "\\u001B");
        assertThat(outcome.out().chars()).noneMatch(c -> c < ' ' && c != '\n' || c > '~' && c < 0xA0);
    }

    @Test
    void what_is_no_capture_is_said_and_the_others_are_read() {
        Outcome outcome = Outcome.of("sip", "lint", "README.md", LOST_PRACK);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("ipsisim: README.md: neither a pcap or pcapng capture nor a text with SIP messages\n");
        assertThat(outcome.out()).contains("error P12");
        assertThat(Outcome.of("sip", "lint", "nowhere.pcap").status()).isEqualTo(3);
    }

    @Test
    void standard_input_is_read_too() {
        Outcome outcome = Outcome.withInput("OPTIONS sip:a SIP/2.0\nTo: <sip:a>\n\n", "sip", "lint", "-");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("standard input:1: message 1: error syntax: From is missing\n");
    }
}
