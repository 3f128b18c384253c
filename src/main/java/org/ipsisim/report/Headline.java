package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.report.PnHeadline.Severity;

/**
 * What happened in a run, in one sentence or two that a person can read aloud, such as "WAN cut at Dallas: port
 * network 1 was without service for 6m and lost 40 calls; core 10 took it over at 6m14s."
 */
public final class Headline {
    private final History history;
    private final List<PnHeadline> all;

    private Headline(History history) {
        this.history = history;
        this.all = history.portNetworks().stream()
                .map(pn -> PnHeadline.of(pn, history.trace()))
                .toList();
    }

    /** The headline, with the scenario's title first; times are rounded to the second. */
    public static String of(History history) {
        return history.scenario().title() + ": " + new Headline(history).sentence();
    }

    /** The headline without the title, as a sentence: for places that show the title already. */
    public static String sentence(History history) {
        return Words.capital(new Headline(history).sentence());
    }

    private String sentence() {
        String phones = PhoneHeadline.of(history);
        if (phones.isEmpty()) {
            return portNetworks();
        }
        return all.isEmpty() ? phones + "." : portNetworks() + " " + Words.capital(phones) + ".";
    }

    private String portNetworks() {
        List<PnHeadline> out = with(Severity.OUT);
        List<PnHeadline> warm = with(Severity.WARM_ONLY);
        List<PnHeadline> silent = with(Severity.SILENT);
        List<PnHeadline> untouched = with(Severity.UNTOUCHED);
        if (!out.isEmpty()) {
            String outage = new OutageWords(out, all.size(), history).text();
            return outage + "." + others(warm, silent, untouched);
        }
        if (!warm.isEmpty()) {
            return warm(warm) + "." + others(List.of(), silent, untouched);
        }
        return silent.isEmpty() ? untouched() + "." : silent(silent) + "." + others(List.of(), List.of(), untouched);
    }

    private List<PnHeadline> with(Severity severity) {
        return all.stream().filter(pn -> pn.severity() == severity).toList();
    }

    /** The longest time, with "up to" if not all port networks had it. */
    static String upTo(List<PnHeadline> some, ToLongFunction<PnHeadline> time) {
        LongSummaryStatistics times = some.stream().mapToLong(time).summaryStatistics();
        String longest = RoundedNumbers.time(times.getMax());
        return (longest.equals(RoundedNumbers.time(times.getMin())) ? "" : "up to ") + longest;
    }

    private String warm(List<PnHeadline> warm) {
        long resets =
                warm.stream().mapToLong(pn -> pn.pn().totals().warmResets()).sum();
        long setUpsLost = warm.stream()
                .mapToLong(pn -> pn.pn().randomCalls().losses().setUpsLost())
                .sum();
        return subject(warm) + " could start no call for " + upTo(warm, PnHeadline::blockedTime) + " ("
                + Words.count(resets, "warm reset") + ")" + losses(warm, "; stable calls stayed up")
                + (setUpsLost > 0 ? ", " + Words.count(setUpsLost, "call") + " in set-up lost" : "");
    }

    private String silent(List<PnHeadline> silent) {
        long longest =
                silent.stream().mapToLong(PnHeadline::longestSilence).max().orElse(0);
        return subject(silent) + " heard nothing for " + RoundedNumbers.time(longest) + " at most; nothing was reset"
                + losses(silent, " and no call was lost");
    }

    private String untouched() {
        long dropped = dropped(all);
        String lost = dropped == 0 ? "" : ", but " + Words.count(dropped, "call") + " dropped";
        String stayed = subject(all) + " stayed in service throughout";
        if (history.serverInterchanges() > 0) {
            return stayed + "; the main servers interchanged " + RoundedNumbers.times(history.serverInterchanges())
                    + lost;
        }
        return (history.trace().isEmpty() ? "nothing happened; " : "") + stayed + lost;
    }

    private String others(List<PnHeadline> warm, List<PnHeadline> silent, List<PnHeadline> untouched) {
        List<String> parts = new ArrayList<>();
        addOthers(parts, warm, " had warm resets only");
        addOthers(parts, silent, " missed heartbeats without a reset");
        addOthers(parts, untouched, " stayed in service");
        return parts.isEmpty() ? "" : " " + Words.capital(NumberList.joined(parts)) + ".";
    }

    private void addOthers(List<String> parts, List<PnHeadline> some, String what) {
        if (!some.isEmpty()) {
            String subject = subject(some);
            parts.add((subject.startsWith("port") ? subject : some.size() + " others") + what);
        }
    }

    private String subject(List<PnHeadline> some) {
        return SubjectWords.portNetworks(OutageWords.numbers(some), all.size());
    }

    private static String losses(List<PnHeadline> some, String none) {
        long dropped = dropped(some);
        if (dropped > 0) {
            return "; " + Words.count(dropped, "call") + " dropped";
        }
        return some.stream().anyMatch(PnHeadline::hasCalls) ? none : "";
    }

    private static long dropped(List<PnHeadline> some) {
        return some.stream().mapToLong(PnHeadline::callsDropped).sum();
    }
}
