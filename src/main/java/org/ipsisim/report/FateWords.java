package org.ipsisim.report;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;

/** What the port networks of one fate went through in an incident, in a sentence or two. */
final class FateWords {
    /** More spans than this are counted, not told one by one. */
    private static final int MOST_TOLD = 9;

    /** More sites are counted. */
    private static final int MOST_SITES = 4;

    private final History history;
    private final List<RunIncident.Trouble> fate;
    private final RunIncident.Trouble first;
    private final Drops drops;

    FateWords(History history, List<RunIncident.Trouble> fate, Drops drops) {
        this.history = history;
        this.fate = fate;
        this.first = fate.get(0);
        this.drops = drops;
    }

    String text() {
        String what = first.isCalm() ? silence() : first.spans().size() > MOST_TOLD ? counted() : course();
        return subject() + " " + what + "." + cost();
    }

    private String subject() {
        List<Integer> numbers = fate.stream()
                .map(trouble -> trouble.pn().portNetwork().number())
                .toList();
        List<String> sites = fate.stream()
                .map(trouble -> history.names().of(trouble.pn().portNetwork().site()))
                .distinct()
                .toList();
        String place = sites.size() > MOST_SITES ? sites.size() + " sites" : String.join(", ", sites);
        String name = SubjectWords.portNetworks(numbers, history.portNetworks().size());
        return Words.capital(name) + " (" + place + ")";
    }

    private boolean isOne() {
        return fate.size() == 1;
    }

    private String was() {
        return isOne() ? "was" : "were";
    }

    private String at(long millis) {
        return " at " + moment(millis);
    }

    private String moment(long millis) {
        return history.moments().rounded(millis);
    }

    private String silence() {
        ContactLosses losses = new ContactLosses();
        first.spans().stream()
                .filter(span -> span.state() == PnState.CONTACT_LOST)
                .forEach(span -> losses.add(span.from(), span.to()));
        long from = first.spans().get(0).from();
        String missed = losses.count() == 1
                ? "missed heartbeats for "
                        + RoundedNumbers.time(first.spans().get(0).length()) + " from " + moment(from)
                : losses.words() + " from " + moment(from) + " on";
        return (losses.count() == 1 ? missed : "had " + missed) + ". Nothing was reset, since no silence reached the "
                + Words.duration(history.scenario().timersAt(from).millis(TimerSetting.SOCKET_SANITY_TIMEOUT))
                + " of the socket sanity time-out";
    }

    private String counted() {
        List<String> parts = new ArrayList<>();
        addCount(parts, "lost contact", PnState.CONTACT_LOST);
        addCount(parts, "reset warm", PnState.WARM_RESET);
        addCount(parts, "reset cold", PnState.COLD_RESET);
        addCount(parts, was() + " restarted", PnState.RESTARTING);
        addCount(parts, "went down", PnState.DOWN);
        PnSpan last = last();
        String end = last.state() == PnState.IN_SERVICE ? state(last) + " for good" : stillOut();
        return NumberList.joined(parts) + " from " + moment(first.spans().get(0).from()) + " on; "
                + (isOne() ? "it " : "they ") + end;
    }

    private void addCount(List<String> parts, String what, PnState state) {
        long count =
                first.spans().stream().filter(span -> span.state() == state).count();
        if (count > 0) {
            parts.add(what + " " + RoundedNumbers.times(count));
        }
    }

    private String stillOut() {
        return was() + " still not in service at the end of the run";
    }

    private PnSpan last() {
        return first.spans().get(first.spans().size() - 1);
    }

    private String course() {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < first.spans().size(); i++) {
            int index = i;
            long dropped = fate.stream()
                    .mapToLong(each -> drops.in(each.spans().get(index), each.pn()))
                    .sum();
            String what = state(first.spans().get(i));
            steps.add(what + (dropped > 0 ? " (" + Words.count(dropped, "call") + " dropped)" : ""));
        }
        PnSpan last = last();
        if (last.state() != PnState.IN_SERVICE) {
            steps.add(stillOut());
        }
        return NumberList.joined(steps);
    }

    private String state(PnSpan span) {
        String cluster = history.names().cluster(span.controller());
        return switch (span.state()) {
            case IN_SERVICE -> was() + " back in service under " + cluster + at(span.from());
            case CONTACT_LOST -> "lost contact with " + cluster + at(span.from());
            case WARM_RESET -> "reset warm" + at(span.from());
            case COLD_RESET -> "reset cold" + at(span.from());
            case NO_SERVICE -> "waited " + RoundedNumbers.time(span.length()) + " for a server";
            case RESTARTING -> was() + " restarted by " + cluster + at(span.from());
            case DOWN -> "went down" + at(span.from());
        };
    }

    /** What it came to; times are those of the first, which differ from the others' by less than a heartbeat. */
    private String cost() {
        List<String> parts = new ArrayList<>();
        if (first.outage() > 0) {
            parts.add(RoundedNumbers.time(first.outage()) + " without service");
        }
        if (first.degraded() > 0) {
            parts.add(RoundedNumbers.time(first.degraded()) + " without new calls");
        }
        long blocked = fate.stream()
                .flatMap(each -> each.spans().stream())
                .mapToLong(span -> span.losses().blocked())
                .sum();
        long dropped = fate.stream()
                .flatMapToLong(each -> each.spans().stream().mapToLong(span -> drops.in(span, each.pn())))
                .sum();
        List<PnHistory> pns = fate.stream().map(RunIncident.Trouble::pn).toList();
        boolean hasCalls = Sums.of(pns).hasStableCalls()
                || pns.stream().anyMatch(pn -> pn.portNetwork().traffic().isPresent());
        if (parts.isEmpty()) {
            return "";
        }
        long toldDrops = first.spans().size() > MOST_TOLD ? dropped : 0;
        String calls = toldDrops > 0
                ? "; " + Words.count(dropped, "call") + " dropped"
                : hasCalls && dropped == 0 ? "; no call dropped" : "";
        return " That is " + NumberList.joined(parts) + (isOne() ? "" : ", each") + calls
                + (blocked > 0 ? "; " + Words.count(blocked, "new call") + " turned away" : "") + ".";
    }
}
