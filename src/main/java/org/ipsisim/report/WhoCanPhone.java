package org.ipsisim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.document.Ink;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;

/**
 * Who can phone, by site: the phones of port networks and SIP phones side by side.
 *
 * <p>A phone of a port network can start a call while the port network is in service; a SIP phone while it is in service
 * (U15).
 */
final class WhoCanPhone {
    /**
     * Phones that share a row.
     *
     * @param site where they are
     * @param who they are
     * @param cut when the first of them could start no call, in milliseconds; empty if all could always
     * @param back when the last of them could again; empty if not all can at the end
     * @param longest of any of them without a break, in milliseconds
     * @param atEnd who serves them at the end
     */
    record Row(String site, String who, OptionalLong cut, OptionalLong back, long longest, String atEnd) {}

    private WhoCanPhone() {}

    static Table<Row> table(History history) {
        return Table.of(rows(history))
                .words("site", row -> history.names().of(row.site))
                .once()
                .words("phones", Row::who)
                .number("no calls from", row -> PhoneTables.time(row.cut, history))
                .number(
                        "all back at",
                        row -> row.cut.isEmpty()
                                ? "–"
                                : row.back.isEmpty() ? "not yet" : PhoneTables.time(row.back, history))
                .ink(row -> row.cut.isPresent() && row.back.isEmpty() ? Ink.VERMILION : Ink.PLAIN)
                .number("longest", row -> row.longest == 0 ? "–" : RoundedNumbers.time(row.longest))
                .words("at the end", Row::atEnd);
    }

    private static List<Row> rows(History history) {
        List<Row> rows = new ArrayList<>();
        for (PnGroup group : PnGroup.bySiteAndTimeline(history)) {
            rows.add(row(group, history));
        }
        history.sip().populations().forEach(phones -> rows.add(row(phones)));
        List<String> sites = history.scenario().estate().sites();
        rows.sort(Comparator.comparingInt(row -> sites.indexOf(row.site())));
        return rows;
    }

    private static Row row(PnGroup group, History history) {
        List<PnSpan> timeline = group.timeline();
        OptionalLong cut = OptionalLong.empty();
        OptionalLong back = OptionalLong.empty();
        long longest = 0;
        long from = -1;
        for (PnSpan span : timeline) {
            boolean out = span.state() != PnState.IN_SERVICE;
            if (out && from < 0) {
                from = span.from();
                cut = cut.isPresent() ? cut : OptionalLong.of(from);
            } else if (!out && from >= 0) {
                longest = Math.max(longest, span.from() - from);
                back = OptionalLong.of(span.from());
                from = -1;
            }
        }
        if (from >= 0) {
            longest = Math.max(longest, history.duration() - from);
            back = OptionalLong.empty();
        }
        PnSpan last = timeline.get(timeline.size() - 1);
        String atEnd = last.state() == PnState.IN_SERVICE
                ? history.names().cluster(last.controller())
                : last.state().words();
        return new Row(group.first().portNetwork().site(), group.name(), cut, back, longest, atEnd);
    }

    private static Row row(PopulationHistory phones) {
        OptionalLong cut = phones.samples().stream()
                .filter(sample ->
                        sample.in(PhoneState.IN_SERVICE) < phones.population().size())
                .mapToLong(PhoneSample::at)
                .findFirst();
        return new Row(
                phones.population().site(),
                phones.population().name() + ", "
                        + Words.grouped(phones.population().size()) + " SIP",
                cut,
                phones.outage().lastBackAt(),
                phones.outage().longest(),
                PhoneTables.atEnd(phones));
    }
}
