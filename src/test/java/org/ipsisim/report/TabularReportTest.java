package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsisim.estate.Expectation;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.ObjectMapper;

/** The outputs that other programs read line by line or case by case. */
class TabularReportTest {
    @Test
    void everyCsvRowHasEveryColumn() throws IOException {
        for (History history : SampleHistories.all().values()) {
            assertThat(csv(history).lines()).isNotEmpty().allMatch(line -> line.split(",", -1).length == 17);
        }
    }

    @Test
    void whatCallsLostInASpanIsInItsCsvRow() throws IOException {
        assertThat(csv(SampleHistories.randomCalls()))
                .contains(",contact-lost,1,0,0,2,0,0,pn,,\n")
                .contains(",warm-reset,1,0,5,0,3,21,pn,,\n")
                .contains(",cold-reset,1,58,2,0,0,50.008,pn,,\n");
    }

    @Test
    void csvQuotesCommasAndQuotes() throws IOException {
        assertThat(csv(inFile("a, \"b\".yaml")))
                .contains("\n\"a, \"\"b\"\".yaml\",1,dallas,2,0,60,60,in-service,1,0,0,0,0,0,pn,,\n");
    }

    @Test
    void aSpreadsheetRunsNoFormulaFromCsv() throws IOException {
        assertThat(csv(inFile("=HYPERLINK(A1)"))).contains("\n'=HYPERLINK(A1),1,");
        assertThat(csv(inFile("@x"))).contains("\n'@x,1,");
        assertThat(csv(inFile("-"))).contains("\n-,1,");
    }

    @Test
    void aFileNameSteersNoTerminalFromCsv() throws IOException {
        assertThat(csv(inFile("a\u001b[31m\u202Eb\u0000.yaml"))).contains("\na\uFFFD[31m\uFFFDb\uFFFD.yaml,1,");
        assertThat(csv(inFile("a\nb.yaml"))).contains("\n\"a\nb.yaml\",1,");
    }

    @Test
    void ndjsonHasALineForEveryEntryAndThenForEveryAlarm() throws IOException {
        History history = SampleHistories.failover();
        StringWriter out = new StringWriter();
        NdjsonReport.write(List.of(history), out);
        List<String> lines = out.toString().lines().toList();
        int entries = history.trace().size();
        for (String line : lines.subList(0, entries)) {
            assertThat(new ObjectMapper().readTree(line).propertyNames())
                    .containsExactly("id", "at", "type", "subject", "cause", "text");
        }
        assertThat(lines.subList(entries, lines.size()))
                .hasSameSizeAs(Alarms.of(history))
                .allMatch(line -> line.startsWith("{\"type\":\"alarm\",\"at\":"));
        assertThat(out.toString()).endsWith("}\n");
    }

    @Test
    void aRunWithoutTraceIsNoLine() throws IOException {
        StringWriter out = new StringWriter();
        NdjsonReport.write(List.of(SampleHistories.nothing()), out);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void junitCountsCasesAndFailures() throws Exception {
        Document xml = junit(List.of(SampleHistories.failover(), SampleHistories.stillOut()));
        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("4");
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("expected pn-1 at 9m: state in-service, was no-service");
    }

    @Test
    void aScenarioWithoutExpectationsHasOnePassingCase() throws Exception {
        Document xml = junit(List.of(SampleHistories.shortSilence()));
        Element only = (Element) xml.getElementsByTagName("testcase").item(0);
        assertThat(only.getAttribute("name")).isEqualTo("runs");
        assertThat(only.getAttribute("classname")).isEqualTo("scenarios.short");
        assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
    }

    @Test
    void equalExpectationsAreCasesOfTheirOwn() throws Exception {
        History history = new HistoryBuilder("Test", Duration.ofMinutes(1))
                .pn(1, "main 60s")
                .expect(new Expectation.ServerInterchanges(Expectation.Bound.exactly(0)))
                .expect(new Expectation.ServerInterchanges(Expectation.Bound.exactly(0)))
                .build();
        Element second = (Element)
                junit(List.of(history)).getElementsByTagName("testcase").item(1);
        assertThat(second.getAttribute("name")).isEqualTo("server-interchanges 0 (2)");
    }

    @Test
    void anythingInATitleStaysXml() throws Exception {
        History history = new HistoryBuilder("<&\"' \u0000\u001b\uFFFF 切断", Duration.ofMinutes(1))
                .file("../x/a.yaml")
                .pn(1, "main 60s")
                .build();
        Document xml = junit(List.of(history));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("<&\"' \uFFFD\uFFFD\uFFFD 切断");
        assertThat(((Element) xml.getElementsByTagName("testcase").item(0)).getAttribute("classname"))
                .isEqualTo("x.a");
    }

    private static History inFile(String file) {
        return new HistoryBuilder("Test", Duration.ofMinutes(1))
                .file(file)
                .pn(1, "main 60s")
                .build();
    }

    private static String csv(History history) throws IOException {
        StringWriter out = new StringWriter();
        CsvReport.write(List.of(history), out);
        return out.toString();
    }

    private static Document junit(List<History> histories) throws Exception {
        StringWriter out = new StringWriter();
        JunitReport.write(histories, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
