package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A line is typed, edited and completed. */
class PromptTest {
    private static String text(Viewer viewer) {
        return viewer.session().prompt().orElseThrow().text();
    }

    private static List<String> candidates(Viewer viewer) {
        PlaybackState session = viewer.session();
        return new Completion(session.run(), session.now())
                .candidates(session.prompt().orElseThrow());
    }

    @Test
    void a_line_is_edited_at_the_cursor() {
        Viewer viewer = Viewer.of("wan-cut").press("bwn<left>a");
        assertThat(text(viewer)).isEqualTo("wan");
        assertThat(text(viewer.press("<home>x<end>y"))).isEqualTo("xwany");
        assertThat(text(viewer.press("<backspace><home><delete>"))).isEqualTo("wan");
        assertThat(text(viewer.press("<home><backspace><left><end><delete><right>")))
                .isEqualTo("wan");
        assertThat(text(viewer.press("<ctrl-u>"))).isEmpty();
        assertThat(text(viewer.press("züri\uD83D\uDE00<left><backspace>"))).isEqualTo("zür\uD83D\uDE00");
    }

    @Test
    void keys_of_the_player_are_letters_here_and_an_empty_line_does_nothing() {
        Viewer viewer = Viewer.of("wan-cut").press("bq n");
        assertThat(text(viewer)).isEqualTo("q n");
        assertThat(viewer.press("<ctrl-u>  <enter>").session().prompt()).isEmpty();
        assertThat(viewer.asked()).isEmpty();
    }

    @Test
    void a_line_has_an_end() {
        assertThat(text(Viewer.of("wan-cut").press("b" + "x".repeat(500)))).hasSize(400);
    }

    @Test
    void tab_completes_as_far_as_it_is_clear() {
        Viewer viewer = Viewer.of("wan-cut").press("bw<tab>");
        assertThat(text(viewer)).isEqualTo("wan ");
        assertThat(text(viewer.press("<ctrl-u>pn<tab>"))).isEqualTo("pn-");
        assertThat(candidates(viewer)).containsExactly("pn-1", "pn-2", "pn-3");
        assertThat(text(viewer.press("<ctrl-u>zzz<tab>"))).isEqualTo("zzz");
    }

    @Test
    void the_words_of_every_line_are_offered() {
        assertThat(candidates(Viewer.of("wan-cut").press("b")))
                .contains("wan", "dallas", "main", "main-a", "sc-10", "pn-2", "ipsi-3a", "flap", "degrade");
        assertThat(candidates(Viewer.of("wan-cut").press("bflap wan d"))).containsExactly("down");
        assertThat(candidates(Viewer.of("wan-cut").press("bduplex-mismatch "))).contains("ipsi-1a");
        assertThat(candidates(Viewer.of("wan-cut").press("bwan "))).isEmpty();
        assertThat(candidates(Viewer.of("wan-cut").press("o"))).startsWith("forced-takeover", "interchange");
        assertThat(candidates(Viewer.of("wan-cut").press("oforced-takeover "))).containsExactly("1", "10");
        assertThat(candidates(Viewer.of("wan-cut").press("oforced-takeover 1 ")))
                .containsExactly("all", "1", "2", "3");
        assertThat(candidates(Viewer.of("wan-cut").press("odisable "))).containsExactly("main", "sc-10");
        assertThat(candidates(Viewer.of("wan-cut").press("obusyout ")))
                .containsExactly("ipsi-1a", "ipsi-2a", "ipsi-3a");
        assertThat(candidates(Viewer.of("wan-cut").press("ointerchange "))).containsExactly("main");
        assertThat(candidates(Viewer.of("wan-cut").press("tno"))).containsExactly("no-service-timeout");
        assertThat(candidates(Viewer.of("wan-cut").press("tno-service-timeout ")))
                .as("as it is, the least, the most")
                .containsExactly("5m", "2m", "15m");
        assertThat(candidates(Viewer.of("wan-cut").press("g"))).isEmpty();
    }

    @Test
    void what_has_failed_is_offered_to_be_restored() {
        assertThat(candidates(Viewer.of("wan-cut").press("g2m<enter>r"))).containsExactly("wan");
        assertThat(candidates(Viewer.of("wan-cut").press("r"))).contains("wan", "hq", "pn-1");
        assertThat(candidates(Viewer.of("wan-cut").press("g16m<enter>r"))).contains("hq");
    }
}
