package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TimerSpan;

/** What is wrong with a port network at a moment, and at which other times it is that bad or worse. */
public enum Harm implements Keyed {
    /** Nothing: the main has it in service. */
    NONE,
    /** The main servers change roles, and new calls wait. */
    WAITING,
    /** A survivable core has it in service; worse is to be without service. */
    AWAY,
    /** Heartbeats are missing; worse is every state but in service. */
    SILENT,
    /** A warm reset: no call can start; worse is to be without service. */
    NO_CALLS,
    /** Without service: in a cold reset, waiting, restarting or down. */
    OUT;

    static Harm of(PnMoment moment) {
        PnSpan span = moment.span();
        if (span.state().isOutage()) {
            return OUT;
        }
        if (span.state().isDegraded()) {
            return NO_CALLS;
        }
        if (span.state() == PnState.CONTACT_LOST) {
            return SILENT;
        }
        if (span.controller() != moment.history().mainCluster()) {
            return AWAY;
        }
        return WAITING.timesIn(moment.history(), moment.pn()).isAt(moment.at()) ? WAITING : NONE;
    }

    /** When it is that bad or worse in a run. */
    HarmTimes timesIn(History run, PnHistory pn) {
        int main = run.mainCluster();
        List<HarmTimes.Stretch> times = new ArrayList<>();
        if (this == WAITING) {
            for (TimerSpan timer : run.timers()) {
                if (timer.timer() == TimerSetting.SERVER_INTERCHANGE_DURATION) {
                    times.add(new HarmTimes.Stretch(timer.from(), timer.to()));
                }
            }
        } else {
            for (PnSpan span : pn.timeline()) {
                if (isIn(span, main)) {
                    times.add(new HarmTimes.Stretch(span.from(), span.to()));
                }
            }
        }
        return new HarmTimes(times, run.duration());
    }

    private boolean isIn(PnSpan span, int main) {
        return switch (this) {
            case NONE, WAITING -> false;
            case AWAY -> span.controller() != main || span.state().isOutage();
            case SILENT -> span.state() != PnState.IN_SERVICE;
            case NO_CALLS -> span.state().isDegraded() || span.state().isOutage();
            case OUT -> span.state().isOutage();
        };
    }
}
