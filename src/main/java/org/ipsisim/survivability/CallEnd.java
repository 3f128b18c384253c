package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.PnRecorder;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.Subject;

/** A port network as its random calls see it: what it lets them do at present. */
final class CallEnd {
    private final Subject subject;
    private final PnRecorder recorder;
    private final boolean tellsWhen;
    private final List<CallRoute> begun = new ArrayList<>();
    private final List<CallRoute> touching = new ArrayList<>();
    private PnState state = PnState.IN_SERVICE;
    private int controller;
    private long upToDate = -1;
    private long dropped;
    private long lost;

    /**
     * A port network in service.
     *
     * @param tellsWhen whether the history shows in which span of time calls were lost
     * @param controller the cluster that controls it
     */
    CallEnd(Subject subject, PnRecorder recorder, boolean tellsWhen, int controller) {
        this.subject = subject;
        this.recorder = recorder;
        this.tellsWhen = tellsWhen;
        this.controller = controller;
    }

    /** The port network in results. */
    Subject subject() {
        return subject;
    }

    /** Calls that come from here use a route. */
    void begin(CallRoute route) {
        begun.add(route);
        touching.add(route);
    }

    /** Calls from elsewhere come here on a route. */
    void touch(CallRoute route) {
        touching.add(route);
    }

    /** The routes of calls that come from here. */
    List<CallRoute> begun() {
        return begun;
    }

    /** The routes of calls that come from here or go here. */
    List<CallRoute> touching() {
        return touching;
    }

    /** From now on it is in a state under a controlling cluster. */
    void show(PnState newState, int newController) {
        state = newState;
        controller = newController;
    }

    boolean isUnder(int cluster) {
        return controller == cluster;
    }

    boolean isUnderServerOf(CallEnd other) {
        return controller == other.controller;
    }

    /** No call starts (M6, M7, M9, M10, M28). */
    boolean isClosed() {
        return state != PnState.IN_SERVICE && state != PnState.CONTACT_LOST;
    }

    /** New calls wait for contact (M5). */
    boolean isSilent() {
        return state == PnState.CONTACT_LOST;
    }

    /** Brings the calls that come from here up to date, before something happens to them now. */
    void advanceTo(long now) {
        if (now > upToDate) {
            for (CallRoute route : begun) {
                route.stream().advanceTo(now);
            }
            upToDate = now;
            if (tellsWhen && !begun.isEmpty()) {
                recorder.lossesBefore(now, losses());
            }
        }
    }

    private CallLosses losses() {
        CallLosses sum = CallLosses.NONE;
        for (CallRoute route : begun) {
            sum = sum.plus(route.stream().losses());
        }
        return sum;
    }

    /** Counts calls from here that something has just ended. */
    void lose(long calls, long setUps) {
        dropped += calls;
        lost += setUps;
    }

    /** Calls from here that have just been dropped, once. */
    long takeDropped() {
        long taken = dropped;
        dropped = 0;
        return taken;
    }

    /** Calls from here that have just been lost in set-up, once. */
    long takeLost() {
        long taken = lost;
        lost = 0;
        return taken;
    }

    void finish(long end) {
        RandomCalls sum = RandomCalls.NONE;
        for (CallRoute route : begun) {
            sum = sum.plus(route.stream().outcome(end));
        }
        recorder.randomCalls(sum);
        if (tellsWhen) {
            recorder.lossesBefore(end, sum.losses());
        }
    }
}
