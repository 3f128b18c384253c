package org.ipsisim.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.course.NatKind.ADDRESS_RESTRICTED;
import static org.ipsisim.course.NatKind.FULL_CONE;
import static org.ipsisim.course.NatKind.OPEN;
import static org.ipsisim.course.NatKind.PORT_RESTRICTED;
import static org.ipsisim.course.NatKind.SYMMETRIC;
import static org.ipsisim.course.NatKind.UDP_BLOCKED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.course.NatKind.Help;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What two browsers behind NATs need to reach each other. */
class NatKindTest {
    @ParameterizedTest
    @EnumSource(names = "UDP_BLOCKED", mode = EnumSource.Mode.EXCLUDE)
    void one_side_without_NAT_is_enough(NatKind other) {
        assertThat(OPEN.needed(other)).isEqualTo(Help.NOTHING);
    }

    @Test
    void W10_two_symmetric_NATs_need_a_relay() {
        assertThat(SYMMETRIC.needed(SYMMETRIC)).isEqualTo(Help.TURN);
    }

    @Test
    void W10_a_symmetric_NAT_is_let_in_where_only_the_address_counts() {
        assertThat(SYMMETRIC.needed(FULL_CONE)).isEqualTo(Help.STUN);
        assertThat(SYMMETRIC.needed(ADDRESS_RESTRICTED)).isEqualTo(Help.STUN);
        assertThat(SYMMETRIC.needed(PORT_RESTRICTED))
                .as("its port is another than STUN has seen")
                .isEqualTo(Help.TURN);
    }

    @Test
    void W10_where_mappings_are_the_same_for_all_STUN_is_enough() {
        for (NatKind one : List.of(FULL_CONE, ADDRESS_RESTRICTED, PORT_RESTRICTED)) {
            assertThat(one.needed(PORT_RESTRICTED)).as(one.words()).isEqualTo(Help.STUN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_UDP_only_a_relay_over_TCP_helps_and_both_sides_need_the_same(NatKind one) {
        assertThat(one.needed(UDP_BLOCKED)).isEqualTo(Help.TURN_OVER_TCP);
        for (NatKind other : NatKind.values()) {
            assertThat(one.needed(other)).isEqualTo(other.needed(one));
        }
    }

    @Test
    void the_page_on_the_classroom_has_the_table() throws IOException {
        String head = NatKind.table().stream().map(row -> row.get(0)).collect(Collectors.joining(" | ", "| | ", " |"));
        String line = "|---".repeat(NatKind.values().length + 1) + "|";
        String rows = NatKind.table().stream()
                .map(row -> "| " + String.join(" | ", row) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs/classroom.md")))
                .contains(String.join("\n", List.of(head, line, rows)));
    }
}
