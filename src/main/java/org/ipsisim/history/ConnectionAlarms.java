package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.TimersOverTime;

/**
 * The alarms of survivable cores that have no connection to an IPSI: a core that is up and may be on the IPSI's priority
 * list is not on it. An IPSI that has eight servers already has refused the core, which is no alarm.
 */
final class ConnectionAlarms {
    /** The maintenance object of all alarms of survivable cores. */
    static final String OBJECT = "ESS";

    /** A stretch of time; whether the list was full when it began. */
    private record Gap(long from, long to, boolean refused) {}

    private final History history;
    private final TimersOverTime timers;
    private final List<Alarm> alarms = new ArrayList<>();

    private ConnectionAlarms(History history) {
        this.history = history;
        this.timers = history.scenario().timersOverTime();
    }

    static List<Alarm> of(History history) {
        ConnectionAlarms connections = new ConnectionAlarms(history);
        for (SurvivableCore core : history.scenario().estate().survivableCores()) {
            for (PnHistory pn : history.portNetworks()) {
                if (core.isVisibleTo(pn.portNetwork())) {
                    pn.lists().forEach((ipsi, lists) -> connections.add(core, pn, ipsi, lists));
                }
            }
        }
        return connections.alarms;
    }

    private void add(SurvivableCore core, PnHistory pn, IpsiId ipsi, List<ListSpan> lists) {
        List<RoleSpan> roles = rolesOf(core.cluster());
        for (Gap gap : gaps(core.cluster(), roles, lists)) {
            long at = isTimedOut(roles, pn, gap.from) ? gap.from : gap.from + sanityTimeout(gap.from);
            if (at < gap.to && !gap.refused) {
                alarms.add(new Alarm(
                        at,
                        gap.to < history.duration() ? OptionalLong.of(gap.to) : OptionalLong.empty(),
                        Alarm.Severity.MINOR,
                        OBJECT,
                        Subject.ipsi(ipsi),
                        core.cluster(),
                        "no connection to " + history.names().cluster(core.cluster()) + " (error 513)",
                        Confidence.DOCUMENTED,
                        "Maintenance Alarms CM 3.0, p. 1147",
                        TraceEntry.SCENARIO));
            }
        }
    }

    /** The longest stretches of time in which the core is up and not on the list. */
    private static List<Gap> gaps(int cluster, List<RoleSpan> roles, List<ListSpan> lists) {
        List<Gap> gaps = new ArrayList<>();
        for (ListSpan list : lists) {
            if (list.clusters().contains(cluster)) {
                continue;
            }
            for (RoleSpan role : roles) {
                long from = Math.max(list.from(), role.from());
                long to = Math.min(list.to(), role.to());
                if (from >= to || !isUp(role)) {
                    continue;
                }
                int last = gaps.size() - 1;
                if (last >= 0 && gaps.get(last).to == from) {
                    Gap before = gaps.remove(last);
                    gaps.add(new Gap(before.from, to, before.refused));
                } else {
                    gaps.add(new Gap(from, to, list.clusters().size() == PriorityLists.CAPACITY));
                }
            }
        }
        return gaps;
    }

    /** Whether the core has been silent for the socket sanity time-out already; otherwise it has just begun to try. */
    private static boolean isTimedOut(List<RoleSpan> roles, PnHistory pn, long from) {
        boolean wasUp = roles.stream().anyMatch(role -> isUp(role) && role.from() < from && from <= role.to());
        return wasUp && pn.spanAt(from).state() != PnState.DOWN;
    }

    private List<RoleSpan> rolesOf(int cluster) {
        return history.servers().stream()
                .filter(server -> server.server().cluster() == cluster)
                .flatMap(server -> server.timeline().stream())
                .toList();
    }

    private static boolean isUp(RoleSpan role) {
        return role.role() == ServerRole.IDLE || role.role() == ServerRole.ACTIVE;
    }

    private long sanityTimeout(long at) {
        return timers.at(at).millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
    }
}
