package org.ipsisim.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Grid GRID =
            new Grid(List.of(new Axis("a", List.of("1", "2")), new Axis("b", List.of("x", "y", "z"))));

    @Test
    void the_last_key_changes_fastest() {
        assertThat(GRID.size()).isEqualTo(6);
        assertThat(GRID.settings(0)).containsExactly("a=1", "b=x");
        assertThat(GRID.settings(1)).containsExactly("a=1", "b=y");
        assertThat(GRID.settings(5)).containsExactly("a=2", "b=z");
    }

    @Test
    void every_combination_has_one_number() {
        for (int combination = 0; combination < GRID.size(); combination++) {
            assertThat(GRID.combinationOf(GRID.valuesOf(combination))).isEqualTo(combination);
        }
    }

    @Test
    void without_keys_there_is_one_combination() {
        assertThat(new Grid(List.of()).size()).isEqualTo(1);
        assertThat(new Grid(List.of()).settings(0)).isEmpty();
    }

    @Test
    void more_than_can_be_counted_is_no_small_number() {
        Axis wide = new Axis("a", Collections.nCopies(100_000, "v"));
        assertThat(new Grid(Collections.nCopies(3, wide)).size()).isEqualTo(1_000_000_000_000_000L);
        assertThat(new Grid(Collections.nCopies(4, wide)).size()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Grid(Collections.nCopies(20, wide)).size()).isEqualTo(Long.MAX_VALUE);
    }
}
