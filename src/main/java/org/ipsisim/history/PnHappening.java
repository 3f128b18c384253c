package org.ipsisim.history;

/** What happens to a port network, its IPSIs and its calls. */
public sealed interface PnHappening extends Happening {
    /** Heartbeats of the controlling cluster stop coming, or come again. */
    sealed interface Contact extends PnHappening {
        /** The cluster that sends them. */
        int cluster();
    }

    /** What happens after, or at the end of, a silence. */
    sealed interface Silence extends PnHappening {
        /** How long nothing was heard, in milliseconds. */
        long silence();
    }

    /** The socket sanity time-out has passed, and the escalation begins (M4). */
    sealed interface SanityExpiry extends Silence {}

    /** Calls are lost. */
    sealed interface CallLoss extends PnHappening {
        /** How many. */
        long count();
    }

    /** A step of the search for a server: waiting, asking, being refused (M10, M11). */
    sealed interface Request extends PnHappening {}

    /** Control goes from one cluster to another. */
    sealed interface Move extends PnHappening {
        /** The cluster that has it now. */
        int cluster();

        /** The cluster that had it. */
        int from();
    }

    /** The first heartbeat that was due did not come (M5). */
    @Says("no heartbeat from {cluster}; the last contact was at {@lastContact}")
    record ContactLost(int cluster, long lastContact) implements PnHappening, Contact {}

    /** A heartbeat came after a silence. */
    @Says("a heartbeat from {cluster} came after {silence} of silence")
    record ContactRestored(int cluster, long silence) implements PnHappening, Contact, Silence {}

    /** The socket sanity time-out has passed (R10, M4, M6); by one account calls that are up drop then (C9). */
    @Says(rules = {"R10", "M6"})
    record WarmReset(long silence, boolean callsStay) implements PnHappening, SanityExpiry {
        @Override
        public String text(Names names, Moments moments) {
            return "warm reset after " + Words.duration(silence) + " of silence (socket sanity time-out): "
                    + (callsStay ? "stable calls stay up, no call starts or changes" : "no call starts");
        }
    }

    /** The socket sanity time-out has passed while a restart was due or under way (M30). */
    @Says(
            value =
                    "no restart after {silence} of silence (socket sanity time-out): it begins again, in full, when contact is back",
            rules = "M30")
    record RestartCalledOff(long silence) implements PnHappening, SanityExpiry {}

    /** The cold reset delay has passed (R15, M7). */
    @Says("cold reset after {silence} of silence (PN cold reset delay)")
    record ColdReset(long silence) implements PnHappening, Silence {}

    /** Calls ended because of a reset, a restart or a loss of power. */
    record CallsDropped(long count) implements PnHappening, CallLoss {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(count, "call") + " dropped";
        }
    }

    /** People have made as many stable calls again as had dropped (T9). */
    @Says(rules = "T9")
    record CallsRedialled(long count) implements PnHappening {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(count, "call") + " dialled again";
        }
    }

    /** Calls were lost while they were dialled, rang or waited for a server (R13, R67). */
    record SetUpsLost(long count) implements PnHappening, CallLoss {
        @Override
        public String text(Names names, Moments moments) {
            return Words.count(count, "call") + " in set-up lost";
        }
    }

    /** The IPSI began to wait for the no-service time-out (M8, M11). */
    @Says("no-service time-out started; the IPSI asks for service at {@until}")
    record NoServiceStarted(long until) implements PnHappening, Request {}

    /** A heartbeat stopped the no-service time-out (R24, M8). */
    @Says(
            value = "no-service time-out stopped, {remaining} before its end",
            rules = {"R24", "M8"})
    record NoServiceStopped(long remaining) implements PnHappening {}

    /** The IPSI asked a server of its priority list for service (M10). */
    @Says(
            value = "the IPSI asks {cluster} for service",
            rules = {"R27", "M10"})
    record ServiceRequested(int cluster) implements PnHappening, Request {}

    /** A server did not accept, or the list was empty (cluster 0) (M10, M11). */
    @Says(rules = {"R27", "M10"})
    record RequestRefused(int cluster, String reason) implements PnHappening, Request {
        @Override
        public String text(Names names, Moments moments) {
            return cluster == 0 ? reason : names.cluster(cluster) + " does not accept: " + reason;
        }
    }

    /** A survivable core controls the port network from now on (R42, M10). */
    @Says("{cluster} takes control; {from} had it")
    record TakenOver(int cluster, int from) implements PnHappening, Move {}

    /** The main controls the port network again after a survivable core did (R43, R45, M27). */
    @Says("back under {cluster}; {from} had it")
    record FellBack(int cluster, int from) implements PnHappening, Move {}

    /** A server began to restart the port network, level 2 (R17, M9, M10). */
    @Says("{cluster} restarts the port network (level 2, {duration})")
    record PnRestarted(int cluster, long duration) implements PnHappening {}

    /** The port network is in service again. */
    @Says("in service under {cluster}")
    record InService(int cluster) implements PnHappening {}

    /** The port network has no power or no working IPSI (M28). */
    @Says(value = "down: no power or no working IPSI", rules = "M28")
    record PnDown() implements PnHappening {}

    /** Power or the IPSI is back, and the port network waits for a server (M28). */
    @Says(value = "power and an IPSI are back; the IPSI starts anew", rules = "M28")
    record PnUp() implements PnHappening {}

    /** Control of a port network moved to its other IPSI; nothing is reset (R74, R76, M20, M21). */
    @Says("IPSI interchange from {from} to {to}: {why}")
    record IpsiInterchange(String from, String to, String why) implements PnHappening {}
}
