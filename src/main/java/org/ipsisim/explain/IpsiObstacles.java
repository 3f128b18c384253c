package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** What stood in the way of an interchange of the two IPSIs of a port network (R76, R77, M20, M21). */
final class IpsiObstacles {
    private static final List<String> RULES = List.of("R76", "M20");

    private final PnMoment moment;

    IpsiObstacles(PnMoment moment) {
        this.moment = moment;
    }

    Obstacle find() {
        String condition = "It takes an active IPSI that hears nothing for the IPSI interchange delay, "
                + Obstacles.inForce(moment, TimerSetting.IPSI_INTERCHANGE_DELAY)
                + ", while the other one hears the server.";
        List<IpsiId> ipsis = moment.pn().portNetwork().ipsis();
        if (ipsis.size() == 1) {
            return new Obstacle("it has one IPSI", condition, RULES, List.of(), Optional.empty());
        }
        long since = 0;
        for (TraceEntry entry : moment.ownEntriesBackwards()) {
            if (entry.is(PnHappening.IpsiInterchange.class)) {
                since = entry.at();
                if (lostSince(since).isEmpty()) {
                    return Obstacle.none(entry, condition, RULES);
                }
                break;
            }
        }
        IpsiId active = moment.activeIpsi(moment.at());
        IpsiId other = ipsis.get(0).equals(active) ? ipsis.get(1) : ipsis.get(0);
        UnfinishedTimers waits = new UnfinishedTimers(
                moment, Subject.ipsi(active), TimerSetting.IPSI_INTERCHANGE_DELAY, "IPSI interchange delay", since);
        List<Step> steps = new ArrayList<>();
        String reason = reasonOf(other, active, waits);
        if (!waits.areNone()) {
            steps.addAll(waits.steps(RULES));
        }
        steps.add(Step.of(moment.at(), Subject.ipsi(active), what(active), List.of("R72")));
        steps.add(Step.of(moment.at(), Subject.ipsi(other), what(other), List.of("R77", "M20")));
        return new Obstacle(reason, condition, RULES, steps, Optional.empty());
    }

    private Optional<TraceEntry> lostSince(long since) {
        return moment.ownEntriesBackwards().stream()
                .filter(entry -> entry.is(PnHappening.ContactLost.class) && entry.at() > since)
                .findFirst();
    }

    private String reasonOf(IpsiId other, IpsiId active, UnfinishedTimers waits) {
        if (moment.span().state() == PnState.DOWN) {
            return "it is down";
        }
        IpsiSpan there = moment.pn().ipsiAt(other, moment.at());
        boolean activeHears = moment.pn().ipsiAt(active, moment.at()).hasContact();
        if (!activeHears && !there.hasContact()) {
            return "both IPSIs are silent, so it behaves like one with a single IPSI";
        }
        if (there.role() == IpsiRole.BUSIED_OUT || there.role() == IpsiRole.OUT_OF_SERVICE) {
            return "ipsi-" + other + " is " + there.role().word().replace('-', ' ');
        }
        return waits.areNone() ? "ipsi-" + active + " missed no heartbeat" : waits.reason();
    }

    private String what(IpsiId ipsi) {
        IpsiSpan span = moment.pn().ipsiAt(ipsi, moment.at());
        return "is " + span.role().word().replace('-', ' ')
                + (span.hasContact() ? ", and hears the server" : ", and hears nothing");
    }
}
