package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.CsvRow;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

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
    private static final String HEADER =
            "file,pn,site,community,from,to,seconds,state,controller,dropped,blocked,delayed,setUpsLost,"
                    + "talkMinutesLost\n";

    private CsvReport() {}

    /**
     * Writes the table; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        out.write(HEADER);
        for (History history : histories) {
            Drops drops = new Drops(history);
            for (PnHistory pn : history.portNetworks()) {
                for (PnSpan span : pn.timeline()) {
                    out.write(CsvRow.of()
                            .text(history.scenario().provenance().file())
                            .number(pn.portNetwork().number())
                            .text(pn.portNetwork().site())
                            .number(pn.portNetwork().community())
                            .seconds(span.from())
                            .seconds(span.to())
                            .seconds(span.length())
                            .text(span.state().key())
                            .number(span.controller())
                            .number(drops.in(span, pn))
                            .number(span.losses().blocked())
                            .number(span.losses().delayed())
                            .number(span.losses().setUpsLost())
                            .minutes(span.losses().talkTime())
                            .line());
                }
            }
        }
        out.flush();
    }
}
