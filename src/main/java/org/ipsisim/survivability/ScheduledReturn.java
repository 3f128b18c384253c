package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Fallback;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.jspecify.annotations.Nullable;

/**
 * The return of all port networks to the main at an administered time (R55, M26); those that the main does not reach then
 * are tried again each minute (Q13).
 */
final class ScheduledReturn {
    private static final long RETRY_AFTER = 60_000;

    private final RunningEstate run;
    private final Fallback fallback;
    private final Timer attempt;
    private @Nullable List<PortNetworkControl> away;
    private int due;
    private long dueAt;

    /** @param fallback how port networks return; if none at a time, nothing ever happens here */
    ScheduledReturn(RunningEstate run, Fallback fallback) {
        this.run = run;
        this.fallback = fallback;
        this.attempt = run.agenda().timer(Turn.DECISION, EventRank.RETURN.rank(0), this::tryAll);
    }

    /** Waits for the administered time, if there is one. */
    void schedule() {
        if (fallback instanceof Fallback.Scheduled scheduled) {
            attempt.armAt(scheduled.at().toMillis());
        }
    }

    private void tryAll() {
        if (away == null) {
            due = run.entry(
                    Subject.MAIN, 0, new CommandHappening.ReturnDue("the scheduled time has come"), "R55", "M26");
            dueAt = run.agenda().now();
            away = List.copyOf(run.portNetworks());
        }
        run.agenda().spend(away.size());
        List<PortNetworkControl> stillAway = new ArrayList<>();
        for (PortNetworkControl control : away) {
            if (control.controller().isMain() || control.returnedAt() >= dueAt) {
                continue;
            }
            if (control.isUp() && control.ipsis().isAcceptedBy(run.main())) {
                control.moveTo(run.main(), due, Takeover.RETURN);
            } else {
                stillAway.add(control);
            }
        }
        away = stillAway;
        if (!away.isEmpty()) {
            attempt.armAt(run.agenda().now() + RETRY_AFTER);
        }
    }
}
