package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassroomCommandTest {
    private static final String SCENARIO = "scenarios/minimal.yaml";

    @TempDir
    Path directory;

    @Test
    void it_says_where_to_go_and_ends_when_the_class_is_over() throws IOException {
        Path results = directory.resolve("class.csv");
        Outcome outcome =
                Outcome.of("classroom", SCENARIO, "--port", "0", "--for", "50ms", "--results", results.toString());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("trainer: http://127\\.0\\.0\\.1:[0-9]+/#room=[\\w-]{22}&key=[\\w-]{22}"),
                        line -> assertThat(line).matches("students: http://127\\.0\\.0\\.1:[0-9]+/#room=[\\w-]{22}"),
                        line -> assertThat(line).isEqualTo("results: " + results));
        assertThat(results).hasContent("number,question,name,answer,right,seconds\n");
    }

    @Test
    void a_lesson_is_taught_as_it_is() {
        Outcome outcome = Outcome.of("classroom", "lesson:warm-reset", "--seed", "2");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("leave out --set and --seed").doesNotContain("trainer:");
    }

    @Test
    void without_a_certificate_others_have_no_camera() {
        Outcome outcome = Outcome.of("classroom", SCENARIO, "--bind", "0.0.0.0", "--port", "0", "--for", "50ms");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .contains("ipsisim: without --tls, browsers on other machines have no camera")
                .contains("trainer: http://127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 70000|'70000' is not a whole number from 0 to 65",
                "--students 0|'0' is not a whole number from 1 to 200",
                "--for soon|'soon' is not a duration",
                "--ice-server example.org|'example.org' is not stun:HOST:PORT or turn:USER:PASSWORD@HOST:PORT",
                "--tls class.p12|--tls and --tls-password-file go together"
            })
    void values_are_checked_before_anything_is_served(String options, String message) {
        String[] words = ("classroom " + SCENARIO + " " + options).split(" ");
        Outcome outcome = Outcome.of(words);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).doesNotContain("trainer:");
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            Outcome outcome = Outcome.of("classroom", SCENARIO, "--port", port, "--for", "50ms");
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("ipsisim: cannot listen on 127.0.0.1, port " + port)
                    .contains("--port");
        }
    }

    @Test
    void a_key_store_that_does_not_open_is_named() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "secret\n");
        Path garbage = Files.writeString(directory.resolve("class.p12"), "no key store");
        Outcome outcome = Outcome.of(
                "classroom", SCENARIO, "--tls", garbage.toString(), "--tls-password-file", password.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("ipsisim: " + garbage + ": is not a key store");
        Outcome missing = Outcome.of(
                "classroom",
                SCENARIO,
                "--tls",
                directory.resolve("none.p12").toString(),
                "--tls-password-file",
                password.toString());
        assertThat(missing.status()).isEqualTo(3);
        assertThat(missing.err()).contains("none.p12");
    }

    @Test
    void results_that_cannot_be_written_are_known_before_the_class() {
        String file = directory.resolve("none").resolve("class.csv").toString();
        Outcome outcome = Outcome.of("classroom", SCENARIO, "--port", "0", "--for", "1h", "--results", file);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains(file).doesNotContain("trainer:");
    }

    @Test
    void a_scenario_that_is_wrong_is_not_served() {
        Outcome outcome = Outcome.of("classroom", "src/test/resources/cli/none.yaml");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).doesNotContain("trainer:");
    }
}
