package org.ipsisim.history;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Server;

/** Histories made by hand, without the parts that most tests do not need. */
public final class Histories {
    private Histories() {}

    /** A history of every silence that keeps no timers and no heartbeats. */
    public static History of(
            Scenario scenario, Trace trace, List<PnHistory> pns, List<ServerHistory> servers, long interchanges) {
        return new History(
                scenario,
                trace,
                pns,
                servers,
                List.of(),
                interchanges,
                List.of(),
                Detail.SILENCES,
                List.of(),
                SipHistory.NONE);
    }

    /** The history of a port network that never changed its IPSI, always had contact and has no random calls. */
    public static PnHistory pn(
            PortNetwork pn,
            List<PnSpan> timeline,
            SortedMap<IpsiId, List<ListSpan>> lists,
            PnTotals totals,
            CallOutcome pnCalls,
            CallOutcome ipCalls) {
        return pn(pn, timeline, lists, totals, pnCalls, ipCalls, RandomCalls.NONE);
    }

    /** The same with random calls. */
    public static PnHistory pn(
            PortNetwork pn,
            List<PnSpan> timeline,
            SortedMap<IpsiId, List<ListSpan>> lists,
            PnTotals totals,
            CallOutcome pnCalls,
            CallOutcome ipCalls,
            RandomCalls randomCalls) {
        long end = timeline.get(timeline.size() - 1).to();
        TreeMap<IpsiId, List<IpsiSpan>> ipsis = new TreeMap<>();
        for (IpsiId ipsi : pn.ipsis()) {
            IpsiRole role = ipsis.isEmpty() ? IpsiRole.ACTIVE : IpsiRole.STANDBY;
            ipsis.put(ipsi, List.of(new IpsiSpan(0, end, role, true)));
        }
        return new PnHistory(pn, timeline, lists, ipsis, totals, pnCalls, ipCalls, randomCalls);
    }

    /** The history of a server that is always refreshed, without reachability. */
    public static ServerHistory server(Server server, List<RoleSpan> timeline) {
        return server(server, timeline, List.of());
    }

    /** The same of a server that is refreshed at some times. */
    public static ServerHistory server(Server server, List<RoleSpan> timeline, List<Span<Long>> refreshes) {
        return new ServerHistory(server, timeline, refreshes, new TreeMap<>());
    }
}
