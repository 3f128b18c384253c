package org.ipsisim.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.report.SampleHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {
    private static final List<String> FILES =
            List.of("index.html", "report.md", "run.json", "timeline.png", "timeline.svg");

    @TempDir
    Path temporary;

    @Test
    void writesFiveFilesIntoADirectoryThatItMakes() throws IOException {
        Path directory = temporary.resolve("a/b");
        ReportDirectory.write(SampleHistories.failover(), Pages.NOTHING, directory);

        assertThat(names(directory)).containsExactlyElementsOf(FILES);
    }

    @Test
    void theSameHistoryGivesTheSameBytes() throws IOException {
        ReportDirectory.write(SampleHistories.fragmented(), Pages.NOTHING, temporary.resolve("one"));
        ReportDirectory.write(SampleHistories.fragmented(), Pages.NOTHING, temporary.resolve("two"));

        for (String name : FILES) {
            assertThat(temporary.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(temporary.resolve("two").resolve(name));
        }
    }

    @Test
    void replacesAnEarlierReportAndLeavesOtherFilesAlone() throws IOException {
        ReportDirectory.write(SampleHistories.nothing(), Pages.NOTHING, temporary);
        Files.writeString(temporary.resolve("notes.txt"), "mine");
        ReportDirectory.write(SampleHistories.failover(), Pages.NOTHING, temporary);

        assertThat(temporary.resolve("notes.txt")).hasContent("mine");
        assertThat(temporary.resolve("index.html")).content().contains("<h1>WAN cut at Dallas</h1>");
        assertThat(names(temporary)).hasSize(FILES.size() + 1);
    }

    @Test
    void aFailureHalfWayLeavesTheEarlierReportAsItWas() throws IOException {
        ReportDirectory.write(SampleHistories.nothing(), Pages.NOTHING, temporary);
        byte[] before = Files.readAllBytes(temporary.resolve("timeline.svg"));
        Files.delete(temporary.resolve("timeline.png"));
        Files.delete(temporary.resolve("run.json"));
        Files.createDirectories(temporary.resolve("run.json/in-the-way"));

        assertThatThrownBy(() -> ReportDirectory.write(SampleHistories.failover(), Pages.NOTHING, temporary))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the report cannot be written to " + temporary)
                .hasMessageEndingWith("run.json: is a directory");
        assertThat(temporary.resolve("timeline.svg")).hasBinaryContent(before);
        assertThat(temporary.resolve("index.html")).content().contains("<h1>A quiet day</h1>");
        assertThat(names(temporary)).containsExactly("index.html", "report.md", "run.json", "timeline.svg");
    }

    @Test
    void aFailureInANewDirectoryLeavesNoDirectory() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(
                        () -> ReportDirectory.write(SampleHistories.failover(), Pages.NOTHING, file.resolve("report")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the report cannot be written to " + file.resolve("report"));
        assertThatThrownBy(() -> ReportDirectory.write(SampleHistories.failover(), Pages.NOTHING, file))
                .hasMessageEndingWith(file + ": is not a directory");
        assertThat(names(temporary)).containsExactly("file");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
