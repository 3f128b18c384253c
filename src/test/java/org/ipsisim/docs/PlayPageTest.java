package org.ipsisim.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page about playback says is so. */
class PlayPageTest {
    private static final Path SCREENS = GoldenFile.folder("play");

    @TempDir
    Path directory;

    private static Page page() {
        return Page.named("play.md");
    }

    private static Stream<String> commands() {
        return page().commands().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_line_plays_or_records(String line) {
        List<String> words = new ArrayList<>(CommandLine.parse(line).words());
        int record = words.indexOf("--record");
        if (record < 0) {
            Outcome outcome = Outcome.of(words.toArray(String[]::new));
            assertThat(outcome.err()).contains("play needs a terminal");
            return;
        }
        Path file = directory.resolve(words.get(record + 1));
        words.set(record + 1, file.toString());
        assertThat(Outcome.of(words.toArray(String[]::new)).status()).isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void a_screen_is_one_that_is_shown() throws IOException {
        List<Page.Block> screens = page().blocks("text");
        assertThat(screens).isNotEmpty();
        for (Page.Block screen : screens) {
            assertThat(screen.text()).isEqualTo(Files.readString(SCREENS.resolve(screen.marker())));
        }
    }

    @Test
    void every_option_is_described() {
        assertThat(Pattern.compile("--[a-z-]+")
                        .matcher(Outcome.of("play", "--help").out())
                        .results()
                        .map(MatchResult::group)
                        .filter(option -> !option.equals("--help")))
                .isNotEmpty()
                .allMatch(option -> page().text().contains("`" + option));
    }

    @Test
    void every_key_that_the_program_explains_is_described() throws IOException {
        List<String> keys = Files.readAllLines(SCREENS.resolve("wan-cut.keys.80x24.txt")).stream()
                .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
                .map(line -> line.substring(2, 12).strip())
                .flatMap(keysOfLine -> Stream.of(keysOfLine.split(" ")))
                .toList();
        assertThat(keys).contains("space", "n", "g", "b", "w", "q");
        assertThat(keys)
                .isNotEmpty()
                .allMatch(key -> page().text().contains(key.length() == 1 ? "`" + key + "`" : key));
    }
}
