package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario that is written in full and read again is the same scenario. */
class ScenarioWriterTest {
    static Stream<Path> validFiles() {
        return SampleFiles.list("valid", ".yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("validFiles")
    void writes_what_reads_as_the_same_scenario(Path file) throws IOException {
        Scenario scenario = read(Files.readAllBytes(file));

        String yaml = ScenarioWriter.yaml(scenario);

        Scenario again = read(yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(withoutProvenance(again)).isEqualTo(withoutProvenance(scenario));
        assertThat(ScenarioWriter.yaml(again)).isEqualTo(yaml);
    }

    @ParameterizedTest
    @MethodSource("validFiles")
    void writes_every_default(Path file) throws IOException {
        GoldenFile.check(
                file.resolveSibling(file.getFileName().toString().replace(".yaml", ".effective.txt")),
                ScenarioWriter.yaml(read(Files.readAllBytes(file))));
    }

    @Test
    void ends_lines_with_a_line_feed_only() {
        String yaml = ScenarioWriter.yaml(
                read("title: x\nduration: 1m\nport-networks: [{pn: 1}]".getBytes(StandardCharsets.UTF_8)));
        assertThat(yaml).doesNotContain("\r").endsWith("\n").startsWith("format: 1\ntitle: x\nduration: 1m\n");
    }

    @Test
    void says_that_a_return_is_outside_of_what_the_release_has() {
        String yaml = ScenarioWriter.yaml(read(("title: x\nduration: 1m\nrelease: cm-5\nenforce-ranges: n\n"
                        + "fallback: {auto-return: connection-up}\nport-networks: [{pn: 1}]")
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(yaml).contains("\nenforce-ranges: n\n");
        assertThat(read(yaml.getBytes(StandardCharsets.UTF_8)).estate().fallback())
                .isInstanceOf(Fallback.ConnectionUp.class);
    }

    private static Scenario read(byte[] content) {
        ReadResult result = ScenarioReader.read("test.yaml", content, List.of());
        assertThat(result.scenario())
                .as(() -> new DiagnosticText(false).render(result))
                .isPresent();
        return result.scenario().get();
    }

    private static Scenario withoutProvenance(Scenario s) {
        return s.with(Provenance.NONE);
    }
}
