package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.Words;
import org.ipsisim.report.PnHeadline.Severity;

/**
 * What happened in a run, in one sentence or two that a person can read aloud, such as "WAN cut at Dallas: port
 * network 1 was without service for 6m and lost 40 calls; core 10 took it over at 6m14s."
 */
public final class Headline {
    private final History history;
    private final List<PnHeadline> fates = new ArrayList<>();

    private Headline(History history) {
        this.history = history;
        for (PnHistory pn : history.portNetworks()) {
            fates.add(new PnHeadline(pn));
        }
    }

    /** The headline, with the scenario's title first; times are rounded to the second. */
    public static String of(History history) {
        return new Headline(history).text();
    }

    /** The headline without the title, as a sentence: for places that show the title already. */
    public static String sentence(History history) {
        return Words.capital(new Headline(history).sentence());
    }

    private String text() {
        return history.scenario().title() + ": " + sentence();
    }

    private String sentence() {
        StringBuilder text = new StringBuilder();
        List<PnHeadline> out = with(Severity.OUT);
        List<PnHeadline> warm = with(Severity.WARM_ONLY);
        List<PnHeadline> silent = with(Severity.SILENT);
        List<PnHeadline> untouched = with(Severity.UNTOUCHED);
        if (!out.isEmpty()) {
            text.append(new OutageWords(out, fates.size(), history.mainCluster()).text())
                    .append('.');
            appendOthers(text, warm, silent, untouched);
        } else if (!warm.isEmpty()) {
            text.append(warm(warm)).append('.');
            appendOthers(text, List.of(), silent, untouched);
        } else if (!silent.isEmpty()) {
            text.append(silent(silent)).append('.');
            appendOthers(text, List.of(), List.of(), untouched);
        } else {
            text.append(untouched()).append('.');
        }
        return text.toString();
    }

    private List<PnHeadline> with(Severity severity) {
        List<PnHeadline> found = new ArrayList<>();
        for (PnHeadline fate : fates) {
            if (fate.severity() == severity) {
                found.add(fate);
            }
        }
        return found;
    }

    private String warm(List<PnHeadline> warm) {
        long resets = 0;
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        for (PnHeadline fate : warm) {
            resets += fate.warmResets();
            longest = Math.max(longest, fate.blockedTime());
            shortest = Math.min(shortest, fate.blockedTime());
        }
        StringBuilder text = new StringBuilder(subject(warm)).append(" could start no call for ");
        text.append(longest == shortest ? "" : "up to ").append(RoundedNumbers.time(longest));
        text.append(" (").append(RoundedNumbers.count(resets, "warm reset")).append(')');
        text.append(losses(warm, "; stable calls stayed up"));
        long setUpsLost = warm.stream().mapToLong(PnHeadline::setUpsLost).sum();
        if (setUpsLost > 0) {
            text.append(", ").append(RoundedNumbers.count(setUpsLost, "call")).append(" in set-up lost");
        }
        return text.toString();
    }

    private String silent(List<PnHeadline> silent) {
        long longest = 0;
        for (PnHeadline fate : silent) {
            longest = Math.max(longest, fate.longestSilence());
        }
        String text = subject(silent) + " missed heartbeats for " + RoundedNumbers.time(longest) + " at most";
        return text + "; nothing was reset" + losses(silent, " and no call was lost");
    }

    private String untouched() {
        long dropped = sumOfDropped(fates);
        String lost = dropped == 0 ? "" : ", but " + RoundedNumbers.count(dropped, "call") + " dropped";
        String stayed = subject(fates) + " stayed in service throughout";
        if (history.serverInterchanges() > 0) {
            return stayed + "; the main servers interchanged " + RoundedNumbers.times(history.serverInterchanges())
                    + lost;
        }
        return (history.trace().isEmpty() ? "nothing happened; " : "") + stayed + lost;
    }

    private void appendOthers(
            StringBuilder text, List<PnHeadline> warm, List<PnHeadline> silent, List<PnHeadline> untouched) {
        List<String> parts = new ArrayList<>();
        if (!warm.isEmpty()) {
            parts.add(others(warm) + " had warm resets only");
        }
        if (!silent.isEmpty()) {
            parts.add(others(silent) + " missed heartbeats without a reset");
        }
        if (!untouched.isEmpty()) {
            parts.add(others(untouched) + " stayed in service");
        }
        if (!parts.isEmpty()) {
            String sentence = NumberList.joined(parts);
            text.append(' ').append(Words.capital(sentence)).append('.');
        }
    }

    private String others(List<PnHeadline> some) {
        String subject = subject(some);
        return subject.startsWith("port") ? subject : some.size() + " others";
    }

    private String subject(List<PnHeadline> some) {
        return OutageWords.subject(some, fates.size());
    }

    private static String losses(List<PnHeadline> some, String none) {
        long dropped = sumOfDropped(some);
        if (dropped > 0) {
            return "; " + RoundedNumbers.count(dropped, "call") + " dropped";
        }
        for (PnHeadline fate : some) {
            if (fate.hasCalls()) {
                return none;
            }
        }
        return "";
    }

    private static long sumOfDropped(List<PnHeadline> some) {
        long dropped = 0;
        for (PnHeadline fate : some) {
            dropped += fate.callsDropped();
        }
        return dropped;
    }
}
