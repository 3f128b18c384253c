package org.ipsisim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A value over time: what is kept of its changes. */
class TrackTest {
    private static final long END = 100;

    private final Track<String> track = new Track<>();

    private List<String> spans() {
        return track.spans(END, (from, to, value) -> value + " " + from + "-" + to);
    }

    @Test
    void each_value_lasts_until_the_next_one_and_the_last_one_to_the_end() {
        track.change(0, "up");
        track.change(10, "down");
        track.change(15, "up");
        assertThat(spans()).containsExactly("up 0-10", "down 10-15", "up 15-100");
    }

    @Test
    void equal_neighbours_are_one() {
        track.change(0, "up");
        track.change(10, "up");
        assertThat(spans()).containsExactly("up 0-100");
    }

    @Test
    void what_lasted_no_time_is_dropped() {
        track.change(0, "down");
        track.change(0, "up");
        track.change(10, "down");
        track.change(10, "reset");
        assertThat(spans()).containsExactly("up 0-10", "reset 10-100");
    }

    @Test
    void a_value_that_is_back_after_no_time_has_never_gone() {
        track.change(0, "up");
        track.change(10, "down");
        track.change(10, "up");
        assertThat(spans()).containsExactly("up 0-100");
        assertThat(track.changesAt(10)).isFalse();
    }

    @Test
    void a_value_that_comes_back_is_the_object_that_it_was() {
        String first = String.join("", "u", "p");
        track.change(0, first);
        track.change(10, "down");
        track.change(20, String.join("", "u", "p"));
        assertThat(track.spans(END).get(2).value()).isSameAs(first);
    }

    @Test
    void it_knows_when_it_has_changed() {
        assertThat(track.changesAt(0)).isFalse();
        track.change(0, "up");
        track.change(10, "down");
        track.change(20, "up");
        assertThat(List.of(0L, 9L, 10L, 20L, 21L).stream().map(track::changesAt))
                .containsExactly(true, false, true, true, false);
    }

    @Test
    void without_a_change_there_is_no_span() {
        assertThat(spans()).isEmpty();
    }
}
