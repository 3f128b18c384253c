package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextStyle;
import org.ipsisim.golden.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the screen shows; {@code -DupdateGolden=true} writes the expected screens anew. */
class PlaybackViewTest {
    private static final Path GOLDEN = GoldenFile.folder("play");

    private static void check(String name, String actual) {
        GoldenFile.check(GOLDEN.resolve(name), actual);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wan-cut           | start          |",
                "wan-cut           | contact-lost   | g1m10s<enter><down>",
                "wan-cut           | warm-reset     | g1m16s<enter><down>",
                "wan-cut           | no-service     | g5m<enter><down>",
                "wan-cut           | restarting     | g7m30s<enter><down>",
                "wan-cut           | under-core     | g16m<enter><down>",
                "wan-cut           | end            | <end>",
                "wan-cut           | log            | g8m<enter>l",
                "wan-cut           | alarms         | g8m<enter>a",
                "wan-cut           | keys           | ?",
                "wan-cut           | forks          | g20s<enter>bwan 16s<enter>g40s<enter>rwan<enter>f",
                "wan-cut           | break          | g20s<enter>bpn-",
                "wan-cut           | break-wrong    | g20s<enter>bwna<enter>",
                "wan-cut           | timers         | g20s<enter>tno-service-timeout ",
                "wan-cut           | zoomed         | g7m30s<enter>zz<down>",
                "fragmented        | three-systems  | g10m<enter><down>",
                "separated-pair    | site-lost      | g2m3s<enter>",
                "separated-pair    | from-scratch   | g15m<enter><down>",
                "busy-hour         | no-service     | g10h34m<enter><down>",
                "busy-hour         | back           | g10h41m30s<enter><down>",
                "two-actives       | two-actives    | g4m<enter>",
                "second-ipsi-helps | interchange    | g1m2s<enter>",
                "july-2009         | all-from-loss  | n+n",
                "panic             | set-timers     | <end>l"
            })
    void screens_of_shipped_scenarios(String stem, String name, String keys) {
        Viewer viewer = Viewer.of(stem).press(keys == null ? "" : keys);
        check(stem + "." + name + ".80x24.txt", viewer.screen(80, 24));
    }

    @ParameterizedTest
    @CsvSource({
        "wan-cut, no-service, g5m<enter><down>",
        "busy-hour, no-service, g10h34m<enter><down>",
        "fragmented, three-systems, g10m<enter><down>"
    })
    void larger_screens(String stem, String name, String keys) {
        check(stem + "." + name + ".120x40.txt", Viewer.of(stem).press(keys).screen(120, 40));
    }

    @Test
    void sixty_four_port_networks() throws IOException {
        Viewer viewer = ViewpointTest.sixtyFour().press("g9m30s<enter><tab>");
        check("sixty-four.80x24.txt", viewer.screen(80, 24));
        check("sixty-four.120x40.txt", viewer.screen(120, 40));
        check("sixty-four.one-by-one.80x24.txt", viewer.press("c<down>").screen(80, 24));
    }

    @Test
    void without_colours_and_beyond_ascii_the_letters_say_it_all() {
        Viewer viewer = Viewer.of("fragmented").press("g8m<enter><down>");
        String ascii = ansi(viewer.picture(80, 24, false, false));
        assertThat(ascii).matches("[\\p{ASCII}]*").doesNotContain("38;5").doesNotContain("48;5");
        check("fragmented.ascii.txt", Viewer.text(viewer.picture(80, 24, false, false)));
    }

    @Test
    void with_colours() {
        check(
                "wan-cut.colour.txt",
                ansi(Viewer.of("wan-cut").press("g8m<enter><down>").picture(80, 24, true, true)));
    }

    private static String ansi(Picture picture) {
        return picture.ansi().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    @Test
    void while_time_goes_on_it_is_shown_no_finer_than_an_eye_can_follow() {
        Viewer viewer = Viewer.of("wan-cut").press("g1m20s<enter><down> ").waitFor(37);
        assertThat(viewer.screen(80, 24))
                .contains("▶ 1m20s of", "53s left of 1m")
                .doesNotContain("1m20.37s");
        assertThat(viewer.press("----").waitFor(150).screen(80, 24)).contains("▶ 1m20.5s of");
        assertThat(viewer.press(" ").screen(80, 24)).contains("‖ 1m20.52s of");
    }

    @Test
    void a_window_that_is_too_small_says_so() {
        Viewer viewer = Viewer.of("wan-cut");
        assertThat(Viewer.text(PlaybackView.of(viewer.session(), new Canvas(TextStyle.PLAIN, 10, true), 80)))
                .contains("needs 60 columns and 16 rows");
        Picture narrow = PlaybackView.of(viewer.session(), new Canvas(new TextStyle(20, false, true), 24, true), 20);
        assertThat(narrow.lines()).isNotEmpty().allMatch(line -> line.width() <= 20);
        assertThat(PlaybackView.of(viewer.session(), new Canvas(new TextStyle(20, false, true), 1, true), 20)
                        .lines())
                .hasSize(1);
    }

    @Test
    void the_cursor_stands_where_one_types() {
        Viewer viewer = Viewer.of("wan-cut").press("bwan<left>");
        Picture picture = viewer.picture(80, 24, true, true);
        String line = picture.lines().get(23).plain();
        assertThat(line).endsWith(": wan");
        assertThat(picture.cursor()).isEqualTo(line.length() - 1);
        Picture full = viewer.press("<end>" + "x".repeat(300)).picture(80, 24, true, true);
        assertThat(full.cursor()).isEqualTo(79);
        assertThat(Viewer.of("wan-cut").picture(80, 24, true, true).cursor()).isNegative();
    }

    @Test
    void a_title_that_is_wide_and_long_does_no_harm() {
        String yaml = "title: \"" + "長い e\u0301".repeat(30) + "\"\nduration: 1m\nport-networks: [{pn: 1}]\n";
        Viewer viewer = Viewer.of(Viewer.scenario("x.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(viewer.picture(80, 24, true, true).lines())
                .isNotEmpty()
                .allMatch(line -> TerminalText.width(line.plain()) <= 80 && line.width() <= 80);
    }

    static Stream<String> shipped() throws IOException {
        return ForkTest.shipped();
    }

    /** At every event of every scenario, on screens of several sizes, on every page. */
    @ParameterizedTest
    @MethodSource("shipped")
    void a_picture_always_fits(String stem) {
        Viewer viewer = Viewer.of(stem);
        int stops = 0;
        long before = -1;
        while (viewer.session().now() > before && stops++ < 60) {
            before = viewer.session().now();
            for (String page : List.of("<esc>", "l", "a", "f", "?")) {
                viewer.press("<esc>" + (page.equals("<esc>") ? "" : page));
                for (int columns : new int[] {60, 80, 133}) {
                    int rows = columns / 4 + 1;
                    Picture picture = viewer.picture(columns, rows, true, true);
                    assertThat(picture.lines()).hasSize(rows);
                    assertThat(picture.lines()).isNotEmpty().allMatch(line -> line.width() <= columns);
                }
            }
            viewer.press("<esc>n<tab>");
        }
        assertThat(viewer.press("<end>").screen(80, 24).lines()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_same_session_gives_the_same_picture(String stem) {
        String keys = "nnnnn<tab>" + " ";
        assertThat(ansi(Viewer.of(stem).press(keys).watchFor(3000).picture(80, 24, true, true)))
                .isEqualTo(ansi(Viewer.of(stem).press(keys).watchFor(3000).picture(80, 24, true, true)));
    }
}
