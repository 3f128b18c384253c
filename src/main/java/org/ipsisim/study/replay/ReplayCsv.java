package org.ipsisim.study.replay;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.ipsisim.document.CsvRow;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/**
 * Replayed outages as a table: a row for each outage, setting and port network, then the totals with an empty start.
 * Times are in seconds; starts are UTC.
 */
public final class ReplayCsv {
    private final Writer out;

    private ReplayCsv(Writer out) {
        this.out = out;
    }

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(Replay replay, Writer out) throws IOException {
        CsvRow header = CsvRow.of()
                .text("start")
                .text("element")
                .text("lengthSeconds")
                .text("setting")
                .text("pn");
        for (Measure measure : Measure.values()) {
            header.text(measure.jsonName());
        }
        out.write(header.line());
        ReplayCsv csv = new ReplayCsv(out);
        for (Replay.Outage outage : replay.outages()) {
            csv.rows(replay, outage, "a", outage.a());
            if (outage.b().isPresent()) {
                csv.rows(replay, outage, "b", outage.b().get());
            }
        }
        csv.totals("a", replay.a());
        if (replay.b().isPresent()) {
            csv.totals("b", replay.b().get());
        }
        out.flush();
    }

    private void rows(Replay replay, Replay.Outage outage, String setting, Map<Integer, Cost> costs)
            throws IOException {
        for (Map.Entry<Integer, Cost> pn : costs.entrySet()) {
            CsvRow row = CsvRow.of()
                    .text(outage.incident().start().toString())
                    .text(outage.incident().target().name())
                    .seconds(replay.plan().lengthOf(outage.incident()));
            out.write(costs(row, setting, pn).line());
        }
    }

    private void totals(String setting, Map<Integer, Cost> costs) throws IOException {
        for (Map.Entry<Integer, Cost> pn : costs.entrySet()) {
            out.write(costs(CsvRow.of().text("").text("").text(""), setting, pn).line());
        }
    }

    private static CsvRow costs(CsvRow row, String setting, Map.Entry<Integer, Cost> pn) {
        row.text(setting).number(pn.getKey());
        for (Measure measure : Measure.values()) {
            Values.add(row, measure, measure.of(pn.getValue()));
        }
        return row;
    }
}
