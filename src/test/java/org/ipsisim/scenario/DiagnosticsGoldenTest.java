package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each mistake in a scenario file says: {@code golden/scenario/diagnostics} holds a file with the mistake and the
 * text for each. Lines {@code #set key=value} are assignments of the command line.
 */
class DiagnosticsGoldenTest {
    private static final String SET = "#set ";

    static Stream<Path> cases() {
        return SampleFiles.list("diagnostics", ".yaml").stream();
    }

    @Test
    void there_are_at_least_eighty_mistakes() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(80);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_what_is_wrong_and_where(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.UTF_8);
        List<String> overrides = text.lines()
                .filter(l -> l.startsWith(SET))
                .map(l -> l.substring(SET.length()))
                .toList();
        ReadResult result = ScenarioReader.read(name, content, overrides);

        assertThat(result.diagnostics()).isNotEmpty();
        assertThat(result.hasErrors()).isEqualTo(result.scenario().isEmpty());
        GoldenFile.check(file.resolveSibling(name.replace(".yaml", ".txt")), new DiagnosticText(false).render(result));
    }
}
