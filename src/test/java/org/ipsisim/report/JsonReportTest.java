package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hasTheKeysOfFormatOne() throws IOException {
        for (History history : SampleHistories.all().values()) {
            JsonNode root = JSON.readTree(json(history));
            has(
                    root,
                    "title file seed durationSeconds timers assumptions portNetworks servers totals trace expectations");
            has(root.get("timers"), "heartbeatInterval socketSanityTimeout pnColdResetDelay noServiceTimeout reading");
            has(root.get("totals"), "serverInterchanges outageSeconds degradedSeconds callsDropped callsBlocked");
            for (JsonNode pn : root.get("portNetworks")) {
                has(pn, "pn site community ipsis timeline totals");
                pn.get("ipsis").forEach(ipsi -> has(ipsi, "id priorityList"));
                pn.get("timeline").forEach(span -> has(span, "from to state controller"));
                has(
                        pn.get("totals"),
                        "degradedSeconds outageSeconds warmResets coldResets failovers fallbacks ipsiInterchanges"
                                + " callsDropped callsBlocked callsDelayed");
            }
            for (JsonNode server : root.get("servers")) {
                has(server, "id cluster timeline");
                server.get("timeline").forEach(span -> has(span, "from to role"));
            }
            root.get("trace").forEach(entry -> has(entry, "id at type subject cause text"));
            root.get("expectations").forEach(result -> has(result, "expect met actual"));
        }
    }

    @Test
    void timesAreNumbersOfSecondsWithoutExponent() throws IOException {
        String json = json(SampleHistories.shortSilence());
        JsonNode span =
                JSON.readTree(json).get("portNetworks").get(0).get("timeline").get(1);
        assertThat(span.get("from").isNumber()).isTrue();
        assertThat(span.get("to").decimalValue()).isEqualByComparingTo("74.02");
        assertThat(json).contains("\"to\": 74.02,").doesNotContainPattern("[0-9]E[+0-9]");
    }

    @Test
    void phasesSumToTheTimeOutOfService() throws IOException {
        JsonNode pn = JSON.readTree(json(SampleHistories.failover()))
                .get("portNetworks")
                .get(0);
        int sum = 0;
        for (JsonNode phase : pn.get("phases")) {
            sum += phase.get("seconds").asInt();
        }
        assertThat(sum).isEqualTo(434);
        assertThat(pn.get("calls").get("pn").get("dropped").asInt()).isEqualTo(40);
        assertThat(pn.get("calls").get("ip").get("kept").asInt()).isEqualTo(10);
    }

    @Test
    void thePriorityListIsTheLastOne() throws IOException {
        JsonNode ipsi = JSON.readTree(json(SampleHistories.failover()))
                .get("portNetworks")
                .get(0)
                .get("ipsis")
                .get(0);
        assertThat(ipsi.get("priorityList").toString()).isEqualTo("[10]");
        assertThat(ipsi.get("priorityLists")).hasSize(2);
    }

    @Test
    void severalHistoriesAreAnArray() throws IOException {
        StringWriter out = new StringWriter();
        JsonReport.write(List.of(SampleHistories.nothing(), SampleHistories.failover()), out);
        assertThat(JSON.readTree(out.toString())).hasSize(2);
    }

    @Test
    void everyTimerHasAnOrigin() throws IOException {
        JsonNode root = JSON.readTree(json(SampleHistories.failover()));
        assertThat(root.get("timerOrigins").propertyNames())
                .containsExactlyElementsOf(root.get("timers").propertyNames());
    }

    @Test
    void anythingInATitleStaysJson() throws IOException {
        String title = "quote \" backslash \\ newline \n escape \u001b 切断";
        History history = new HistoryBuilder(title, Duration.ofMinutes(1))
                .pn(1, "main 60s")
                .build();
        assertThat(JSON.readTree(json(history)).get("title").asString()).isEqualTo(title);
    }

    @Test
    void aWriterThatFailsGivesItsOwnException() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (var report : List.<Report>of(
                JsonReport::write, NdjsonReport::write, CsvReport::write, JunitReport::write, TextReports::write)) {
            assertThatThrownBy(() -> report.write(List.of(SampleHistories.failover()), full))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
        }
    }

    private interface Report {
        void write(List<History> histories, Writer out) throws IOException;
    }

    private static final class TextReports {
        static void write(List<History> histories, Writer out) throws IOException {
            TextReport.write(histories, out, TextStyle.PLAIN);
        }
    }

    private static void has(JsonNode node, String keys) {
        assertThat(node.propertyNames()).contains(keys.split(" "));
    }

    private static String json(History history) throws IOException {
        StringWriter out = new StringWriter();
        JsonReport.write(List.of(history), out);
        return out.toString();
    }
}
