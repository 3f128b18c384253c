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
    private static List<Key> keys(String sent) throws IOException {
        Deque<Integer> characters = new ArrayDeque<>();
        sent.chars().forEach(characters::add);
        KeyReader reader = new KeyReader(millis -> characters.isEmpty() ? KeyReader.NOTHING : characters.remove());
        List<Key> keys = new ArrayList<>();
        for (Optional<Key> key = reader.read(1); key.isPresent(); key = reader.read(1)) {
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
    void sequences_are_keys(String sequence, Key.Name name) throws IOException {
        assertThat(keys("\u001b" + sequence)).containsExactly(Key.of(name));
    }

    @Test
    void a_lone_escape_is_a_key_and_so_is_each_character() throws IOException {
        assertThat(keys("\u001b")).containsExactly(Key.of(Key.Name.ESCAPE));
        assertThat(keys("aü ")).containsExactly(Key.of('a'), Key.of('ü'), Key.of(' '));
        assertThat(keys("\uD83D\uDE00")).containsExactly(Key.of(0x1F600));
        assertThat(keys("\uD83D")).containsExactly(Key.of(Key.Name.OTHER));
    }

    @Test
    void control_characters_are_keys() throws IOException {
        assertThat(keys("\r\n\t\b\u007f\u0003\u001a\f\u0015\u0001\u0005\u0002\u0085"))
                .extracting(Key::name)
                .containsExactly(
                        Key.Name.ENTER,
                        Key.Name.ENTER,
                        Key.Name.TAB,
                        Key.Name.BACKSPACE,
                        Key.Name.BACKSPACE,
                        Key.Name.INTERRUPT,
                        Key.Name.SUSPEND,
                        Key.Name.REDRAW,
                        Key.Name.CLEAR,
                        Key.Name.HOME,
                        Key.Name.END,
                        Key.Name.OTHER,
                        Key.Name.OTHER);
    }

    @Test
    void an_endless_sequence_ends_and_keys_after_one_are_keys() throws IOException {
        assertThat(keys("\u001b[" + "1".repeat(40))).isNotEmpty();
        assertThat(keys("\u001b[Aq")).containsExactly(Key.of(Key.Name.UP), Key.of('q'));
    }

    @Test
    void a_terminal_that_is_gone_counts_as_ctrl_c() throws IOException {
        assertThat(new KeyReader(millis -> KeyReader.END).read(1)).contains(Key.of(Key.Name.INTERRUPT));
    }
}
