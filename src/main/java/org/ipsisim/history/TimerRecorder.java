package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.TimerSetting;
import org.jspecify.annotations.Nullable;

/** Takes down which timers run; of one subject and setting there is one at a time. */
public final class TimerRecorder {
    private final Map<Subject, Map<TimerSetting, TimerSpan>> running = new HashMap<>();
    private final List<TimerSpan> ended = new ArrayList<>();

    /**
     * A timer runs; the one of the same subject and setting that ran until now does not any more.
     *
     * @param at now, in milliseconds from the start
     * @param from when it began to count; before now if a silence is noticed only now
     * @param due when it expires unless it is stopped
     */
    public void start(long at, Subject subject, TimerSetting timer, long from, long due) {
        Map<TimerSetting, TimerSpan> own = running.computeIfAbsent(subject, name -> new EnumMap<>(TimerSetting.class));
        TimerSpan before = own.get(timer);
        if (before == null || before.from() != from || before.due() != due) {
            end(before, at);
            own.put(timer, new TimerSpan(subject, timer, from, due, due));
        }
    }

    /** A timer does not run any more, if it did. */
    public void stop(long at, Subject subject, TimerSetting timer) {
        Map<TimerSetting, TimerSpan> own = running.get(subject);
        if (own != null) {
            end(own.remove(timer), at);
        }
    }

    /** No timer of a subject runs any more. */
    public void stopAll(long at, Subject subject) {
        Map<TimerSetting, TimerSpan> own = running.remove(subject);
        if (own != null) {
            own.values().forEach(span -> end(span, at));
        }
    }

    private void end(@Nullable TimerSpan span, long at) {
        if (span != null) {
            long to = Math.min(at, span.due());
            if (to > span.from()) {
                ended.add(new TimerSpan(span.subject(), span.timer(), span.from(), span.due(), to));
            }
        }
    }

    /** All timers of the run that has ended, by start, subject and setting. */
    List<TimerSpan> finish(long end) {
        running.values().forEach(own -> own.values().forEach(span -> end(span, end)));
        running.clear();
        ended.sort(Comparator.comparingLong(TimerSpan::from)
                .thenComparing(TimerSpan::subject)
                .thenComparing(TimerSpan::timer)
                .thenComparingLong(TimerSpan::due));
        return ended;
    }
}
