package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.TraceEntry;

/** Makes steps of entries of the trace: with the rule that each follows, its timer, and what stands in the scenario. */
final class Steps {
    /** From this many waits for the no-service time-out in a row on, the requests between them are summed up. */
    private static final int LEAST_SUMMED_UP = 3;

    private final History history;
    private final Sources sources;
    private final GoverningTimers timers;

    Steps(History history, Sources sources) {
        this.history = history;
        this.sources = sources;
        this.timers = new GoverningTimers(history);
    }

    /** One for each entry; but where several requests for service in a row found nobody, one for all of them. */
    List<Step> of(List<TraceEntry> entries) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < entries.size()) {
            int end = i;
            while (end < entries.size() && isOfRound(entries.get(end))) {
                end++;
            }
            addRounds(entries.subList(i, end), steps);
            if (end < entries.size()) {
                steps.add(of(entries.get(end)));
            }
            i = end + 1;
        }
        return steps;
    }

    Step of(TraceEntry entry) {
        return new Step(
                entry.id(),
                entry.at(),
                entry.subject(),
                history.textOf(entry),
                entry.rules(),
                timers.of(entry),
                sources.of(entry));
    }

    private static boolean isOfRound(TraceEntry entry) {
        return entry.is(PnHappening.Request.class);
    }

    /** Adds the entries of requests one after the other: what comes before the second and after the last as it is. */
    private void addRounds(List<TraceEntry> entries, List<Step> steps) {
        List<TraceEntry> starts = entries.stream()
                .filter(entry -> entry.is(PnHappening.NoServiceStarted.class))
                .toList();
        if (starts.size() < LEAST_SUMMED_UP) {
            entries.forEach(entry -> steps.add(of(entry)));
            return;
        }
        int first = entries.indexOf(starts.get(0));
        int last = entries.indexOf(starts.get(starts.size() - 1));
        entries.subList(0, first + 1).forEach(entry -> steps.add(of(entry)));
        TraceEntry refused = entries.get(last - 1);
        steps.add(Step.of(
                starts.get(1).at(),
                refused.subject(),
                "asked for service " + (starts.size() - 1) + " times until "
                        + history.moments().exact(starts.get(starts.size() - 1).at()) + ", without success: "
                        + history.textOf(refused),
                List.of("M10", "M11")));
        entries.subList(last, entries.size()).forEach(entry -> steps.add(of(entry)));
    }
}
