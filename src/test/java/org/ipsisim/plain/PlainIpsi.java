package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;

/**
 * One IPSI: whether its board works, its priority list, and its contact with the controlling cluster.
 *
 * <p>A server is silent from the due time of a heartbeat of it that does not come until its next one arrives, even if
 * that is an older one that came a longer way. The IPSI is silent while all servers of the controlling cluster are; it
 * is unhealthy while it is silent, from ipsi-interchange-delay after its last contact on, with the delay in force at
 * that contact (M21).
 */
final class PlainIpsi {
    final IpsiId id;
    final PlainPn pn;
    final PriorityList list;

    /** Whether the board works and has power. */
    boolean works = true;

    /** It answers and serves nobody (M31). */
    boolean hung;

    /** Its packet interface does not work: it is not chosen (M31). */
    boolean withdrawn;

    /** Since when its packet interface has worked. */
    long usableSince;

    /** When the board last failed. */
    long failedAt = -1;

    /** When the board last came back; heartbeats sent before are none of its business. */
    long startedAt;

    /** It is back, and its servers are still to connect. */
    boolean isNew;

    private final TimersInForce timers;
    private final Trace trace;
    private final Timeline<List<Integer>> lists = new Timeline<>();
    private final Set<PlainServer> silent = new HashSet<>();
    private long healthySince;
    private long lastContact;
    private long delayOver;

    PlainIpsi(IpsiId id, PlainPn pn, PriorityList list, TimersInForce timers, Trace trace) {
        this.trace = trace;
        this.id = id;
        this.pn = pn;
        this.list = list;
        this.timers = timers;
        contact(0);
    }

    /** The board or its power is gone (M28). */
    void fail(long now) {
        works = false;
        isNew = false;
        failedAt = now;
        list.clear();
    }

    void comeBack(long now) {
        works = true;
        isNew = true;
        startedAt = now;
    }

    /** A heartbeat of a server of the controlling cluster arrives. */
    void heartbeat(PlainServer server, long now) {
        if (pn.isControlled() && pn.hasTwoIpsis() && (isSilent() || delayOver < now)) {
            trace.tell(now, Subject.ipsi(id), new PnHappening.ContactRestored(pn.controller.number, now - lastContact));
        }
        silent.remove(server);
        heal(now);
    }

    /** A heartbeat of a server of the controlling cluster was due and did not come (M5). */
    void missHeartbeat(PlainServer server, long now) {
        boolean wasSilent = isSilent();
        silent.add(server);
        if (pn.isControlled() && !wasSilent && isSilent()) {
            Subject subject = pn.hasTwoIpsis() ? Subject.ipsi(id) : Subject.pn(pn.identity.number());
            trace.tell(now, subject, new PnHappening.ContactLost(pn.controller.number, lastContact));
        }
    }

    /** Contact with the controlling cluster, whichever its servers are. */
    void contact(long now) {
        silent.clear();
        heal(now);
    }

    private void heal(long now) {
        lastContact = now;
        if (delayOver < now) {
            healthySince = now;
        }
        long delay = timers.millis(TimerSetting.IPSI_INTERCHANGE_DELAY);
        delayOver = now + Math.max(delay, timers.millis(TimerSetting.HEARTBEAT_INTERVAL));
    }

    boolean isSilent() {
        return silent.containsAll(pn.controller.servers);
    }

    /** Whether its port network may be controlled through it. */
    boolean isInUse() {
        return works && !withdrawn;
    }

    boolean isUnhealthy(long now) {
        return withdrawn || delayOver <= now;
    }

    /** Since when it has been healthy; {@link PlainServer#NEVER} if it is not. */
    long healthySince(long now) {
        return isUnhealthy(now) ? NEVER : Math.max(healthySince, usableSince);
    }

    boolean hasContact(long now) {
        return works && !isSilent() && !isUnhealthy(now);
    }

    /** When it may become unhealthy; {@link PlainServer#NEVER} if that time is over. */
    long nextChange(long now) {
        return delayOver > now ? delayOver : NEVER;
    }

    void record(long now) {
        lists.record(now, list.clusters());
    }

    List<ListSpan> lists(long end) {
        return lists.spans(end, ListSpan::new);
    }
}
