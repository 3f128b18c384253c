package org.ipsisim.survivability;

import java.util.List;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.heartbeat.ContactWatch;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;

/** One IPSI of a port network: its board, its priority list, and its contact with the controlling cluster (M20). */
final class IpsiSide implements ContactWatch.Listener {
    private final RunningEstate run;
    private final PortNetworkControl control;
    private final IpsiId ipsi;
    private final Subject subject;
    private final int index;
    private final PriorityList list;
    private final ContactWatch watch;
    private final NamedTimer interchangeDelay;
    private boolean works = true;
    private boolean healthy = true;
    private boolean busiedOut;
    private boolean hung;
    private boolean packetInterfaceFailed;
    private int faultEntry;
    private int lastEntry;

    IpsiSide(RunningEstate run, PortNetworkControl control, IpsiId ipsi, List<Cluster> ranking) {
        this.run = run;
        this.control = control;
        this.ipsi = ipsi;
        this.subject = Subject.ipsi(ipsi);
        this.index = run.indexOf(ipsi);
        this.list = new PriorityList(run, ipsi, control, ranking);
        int side = 1 + ipsi.side().ordinal();
        ContactWatch.WatchRanks ranks = new ContactWatch.WatchRanks(
                EventRank.CONTACT.rank(ipsi.pn(), side),
                EventRank.MISS.rank(ipsi.pn(), side),
                EventRank.SANITY.rank(ipsi.pn(), side));
        this.interchangeDelay = new NamedTimer(run, subject, TimerSetting.IPSI_INTERCHANGE_DELAY);
        this.watch = new ContactWatch(run.agenda(), run.timers().interchangeDelay(), run.misses(), ranks, this);
    }

    Subject subject() {
        return subject;
    }

    IpsiId ipsi() {
        return ipsi;
    }

    int index() {
        return index;
    }

    PriorityList list() {
        return list;
    }

    boolean works() {
        return works;
    }

    /** Whether an operator has busied it out: it may not control the port network. */
    boolean isBusiedOut() {
        return busiedOut;
    }

    void setBusiedOut(boolean isBusiedOut) {
        busiedOut = isBusiedOut;
    }

    /** A part of it fails or works again (M31). */
    void setFault(IpsiFault part, boolean fails, int cause) {
        switch (part) {
            case HUNG -> hung = fails;
            case PACKET_INTERFACE -> packetInterfaceFailed = fails;
            case BOARD -> throw new IllegalArgumentException("the board is not a part of it");
        }
        faultEntry = cause;
    }

    /** Whether it hangs: it answers, keeps control and serves nobody (M31). */
    boolean isHung() {
        return hung;
    }

    /** Whether it answers the servers, though a part of it does not work (M31). */
    boolean answersThoughFaulty() {
        return works && (hung || packetInterfaceFailed);
    }

    /** The trace entry of the last change of a part of it. */
    int faultEntry() {
        return faultEntry;
    }

    /** Whether it is not chosen though it answers: an operator has busied it out, or its packet interface does not work. */
    boolean isWithdrawn() {
        return busiedOut || packetInterfaceFailed;
    }

    boolean hasPacketInterface() {
        return works && !packetInterfaceFailed;
    }

    /** Whether it may control the port network. */
    boolean isInUse() {
        return works && !isWithdrawn();
    }

    /** The board fails: it has no list any more, and hears nothing. */
    void fail() {
        works = false;
        list.close();
        list.forgetBeatsUnderWay();
        watch.plan();
    }

    /** The board works again; heartbeats sent to it before are neither heard nor missed. */
    void startAnew() {
        works = true;
        list.forgetBeatsUnderWay();
        watch.plan();
    }

    /** Watches the heartbeats of the controlling cluster; this instant counts as contact. */
    void watch(Cluster controller) {
        healthy = true;
        interchangeDelay.stop();
        watch.watch(controller.paths(index));
    }

    void stopWatching() {
        interchangeDelay.stop();
        watch.stop();
    }

    boolean isAcceptedBy(Cluster cluster) {
        return isInUse() && cluster.accepts(index);
    }

    boolean isSilent() {
        return watch.isSilent();
    }

    boolean missesContact() {
        return watch.missesContact();
    }

    /** Whether control can move to it: it is in use and healthy, and the latest heartbeat that was due came. */
    boolean isReady() {
        return isInUse() && healthy && !watch.looksSilent();
    }

    /** Whether it has not missed contact for the IPSI interchange delay (M20). */
    boolean isHealthy() {
        return healthy && !isWithdrawn();
    }

    /** Plans again after the interchange delay has changed. */
    void planAgain() {
        list.planAgain();
        watch.plan();
    }

    /** The trace entry of the last loss or return of contact. */
    int lastEntry() {
        return lastEntry;
    }

    @Override
    public void contactLost() {
        recordLoss();
        control.sideChanged();
    }

    private void recordLoss() {
        lastEntry = run.entry(
                subject,
                watch.causeOfSilence(),
                new PnHappening.ContactLost(control.controller().number(), watch.lastContact()),
                run.rulesOfLostContact());
        long due = run.timers().interchangeDelay().deadlineAfter(watch.lastContact());
        interchangeDelay.start(watch.lastContact(), due);
    }

    @Override
    public void contactRestored(long silence) {
        if (!healthy || run.showsSilences()) {
            int cause = watch.causeOfContact() == 0 ? lastEntry : watch.causeOfContact();
            lastEntry = run.entry(
                    subject,
                    cause,
                    new PnHappening.ContactRestored(control.controller().number(), silence),
                    "M4");
        }
        healthy = true;
        interchangeDelay.stop();
        control.sideChanged();
    }

    @Override
    public void silenceChanged() {
        control.silenceChanged();
    }

    /** M20: the time-out of a side is the IPSI interchange delay; the sanity time-out counts from contact on either. */
    @Override
    public void sanityTimedOut() {
        healthy = false;
        if (!run.showsSilences()) {
            recordLoss();
        }
        control.sideChanged();
    }
}
