package org.ipsisim.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.golden.ProcessorTime;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as monitoring systems and ticket systems export them, read as they are. */
class ExportsTest {
    private static final Map<String, Target> TARGETS =
            Targets.of(Branch.variant(Branch.with()).scenario().estate());

    private static RecordOptions options(String zone) {
        return RecordOptions.of(new TimeStamp(Optional.of(ZoneId.of(zone)), Optional.of(TimeStamp.DateOrder.MDY)));
    }

    private static RecordOptions about(String element) {
        return new RecordOptions(options("UTC").times(), Map.of(), Map.of(), Optional.of(element), false);
    }

    private static IncidentReader.Result read(RecordOptions options, byte[] content) {
        return new IncidentReader("cuts.csv", options, TARGETS).read(content);
    }

    private static IncidentReader.Result read(RecordOptions options, String... lines) {
        return read(options, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Each outage in a word: element, start and length. */
    private static List<String> outages(IncidentReader.Result file) {
        assertThat(file.problems()).isEmpty();
        return file.incidents().stream()
                .map(incident -> incident.target().name() + " " + incident.start() + " "
                        + incident.end()
                                .map(end ->
                                        Duration.between(incident.start(), end).toString())
                                .orElse("open"))
                .toList();
    }

    private static final String CUT = "wan 2025-03-07T15:05:00Z PT2M30S";

    @Test
    void SolarWinds_says_what_is_down_as_well() {
        IncidentReader.Result file = read(
                options("UTC"),
                "Node,Event Time,Event Type",
                "wan,3/7/2025 3:05:00 PM,Node Down",
                "wan,3/7/2025 3:07:30 PM,Node Up");
        assertThat(outages(file)).containsExactly(CUT);
    }

    @Test
    void Pingdom_writes_the_times_of_being_up_as_well() {
        IncidentReader.Result file = read(
                options("UTC"),
                "check,status,timefrom,timeto",
                "wan,up,1741300000,1741359900",
                "wan,down,1741359900,1741360050",
                "wan,up,1741360050,1741400000");
        assertThat(outages(file)).containsExactly(CUT);
        assertThat(file.notes()).containsExactly("2 rows with the state `up` left out: no outage");
    }

    @Test
    void so_do_others_that_call_it_a_state() {
        assertThat(outages(read(
                        options("UTC"),
                        "device,status,start,end",
                        "wan,up,2025-03-07 00:00:00,2025-03-07 15:05:00",
                        "wan,down,2025-03-07 15:05:00,2025-03-07 15:07:30",
                        "wan,up,2025-03-07 15:07:30,2025-03-08 00:00:00")))
                .containsExactly(CUT);
    }

    @Test
    void Alertmanager_as_JSON_and_as_CSV() {
        assertThat(
                        outages(
                                read(
                                        options("UTC"),
                                        "[{\"labels\":{\"alertname\":\"ProbeFailure\",\"instance\":\"wan\"},",
                                        "  \"startsAt\":\"2025-03-07T15:05:00Z\",\"endsAt\":\"2025-03-07T15:07:30Z\",\"status\":{\"state\":\"active\"}},",
                                        " {\"labels\":{\"instance\":\"wan\"},\"startsAt\":\"2025-03-08T15:05:00Z\",\"endsAt\":\"0001-01-01T00:00:00Z\"}]")))
                .containsExactly(CUT, "wan 2025-03-08T15:05:00Z open");
        assertThat(outages(read(
                        options("UTC"),
                        "alertname,instance,status,startsAt,endsAt",
                        "ProbeFailure,wan,resolved,2025-03-07T15:05:00.000Z,2025-03-07T15:07:30.000Z",
                        "ProbeFailure,wan,firing,2025-03-08T15:05:00Z,0001-01-01T00:00:00Z")))
                .containsExactly(CUT, "wan 2025-03-08T15:05:00Z open");
    }

    @Test
    void PagerDuty() {
        assertThat(outages(read(
                        options("UTC"),
                        "id,incident_number,description,service_id,service_name,created_on,resolved_on,status",
                        "Q1,17,WAN down,PX,wan,2025-03-07T15:05:00Z,2025-03-07T15:07:30Z,resolved")))
                .containsExactly(CUT);
    }

    @Test
    void ServiceNow_by_when_it_was_resolved_and_never_by_when_the_ticket_was_closed() {
        assertThat(
                        outages(
                                read(
                                        options("UTC"),
                                        "\"number\",\"opened_at\",\"resolved_at\",\"closed_at\",\"cmdb_ci\",\"short_description\",\"state\"",
                                        "\"INC1\",\"2025-03-07 15:05:00\",\"2025-03-07 15:07:30\",\"2025-03-10 09:00:00\",\"wan\",\"WAN down\",\"Closed\"")))
                .containsExactly(CUT);
        String[] closedAlone = {
            "\"Number\",\"Opened\",\"Closed\",\"Device\",\"State\"",
            "\"INC1\",\"2025-03-07 15:05:00\",\"2025-03-10 09:00:00\",\"wan\",\"Closed\""
        };
        assertThat(read(options("UTC"), closedAlone).problems())
                .containsExactly(
                        "cuts.csv:1: error: column 3 (Closed) says when a ticket was closed, and no column says"
                                + " when service was back; --columns 'end=Closed' uses it anyway");
        RecordOptions takesIt =
                new RecordOptions(options("UTC").times(), Map.of(), Map.of("end", "Closed"), Optional.empty(), false);
        assertThat(outages(read(takesIt, closedAlone))).containsExactly("wan 2025-03-07T15:05:00Z PT65H55M");
    }

    @Test
    void LibreNMS_with_what_goes_on() {
        assertThat(outages(read(
                        options("UTC"),
                        "\"Device Hostname\",Start,End,Duration",
                        "wan,\"2025-03-07 15:05:00\",\"2025-03-07 15:07:30\",00:02:30",
                        "wan,\"2025-03-08 01:00:00\",-,03:00:00")))
                .containsExactly(CUT, "wan 2025-03-08T01:00:00Z open");
    }

    @Test
    void Uptime_Robot_in_words_of_one_monitor_and_in_codes() {
        assertThat(outages(read(
                        about("wan"),
                        "Event,Date-Time,Reason,Duration,Duration (in mins.)",
                        "Up,2025-03-07 15:07:30,OK,\"5 hrs, 3 mins\",303",
                        "Down,2025-03-07 15:05:00,Connection Timeout,\"2 mins, 30 secs\",2")))
                .containsExactly(CUT);
        assertThat(outages(read(
                        options("UTC"),
                        "type,datetime,duration,monitor",
                        "2,1741360050,3600,wan",
                        "1,1741359900,150,wan",
                        "98,1741350000,0,wan")))
                .containsExactly(CUT);
    }

    @Test
    void Icinga_in_numbers_of_hosts() {
        assertThat(outages(read(
                        options("UTC"),
                        "event_time,host,state",
                        "2025-03-07 15:05:00,wan,1",
                        "2025-03-07 15:07:30,wan,0")))
                .containsExactly(CUT);
    }

    @Test
    void the_log_of_Nagios() {
        IncidentReader.Result file = read(
                options("UTC"),
                "[1741350000] CURRENT HOST STATE: wan;UP;HARD;1;PING OK",
                "[1741355000] SERVICE NOTIFICATION: admin;wan;PING;OK;notify;text",
                "[1741359900] HOST ALERT: wan;DOWN;SOFT;1;CRITICAL - Host Unreachable",
                "[1741359960] HOST ALERT: wan;DOWN;HARD;3;CRITICAL - Host Unreachable",
                "[1741360050] HOST ALERT: wan;UP;HARD;1;PING OK");
        assertThat(outages(file)).containsExactly(CUT);
        assertThat(file.incidents().get(0).line()).isEqualTo(3);
    }

    @Test
    void what_only_warns_is_up() {
        assertThat(outages(read(
                        options("UTC"),
                        "device,time,state",
                        "wan,2025-03-07 12:00:00,WARNING",
                        "wan,2025-03-07 15:05:00,CRITICAL",
                        "wan,2025-03-07 15:07:30,WARNING",
                        "wan,2025-03-07 16:07:30,OK")))
                .containsExactly(CUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025/03/07 15:05:00",
                "07.03.25 15:05:00",
                "2025-03-07 15:05:00,000",
                "2025-03-07 15:05:00 UTC",
                "2025-03-07 16:05:00 CET",
                "2025-03-07 10:05 EST",
                "3/7/25 3:05 PM",
                "3/7/2025, 3:05:00\u202FPM",
                "3/7/2025\u00A03:05:00 p.m.",
                "7-Mar-2025 15:05",
                "Mar 7, 2025 3:05 PM",
                "Fri, 07 Mar 2025 15:05:00 GMT",
                "1741359900.0"
            })
    void times_are_written_in_many_ways(String time) {
        assertThat(outages(read(options("UTC"), "start;end;element", time + ";;wan")))
                .containsExactly("wan 2025-03-07T15:05:00Z open");
    }

    @ParameterizedTest
    @CsvSource({
        "duration, 00:02:30",
        "duration, 150",
        "duration, 2m 30s",
        "'Duration (min)', '2.5'",
        "Dauer, '2 min 30 sec'",
        "duration, 150.0"
    })
    void a_length_stands_for_the_end(String head, String length) {
        assertThat(outages(read(options("UTC"), "device;start;" + head, "wan;2025-03-07 15:05:00;" + length)))
                .containsExactly(CUT);
    }

    @Test
    void date_and_time_may_have_a_column_each() {
        assertThat(outages(read(options("UTC"), "device,date,time,duration", "wan,2025-03-07,15:05:00,150")))
                .containsExactly(CUT);
    }

    @Test
    void spreadsheets_name_their_delimiter_and_reports_have_titles() {
        String row = "wan;2025-03-07 15:05:00;2025-03-07 15:07:30";
        assertThat(outages(read(options("UTC"), "sep=;", "device;start;end", row)))
                .containsExactly(CUT);
        IncidentReader.Result titled =
                read(options("UTC"), "Outage report for March 2025", "", "device;start;end", row);
        assertThat(outages(titled)).containsExactly(CUT);
        assertThat(titled.incidents().get(0).line()).isEqualTo(4);
    }

    @Test
    void PRTG_in_German_and_in_the_code_page_of_Windows() {
        String text = "Gerät;Beginn;Ende;Status\r\nwan;07.03.2025 15:05:00;07.03.2025 15:07:30;Gestört\r\n";
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16)) {
            assertThat(outages(read(options("UTC"), text.getBytes(charset))))
                    .as(charset.name())
                    .containsExactly(CUT);
        }
    }

