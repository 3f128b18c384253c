package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TraceEntry;

/** Finds what the scenario did in a trace; what followed from it is not marked. */
final class EventMarks {
    private static final int LONGEST_NAME = 32;

    private EventMarks() {}

    static List<EventMark> of(History history) {
        Map<Moment, List<String>> subjects = new LinkedHashMap<>();
        for (TraceEntry entry : history.trace()) {
            if (isMarked(history, entry)) {
                Moment moment = new Moment(entry.at(), words(entry.what()));
                subjects.computeIfAbsent(moment, m -> new ArrayList<>()).add(entry.subject());
            }
        }
        return subjects.entrySet().stream()
                .map(e -> new EventMark(
                        e.getKey().at(), names(e.getValue()) + " " + e.getKey().what()))
                .toList();
    }

    private record Moment(long at, String what) {}

    private static boolean isMarked(History history, TraceEntry entry) {
        Happening what = entry.what();
        if (what instanceof Happening.ContactLost || what instanceof Happening.ContactRestored) {
            return false;
        }
        if (entry.cause() == TraceEntry.SCENARIO) {
            return true;
        }
        return what instanceof Happening.Restored
                && history.findEntry(entry.cause())
                        .filter(cause -> cause.cause() == TraceEntry.SCENARIO)
                        .filter(cause -> cause.subject().equals(entry.subject()))
                        .isPresent();
    }

    private static String words(Happening what) {
        if (what instanceof Happening.Failed) {
            return "failed";
        }
        if (what instanceof Happening.Restored) {
            return "restored";
        }
        return what.type().replace('-', ' ');
    }

    private static String names(List<String> subjects) {
        if (subjects.stream().allMatch(s -> s.matches("pn-\\d+"))) {
            return PnNames.of(
                    subjects.stream().map(s -> Integer.valueOf(s.substring(3))).toList());
        }
        if (subjects.size() <= 2) {
            return subjects.stream().map(EventMarks::shortened).collect(Collectors.joining(", "));
        }
        return shortened(subjects.get(0)) + " and " + (subjects.size() - 1) + " more";
    }

    private static String shortened(String subject) {
        int length = subject.codePointCount(0, subject.length());
        return length <= LONGEST_NAME
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
