package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** Finds what the scenario did in a trace; what followed from it is not marked. */
final class EventMarks {
    private static final int LONGEST_NAME = 24;

    private EventMarks() {}

    static List<EventMark> of(History history) {
        Map<Moment, List<Subject>> subjects = new LinkedHashMap<>();
        for (TraceEntry entry : history.trace()) {
            if (isMarked(history, entry)) {
                Moment moment = new Moment(entry.at(), words(history, entry));
                subjects.computeIfAbsent(moment, m -> new ArrayList<>()).add(entry.subject());
            }
        }
        return subjects.entrySet().stream()
                .map(e -> new EventMark(
                        e.getKey().at(),
                        names(history, e.getValue()) + " " + e.getKey().what()))
                .toList();
    }

    private record Moment(long at, String what) {}

    private static boolean isMarked(History history, TraceEntry entry) {
        if (entry.isRoot()) {
            return !entry.is(PnHappening.Contact.class);
        }
        return entry.is(NetworkHappening.Restored.class)
                && history.trace()
                        .causeOf(entry)
                        .filter(cause -> cause.isRoot() && cause.subject().equals(entry.subject()))
                        .isPresent();
    }

    private static String words(History history, TraceEntry entry) {
        String own = history.labelOf(entry).name();
        if (!own.isEmpty()) {
            return own;
        }
        Optional<String> failed =
                entry.as(NetworkHappening.Failed.class).map(what -> what.fault().words());
        if (failed.isPresent()) {
            return failed.get();
        }
        return entry.is(NetworkHappening.Restored.class)
                ? "restored"
                : entry.what().type().replace('-', ' ');
    }

    private static String names(History history, List<Subject> subjects) {
        if (subjects.stream().allMatch(Subject::isPn)) {
            return PnNames.of(subjects.stream().map(Subject::pn).toList());
        }
        if (subjects.size() <= 2) {
            return subjects.stream().map(subject -> shortened(history, subject)).collect(Collectors.joining(", "));
        }
        return shortened(history, subjects.get(0)) + " and " + (subjects.size() - 1) + " more";
    }

    private static String shortened(History history, Subject named) {
        String subject = history.names().of(named);
        int length = subject.codePointCount(0, subject.length());
        return length <= LONGEST_NAME
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