    @Test
    void a_log_over_the_hour_that_comes_twice_goes_forward() {
        assertThat(outages(read(
                        options("America/New_York"),
                        "device,time,state",
                        "wan,2025-11-02 01:50:00,down",
                        "wan,2025-11-02 01:05:00,up",
                        "wan,2025-11-20 10:00:00,down",
                        "wan,2025-11-20 10:00:20,up")))
                .containsExactly("wan 2025-11-02T05:50:00Z PT15M", "wan 2025-11-20T15:00:00Z PT20S");
        assertThat(outages(read(
                        options("America/New_York"),
                        "device,start,end",
                        "wan,2025-11-02 01:50:00,2025-11-02 01:05:00")))
                .containsExactly("wan 2025-11-02T05:50:00Z PT15M");
    }

    @Test
    void what_has_no_end_cannot_begin_again() {
        assertThat(read(
                                options("UTC"),
                                "device,start,end",
                                "wan,2025-03-07 15:05:00,",
                                "wan,2025-03-09 15:05:00,2025-03-09 15:06:30")
                        .problems())
                .containsExactly(
                        "cuts.csv:2: error: `wan` has no end here, but is down again in line 3: add the end, or"
                                + " remove the row");
    }

    @Test
    void a_row_that_is_cut_off_is_not_an_outage_without_end() {
        assertThat(read(options("UTC"), "device,start,end", "wan,2025-03-07 15:05:00")
                        .problems())
                .containsExactly("cuts.csv:2: error: the row has 2 of 3 fields");
    }

