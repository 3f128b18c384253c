package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ipsisim.estate.Scenario;
import org.ipsisim.golden.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it gives a scenario or errors with a place in the file: no exception, no long wait. */
class ScenarioReaderFuzzTest {
    private static final int FILES = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Duration MOST_TIME = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 256L << 20;
    private static final List<String> OVERRIDES = List.of(
            "seed=7",
            "timers.no-service-timeout=2m",
            "port-networks[0].calls.pn=10",
            "servers.main.duplex=y",
            "events=[{at: 1m]");

    @Test
    void ten_thousand_damaged_files_are_read_or_refused() throws IOException {
        Mutations mutations = new Mutations(20160118, originals());
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] content = mutations.next();
            List<String> overrides = i % 10 == 0 ? List.of(OVERRIDES.get(i / 10 % OVERRIDES.size())) : List.of();
            ReadResult result = check(i, content, overrides);
            read += result.hasErrors() ? 0 : 1;
            if (i % 20 == 0 && result.scenario().isPresent()) {
                checkWritten(i, result.scenario().get());
            }
        }
        assertThat(read).as("some of the files are still scenarios").isBetween(FILES / 20, FILES * 3 / 4);
    }

    @Test
    void damaged_assignments_are_applied_or_refused() {
        byte[] content = "title: x\nduration: 1m\nport-networks: [{pn: 1}]\n".getBytes(StandardCharsets.UTF_8);
        List<byte[]> originals =
                OVERRIDES.stream().map(o -> o.getBytes(StandardCharsets.UTF_8)).toList();
        Mutations mutations = new Mutations(7, originals);
        for (int i = 0; i < 1000; i++) {
            check(i, content, List.of(new String(mutations.next(), StandardCharsets.UTF_8)));
        }
    }

    static Stream<Arguments> worstFiles() {
        return Stream.of(
                large("open brackets", i -> "["),
                large("open braces", i -> "{a: "),
                large("nested lists", i -> "- "),
                large("nested keys", i -> "? "),
                large("keys", i -> "k" + i + ": v\n"),
                large("one key again and again", i -> "title: x\n"),
                large("items", i -> "- x\n"),
                large("flow items", i -> i == 0 ? "port-networks: [" : "{pn: 1},"),
                large("empty items", i -> i == 0 ? "events: [" : "{},"),
                large("events", i -> i == 0 ? "events:\n" : "- {at: 1m, fail: main}\n"),
                large("expectations", i -> i == 0 ? "expect:\n" : "- {pn: 9, at: 1m, state: x}\n"),
                large("sites", i -> i == 0 ? "sites: [" : "s" + i + ","),
                large("anchors", i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n"),
                large("digits", i -> i == 0 ? "seed: " : "9"),
                large("units", i -> i == 0 ? "duration: " : "1d"),
                large("one word", i -> "x"),
                large("quotes", i -> i == 0 ? "title: \"" : "\\\""),
                large("comment", i -> "#"),
                large("blanks", i -> " "),
                large("line ends", i -> "\n"),
                large("documents", i -> "---\n"),
                large("tabs", i -> i == 0 ? "title: x\n" : "\t"),
                large("colons", i -> ":"),
                large("dashes", i -> "-"),
                large("text block", i -> i == 0 ? "description: |\n" : "  text\n"));
    }

    private static Arguments large(String name, IntFunction<String> part) {
        return Arguments.of(name, part);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worstFiles")
    void a_mebibyte_of_anything_takes_neither_long_nor_much_memory(String name, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1 << 20; i++) {
            text.append(part.apply(i));
        }
        byte[] content = text.substring(0, 1 << 20).getBytes(StandardCharsets.UTF_8);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        check(0, content, List.of());

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated, a bound of the heap in use")
                .isLessThan(MOST_BYTES);
    }

    private static ReadResult check(int number, byte[] content, List<String> overrides) {
        ProcessorTime time = new ProcessorTime();
        ReadResult result;
        String text;
        try {
            result = ScenarioReader.read("fuzz.yaml", content, overrides);
            text = new DiagnosticText(false).render(result);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("file " + number + " " + overrides + ":\n" + shown(content), e);
        }
        time.requireLessThan(MOST_TIME, "file " + number);
        assertThat(result.scenario().isPresent())
                .isEqualTo(result.diagnostics().stream().noneMatch(Diagnostic::isError));
        assertThat(text.chars().allMatch(c -> c == '\n' || !Visible.isUnsafe((char) c)))
                .as("file %d prints printable characters only", number)
                .isTrue();
        List<String> lines = linesOf(content);
        for (Diagnostic diagnostic : result.diagnostics()) {
            checkPlace(diagnostic, diagnostic.isCommandLine() ? overrides : lines, number);
        }
        return result;
    }

    private static void checkWritten(int number, Scenario scenario) {
        String yaml = ScenarioWriter.yaml(scenario);
        ReadResult again = check(number, yaml.getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(again.scenario()).as("file %d, written:\n%s", number, yaml).isPresent();
        assertThat(ScenarioWriter.yaml(again.scenario().get())).isEqualTo(yaml);
        assertThat(again.scenario().get().estate()).isEqualTo(scenario.estate());
        assertThat(again.scenario().get().title()).isEqualTo(scenario.title());
        assertThat(again.scenario().get().description()).isEqualTo(scenario.description());
        assertThat(again.scenario().get().events()).isEqualTo(scenario.events());
        assertThat(again.scenario().get().expectations()).isEqualTo(scenario.expectations());
    }

    private static void checkPlace(Diagnostic diagnostic, List<String> lines, int number) {
        String line = diagnostic.sourceLine();
        assertThat(diagnostic.line()).as("file %d: %s", number, diagnostic).isBetween(1, lines.size());
        assertThat(diagnostic.column())
                .as("file %d: %s", number, diagnostic)
                .isBetween(1, line.codePointCount(0, line.length()) + 1);
        assertThat(diagnostic.length()).isPositive();
        assertThat(diagnostic.message()).isNotBlank();
    }

    private static List<String> linesOf(byte[] content) {
        return List.of(new String(content, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1));
    }

    private static String shown(byte[] content) {
        return content.length > 5000
                ? content.length + " bytes"
                : HexFormat.of().formatHex(content);
    }

    private static List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        List<Path> valid = SampleFiles.list("valid", ".yaml");
        for (Path file : valid) {
            for (int i = 0; i < 10; i++) {
                originals.add(Files.readAllBytes(file));
            }
        }
        SampleFiles.mistakes().forEach(mistake -> originals.add(mistake.content()));
        SplittableRandom random = new SplittableRandom(1);
        byte[] binary = new byte[2000];
        random.nextBytes(binary);
        originals.add(binary);
        return originals;
    }
}
