package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A formatted file says the same in the usual order, and nothing of it is lost. */
class FormattedFileTest {
    static Stream<Path> files() throws IOException {
        try (Stream<Path> scenarios = Files.list(Path.of("scenarios"));
                Stream<Path> templates = Files.list(Path.of("src/main/resources/org/ipsisim/scenario/templates"));
                Stream<Path> lessons = Files.list(Path.of("src/main/resources/org/ipsisim/course/lessons"))) {
            return Stream.of(
                    scenarios,
                    templates,
                    lessons.filter(file -> file.toString().endsWith(".scenario.yaml")),
                    SampleFiles.list("valid", ".yaml").stream())
                    .flatMap(all -> all)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String format(String text) {
        FormattedFile.Result result = FormattedFile.of("x.yaml", utf8(text));
        assertThat(result.diagnostics()).isEmpty();
        return result.text().orElseThrow();
    }

    private static Scenario read(byte[] content) {
        return ScenarioReader.read("x.yaml", content, List.of())
                .scenario()
                .orElseThrow()
                .with(Provenance.NONE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_formatted_file_is_the_same_scenario_and_stays_as_it_is(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String formatted = format(new String(content, StandardCharsets.UTF_8));
        assertThat(read(utf8(formatted))).isEqualTo(read(content));
        assertThat(format(formatted)).isEqualTo(formatted);
    }

    @Test
    void keys_come_in_the_order_of_the_format_with_their_comments() {
        assertThat(format("""
                # For the office in Dallas.

                events:   # on Friday
                - {for: 95s,   fail: wan, at: 2m}    # INC-1
                # - {at: 9m, fail: wan}
                - calls-of: x
                  at: 3m
                # How long?
                duration:  30m


                # Never forget the title.
                title:   "a # b"
                description: |
                    First.

                    Second.
                port-networks: [ {site: b, pn: 1},
                  {pn: 2} ]   # both
                # The end.
                """)).isEqualTo("""
                # For the office in Dallas.

                # Never forget the title.
                title: "a # b"
                description: |
                  First.

                  Second.
                # How long?
                duration: 30m
                port-networks: [ {site: b, pn: 1},
                  {pn: 2} ]   # both
                events:   # on Friday
                  - {at: 2m, fail: wan, for: 95s}    # INC-1
                  # - {at: 9m, fail: wan}
                  - at: 3m
                    calls-of: x
                # The end.
                """);
    }

    @Test
    void a_comment_below_a_block_stays_with_it() {
        assertThat(format("""
                expect:
                  - {pn: 1, outage: 0s}
                  # - {pn: 2, outage: 0s}
                timers:
                  no-service-timeout: 5m
                  # reading: parallel
                # What it is called.
                title: x
                """)).isEqualTo("""
                # What it is called.
                title: x
                timers:
                  no-service-timeout: 5m
                  # reading: parallel
                expect:
                  - {pn: 1, outage: 0s}
                  # - {pn: 2, outage: 0s}
                """);
    }

    @Test
    void the_comment_of_an_empty_value_does_not_move_away() {
        String file = "title: x\ntimers:   # none\nevents:\n  -   # {at: 1m, fail: wan}\n  -\n";
        assertThat(format(file)).isEqualTo(file);
    }

    @Test
    void what_would_be_lost_is_not_formatted() {
        String file = "title:   # where would this go?\n  x\n";
        FormattedFile.Result result = FormattedFile.of("x.yaml", utf8(file));
        assertThat(result.text()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("cannot be brought into the usual form without losing something");
    }

    @Test
    void mistakes_in_yaml_are_reported_and_others_are_not_its_business() {
        assertThat(FormattedFile.of("x.yaml", utf8("title: [\n")).text()).isEmpty();
        assertThat(format("tittle: x\r\ntitle: y\r\ntitle: z\r\n")).isEqualTo("title: y\ntitle: z\ntittle: x\n");
    }

    @Test
    void files_with_mistakes_are_formatted_or_refused_but_never_changed_in_meaning() {
        long formatted = SampleFiles.mistakes().stream()
                .map(mistake -> FormattedFile.of(mistake.name(), mistake.content()))
                .filter(result -> result.text().isPresent())
                .peek(result -> assertThat(format(result.text().orElseThrow()))
                        .isEqualTo(result.text().orElseThrow()))
                .count();
        assertThat(formatted).isGreaterThan(100);
    }
}
