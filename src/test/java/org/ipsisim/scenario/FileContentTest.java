package org.ipsisim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file may consist of: UTF-8 with or without a byte order mark, any line ends, at most 1 MiB. */
class FileContentTest {
    private static final String LINES = "title: x\nduration: 1m\nport-networks: [{pn: 1}]\n";

    @Test
    void accepts_a_byte_order_mark() {
        ReadResult result = read(("\uFEFF" + LINES).getBytes(StandardCharsets.UTF_8));
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.scenario().orElseThrow().title()).isEqualTo("x");
    }

    @Test
    void counts_columns_after_the_byte_order_mark() {
        Diagnostic first = firstOf(("\uFEFFtitel: x\n" + LINES).getBytes(StandardCharsets.UTF_8));
        assertThat(first.line()).isEqualTo(1);
        assertThat(first.column()).isEqualTo(1);
        assertThat(first.sourceLine()).isEqualTo("titel: x");
    }

    @Test
    void accepts_line_ends_of_other_systems() {
        for (String end : List.of("\r\n", "\r")) {
            ReadResult result = read(LINES.replace("\n", end).getBytes(StandardCharsets.UTF_8));
            assertThat(result.hasErrors()).isFalse();

            Diagnostic wrong =
                    firstOf(LINES.replace("1m", "soon").replace("\n", end).getBytes(StandardCharsets.UTF_8));
            assertThat(wrong.line()).isEqualTo(2);
            assertThat(wrong.column()).isEqualTo(11);
            assertThat(wrong.sourceLine()).isEqualTo("duration: soon");
        }
    }

    @Test
    void refuses_what_is_not_utf_8_at_its_place() {
        byte[] content = "title: x\nduration: ü1m\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rendered(content)).isEqualTo("""
                test.yaml:2:11: error: not UTF-8: byte 0xFC cannot stand here
                  2 | duration: �
                    |           ^
                    = allowed: text in UTF-8
                """);
    }

    @Test
    void refuses_a_text_that_ends_within_a_character() {
        Diagnostic first = firstOf(new byte[] {'t', 'i', 't', 'l', 'e', ':', ' ', (byte) 0xE6, (byte) 0x9D});
        assertThat(first.message()).isEqualTo("not UTF-8: byte 0xE6 cannot stand here");
        assertThat(first.column()).isEqualTo(8);
    }

    @Test
    void refuses_control_characters_and_never_prints_them() {
        assertThat(rendered("title: a\u001B[31mb\nduration: 1m\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("""
                test.yaml:1:9: error: a control character: U+001B
                  1 | title: a<U+001B>[31mb
                    |         ^^^^^^^^
                    = allowed: printable characters
                """);
        assertThat(rendered("title: a\u0000\n".getBytes(StandardCharsets.UTF_8)))
                .contains("test.yaml:1:9: error: a control character: U+0000");
    }

    @Test
    void refuses_characters_that_turn_the_direction_of_writing() {
        assertThat(rendered(LINES.replace("x", "a\u202Eb").getBytes(StandardCharsets.UTF_8)))
                .contains("title: contains a control character: <U+202E>")
                .contains("1 | title: a<U+202E>b")
                .doesNotContain("\u202E");
    }

    @Test
    void accepts_one_mebibyte_and_refuses_more() {
        String comment = "#".repeat(1023) + "\n";
        String full = LINES + comment.repeat(1024);
        byte[] most = full.substring(0, 1 << 20).getBytes(StandardCharsets.UTF_8);
        assertThat(read(most).hasErrors()).isFalse();

        byte[] tooMuch = full.substring(0, (1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(firstOf(tooMuch).message()).isEqualTo("the file is too large");
    }

    @Test
    void shows_the_name_of_the_file_without_its_control_characters() {
        ReadResult result = ScenarioReader.read("a\u001B]0;x\u0007.yaml", new byte[0], List.of());
        assertThat(new DiagnosticText(false).render(result)).startsWith("a<U+001B>]0;x<U+0007>.yaml:1:1: error:");
    }

    @Test
    void colours_only_on_request() {
        ReadResult result = read(new byte[0]);
        assertThat(new DiagnosticText(false).render(result)).doesNotContain("\u001B");
        assertThat(new DiagnosticText(true).render(result)).contains("\u001B[1;31merror: \u001B[0m");
    }

    private static ReadResult read(byte[] content) {
        return ScenarioReader.read("test.yaml", content, List.of());
    }

    private static Diagnostic firstOf(byte[] content) {
        ReadResult result = read(content);
        assertThat(result.scenario()).isEmpty();
        return result.diagnostics().get(0);
    }

    private static String rendered(byte[] content) {
        return new DiagnosticText(false).render(read(content));
    }
}
