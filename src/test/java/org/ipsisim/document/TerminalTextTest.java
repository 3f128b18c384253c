package org.ipsisim.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void linesBreakAtBlanks() {
        assertThat(TerminalText.wrap("the quick brown fox", 10)).containsExactly("the quick", "brown fox");
    }

    @Test
    void aWordThatIsTooLongBreaksWithin() {
        assertThat(TerminalText.wrap("ab abcdefghijkl z", 5)).containsExactly("ab", "abcde", "fghij", "kl z");
    }

    @Test
    void aNameThatIsTooLongBreaksAfterAHyphen() {
        assertThat(TerminalText.wrap("control-switch", 12)).containsExactly("control-", "switch");
        assertThat(TerminalText.wrap("wan-of-headquarters", 8)).containsExactly("wan-of-", "headquar", "ters");
    }

    @Test
    void blanksAtTheStartIndentEveryLine() {
        assertThat(TerminalText.wrap("  pn 1, 3, 5", 8)).containsExactly("  pn 1,", "  3, 5");
    }

    @Test
    void aNumberStaysWithItsUnit() {
        assertThat(TerminalText.wrap("service at 434 s", 14)).containsExactly("service at", "434 s");
        assertThat(TerminalText.wrap("level 2, 60 s)", 12)).containsExactly("level 2,", "60 s)");
        assertThat(TerminalText.wrap("only 2 servers", 6)).containsExactly("only 2", "server", "s");
        assertThat(TerminalText.wrap("11m: 10 000 phones", 8)).containsExactly("11m:", "10 000", "phones");
        assertThat(TerminalText.wrap("pn 2 10 phones", 8)).containsExactly("pn 2 10", "phones");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(TerminalText.width("切断")).isEqualTo(4);
        assertThat(TerminalText.width("e\u0301")).isEqualTo(1);
        assertThat(TerminalText.width("─═░▒▓█·×")).isEqualTo(8);
        assertThat(TerminalText.wrap("切断切断", 5)).containsExactly("切断", "切断");
    }

    @Test
    void withoutUnicodeLettersLoseTheirAccentsAndTheRestShowsItsNumber() {
        TextStyle ascii = new TextStyle(80, false, false);
        assertThat(TerminalText.clean("Zürich – «Nord» Größe 断 \uD83D\uDE00?", ascii))
                .isEqualTo("Zurich - \"Nord\" Gro\\u00DFe \\u65AD \\uD83D\\uDE00?");
        assertThat(TerminalText.clean("Zu\u0308rich don’t ½ № …", ascii)).isEqualTo("Zurich don't \\u00BD No ...");
    }

    @Test
    void withUnicodeTextStaysAsItIs() {
        assertThat(TerminalText.clean("Zürich – Größe 断", TextStyle.PLAIN)).isEqualTo("Zürich – Größe 断");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(TerminalText.wrap("", 10)).containsExactly("");
    }
}
