package org.ipsisim.survivability;

import org.ipsisim.history.CommandHappening;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;

/**
 * The return of one port network to the main when its connection to the main has been up for long enough without a break
 * (R58, Q12, M26). If the main does not reach it at that moment, it waits until the main does.
 */
final class ConnectionUpReturn {
    private final RunningEstate run;
    private final PortNetworkControl control;
    private final Cluster main;
    private final Timer returns;
    private final long upTime;
    private boolean connected;
    private boolean overdue;

    /** @param upTime milliseconds; {@link Agenda#NEVER} if this kind of return is not administered */
    ConnectionUpReturn(RunningEstate run, PortNetworkControl control, Cluster main, long upTime) {
        this.run = run;
        this.control = control;
        this.main = main;
        this.upTime = upTime;
        this.returns = run.agenda()
                .timer(
                        Turn.DECISION,
                        EventRank.RETURN.rank(control.portNetwork().number()),
                        this::returnToMain);
    }

    /** The time counts from when the main is on the list of an IPSI, until it is on none. */
    void mainIsConnected(boolean isConnected) {
        if (connected != isConnected) {
            connected = isConnected;
            reconsider();
        }
    }

    /** Counts from now on if the port network has just moved, and not at all while it is with the main or down. */
    void reconsider() {
        overdue = false;
        boolean away = !control.controller().isMain() && control.isUp();
        if (upTime == Agenda.NEVER || !connected || !away) {
            returns.cancel();
        } else {
            returns.armAt(run.agenda().now() + upTime);
        }
    }

    /** The main may reach it again. */
    void networkChanged() {
        if (overdue) {
            returns.armAt(run.agenda().now());
        }
    }

    private void returnToMain() {
        if (control.ipsis().isAcceptedBy(main)) {
            int due = run.entry(
                    control.subject(),
                    0,
                    new CommandHappening.ReturnDue("the connection to the main stayed up"),
                    "R58",
                    "M26");
            control.moveTo(main, due, Takeover.RETURN);
        } else {
            overdue = true;
        }
    }
}
