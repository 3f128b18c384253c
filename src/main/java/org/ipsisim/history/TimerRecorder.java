package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.TimerSetting;
import org.jspecify.annotations.Nullable;

/** Records when one timer of one subject runs. */
public final class TimerRecorder {
    private final Subject subject;
    private final TimerSetting timer;
    private final List<TimerSpan> ended = new ArrayList<>();
    private @Nullable TimerSpan running;

    TimerRecorder(Subject subject, TimerSetting timer) {
        this.subject = subject;
        this.timer = timer;
    }

    /**
     * The timer runs; if it ran with another start or end until now, that run ends.
     *
     * @param at now, in milliseconds from the start
     * @param from when it began to count; before now if a silence is noticed only now
     * @param due when it expires unless it is stopped
     */
    public void start(long at, long from, long due) {
        if (running == null || running.from() != from || running.due() != due) {
            stop(at);
            running = new TimerSpan(subject, timer, from, due, due);
        }
    }

    /** Stops the timer if it runs. */
    public void stop(long at) {
        if (running != null) {
            long to = Math.min(at, running.due());
            if (to > running.from()) {
                ended.add(new TimerSpan(subject, timer, running.from(), running.due(), to));
            }
            running = null;
        }
    }

    /** Every time that it ran in the run that has ended. */
    List<TimerSpan> finish(long end) {
        stop(end);
        return ended;
    }
}
