package org.ipsisim.report;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.document.Figure;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.History;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;

/** What happened to SIP phones, in a few words. */
public final class PhoneHeadline {
    private static final long MINUTE = 60_000;

    private PhoneHeadline() {}

    /** A clause without a full stop; empty for a run without phones. */
    static String of(History history) {
        List<PopulationHistory> all = history.sip().populations();
        if (all.isEmpty()) {
            return "";
        }
        long phones = all.stream().mapToLong(each -> each.population().size()).sum();
        long struck =
                all.stream().mapToLong(each -> each.outage().phonesAffected()).sum();
        if (struck == 0) {
            return phones == 1
                    ? "the SIP phone stayed in service"
                    : "all " + Words.grouped(phones) + " SIP phones stayed in service";
        }
        long longest =
                all.stream().mapToLong(each -> each.outage().longest()).max().orElse(0);
        String who = struck == phones
                ? phones == 1 ? "the SIP phone was" : "all " + Words.grouped(phones) + " SIP phones were"
                : Words.grouped(struck) + " of " + Words.grouped(phones) + " SIP phones were";
        return who + " without service, for up to " + RoundedNumbers.time(longest) + "; " + end(all);
    }

    /** A few numbers that say how bad it was; none for a run without phones. */
    public static List<Figure> figures(History history) {
        List<PopulationHistory> all = history.sip().populations();
        if (all.isEmpty()) {
            return List.of();
        }
        long phones = all.stream().mapToLong(each -> each.population().size()).sum();
        long struck =
                all.stream().mapToLong(each -> each.outage().phonesAffected()).sum();
        long longest =
                all.stream().mapToLong(each -> each.outage().longest()).max().orElse(0);
        long total = all.stream().mapToLong(each -> each.outage().total()).sum();
        return List.of(
                new Figure("SIP phones without service", Words.grouped(struck) + " of " + Words.grouped(phones)),
                new Figure("Longest of a SIP phone", RoundedNumbers.time(longest)),
                new Figure("Phone minutes lost", minutes(total)));
    }

    /** Phone time in minutes: with a decimal if it is short. */
    public static String minutes(long millis) {
        return millis < 100 * MINUTE
                ? Words.decimalMinutes(millis, 1).toPlainString()
                : Words.grouped(Math.round((double) millis / MINUTE));
    }

    private static String end(List<PopulationHistory> all) {
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
                ? "the last was back at " + RoundedNumbers.time(last.getAsLong())
                : "all are back at the end";
    }
}
