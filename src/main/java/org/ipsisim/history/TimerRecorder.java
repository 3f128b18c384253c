package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.TimerSetting;

/** Records when one timer of one subject runs. */
public final class TimerRecorder {
    private final Subject subject;
    private final TimerSetting timer;
    private final List<TimerSpan> ended;
    private boolean runs;
    private long from;
    private long due;

    /** @param ended takes each run of the timer when it ends */
    TimerRecorder(Subject subject, TimerSetting timer, List<TimerSpan> ended) {
        this.subject = subject;
        this.timer = timer;
        this.ended = ended;
    }

    /**
     * The timer runs; if it ran with another start or end until now, that run ends.
     *
     * @param at now, in milliseconds from the start
     * @param start when it began to count; before now if a silence is noticed only now
     * @param end when it expires unless it is stopped
     */
    public void start(long at, long start, long end) {
        if (!runs || from != start || due != end) {
            stop(at);
            runs = true;
            from = start;
            due = end;
        }
    }

    /** Stops the timer if it runs. */
    public void stop(long at) {
        if (runs && Math.min(at, due) > from) {
            ended.add(new TimerSpan(subject, timer, from, due, Math.min(at, due)));
        }
        runs = false;
    }
}
