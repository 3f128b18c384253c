package org.ipsisim.history;

import static org.ipsisim.history.Words.clusterName;

import org.ipsisim.estate.Element;

/** What can happen in a run; each kind names its type in results and says in an administrator's words what it is. */
public sealed interface Happening {
    /** The type in results, such as {@code warm-reset}. */
    String type();

    /**
     * What happened, in a clause without the subject.
     *
     * @param main the cluster number of the main servers, which the clause calls by their name
     */
    String text(int main);

    /** An element stopped working. */
    record Failed(Element element) implements Happening {
        @Override
        public String type() {
            return element.key() + "-failed";
        }

        @Override
        public String text(int main) {
            return element.key().replace('-', ' ') + " failed";
        }
    }

    /** An element works again. */
    record Restored(Element element) implements Happening {
        @Override
        public String type() {
            return element.key() + "-restored";
        }

        @Override
        public String text(int main) {
            return element.key().replace('-', ' ') + " works again";
        }
    }

    /** An element loses some of what it carries, or is slow (N3 to N6). */
    record Degraded(Element element, String how) implements Happening {
        @Override
        public String type() {
            return element.key() + "-degraded";
        }

        @Override
        public String text(int main) {
            return element.key().replace('-', ' ') + " degraded: " + how;
        }
    }

    /** An element is as good again as before. */
    record DegradationEnded(Element element, String how) implements Happening {
        @Override
        public String type() {
            return element.key() + "-degradation-ended";
        }

        @Override
        public String text(int main) {
            return element.key().replace('-', ' ') + " no longer degraded: " + how;
        }
    }

    /** The first heartbeat that was due did not come (M5). */
    record ContactLost(int cluster, long lastContact) implements Happening {
        @Override
        public String type() {
            return "contact-lost";
        }

        @Override
        public String text(int main) {
            return "no heartbeat from " + clusterName(cluster, main) + "; the last contact was at "
                    + Words.duration(lastContact);
        }
    }

    /** A heartbeat came after a silence. */
    record ContactRestored(int cluster, long silence) implements Happening {
        @Override
        public String type() {
            return "contact-restored";
        }

        @Override
        public String text(int main) {
            return "a heartbeat from " + clusterName(cluster, main) + " came after " + Words.duration(silence)
                    + " of silence";
        }
    }

    /** The socket sanity time-out has passed (R10, M4, M6). */
    record WarmReset(long silence) implements Happening {
        @Override
        public String type() {
            return "warm-reset";
        }

        @Override
        public String text(int main) {
            return "warm reset after " + Words.duration(silence) + " of silence (socket sanity time-out):"
                    + " stable calls stay up, no call starts or changes";
        }
    }

    /** The cold reset delay has passed (R15, M7). */
    record ColdReset(long silence) implements Happening {
        @Override
        public String type() {
            return "cold-reset";
        }

        @Override
        public String text(int main) {
            return "cold reset after " + Words.duration(silence) + " of silence (PN cold reset delay)";
        }
    }

    /** Calls ended because of a reset, a restart or a loss of power. */
    record CallsDropped(long count) implements Happening {
        @Override
        public String type() {
            return "calls-dropped";
        }

        @Override
        public String text(int main) {
            return Words.count(count, "call") + " dropped";
        }
    }

    /** Calls were lost while they were dialled, rang or waited for a server (R13, R67). */
    record SetUpsLost(long count) implements Happening {
        @Override
        public String type() {
            return "set-ups-lost";
        }

        @Override
        public String text(int main) {
            return Words.count(count, "call") + " in set-up lost";
        }
    }

    /** The IPSI began to wait for the no-service time-out (M8, M11). */
    record NoServiceStarted(long until) implements Happening {
        @Override
        public String type() {
            return "no-service-started";
        }

        @Override
        public String text(int main) {
            return "no-service time-out started; the IPSI asks for service at " + Words.duration(until);
        }
    }

    /** A heartbeat stopped the no-service time-out (R24, M8). */
    record NoServiceStopped(long remaining) implements Happening {
        @Override
        public String type() {
            return "no-service-stopped";
        }

        @Override
        public String text(int main) {
            return "no-service time-out stopped, " + Words.duration(remaining) + " before its end";
        }
    }

    /** The IPSI asked a server of its priority list for service (M10). */
    record ServiceRequested(int cluster) implements Happening {
        @Override
        public String type() {
            return "service-requested";
        }

        @Override
        public String text(int main) {
            return "the IPSI asks " + clusterName(cluster, main) + " for service";
        }
    }

    /** A server did not accept, or the list was empty (cluster 0) (M10, M11). */
    record RequestRefused(int cluster, String reason) implements Happening {
        @Override
        public String type() {
            return "request-refused";
        }

        @Override
        public String text(int main) {
            return cluster == 0 ? reason : clusterName(cluster, main) + " does not accept: " + reason;
        }
    }

    /** A survivable core controls the port network from now on (R42, M10). */
    record TakenOver(int cluster, int from) implements Happening {
        @Override
        public String type() {
            return "taken-over";
        }

        @Override
        public String text(int main) {
            return clusterName(cluster, main) + " takes control; " + clusterName(from, main) + " had it";
        }
    }

    /** The main controls the port network again after a survivable core did (R43, R45, M27). */
    record FellBack(int cluster, int from) implements Happening {
        @Override
        public String type() {
            return "fell-back";
        }

        @Override
        public String text(int main) {
            return "back under " + clusterName(cluster, main) + "; " + clusterName(from, main) + " had it";
        }
    }

    /** A server began to restart the port network, level 2 (R17, M9, M10). */
    record PnRestarted(int cluster, long duration) implements Happening {
        @Override
        public String type() {
            return "pn-restarted";
        }

