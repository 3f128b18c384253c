package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Csv;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Span;
import org.ipsisim.history.Words;

/**
 * The timelines of a run as a table: one row for each span of each port network, then one for each state of each
 * population of phones between two samples, with a header row.
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
 *   <li>{@code kind}: {@code pn} or {@code phones}
 *   <li>{@code population}, {@code phones}: a population, and how many of its phones are in the state; empty for a port
 *       network. Its {@code controller} is the name of a session manager
 *   <li>{@code fromClock}, {@code toClock}: the same times on the customer's clock, in ISO 8601; only if a scenario has one
 * </ul>
 *
 * <p>Alarms are not in it: they are moments, not spans, and would not fit these columns; the NDJSON results have them.
 *
 * <p>Fields are quoted as RFC 4180 says; lines end with LF. Free text that a spreadsheet would run as a formula has an
 * apostrophe before it.
 */
public final class CsvReport {
    private static final int DECIMALS_OF_MINUTES = 3;

    /** What a row says; a cell is empty where it does not apply. */
    private record Row(
            Moments moments,
            String file,
            String pn,
            String site,
            String community,
            Span<String> state,
            String controller,
            List<String> calls,
            String population,
            String phones) {}

    private static final List<String> NO_CALLS = List.of("", "", "", "", "");

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
            Moments moments = history.moments();
            for (PnHistory pn : history.portNetworks()) {
                pn.timeline().forEach(span -> rows.add(row(moments, file, pn, span, drops.in(span, pn))));
            }
            for (PopulationHistory phones : history.sip().populations()) {
                addRows(rows, moments, file, phones);
            }
        }
        Table<Row> table = Table.of(rows)
                .words("file", Row::file)
                .number("pn", Row::pn)
                .words("site", Row::site)
                .number("community", Row::community)
                .number("from", row -> seconds(row.state.from()))
                .number("to", row -> seconds(row.state.to()))
                .number("seconds", row -> seconds(row.state.length()))
                .words("state", row -> row.state.value())
                .number("controller", Row::controller)
                .number("dropped", row -> row.calls.get(0))
                .number("blocked", row -> row.calls.get(1))
                .number("delayed", row -> row.calls.get(2))
                .number("setUpsLost", row -> row.calls.get(3))
                .number("talkMinutesLost", row -> row.calls.get(4))
                .words("kind", row -> row.population.isEmpty() ? "pn" : "phones")
                .words("population", Row::population)
                .number("phones", Row::phones);
        if (rows.stream().anyMatch(row -> row.moments.clock().isPresent())) {
            table.words("fromClock", row -> row.moments.iso(row.state.from()))
                    .words("toClock", row -> row.moments.iso(row.state.to()));
        }
        Csv.write(table, out);
    }

    private static Row row(Moments moments, String file, PnHistory pn, PnSpan span, long dropped) {
        CallLosses losses = span.losses();
        return new Row(
                moments,
                file,
                String.valueOf(pn.portNetwork().number()),
                pn.portNetwork().site(),
                String.valueOf(pn.portNetwork().community()),
                new Span<>(span.from(), span.to(), span.state().key()),
                String.valueOf(span.controller()),
                List.of(
                        String.valueOf(dropped),
                        String.valueOf(losses.blocked()),
                        String.valueOf(losses.delayed()),
                        String.valueOf(losses.setUpsLost()),
                        Words.decimalMinutes(losses.talkTime(), DECIMALS_OF_MINUTES)
                                .toPlainString()),
                "",
                "");
    }

    private static void addRows(List<Row> rows, Moments moments, String file, PopulationHistory phones) {
        PhonePopulation population = phones.population();
        List<PhoneSample> samples = phones.samples();
        for (int i = 0; i < samples.size(); i++) {
            long from = samples.get(i).at();
            long to = i + 1 < samples.size() ? samples.get(i + 1).at() : moments.end();
            for (PhoneSample.Count count : samples.get(i).counts()) {
                rows.add(new Row(
                        moments,
                        file,
                        "",
                        population.site(),
                        "",
                        new Span<>(from, to, count.state().key()),
                        count.controller() < 0 ? "" : population.controllers().get(count.controller()),
                        NO_CALLS,
                        population.name(),
                        String.valueOf(count.phones())));
            }
        }
    }

    private static String seconds(long millis) {
        return Words.decimalSeconds(millis).toPlainString();
    }
}
