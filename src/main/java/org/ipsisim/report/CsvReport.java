package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Csv;
import org.ipsisim.document.Table;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;

/**
 * The timelines of a run as a table: one row for each span of each port network, with a header row.
 *
 * <ul>
 *   <li>{@code file}: the scenario file as the user named it
 *   <li>{@code pn}, {@code site}, {@code community}: the port network
 *   <li>{@code from}, {@code to}: the span in seconds from the start, {@code to} not part of it
 *   <li>{@code seconds}: its length
 *   <li>{@code state}: {@code in-service}, {@code contact-lost}, ..., as in the JSON results
 *   <li>{@code controller}: the cluster that controls the port network, or last did
 *   <li>{@code dropped}: calls of the port network that dropped then, stable and random ones
 *   <li>{@code blocked}, {@code delayed}, {@code setUpsLost}, {@code talkMinutesLost}: what its random calls lost then
 * </ul>
 *
 * <p>Alarms are not in it: they are moments, not spans, and would not fit these columns; the NDJSON results have them.
 *
 * <p>Fields are quoted as RFC 4180 says; lines end with LF. Free text that a spreadsheet would run as a formula has an
 * apostrophe before it.
 */
public final class CsvReport {
    private static final int DECIMALS_OF_MINUTES = 3;

    private record Row(String file, PnHistory pn, PnSpan span, long dropped) {}

    private CsvReport() {}

    /**
     * Writes the table; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (History history : histories) {
            Drops drops = new Drops(history);
            String file = history.scenario().provenance().file();
            for (PnHistory pn : history.portNetworks()) {
                pn.timeline().forEach(span -> rows.add(new Row(file, pn, span, drops.in(span, pn))));
            }
        }
        Csv.write(
                Table.of(rows)
                        .words("file", row -> row.file)
                        .number("pn", row -> row.pn.portNetwork().number())
                        .words("site", row -> row.pn.portNetwork().site())
                        .number("community", row -> row.pn.portNetwork().community())
                        .number("from", row -> seconds(row.span.from()))
                        .number("to", row -> seconds(row.span.to()))
                        .number("seconds", row -> seconds(row.span.length()))
                        .words("state", row -> row.span.state().key())
                        .number("controller", row -> row.span.controller())
                        .number("dropped", row -> row.dropped)
                        .number("blocked", row -> row.span.losses().blocked())
                        .number("delayed", row -> row.span.losses().delayed())
                        .number("setUpsLost", row -> row.span.losses().setUpsLost())
                        .number(
                                "talkMinutesLost",
                                row -> Words.decimalMinutes(row.span.losses().talkTime(), DECIMALS_OF_MINUTES)
                                        .toPlainString()),
                out);
    }

    private static String seconds(long millis) {
        return Words.decimalSeconds(millis).toPlainString();
    }
}
