package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Time goes on, faster or slower, stops, jumps and turns back. */
class TimeTest {
    private static long now(Viewer viewer) {
        return viewer.session().now();
    }

    @Test
    void nothing_moves_until_the_space_bar_is_pressed() {
        Viewer viewer = Viewer.of("wan-cut").watchFor(5000);
        assertThat(now(viewer)).isZero();
        assertThat(now(viewer.press(" ").watchFor(5000))).isEqualTo(50_000);
        assertThat(now(viewer.press(" ").watchFor(5000))).isEqualTo(50_000);
    }

    @Test
    void plus_and_minus_change_the_speed_from_1_to_600() {
        Viewer viewer = Viewer.of("wan-cut").press("---- ").watchFor(1000);
        assertThat(now(viewer)).isEqualTo(1000);
        assertThat(viewer.press("++").session().pace().text()).isEqualTo("x5");
        assertThat(viewer.press("++++++++++").session().pace().text()).isEqualTo("x600");
        assertThat(now(viewer.watchFor(100))).isEqualTo(61_000);
    }

    @Test
    void a_speed_between_the_usual_ones_goes_to_the_next_one() {
        assertThat(new Pace(45, false).faster().factor()).isEqualTo(60);
        assertThat(new Pace(45, false).slower().factor()).isEqualTo(30);
    }

    @Test
    void a_run_ends_at_its_end_and_begins_again() {
        Viewer viewer = Viewer.of("wan-cut").press("<end>");
        assertThat(now(viewer)).isEqualTo(1_200_000);
        assertThat(viewer.press("<left><left>.........                     ")
                        .session()
                        .playing())
                .isTrue();
        assertThat(now(viewer.watchFor(200_000))).isEqualTo(1_200_000);
        assertThat(viewer.session().playing()).isFalse();
        assertThat(viewer.session().message()).startsWith("the run is over");
        assertThat(now(viewer.press(" ").waitFor(100))).isEqualTo(1000);
    }

    @Test
    void seconds_minutes_and_hours_lead_on_and_back_and_not_out_of_the_run() {
        Viewer viewer = Viewer.of("busy-hour").press("}}>>..");
        assertThat(now(viewer)).isEqualTo(7_322_000);
        assertThat(now(viewer.press(",<lt>{"))).isEqualTo(3_661_000);
        assertThat(now(viewer.press("{{"))).isZero();
        assertThat(now(viewer.press("<end>."))).isEqualTo(43_200_000);
        assertThat(now(viewer.press("<home>"))).isZero();
    }

    @Test
    void n_and_p_go_from_event_to_event() {
        Viewer viewer = Viewer.of("wan-cut").press("n");
        assertThat(now(viewer)).isEqualTo(60_000);
        assertThat(now(viewer.press("nnn"))).isEqualTo(134_020);
        assertThat(now(viewer.press("n"))).as("the end of the cold reset").isEqualTo(164_020);
        assertThat(now(viewer.press("p<left>"))).isEqualTo(74_020);
        assertThat(now(viewer.press("<right>"))).isEqualTo(134_020);
        assertThat(now(viewer.press("ppppppp"))).isZero();
    }

    @Test
    void an_event_stops_the_time() {
        assertThat(Viewer.of("wan-cut").press(" n").session().playing()).isFalse();
    }

    @Test
    void heartbeats_lost_without_consequence_are_no_events() {
        Viewer viewer = Viewer.of("mpls-near-misses").press("n");
        long first = now(viewer);
        assertThat(viewer.session().run().history().trace().get(0).at()).isLessThanOrEqualTo(first);
        assertThat(now(viewer.press("p"))).isZero();
    }

    @Test
    void g_goes_to_a_time_or_by_one() {
        Viewer viewer = Viewer.of("wan-cut").press("g8m12s<enter>");
        assertThat(now(viewer)).isEqualTo(492_000);
        assertThat(now(viewer.press("g+30s<enter>"))).isEqualTo(522_000);
        assertThat(now(viewer.press("g-2m<enter>"))).isEqualTo(402_000);
        assertThat(now(viewer.press("g-1h<enter>"))).isZero();
    }

    @Test
    void what_is_no_time_of_the_run_is_told() {
        Viewer viewer = Viewer.of("wan-cut").press("g90<enter>");
        assertThat(viewer.session().prompt().orElseThrow().complaint())
                .isEqualTo("'90' is not a time such as 8m12s; did you mean 90s?");
        assertThat(now(viewer.press("<backspace><backspace>21m<enter>"))).isZero();
        assertThat(viewer.session().prompt().orElseThrow().complaint()).isEqualTo("the run ends at 20m");
        assertThat(viewer.press("<esc>").session().prompt()).isEmpty();
    }

    @Test
    void time_stands_still_while_a_line_is_typed() {
        Viewer viewer =
                Viewer.of("wan-cut").press(" ").watchFor(1000).press("b").watchFor(10_000);
        assertThat(now(viewer)).isEqualTo(10_000);
        assertThat(now(viewer.press("<esc>").watchFor(1000))).isEqualTo(20_000);
    }

    @Test
    void jumping_skips_what_is_quiet_and_shows_what_is_not() {
        Viewer viewer = Viewer.of("wan-cut").press("j ");
        assertThat(viewer.session().pace().text()).isEqualTo("x10 jump");
        assertThat(now(viewer.watchFor(2900))).isEqualTo(29_000);
        assertThat(now(viewer.watchFor(100))).as("15 s before the cut").isEqualTo(45_000);
        assertThat(now(viewer.watchFor(1500))).isEqualTo(60_000);
        assertThat(now(viewer.watchFor(2900))).as("the warm reset comes soon").isEqualTo(89_000);
        assertThat(now(viewer.watchFor(1600))).as("15 s before the cold reset").isEqualTo(119_020);
    }

    @Test
    void a_computer_that_slept_does_not_run_away() {
        assertThat(now(Viewer.of("wan-cut").press(" ").waitFor(3_600_000))).isEqualTo(10_000);
    }
}