    @Test
    void an_outage_of_no_length_is_left_out_and_told() {
        IncidentReader.Result file = read(
                options("UTC"),
                "device,start,end",
                "wan,2025-03-07 15:05:00,2025-03-07 15:05:00",
                "wan,2025-03-07 15:05:00,2025-03-07 15:07:30");
        assertThat(outages(file)).containsExactly(CUT);
        assertThat(file.notes()).containsExactly("1 row of no length left out");
    }

    @Test
    void what_the_scenario_does_not_have_can_be_left_out() {
        String[] lines = {
            "device,start,end",
            "printer-7,2025-03-07 15:05:00,2025-03-07 15:07:30",
            "wan,2025-03-07 15:05:00,2025-03-07 15:07:30"
        };
        assertThat(read(options("UTC"), lines).problems())
                .singleElement()
                .asString()
                .contains("--map 'printer-7=NAME' says what it is there, --ignore-unknown leaves such rows out");
        RecordOptions ignoring = new RecordOptions(options("UTC").times(), Map.of(), Map.of(), Optional.empty(), true);
        assertThat(outages(read(ignoring, lines))).containsExactly(CUT);
        assertThat(read(ignoring, lines).notes()).containsExactly("1 row about what is not in the scenario left out");
    }

    @Test
    void one_element_may_stand_for_several_names() {
        RecordOptions both = new RecordOptions(
                options("UTC").times(), Map.of("mpls", List.of("wan", "pn-1")), Map.of(), Optional.empty(), false);
        assertThat(outages(read(both, "device,start,end", "mpls,2025-03-07 15:05:00,2025-03-07 15:07:30")))
                .containsExactly(CUT, CUT.replace("wan", "pn-1"));
    }