        @Override
        public String text(int main) {
            return clusterName(cluster, main) + " restarts the port network (level 2, " + Words.duration(duration)
                    + ")";
        }
    }

    /** The port network is in service again. */
    record InService(int cluster) implements Happening {
        @Override
        public String type() {
            return "in-service";
        }

        @Override
        public String text(int main) {
            return "in service under " + clusterName(cluster, main);
        }
    }

    /** The port network has no power or no working IPSI (M28). */
    record PnDown() implements Happening {
        @Override
        public String type() {
            return "pn-down";
        }

        @Override
        public String text(int main) {
            return "down: no power or no working IPSI";
        }
    }

    /** Power or the IPSI is back, and the port network waits for a server (M28). */
    record PnUp() implements Happening {
        @Override
        public String type() {
            return "pn-up";
        }

        @Override
        public String text(int main) {
            return "power and an IPSI are back; the IPSI starts anew";
        }
    }

    /** A survivable core resets after its last port network has left it (R59, M27). */
    record SurvivableCoreReset(long duration) implements Happening {
        @Override
        public String type() {
            return "survivable-core-reset";
        }

        @Override
        public String text(int main) {
            return "has lost its last port network and resets (" + Words.duration(duration)
                    + "), off every priority list";
        }
    }

    /** An operator disabled a cluster (R60). */
    record ServerDisabled() implements Happening {
        @Override
        public String type() {
            return "server-disabled";
        }

        @Override
        public String text(int main) {
            return "disabled by an operator, off every priority list";
        }
    }

    /** An operator enabled a cluster (R60). */
    record ServerEnabled() implements Happening {
        @Override
        public String type() {
            return "server-enabled";
        }

        @Override
        public String text(int main) {
            return "enabled by an operator";
        }
    }

    /** An administrator changed timers in mid-run. */
    record TimersChanged(String changes) implements Happening {
        @Override
        public String type() {
            return "timers-changed";
        }

        @Override
        public String text(int main) {
            return "timers changed: " + changes;
        }
    }

    /** An operator asked a cluster to take a port network (R56). */
    record TakeoverForced(int cluster) implements Happening {
        @Override
        public String type() {
            return "takeover-forced";
        }

        @Override
        public String text(int main) {
            return "an operator moves the port network to " + clusterName(cluster, main);
        }
    }

    /** A command of an operator had no effect. */
    record CommandRefused(String reason) implements Happening {
        @Override
        public String type() {
            return "command-refused";
        }

        @Override
        public String text(int main) {
            return "the command is refused: " + reason;
        }
    }

    /** The administered return to the main is due (R54, R55, R58, M26). */
    record ReturnDue(String why) implements Happening {
        @Override
        public String type() {
            return "return-due";
        }

        @Override
        public String text(int main) {
            return "the return to the main is due: " + why;
        }
    }

    /** Control of a port network moved to its other IPSI; nothing is reset (R74, R76, M20, M21). */
    record IpsiInterchange(String from, String to, String why) implements Happening {
        @Override
        public String type() {
            return "ipsi-interchange";
        }

        @Override
        public String text(int main) {
            return "IPSI interchange from " + from + " to " + to + ": " + why;
        }
    }

    /** An operator busied out an IPSI (M20, M21). */
    record BusiedOut() implements Happening {
        @Override
        public String type() {
            return "busied-out";
        }

        @Override
        public String text(int main) {
            return "busied out by an operator: not used until it is released";
        }
    }

    /** A busy-out ended (R17). */
    record BusyOutReleased(String by) implements Happening {
        @Override
        public String type() {
            return "busyout-released";
        }

        @Override
        public String text(int main) {
            return "released from its busy-out " + by;
        }
    }

    /**
     * The standby main is to be active, after an arbitration, by hand, or because the active is down (R62, R65, M23).
     *
     * @param byHealth whether the arbiters have found the standby healthier
     */
    record ServerInterchange(String from, String to, boolean byHealth, String why) implements Happening {
        @Override
        public String type() {
            return "server-interchange";
        }

        @Override
        public String text(int main) {
            return "server interchange from " + from + " to " + to + ": " + why;
        }
    }

    /** A server interchange has come to its end. */
    record ServerActive(String from) implements Happening {
        @Override
        public String type() {
            return "server-active";
        }

        @Override
        public String text(int main) {
            return "is the active main; " + from + " was";
        }
    }

    /** A server interchange was called off; the active stays active (R71). */
    record InterchangeCalledOff(String why) implements Happening {
        @Override
        public String type() {
            return "server-interchange-called-off";
        }

        @Override
        public String text(int main) {
            return "server interchange called off: " + why;
        }
    }

    /** The standby took the silence of the arbiter link for a dead active: two servers are active (R68). */
    record TwoActives(String other) implements Happening {
        @Override
        public String type() {
            return "two-actives";
        }

        @Override
        public String text(int main) {
            return "hears nothing from " + other + " and goes active: both servers are active now";
        }
    }

    /** One of two active servers found the other, which became active later, and left the role to it (R68). */
    record SteppedDown(String other) implements Happening {
        @Override
        public String type() {
            return "stepped-down";
        }

        @Override
        public String text(int main) {
            return "finds that " + other + " is active, too, and steps down to standby";
        }
    }

    /** An unrefreshed standby became active: the system starts from scratch (R67, M24). */
    record SystemRestarted(long duration) implements Happening {
        @Override
        public String type() {
            return "system-restarted";
        }

        @Override
        public String text(int main) {
            return "was not refreshed: Cold-2, every call on the system drops (" + Words.duration(duration) + ")";
        }
    }
}
