package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What keys show: port networks, stretches of time, pages. */
class ViewpointTest {
    private static final Path SIXTY_FOUR = Path.of("src/test/resources/lesson/sixty-four.yaml");

    static Viewer sixtyFour() throws IOException {
        return Viewer.of(Viewer.scenario("sixty-four.yaml", Files.readAllBytes(SIXTY_FOUR)));
    }

    private static int selected(Viewer viewer) {
        return viewer.session().view().selected() + 1;
    }

    @Test
    void up_and_down_select_a_port_network() {
        Viewer viewer = Viewer.of("wan-cut").press("<down>");
        assertThat(selected(viewer)).isEqualTo(2);
        assertThat(selected(viewer.press("<down><down><down>"))).isEqualTo(3);
        assertThat(selected(viewer.press("<up><up><up>"))).isEqualTo(1);
    }

    @Test
    void tab_selects_the_next_that_is_not_in_service() {
        Viewer viewer = Viewer.of("wan-cut").press("g2m<enter><tab>");
        assertThat(selected(viewer)).isEqualTo(2);
        assertThat(selected(viewer.press("<tab>"))).isEqualTo(3);
        assertThat(selected(viewer.press("<tab>"))).isEqualTo(2);
        assertThat(selected(viewer.press("<up><home><tab>"))).isEqualTo(1);
    }

    @Test
    void many_port_networks_share_lines_as_long_as_they_are_alike() throws IOException {
        Viewer viewer = sixtyFour();
        assertThat(viewer.screen(80, 24)).contains("> pn 1-16 ", "  pn 17-28 ", "all 64: 64 in service");
        assertThat(selected(viewer.press("<down><down>"))).isEqualTo(29);
        assertThat(viewer.press("c").screen(80, 24)).contains("> pn 29 ", "  pn 28 ", "line 27-31 of 64;");
        assertThat(selected(viewer.press("<down><page-down>"))).isEqualTo(40);
    }

    @Test
    void z_shows_less_of_the_time_and_capital_z_more() {
        Viewer viewer = Viewer.of("wan-cut").press("g5m<enter>");
        assertThat(viewer.screen(80, 24)).contains("0s        5m        10m");
        assertThat(viewer.press("zz").screen(80, 24)).contains("4m       ").doesNotContain("10m");
        assertThat(viewer.press("ZZZZ").screen(80, 24)).contains("0s        5m        10m");
    }

    @Test
    void pages_come_and_go() {
        Viewer viewer = Viewer.of("wan-cut").press("g8m<enter>l");
        assertThat(viewer.screen(80, 24)).contains("what has happened", "the IPSI asks core 10 for service");
        assertThat(viewer.press("a").screen(80, 24)).contains("raised", "PKT-INT");
        assertThat(viewer.press("?").screen(80, 24)).contains("keys", "Ctrl-Z");
        assertThat(viewer.press("?").screen(80, 24)).contains("timers");
        assertThat(viewer.press("f").screen(80, 24)).contains("as given");
        assertThat(viewer.press("<esc>").screen(80, 24)).contains("timers");
    }

    @Test
    void a_long_page_is_turned() {
        Viewer viewer = Viewer.of("fragmented").press("<end>l");
        String last = viewer.screen(80, 24);
        String before = viewer.press("<page-up>").screen(80, 24);
        assertThat(before).isNotEqualTo(last);
        assertThat(viewer.press("<page-down>").screen(80, 24)).isEqualTo(last);
        String first = viewer.press("<page-up>".repeat(20)).screen(80, 24);
        assertThat(first).contains(" 1-21 of ", "1m  hq");
    }

    @Test
    void a_key_without_a_meaning_says_where_to_find_one() {
        assertThat(Viewer.of("wan-cut").press("y").session().message()).isEqualTo("? shows what the keys do");
    }

    @Test
    void q_and_ctrl_c_ask_to_quit() {
        assertThat(Viewer.of("wan-cut").press("q").asked()).containsExactly(new Request.Quit(false));
        assertThat(Viewer.of("wan-cut").press("<ctrl-c>").asked()).containsExactly(new Request.Quit(true));
        assertThat(Viewer.of("wan-cut").press("bq<ctrl-c>").asked()).isEmpty();
        assertThat(Viewer.of("wan-cut").press("<ctrl-z>").asked()).containsExactly(new Request.Suspend());
    }
}
