package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What terminals send for keys. */
class KeyReaderTest {
    private static List<Keystroke> keys(String sent) throws IOException {
        Deque<Integer> characters = new ArrayDeque<>();
        sent.chars().forEach(characters::add);
        KeyReader reader = new KeyReader(millis -> characters.isEmpty() ? KeyReader.NOTHING : characters.remove());
        List<Keystroke> keys = new ArrayList<>();
        for (Optional<Keystroke> key = reader.read(1); key.isPresent(); key = reader.read(1)) {
            keys.add(key.get());
        }
        return keys;
    }

    @ParameterizedTest
    @CsvSource({
        "[A, UP", "OA, UP", "[B, DOWN", "OB, DOWN", "[C, RIGHT", "OC, RIGHT", "[D, LEFT", "OD, LEFT",
        "[1;5C, RIGHT", "[H, HOME", "OH, HOME", "[1~, HOME", "[7~, HOME", "[F, END", "[4~, END", "[8~, END",
        "[3~, DELETE", "[5~, PAGE_UP", "[6~, PAGE_DOWN", "[5;2~, PAGE_UP", "[2~, OTHER", "[15~, OTHER", "[Z, OTHER",
                "x, OTHER"
    })
    void sequences_are_keys(String sequence, Keystroke.Name name) throws IOException {
        assertThat(keys("\u001b" + sequence)).containsExactly(Keystroke.of(name));
    }

    @Test
    void a_lone_escape_is_a_key_and_so_is_each_character() throws IOException {
        assertThat(keys("\u001b")).containsExactly(Keystroke.of(Keystroke.Name.ESCAPE));
        assertThat(keys("aü ")).containsExactly(Keystroke.of('a'), Keystroke.of('ü'), Keystroke.of(' '));
        assertThat(keys("\uD83D\uDE00")).containsExactly(Keystroke.of(0x1F600));
        assertThat(keys("\uD83D")).containsExactly(Keystroke.of(Keystroke.Name.OTHER));
    }

    @Test
    void control_characters_are_keys() throws IOException {
        assertThat(keys("\r\n\t\b\u007f\u0003\u001a\f\u0015\u0001\u0005\u0002\u0085"))
                .extracting(Keystroke::name)
                .containsExactly(
                        Keystroke.Name.ENTER,
                        Keystroke.Name.ENTER,
                        Keystroke.Name.TAB,
                        Keystroke.Name.BACKSPACE,
                        Keystroke.Name.BACKSPACE,
                        Keystroke.Name.INTERRUPT,
                        Keystroke.Name.SUSPEND,
                        Keystroke.Name.REDRAW,
                        Keystroke.Name.CLEAR,
                        Keystroke.Name.HOME,
                        Keystroke.Name.END,
                        Keystroke.Name.OTHER,
                        Keystroke.Name.OTHER);
    }

    @Test
    void an_endless_sequence_ends_and_keys_after_one_are_keys() throws IOException {
        assertThat(keys("\u001b[" + "1".repeat(40))).isNotEmpty();
        assertThat(keys("\u001b[Aq")).containsExactly(Keystroke.of(Keystroke.Name.UP), Keystroke.of('q'));
    }

    @Test
    void a_terminal_that_is_gone_counts_as_ctrl_c() throws IOException {
        assertThat(new KeyReader(millis -> KeyReader.END).read(1)).contains(Keystroke.of(Keystroke.Name.INTERRUPT));
    }
}
