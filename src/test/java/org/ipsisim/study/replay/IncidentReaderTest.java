package org.ipsisim.study.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What monitoring systems export, and what is wrong with some of it. */
class IncidentReaderTest {
    private static final Map<String, Target> TARGETS =
            Targets.of(Branch.variant(Branch.with()).scenario().estate());

    private static IncidentReader.Result read(String zone, String text) {
        return read(zone, Optional.empty(), text);
    }

    private static IncidentReader.Result read(String zone, Optional<TimeStamp.DateOrder> dates, String text) {
        return new IncidentReader(
                        "cuts.csv",
                        new RecordOptions(
                                new TimeStamp(
                                        Optional.of(zone)
                                                .filter(name -> !name.isEmpty())
                                                .map(ZoneId::of),
                                        dates),
                                Map.of("router-7", List.of("wan")),
                                Map.of(),
                                Optional.empty(),
                                false),
                        TARGETS)
                .read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Incident only(IncidentReader.Result file) {
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
        "1741356300",
        "1741356300000",
        "7.3.2025 15:05",
        "07.03.2025 15:05:00"
    })
    void times_have_many_forms(String time) {
        assertThat(only(read("Europe/Berlin", "start,end,element\n" + time + ",,wan\n"))
                        .start())
                .isEqualTo(Instant.parse("2025-03-07T14:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MDY | 3/7/2025 3:05:00 PM",
                "MDY | 3/7/2025 3:05 pm",
                "MDY | 03/07/2025 15:05:00",
                "DMY | 7/3/2025 15:05",
                "DMY | 07/03/2025 03:05:00 PM"
            })
    void dates_with_slashes_have_the_order_that_is_said(TimeStamp.DateOrder order, String time) {
        String text = "start,end,element\n" + time + ",,wan\n";
        assertThat(only(read("Europe/Berlin", Optional.of(order), text)).start())
                .isEqualTo(Instant.parse("2025-03-07T14:05:00Z"));
        assertThat(read("Europe/Berlin", text + time + ",,wan\n").problems())
                .singleElement()
                .asString()
                .contains("cuts.csv:2: error: column 1 (start): `" + time
                        + "` could be either of two dates; --dates mdy says");
    }

    @Test
    void an_export_of_Zabbix_needs_no_change() {
        Incident incident = only(
                read(
                        "UTC",
                        "\"Severity\",\"Time\",\"Recovery time\",\"Status\",\"Host\",\"Problem\",\"Duration\"\n"
                                + "\"High\",\"2025-03-07 14:05:00\",\"2025-03-07 14:06:30\",\"RESOLVED\",\"router-7\",\"ICMP: down\",\"1m 30s\"\n"));
        assertThat(incident.end()).contains(Instant.parse("2025-03-07T14:06:30Z"));
    }

    @Test
    void a_log_of_changes_newest_first_becomes_outages() {
        IncidentReader.Result file = read("UTC", """
                Date Time;Node;Event Type
                2025-03-09 10:00:00;pn-1;DOWN
                2025-03-08 12:00:00;router-7;Up
                2025-03-08 11:59:00;router-7;Down
                2025-03-07 14:06:30;router-7;RECOVERY
                2025-03-07 14:05:40;router-7;critical
                2025-03-07 14:05:00;router-7;PROBLEM
                2025-03-07 09:00:00;router-7;OK
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.incidents())
                .extracting(Incident::line, Incident::start, Incident::end)
                .containsExactly(
                        tuple(
                                7,
                                Instant.parse("2025-03-07T14:05:00Z"),
                                Optional.of(Instant.parse("2025-03-07T14:06:30Z"))),
                        tuple(
                                4,
                                Instant.parse("2025-03-08T11:59:00Z"),
                                Optional.of(Instant.parse("2025-03-08T12:00:00Z"))),
                        tuple(2, Instant.parse("2025-03-09T10:00:00Z"), Optional.empty()));
    }

    @Test
    void a_change_to_neither_down_nor_up_is_told() {
        assertThat(read("UTC", "time,host,state\n1741356300,wan,SIDEWAYS\n1741356300,wan\n")
                        .problems())
                .containsExactly(
                        "cuts.csv:2: error: column 3 (state): `SIDEWAYS` is neither down nor up; allowed: down, critical,"
                                + " unreachable, failed, problem, alarm, raised, offline; up, ok, recovery, recovered,"
                                + " resolved, clear, cleared, restored, online",
                        "cuts.csv:3: error: the row has 2 of 3 fields");
    }

    @Test
    void nothing_but_ups_is_no_outage() {
        assertThat(read("UTC", "time,host,state\n1741356300,wan,up\n").problems())
                .containsExactly("cuts.csv:1: error: has a header but no outage");
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
                "yesterday,,wan | cuts.csv:3: error: column 1 (start): `yesterday` is not a time; allowed: 2025-03-07T14:05:00Z",
                "2025-02-30T00:00:00Z,,wan | cuts.csv:3: error: column 1 (start): `2025-02-30T00:00:00Z` is not a time",
                "2025-03-07 15:05:00,,wan | column 1 (start): `2025-03-07 15:05:00` has no zone; --zone says which one",
                "1741356300,1741356299,wan | column 2 (end): `1741356299` is before the start, `1741356300`",
                "1741356300,soon,wan | column 2 (end): `soon` is not a time",
                "1741356300,,wam | column 3 (element): `wam` is not a name in the scenario; did you mean `wan`?",
                "1741356300,,router-8 | --map 'router-8=NAME' says what it is there",
                "1741356300,1741356360 | the row has 2 of 3 fields"
            })
    void a_bad_row_is_told_with_its_place_and_what_is_allowed(String row, String message) {
        IncidentReader.Result file = read("", "start,end,element\n1741356200,1741356260,wan\n" + row + "\n");
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
        assertThat(read("", "moment,end,element\n").problems())
                .containsExactly("cuts.csv:1: error: no column says when outages begin; allowed: a column called start,"
                        + " starttime, startedat, startsat, startdate, startdatetime, started, starts, or --columns"
                        + " 'start=NAME'");
        assertThat(read("", "start,element\n").problems())
                .singleElement()
                .asString()
                .contains("no column says when outages end")
                .endsWith("; in a table of changes from down to up: state, status, statusstate, event, eventtype,"
                        + " alerttype, type");
        assertThat(read("", "start,end,element\n").problems())
                .containsExactly("cuts.csv:1: error: has a header but no outage");
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
            text.append("2025-03-07 15:05:00,2025-03-07 15:06:00,router-8\n");
        }
        assertThat(read("", text.toString()).problems()).hasSize(2);
        assertThat(read("", text.toString().replace("2025", "x")).problems()).hasSize(21);
    }
}
