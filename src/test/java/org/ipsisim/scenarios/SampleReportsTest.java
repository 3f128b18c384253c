package org.ipsisim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.explain.Recommendation;
import org.ipsisim.report.page.ReportDirectory;
import org.ipsisim.study.Allowance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reports in the directory {@code reports} are those that the present build writes. */
class SampleReportsTest {
    private static final Path REPORTS = Path.of("reports");
    private static final String PNG = "timeline.png";
    private static final List<String> TEXTS = List.of("index.html", "report.md", "run.json", "timeline.svg");

    @TestFactory
    Stream<DynamicTest> itIsUpToDate(@TempDir Path directory) {
        return reports()
                .map(report -> DynamicTest.dynamicTest(
                        report.getFileName().toString(),
                        () -> compare(report, directory.resolve(report.getFileName()))));
    }

    private static Stream<Path> reports() {
        try (Stream<Path> reports = Files.list(REPORTS)) {
            return reports.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Path committed, Path written) throws IOException {
        ShippedScenario scenario = new ShippedScenario(committed.getFileName().toString());
        ReportDirectory.write(
                scenario.run(), Recommendation.of(scenario.run(), new Allowance(20, runs -> {})), written);
        try (Stream<Path> files = Files.list(committed)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(PNG)
                    .filteredOn(name -> !name.equals(PNG))
                    .containsExactlyInAnyOrderElementsOf(TEXTS);
        }
        for (String name : TEXTS) {
            assertThat(Files.readString(committed.resolve(name)))
                    .as(committed.resolve(name) + " is out of date; ./ipsisim run " + scenario.file() + " --report "
                            + committed + " writes it anew")
                    .isEqualTo(Files.readString(written.resolve(name)));
        }
        assertThat(sizeOf(committed.resolve(PNG)))
                .as("width and height; the rest of the picture depends on the fonts of the machine")
                .isEqualTo(sizeOf(written.resolve(PNG)));
    }

    /** Width and height, which stand 16 bytes into a PNG. */
    private static List<Integer> sizeOf(Path png) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(png));
        assertThat(bytes.getLong(0)).as("signature of a PNG").isEqualTo(0x89504E470D0A1A0AL);
        return List.of(bytes.getInt(16), bytes.getInt(20));
    }
}
