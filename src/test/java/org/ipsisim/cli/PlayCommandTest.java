package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.cli.Outcome.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ipsisim play} without a terminal: what it refuses, and recordings. */
class PlayCommandTest {
    private static final String WAN_CUT = "scenarios/wan-cut.yaml";

    @TempDir
    Path directory;

    private String cast() {
        return directory.resolve("out.cast").toString();
    }

    private static void refuses(Outcome outcome, String... why) {
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(why);
    }

    @Test
    void without_a_terminal_it_says_what_to_use_instead() {
        refuses(
                Outcome.of("play", WAN_CUT),
                "ipsisim: play needs a terminal for input and output, and TERM other than dumb",
                "`ipsisim run` prints what happens",
                "--record FILE makes a recording without a terminal");
        refuses(Outcome.withInput("title: x\n", "play", "-"), "play needs a terminal");
    }

    @Test
    void calls_are_not_counted_in_every_picture_if_that_takes_too_long() throws IOException {
        Path file = Files.writeString(
                directory.resolve("calls.yaml"),
                "title: Calls\nduration: 6h\nport-networks: [{pn: 1-4, traffic: {calls-per-hour: 1000, mean-hold: 3m}}]\n");
        Outcome some = Outcome.of("play", file.toString(), "--record", cast(), "--speed", "60", "--limit", "1");
        assertThat(some.status()).isZero();
        assertThat(some.err()).contains("random calls are counted only at changes of state", "--limit 3 counts them");
        assertThat(Files.readString(Path.of(cast()))).contains("blocked by 0s").doesNotContain(" up,");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        refuses(Outcome.of("play", WAN_CUT, "--speed", "601"), "'601' is not a whole number from 1 to 600");
        refuses(Outcome.of("play", WAN_CUT, "--speed", "0"), "'0' is not a whole number from 1 to 600");
        refuses(Outcome.of("play", WAN_CUT, "--size", "100x30"), "--size goes with --record");
        refuses(Outcome.of("play", WAN_CUT, "--record", cast(), "--size", "40x10"), "'40x10' is smaller than 60x16");
        refuses(Outcome.of("play", WAN_CUT, "--record", cast(), "--size", "big"), "'big' is not a size such as 80x24");
        refuses(Outcome.of("play", WAN_CUT, "--record", cast(), "--at", "20m"), "--at is not before the end");
        refuses(Outcome.of("play", WAN_CUT, "--record", cast(), "--pn", "9"), "no port network 9");
        refuses(
                Outcome.of("play", "scenarios/busy-hour.yaml", "--record", cast(), "--speed", "1"),
                "longer than 4 hours; choose a higher --speed, or add --jump");
        refuses(Outcome.of("play", WAN_CUT, file("met.yaml"), "--record", cast()), "play takes one scenario");
        refuses(Outcome.of("play", file("wrong.yaml"), "--record", cast()), "error: ");
        assertThat(Path.of(cast())).doesNotExist();
    }

    @Test
    void a_file_that_is_not_there_is_no_wrong_input() {
        assertThat(Outcome.of("play", "nix.yaml", "--record", cast()).status()).isEqualTo(3);
    }

    @Test
    void a_recording_needs_no_terminal() throws IOException {
        Outcome outcome = Outcome.of("play", WAN_CUT, "--record", cast(), "--speed", "120", "--size", "100x30");
        assertThat(outcome).isEqualTo(new Outcome(0, "", "recording: " + cast() + "\n"));
        List<String> lines = Files.readAllLines(Path.of(cast()));
        assertThat(lines.get(0))
                .isEqualTo("{\"version\":2,\"width\":100,\"height\":30,\"title\":\"WAN cut at Dallas\"}");
        assertThat(lines).hasSizeGreaterThan(50).allMatch(line -> line.startsWith("[") || line.startsWith("{"));
    }

    @Test
    void the_same_command_gives_the_same_bytes() throws IOException {
        String[] command = {"play", WAN_CUT, "--record", cast(), "--jump", "--speed", "60", "--pn", "3", "--at", "30s"};
        Outcome.of(command);
        byte[] first = Files.readAllBytes(Path.of(cast()));
        assertThat(new String(first, StandardCharsets.UTF_8)).contains("30s of");
        Outcome.of(command);
        assertThat(Files.readAllBytes(Path.of(cast()))).isEqualTo(first);
    }

    @Test
    void settings_and_seeds_count() throws IOException {
        Outcome outcome = Outcome.of(
                "play",
                WAN_CUT,
                "--record",
                cast(),
                "--speed",
                "300",
                "--set",
                "timers.no-service-timeout=2m",
                "--seed",
                "3");
        assertThat(outcome.status()).isZero();
        assertThat(Path.of(cast())).content().contains("left of 2m");
    }

    @Test
    void a_recording_is_written_whole_or_not_at_all() throws IOException {
        Outcome outcome = Outcome.of(
                "play", WAN_CUT, "--record", directory.resolve("no/where.cast").toString());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("the recording cannot be written to", "no such file or directory");
        assertThat(Outcome.of("play", WAN_CUT, "--record", directory.toString()).status())
                .isEqualTo(3);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_run_that_is_too_large_is_refused() {
        Outcome outcome = Outcome.of(
                "play",
                "scenarios/flapping-wan.yaml",
                "--record",
                cast(),
                "--set",
                "events[0].times=100000",
                "--set",
                "duration=3000d");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--resets-only");
    }

    @Test
    void other_commands_do_not_load_JLine() throws Exception {
        for (List<String> args : List.of(List.of("run", WAN_CUT), List.of("play", "--help"), List.of("--help"))) {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            words.addAll(args);
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("classes").toFile())
                    .start();
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(directory.resolve("classes"))
                    .content()
                    .contains("org.ipsisim.cli.Ipsisim")
                    .doesNotContain(" org.jline");
        }
    }
}
