package org.ipsisim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.ipsisim.cli.Outcome.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** The command as a process of its own, among pipes, full disks, locales and signals. */
class ProcessTest {
    private static final String FULL_DISK = "/dev/full";

    @TempDir
    Path directory;

    private ProcessBuilder command(String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
    }

    private Outcome outcome(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        return outcome(process);
    }

    private Outcome outcome(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), written("out"), written("err"));
    }

    private String written(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    @Test
    void results_go_to_standard_output_and_messages_to_standard_error() throws Exception {
        Outcome outcome = outcome(command("run", "--format=json", file("not-met.yaml"), file("warning.yaml")));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(outcome.out()).size()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("1 of 2 expectations not met", "warning: ")
                .doesNotContain("\u001b");
    }

    @Test
    void a_scenario_can_come_through_a_pipe() throws Exception {
        Process process = command("validate", "-").start();
        process.getOutputStream().write(Files.readAllBytes(Path.of(file("met.yaml"))));
        process.getOutputStream().close();
        assertThat(outcome(process)).isEqualTo(new Outcome(0, "-: fine\n", ""));
    }

    @Test
    void a_reader_that_goes_away_ends_the_command_quietly() throws Exception {
        Process process = command("run", "--heartbeats", "--format=ndjson", "--set=duration=1h", file("met.yaml"))
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        process.getInputStream().close();
        assertThat(outcome(process)).isEqualTo(new Outcome(141, "", ""));
    }

    @Test
    @EnabledIf("hasFullDisk")
    void a_full_disk_is_no_success() throws Exception {
        for (String format : List.of("text", "junit")) {
            Outcome outcome = outcome(command("run", "--format", format, file("met.yaml"))
                    .redirectOutput(Path.of(FULL_DISK).toFile()));
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err()).startsWith("ipsisim: standard output cannot be written: ");
        }
    }

    static boolean hasFullDisk() {
        return Files.isWritable(Path.of(FULL_DISK));
    }

    @Test
    void a_plain_locale_gets_ascii() throws Exception {
        ProcessBuilder builder = command("run", file("warning.yaml"));
        builder.environment().put("LC_ALL", "C");
        Outcome outcome = outcome(builder);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isNotEmpty().matches("\\p{ASCII}*").doesNotContain("?");
    }

    @Test
    void programs_get_utf8_in_every_locale() throws Exception {
        ProcessBuilder builder = command("run", "--format=json", file("met.yaml"));
        builder.environment().put("LC_ALL", "C");
        byte[] title = "Zürich".getBytes(StandardCharsets.UTF_8);
        assertThat(outcome(builder).out()).contains(new String(title, StandardCharsets.ISO_8859_1));
    }

    @Test
    void messages_spell_out_what_the_locale_lacks() throws Exception {
        Path file = Files.writeString(
                directory.resolve("s.yaml"),
                "title: x\nduration: 1m\nsites: [zürich, züri\u0109h]\nport-networks: [{pn: 1, site: zuerich}]\n");
        ProcessBuilder builder = command("validate", file.toString());
        builder.environment().put("LC_ALL", "C");
        assertThat(outcome(builder).err())
                .contains("z\\u00FCrich", "z\\u00FCri\\u0109h")
                .matches("\\p{ASCII}*");
    }

    @Test
    void only_a_terminal_gets_colours_and_never_with_no_color() throws Exception {
        String[] run = {"run", file("warning.yaml")};
        assertThat(outcome(command(run)).out()).doesNotContain("\u001b");
        ProcessBuilder terminal = onTerminal(command(run));
        assertThat(outcome(terminal).out()).contains("\u001b[");
        terminal.environment().put("NO_COLOR", "1");
        Outcome outcome = outcome(terminal);
        assertThat(outcome.out() + outcome.err()).isNotEmpty().doesNotContain("\u001b");
        terminal.environment().remove("NO_COLOR");
        terminal.environment().put("TERM", "dumb");
        assertThat(outcome(terminal).out()).doesNotContain("\u001b");
    }

    /** Says what the launcher says when both streams are terminals. */
    private static ProcessBuilder onTerminal(ProcessBuilder builder) {
        builder.command().addAll(1, List.of("-Dipsisim.stdout.terminal=true", "-Dipsisim.stderr.terminal=true"));
        builder.environment().putAll(Map.of("TERM", "xterm"));
        builder.environment().remove("NO_COLOR");
        return builder;
    }

    @Test
    void an_interrupt_leaves_no_half_of_a_report() throws Exception {
        List<String> args = new ArrayList<>(
                List.of("run", "--report", directory.resolve("reports").toString()));
        for (int i = 0; i < 60; i++) {
            Path copy = directory.resolve("s" + i + ".yaml");
            Files.copy(Path.of(file("met.yaml")), copy);
            args.add(copy.toString());
        }
        Process process = command(args.toArray(String[]::new)).start();
        awaitLines(directory.resolve("err"), 1, process);
        process.destroy();
        assertThat(outcome(process).err().lines()).isNotEmpty().allMatch(line -> line.matches("(all )?reports?: .*"));
        try (Stream<Path> reports = Files.list(directory.resolve("reports"))) {
            assertThat(reports.filter(Files::isDirectory)).isNotEmpty().allSatisfy(ProcessTest::isWhole);
        }
    }

    @Test
    void an_interrupted_study_prints_what_is_done_and_says_so() throws Exception {
        Process process = onTerminal(command(
                        "thresholds",
                        "scenarios/wan-cut.yaml",
                        "--fault=main",
                        "--fault=wan",
                        "--up-to=8m",
                        "--step=1ms",
                        "--threads=1",
                        "--report",
                        directory.resolve("report").toString()))
                .start();
        while (process.isAlive() && !written("err").contains("trying cuts")) {
            Thread.sleep(5);
        }
        process.destroy();
        Outcome outcome = outcome(process);
        assertThat(outcome.status()).isEqualTo(143);
        assertThat(outcome.out()).contains("Interrupted: 0 of 2 kinds of cut are done");
        assertThat(outcome.err())
                .contains("ipsisim: interrupted: 0 of 2 kinds of cut are done")
                .endsWith("; no report is written\n");
        assertThat(directory.resolve("report")).doesNotExist();
    }

    private static final int RUNS = 150;
    private static final String[] LONG = {
        "monte-carlo", "scenarios/month-by-chance.yaml", "--runs=" + RUNS, "--against=timers.no-service-timeout=2m"
    };

    private ProcessBuilder longStudy(Path file, int threads) {
        List<String> words = new ArrayList<>(List.of(LONG));
        words.addAll(List.of("--resume", file.toString(), "--threads=" + threads));
        return command(words.toArray(String[]::new));
    }

    /** What the study prints if nobody ends it, as {@link #written} reads it. */
    private static String inOneGo() {
        return new String(Outcome.of(LONG).out().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void awaitLines(Path file, int lines, Process process) throws Exception {
        while (process.isAlive() && (Files.notExists(file) || count(file) < lines)) {
            Thread.sleep(5);
        }
    }

    private static long count(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    @Test
    void a_study_that_is_killed_again_and_again_comes_to_the_same_end() throws Exception {
        Path file = directory.resolve("runs.ndjson");
        long before = 1;
        for (int threads : new int[] {2, 1, 8}) {
            Process process = longStudy(file, threads).start();
            awaitLines(file, (int) before + 15, process);
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            if (count(file) > RUNS) {
                break; // It was faster.
            }
            assertThat(process.exitValue()).isEqualTo(137);
            assertThat(written("out")).isEmpty();
            assertThat(count(file)).isGreaterThanOrEqualTo(before + 15);
            before = count(file);
        }
        Outcome outcome = outcome(longStudy(file, 2));
        assertThat(outcome.err()).matches(Pattern.quote(file.toString()) + " has [0-9]+ runs\n");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo(inOneGo());
        assertThat(count(file)).isEqualTo(RUNS + 2);
    }

    @Test
    void an_interrupted_study_leaves_a_file_to_go_on_from() throws Exception {
        Path file = directory.resolve("runs.ndjson");
        Process process = longStudy(file, 2).start();
        awaitLines(file, 20, process);
        process.destroy();
        Outcome outcome = outcome(process);
        long runs = count(file) - 1;
        assumeThat(runs).as("it was not faster than the interrupt").isLessThan(RUNS);
        assertThat(outcome.status()).isEqualTo(143);
        assertThat(outcome.out()).contains("Interrupted: ");
        assertThat(outcome.err())
                .startsWith(file + " has " + runs + " runs; the same command goes on from there\n")
                .contains("ipsisim: interrupted: ");
        assertThat(outcome(longStudy(file, 1)).out()).isEqualTo(inOneGo());
    }

    private static void isWhole(Path report) throws IOException {
        try (Stream<Path> files = Files.list(report)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "report.md", "run.json", "timeline.png", "timeline.svg");
        }
    }
}
