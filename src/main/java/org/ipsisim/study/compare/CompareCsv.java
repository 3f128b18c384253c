package org.ipsisim.study.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.ipsisim.document.CsvRow;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/**
 * A comparison as a table: one row for each port network and measure, and rows for all port networks added up.
 *
 * <ul>
 *   <li>{@code pn}: the number of the port network, or {@code all}
 *   <li>{@code measure}: as in the JSON results, such as {@code callsDropped}; times are in seconds
 *   <li>{@code a}, {@code b}: its value in each run; empty if that run has no such port network
 *   <li>{@code difference}: {@code b} less {@code a}
 *   <li>{@code from}: the first difference of the port network in seconds from the start; empty if there is none
 * </ul>
 */
public final class CompareCsv {
    private CompareCsv() {}

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(Comparison comparison, Writer out) throws IOException {
        out.write("pn,measure,a,b,difference,from\n");
        for (PnComparison pn : comparison.portNetworks()) {
            Optional<Long> from = pn.divergence().map(divergence -> divergence.at());
            write(
                    String.valueOf(pn.number()),
                    pn.a().map(there -> cost(there, comparison.a().history())),
                    pn.b().map(there -> cost(there, comparison.b().history())),
                    from,
                    out);
        }
        write(
                "all",
                Optional.of(comparison.a().cost()),
                Optional.of(comparison.b().cost()),
                Optional.empty(),
                out);
        out.flush();
    }

    private static Cost cost(PnHistory pn, History history) {
        return Cost.of(pn, history);
    }

    private static void write(String pn, Optional<Cost> a, Optional<Cost> b, Optional<Long> from, Writer out)
            throws IOException {
        for (Measure measure : Measure.values()) {
            CsvRow row = CsvRow.of().text(pn).text(measure.jsonName());
            add(row, measure, a.map(measure::of));
            add(row, measure, b.map(measure::of));
            add(
                    row,
                    measure,
                    a.isPresent() && b.isPresent()
                            ? Optional.of(measure.of(b.get()) - measure.of(a.get()))
                            : Optional.empty());
            add(row, Measure.OUTAGE, from);
            out.write(row.line());
        }
    }

    private static void add(CsvRow row, Measure measure, Optional<Long> value) {
        if (value.isPresent()) {
            Values.add(row, measure, value.get());
        } else {
            row.text("");
        }
    }
}
