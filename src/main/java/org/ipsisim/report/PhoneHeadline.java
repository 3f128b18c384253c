package org.ipsisim.report;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.document.Figure;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PhoneOutage;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;

/** What happened to SIP phones, in a few words. */
public final class PhoneHeadline {
    private static final long MINUTE = 60_000;

    private PhoneHeadline() {}

    /** What all phones of a run come to; times in milliseconds. */
    private record Totals(long phones, long affected, long longest, long lost) {
        static Totals of(List<PopulationHistory> all) {
            Totals totals = new Totals(0, 0, 0, 0);
            for (PopulationHistory each : all) {
                PhoneOutage outage = each.outage();
                totals = new Totals(
                        totals.phones + each.population().size(),
                        totals.affected + outage.phonesAffected(),
                        Math.max(totals.longest, outage.longest()),
                        totals.lost + outage.total());
            }
            return totals;
        }
    }

    /** A clause without a full stop; empty for a run without phones. */
    static String of(History history) {
        List<PopulationHistory> all = history.sip().populations();
        if (all.isEmpty()) {
            return "";
        }
        Totals totals = Totals.of(all);
        String everybody = totals.phones == 1 ? "the SIP phone" : "all " + Words.grouped(totals.phones) + " SIP phones";
        if (totals.affected == 0) {
            return everybody + " stayed in service";
        }
        String who = totals.affected < totals.phones
                ? Words.grouped(totals.affected) + " of " + Words.grouped(totals.phones) + " SIP phones were"
                : everybody + (totals.phones == 1 ? " was" : " were");
        return who + " without service, for up to " + RoundedNumbers.time(totals.longest) + "; "
                + end(all, history.moments());
    }

    /** A few numbers that say how bad it was; none for a run without phones. */
    public static List<Figure> figures(History history) {
        List<PopulationHistory> all = history.sip().populations();
        if (all.isEmpty()) {
            return List.of();
        }
        Totals totals = Totals.of(all);
        return List.of(
                new Figure(
                        "SIP phones without service",
                        Words.grouped(totals.affected) + " of " + Words.grouped(totals.phones)),
                new Figure("Longest of a SIP phone", RoundedNumbers.time(totals.longest)),
                new Figure("Phone minutes lost", minutes(totals.lost)));
    }

    /** Phone time in minutes: with a decimal if it is short. */
    public static String minutes(long millis) {
        return millis < 100 * MINUTE
                ? Words.decimalMinutes(millis, 1).toPlainString()
                : Words.grouped(Math.round((double) millis / MINUTE));
    }

    private static String end(List<PopulationHistory> all, Moments moments) {
        long out = all.stream()
                .mapToLong(each -> each.population().size()
                        - each.samples().get(each.samples().size() - 1).in(PhoneState.IN_SERVICE))
                .sum();
        if (out > 0) {
            return Words.grouped(out) + (out == 1 ? " is" : " are") + " still without it at the end";
        }
        OptionalLong last = all.stream()
                .flatMapToLong(each -> each.outage().lastBackAt().stream())
                .max();
        return last.isPresent()
                ? "the last was back at " + moments.rounded(last.getAsLong())
                : "all are back at the end";
    }
}
