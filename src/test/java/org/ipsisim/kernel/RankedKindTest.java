package org.ipsisim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of timers of several subsystems within a turn (M2). */
class RankedKindTest {
    private static final int MOST = RankedKind.MAX_THINGS - 1;

    private static RankedKind kind(int number) {
        return () -> number;
    }

    @Test
    void M2_the_kind_decides_then_the_thing_then_the_part() {
        assertThat(kind(3).rank(0)).isGreaterThan(kind(2).rank(MOST, MOST));
        assertThat(kind(2).rank(7)).isGreaterThan(kind(2).rank(6, MOST));
        assertThat(kind(2).rank(7, 1)).isGreaterThan(kind(2).rank(7)).isEqualTo(kind(2).rank(7, 0) + 1);
    }

    @Test
    void every_rank_is_one_that_an_agenda_takes() {
        Agenda agenda = new Agenda();
        agenda.timer(Turn.DECISION, kind(0).rank(0), () -> {});
        agenda.timer(Turn.DECISION, kind(RankedKind.MAX_KINDS - 1).rank(MOST, MOST), () -> {});
        assertThat(kind(RankedKind.MAX_KINDS - 1).rank(MOST, MOST)).isEqualTo((1L << 60) - 1);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "4096, 0, 0", "0, -1, 0", "0, 16777216, 0", "0, 0, -1", "0, 0, 16777216"})
    void a_number_out_of_range_is_refused_rather_than_taken_for_another_kind(int kind, int thing, int part) {
        assertThatIllegalArgumentException().isThrownBy(() -> kind(kind).rank(thing, part));
    }
}
