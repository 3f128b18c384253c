package org.ipsisim.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.Labels;
import org.ipsisim.history.NamedSubject;
import org.ipsisim.history.Names;
import org.ipsisim.report.SubjectWords;
import org.junit.jupiter.api.Test;

class NumberListTest {
    @Test
    void neighboursAreDrawnTogether() {
        assertThat(NumberList.compact(List.of(1, 2, 3, 5, 7, 8))).isEqualTo("1-3, 5, 7-8");
        assertThat(NumberList.compact(List.of())).isEmpty();
    }

    @Test
    void aSentenceSpellsThemOut() {
        assertThat(NumberList.spoken(List.of(1, 2, 3, 5))).isEqualTo("1 to 3 and 5");
        assertThat(NumberList.spoken(List.of(1, 2))).isEqualTo("1 and 2");
        assertThat(NumberList.spoken(List.of(1, 3, 5))).isEqualTo("1, 3 and 5");
    }

    private static String brief(String... names) {
        return SubjectWords.brief(Stream.of(names).map(NamedSubject::of).toList(), new Names(1, Labels.NONE));
    }

    @Test
    void severalNamesAreWrittenInBrief() {
        assertThat(brief("pn-3", "pn-1", "pn-2", "wan", "ipsi-4b", "ipsi-5a")).isEqualTo("pn 1-3, ipsi 4b, 5a, wan");
        assertThat(brief("pn-fibre")).isEqualTo("pn-fibre");
    }
}
