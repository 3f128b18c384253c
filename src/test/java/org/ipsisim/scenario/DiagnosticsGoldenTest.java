package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each mistake in a scenario file says: {@code golden/scenario/diagnostics} holds the file with the mistake and the
 * text. Lines {@code #set key=value} are assignments of the command line.
 */
class DiagnosticsGoldenTest {
    private static final String SET = "#set ";

    static List<SampleFiles.Mistake> cases() {
        return SampleFiles.mistakes();
    }

    @Test
    void there_are_at_least_two_hundred_mistakes() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_what_is_wrong_and_where(SampleFiles.Mistake mistake) {
        List<String> overrides = mistake.input()
                .lines()
                .filter(line -> line.startsWith(SET))
                .map(line -> line.substring(SET.length()))
                .toList();
        ReadResult result = ScenarioReader.read(mistake.name(), mistake.content(), overrides);

        assertThat(result.diagnostics()).isNotEmpty();
        assertThat(result.hasErrors()).isEqualTo(result.scenario().isEmpty());
        mistake.check(new DiagnosticText(false).render(result));
    }
}
