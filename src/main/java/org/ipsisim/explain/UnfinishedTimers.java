package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** The times that one timer of a port network ran without coming to its end. */
final class UnfinishedTimers {
    /** Most of them that are listed one by one: the latest. */
    private static final int MOST_TOLD = 3;

    private final PnMoment moment;
    private final String name;
    private final List<TimerSpan> spans;

    /**
     * @param subject whose timer
     * @param name what people call it, such as {@code socket sanity time-out}
     * @param since those that began to count at or after this time
     */
    UnfinishedTimers(PnMoment moment, Subject subject, TimerSetting setting, String name, long since) {
        this.moment = moment;
        this.name = name;
        this.spans = moment.history().timers().stream()
                .filter(span -> span.subject().equals(subject) && span.timer() == setting)
                .filter(span -> span.from() >= since && span.from() <= moment.at())
                .toList();
    }

    boolean areNone() {
        return spans.isEmpty();
    }

    /** Why nothing came of it, in a clause about the latest of them. */
    String reason() {
        TimerSpan last = spans.get(spans.size() - 1);
        String often = spans.size() > 1 ? "the " + name + " ran " + spans.size() + " times, and the last time " : "";
        return often + (often.isEmpty() ? sentence(last) : clause(last));
    }

    private String sentence(TimerSpan span) {
        return "the " + name + " " + clause(span);
    }

    private String clause(TimerSpan span) {
        if (runs(span)) {
            return "runs until " + moment.words(span.due()) + ", " + Words.duration(span.due() - moment.at())
                    + " from then";
        }
        if (span.expired() && stop(span).isEmpty()) {
            return "ran out at " + moment.words(span.due());
        }
        String left = span.due() == span.to()
                ? " just as it would have run out"
                : ", " + Words.duration(span.due() - span.to()) + " before its end";
        return "was stopped at " + moment.words(span.to()) + left + ": " + stoppedBy(span);
    }

    private boolean runs(TimerSpan span) {
        return span.to() > moment.at() || span.to() == moment.history().duration() && span.due() > span.to();
    }

    private String stoppedBy(TimerSpan span) {
        return stop(span)
                .map(entry -> entry.as(PnHappening.ContactRestored.class)
                        .map(restored -> "a heartbeat from " + moment.cluster(restored.cluster()) + " came")
                        .orElseGet(() -> moment.history().textOf(entry)))
                .orElse("it was not needed any more");
    }

    private Optional<TraceEntry> stop(TimerSpan span) {
        return moment.history().trace().ofPn(moment.number()).stream()
                .filter(entry -> entry.at() == span.to())
                .filter(entry -> entry.is(
                        PnHappening.ContactRestored.class,
                        PnHappening.PnDown.class,
                        PnHappening.Move.class,
                        PnHappening.PnRestarted.class))
                .findFirst();
    }

    /** The latest of them, one step each. */
    List<Step> steps(List<String> rules) {
        List<Step> steps = new ArrayList<>();
        List<TimerSpan> told = spans.subList(Math.max(0, spans.size() - MOST_TOLD), spans.size());
        if (told.size() < spans.size()) {
            steps.add(Step.of(
                    spans.get(0).from(),
                    spans.get(0).subject(),
                    "the " + name + " ran " + (spans.size() - told.size()) + " times before, without success",
                    rules));
        }
        GoverningTimers timers = new GoverningTimers(moment.history());
        for (TimerSpan span : told) {
            steps.add(new Step(
                    stop(span).filter(entry -> !runs(span)).map(TraceEntry::id).orElse(0),
                    runs(span) ? span.from() : span.to(),
                    span.subject(),
                    "the " + name + " that counts from " + moment.words(span.from()) + " " + clause(span),
                    rules,
                    Optional.of(timers.of(span)),
                    Optional.empty()));
        }
        return steps;
    }
}
