package org.ipsisim.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {
    @Test
    void itemsThatAreAlikeShareAGroupInTheOrderOfTheFirst() {
        assertThat(Lists.alike(List.of(3, 12, 5, 10, 7), number -> number % 2))
                .containsExactly(List.of(3, 5, 7), List.of(12, 10));
    }

    @Test
    void theFirstItemsAreAllOfThemIfThereAreFew() {
        assertThat(Lists.first(List.of(1, 2, 3), 2)).containsExactly(1, 2);
        assertThat(Lists.first(List.of(1, 2, 3), 5)).containsExactly(1, 2, 3);
        assertThat(Lists.first(List.of(1), -1)).isEmpty();
    }
}
