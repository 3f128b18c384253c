package org.ipsisim.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.whatif.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What monitoring systems export, and what is wrong with some of it. */
class IncidentReaderTest {
    private static final Map<String, Target> TARGETS =
            Targets.of(Branch.variant(Branch.with()).scenario().estate());

    private static IncidentFile read(String zone, String text) {
        return new IncidentReader(
                        "cuts.csv",
                        Optional.of(zone).filter(name -> !name.isEmpty()).map(ZoneId::of),
                        Map.of("router-7", "wan"),
                        TARGETS)
                .read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Incident only(IncidentFile file) {
        assertThat(file.problems()).isEmpty();
        assertThat(file.incidents()).hasSize(1);
        return file.incidents().get(0);
    }

    @Test
    void a_header_says_which_column_is_what() {
        Incident incident = only(
                read(
                        "Europe/Berlin",
                        "\uFEFFComment;Down Time;Up;HOST\n\"a;b\n second line\";2025-03-07 15:05:00;2025-03-07 15:06;router-7\n"));
        assertThat(incident.start()).isEqualTo(Instant.parse("2025-03-07T14:05:00Z"));
        assertThat(incident.end()).contains(Instant.parse("2025-03-07T14:06:00Z"));
        assertThat(incident.element()).isEqualTo("router-7");
        assertThat(incident.target().name()).isEqualTo("wan");
        assertThat(incident.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-07T14:05:00Z",
        "2025-03-07T15:05:00+01:00",
        "2025-03-07T15:05+0100",
        "2025-03-07 15:05:00 +01:00",
        "2025-03-07 14:05:00Z",
        "2025-03-07T15:05:00+01:00[Europe/Berlin]",
        "2025-03-07 15:05:00",
        "2025-03-07T15:05:00.000",
        "1741356300"
    })
    void times_have_many_forms(String time) {
        assertThat(only(read("Europe/Berlin", "start,end,element\n" + time + ",,wan\n"))
                        .start())
                .isEqualTo(Instant.parse("2025-03-07T14:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"''", "-", "ongoing", "OPEN", "null"})
    void what_has_not_ended_has_no_end(String end) {
        assertThat(only(read("", "start,end,element\n1741356300," + end + ",wan\n"))
                        .end())
                .isEmpty();
    }

    @Test
    void a_time_that_comes_twice_is_the_first() {
        assertThat(only(read("Europe/Berlin", "start,end,element\n2025-10-26 02:30:00,,wan\n"))
                        .start())
                .isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday,,wan | cuts.csv:3: error: column 1 (start): `yesterday` is no time; allowed: 2025-03-07T14:05:00Z",
                "2025-02-30T00:00:00Z,,wan | cuts.csv:3: error: column 1 (start): `2025-02-30T00:00:00Z` is no time",
                "2025-03-07 15:05:00,,wan | column 1 (start): `2025-03-07 15:05:00` has no zone; --zone says which one",
                "1741356300,1741356300,wan | column 2 (end): `1741356300` is not after the start, `1741356300`",
                "1741356300,soon,wan | column 2 (end): `soon` is no time",
                "1741356300,,wam | column 3 (element): `wam` is no name of the scenario; did you mean `wan`?",
                "1741356300,,router-8 | --map 'router-8=NAME' says what it is there",
                "1741356300 | the row has 1 of 3 fields"
            })
    void a_bad_row_is_told_with_its_place_and_what_is_allowed(String row, String message) {
        IncidentFile file = read("", "start,end,element\n1741356300,,wan\n" + row + "\n");
        assertThat(file.problems()).hasSize(1);
        assertThat(file.problems().get(0)).startsWith("cuts.csv:3: error: ").contains(message);
        assertThat(file.incidents()).hasSize(1);
    }

    @Test
    void a_time_that_does_not_exist_is_refused() {
        assertThat(read("Europe/Berlin", "start,end,element\n2025-03-30 02:30:00,,wan\n")
                        .problems())
                .singleElement()
                .asString()
                .contains("`2025-03-30 02:30:00` does not exist in Europe/Berlin: clocks were set forward");
    }

    @Test
    void a_file_without_a_column_or_without_rows_is_refused() {
        assertThat(read("", "time,end,element\n").problems())
                .containsExactly("cuts.csv:1: error: no column says when outages begin; allowed: a column called start,"
                        + " starttime, begin, began, down, downtime, downat, from, failed, occurred");
        assertThat(read("", "start,end,element\n").problems())
                .containsExactly("cuts.csv:1: error: has a header and no outage");
        assertThat(read("", "").problems()).singleElement().asString().contains("is empty");
        assertThat(read("", "start,end,element\n\"never closed,,wan\n").problems())
                .singleElement()
                .asString()
                .contains("cannot be read as CSV");
    }

    @Test
    void what_is_wrong_in_every_row_is_told_once_and_the_rest_up_to_twenty() {
        StringBuilder text = new StringBuilder("start,end,element\n");
        for (int i = 0; i < 40; i++) {
            text.append("2025-03-07 15:05:00,,router-8\n");
        }
        assertThat(read("", text.toString()).problems()).hasSize(2);
        assertThat(read("", text.toString().replace("2025", "x")).problems()).hasSize(21);
    }
}