    @Test
    void years_have_bounds() {
        assertThat(read(options("UTC"), "start,end,element", "-999999999-01-01T00:00:00Z,2025-01-01T00:00:00Z,wan")
                        .problems())
                .containsExactly("cuts.csv:2: error: column 1 (start): `-999999999-01-01T00:00:00Z` is not between 1971"
                        + " and 2200; allowed: " + TimeStamp.FORMS);
    }

    /** One mebibyte of each character that means something to a reader, as a time, as a name, as a header, alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {" ", "T", "0", "1", "-", "/", ":", ".", ",", ";", "\t", "\"", "[", "{", "a", "Z", "+", "\n"})
    void a_mebibyte_of_anything_is_read_at_once(String character) {
        String much = character.repeat(1 << 20);
        ProcessorTime time = new ProcessorTime();
        for (String text : List.of(
                much,
                "start,end,element\n" + much + ",1741359900,wan\n",
                "start,end,element\n2025-01-01 " + much + ",1741359900,wan\n",
                "start,end,element\n1741359900,1741359901," + much + "\n",
                "start,duration,element\n1741359900," + much + ",wan\n",
                "start,end," + much + "\n1741359900,1741359901,wan\n")) {
            IncidentReader.Result file = read(options("UTC"), text.getBytes(StandardCharsets.UTF_8));
            assertThat(file.problems()).isNotNull();
            assertThat(file.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(2000));
        }
        time.requireLessThan(Duration.ofSeconds(30), character);
    }

    @Test
    void ten_thousand_wide_rows_have_their_line_numbers() {
        StringBuilder text = new StringBuilder("start,end,element,note\n");
        for (int i = 0; i < 9_999; i++) {
            text.append("1741359900,1741359901,wan,").append("x".repeat(600)).append('\n');
        }
        text.append("1741359900,1741359899,wan,\n");
        assertThat(read(options("UTC"), text.toString()).problems())
                .singleElement()
                .asString()
                .startsWith("cuts.csv:10001: error: ");
    }
}
