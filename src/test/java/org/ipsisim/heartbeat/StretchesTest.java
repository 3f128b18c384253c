package org.ipsisim.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How what holds at a time is found among stretches. */
class StretchesTest {
    @Test
    void as_many_entries_are_counted_as_a_look_at_each_would_count() {
        for (int size = 0; size <= 40; size++) {
            List<Long> list = LongStream.range(0, size).boxed().toList();
            for (long time = -1; time <= size; time++) {
                assertThat(Stretches.count(list, time, (entry, at) -> entry <= at))
                        .as("%d of %d", time + 1, size)
                        .isEqualTo((int) Math.min(time + 1, size));
            }
        }
    }
}
