package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of keys in docs/scenario-format.md are those of the reader: the same keys, required or with the same default. */
class DocumentedKeysTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key | the top level",
                "key in `timers` | `timers`",
                "key in `fallback` | `fallback`",
                "key in an entry of `links` | an entry of `links`",
                "key in `bursts` | `bursts`",
                "key in `servers` | `servers`",
                "key in `main` | `servers.main`",
                "key in an entry of `survivable-cores` | an entry of `servers.survivable-cores`",
                "key in an entry of `survivable-remotes` | an entry of `servers.survivable-remotes`",
                "key in an entry of `port-networks` | an entry of `port-networks`",
                "key in `traffic` | `traffic` of a port network",
                "key in `sip` | `sip`",
                "key in `sip.settings` | `sip.settings`",
                "key in an entry of `session-managers` | an entry of `sip.session-managers`",
                "key in an entry of `phones` | an entry of `sip.phones`",
                "key in an entry of `voicemail` | an entry of `sip.voicemail`",
                "key in an entry of `calls` | an entry of `sip.calls`",
                "key in an entry of `random-outages` | an entry of `random-outages`",
                "key in `between-failures` and `repair` | a random time"
            })
    void a_table_has_the_keys_and_the_defaults_of_the_reader(String head, String place) throws IOException {
        Map<String, String> defaults = defaultsByKey(head);
        Mapping<?> mapping = mappingAt(place);

        assertThat(defaults.keySet()).containsExactlyInAnyOrderElementsOf(mapping.keys());
        for (FormatKey<?> key : mapping.listKeys()) {
            String documented = defaults.get(key.name());
            assertThat(documented.equals("required")).as(key.name()).isEqualTo(key.isRequired());
            key.standard()
                    .ifPresent(
                            any -> assertThat(first(documented)).as(key.name()).isEqualTo(standard(key)));
        }
    }

    @Test
    void every_key_of_an_expectation_is_documented() throws IOException {
        String page = Files.readString(Path.of("docs/scenario-format.md"));
        assertThat(mappingAt("an entry of `expect`").keys()).allMatch(key -> page.contains("`" + key + "`"));
    }

    @Test
    void every_verb_and_every_key_that_goes_with_one_is_documented() throws IOException {
        String page = Files.readString(Path.of("docs/scenario-format.md"));
        assertThat(EventKeys.EVENT.keys()).allMatch(key -> page.contains("`" + key + "`"));
    }

    private static Mapping<?> mappingAt(String place) {
        return ScenarioKeys.ROOT.all().stream()
                .filter(mapping -> mapping.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private static <V> String standard(FormatKey<V> key) {
        return key.form()
                .written(key.standard().orElseThrow(), new Written(1))
                .toString()
                .replace("=", ": ");
    }

    /** The first quoted word of a cell; durations in their shortest form. */
    private static String first(String cell) {
        String word = QUOTED.matcher(cell).results().findFirst().orElseThrow().group(1);
        return DurationText.parse(word).map(DurationText::of).orElse(word);
    }

    /** The cells under {@code default} of the table whose first cell is this, by the keys of their rows. */
    private static Map<String, String> defaultsByKey(String head) throws IOException {
        Map<String, String> defaults = new LinkedHashMap<>();
        List<String> columns = List.of();
        for (String line : Files.readAllLines(Path.of("docs/scenario-format.md"))) {
            List<String> cells = cells(line);
            boolean isHead = !cells.isEmpty() && cells.get(0).equals(head) && cells.contains("default");
            if (isHead) {
                columns = cells;
            } else if (cells.isEmpty()) {
                columns = List.of();
            } else if (!columns.isEmpty() && !cells.get(0).startsWith("---")) {
                String standard = cells.get(columns.indexOf("default"));
                QUOTED.matcher(cells.get(0))
                        .results()
                        .map(MatchResult::group)
                        .forEach(key -> defaults.put(key.replace("`", ""), standard));
            }
        }
        return defaults;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        if (line.startsWith("|")) {
            for (String cell : line.substring(1).split("\\|")) {
                cells.add(cell.strip());
            }
        }
        return cells;
    }
}
