package org.ipsisim.report.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.estate.Bound;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Happening.Element;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.TraceEntry;

/** Runs written by hand: a WAN that fails for good, seen from 1, 8 or 64 port networks. */
public final class SampleRuns {
    private static final long END = 1_200_000;

    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<PnHistory> portNetworks = new ArrayList<>();

    private SampleRuns() {}

    /** One port network that goes through the whole escalation and ends under cluster 10. */
    public static History wanCut(int portNetworks, String title) {
        SampleRuns run = new SampleRuns();
        int link = run.happened(60_000, "wan", 0, new Happening.Failed(Element.LINK));
        for (int pn = 1; pn <= portNetworks; pn++) {
            if (pn % 8 == 3) {
                run.shortSilence(pn, link);
            } else if (pn % 8 == 6) {
                run.untouched(pn);
            } else {
                run.failover(pn, link, 250L * (pn / 16));
            }
        }
        int back = run.happened(700_000, "wan", link, new Happening.Restored(Element.LINK));
        run.happened(900_000, "main-a", 0, new Happening.Failed(Element.SERVER));
        run.happened(912_000, "main-a", back, new Happening.Restored(Element.SERVER));
        return run.history(title, portNetworks);
    }

    private int happened(long at, String subject, int cause, Happening what) {
        trace.add(new TraceEntry(trace.size() + 1, at, subject, cause, what));
        return trace.size();
    }

    private void failover(int pn, int link, long later) {
        String id = "pn-" + pn;
        long warm = 74_000 + later;
        int lost = happened(60_000, id, link, new Happening.ContactLost(1, 59_000));
        int reset = happened(warm, id, lost, new Happening.WarmReset(warm - 59_000));
        int cold = happened(warm + 60_000, id, reset, new Happening.ColdReset(warm + 1000));
        happened(warm + 60_000, id, cold, new Happening.CallsDropped(40));
        int started = happened(warm + 60_000, id, cold, new Happening.NoServiceStarted(warm + 360_000));
        int asked = happened(warm + 360_000, "ipsi-" + pn + "a", started, new Happening.ServiceRequested(10));
        int taken = happened(warm + 360_000, id, asked, new Happening.TakenOver(10, 1));
        int restart = happened(warm + 360_000, id, taken, new Happening.PnRestarted(10, 60_000));
        happened(warm + 420_000, id, restart, new Happening.InService(10));
        portNetworks.add(pn(
                pn,
                List.of(
                        new PnSpan(0, 60_000, PnState.IN_SERVICE, 1),
                        new PnSpan(60_000, warm, PnState.CONTACT_LOST, 1),
                        new PnSpan(warm, warm + 60_000, PnState.WARM_RESET, 1),
                        new PnSpan(warm + 60_000, warm + 90_000, PnState.COLD_RESET, 1),
                        new PnSpan(warm + 90_000, warm + 360_000, PnState.NO_SERVICE, 1),
                        new PnSpan(warm + 360_000, warm + 420_000, PnState.RESTARTING, 10),
                        new PnSpan(warm + 420_000, END, PnState.IN_SERVICE, 10)),
                new PnTotals(360_000, 60_000, 1, 1, 1, 0, 0, 40, 0, 0),
                40,
                10,
                true));
    }

    private void shortSilence(int pn, int link) {
        String id = "pn-" + pn;
        int lost = happened(60_000, id, link, new Happening.ContactLost(1, 59_000));
        int reset = happened(74_000, id, lost, new Happening.WarmReset(15_000));
        int back = happened(95_000, id, reset, new Happening.ContactRestored(1, 36_000));
        happened(95_000, id, back, new Happening.InService(1));
        portNetworks.add(pn(
                pn,
                List.of(
                        new PnSpan(0, 60_000, PnState.IN_SERVICE, 1),
                        new PnSpan(60_000, 74_000, PnState.CONTACT_LOST, 1),
                        new PnSpan(74_000, 95_000, PnState.WARM_RESET, 1),
                        new PnSpan(95_000, END, PnState.IN_SERVICE, 1)),
                new PnTotals(0, 21_000, 1, 0, 0, 0, 0, 0, 0, 0),
                0,
                0,
                false));
    }

    private void untouched(int pn) {
        portNetworks.add(pn(
                pn,
                List.of(new PnSpan(0, END, PnState.IN_SERVICE, 1)),
                new PnTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                0,
                0,
                false));
    }

    private static PnHistory pn(
            int number, List<PnSpan> timeline, PnTotals totals, long dropped, long frozen, boolean listChanges) {
        TreeMap<IpsiId, List<ListSpan>> lists = new TreeMap<>();
        lists.put(
                new IpsiId(number, IpsiId.Side.A),
                listChanges
                        ? List.of(
                                new ListSpan(0, 74_000, List.of(1, 10, 20)), new ListSpan(74_000, END, List.of(10, 20)))
                        : List.of(new ListSpan(0, END, List.of(1, 10, 20))));
        return new PnHistory(
                new PortNetwork(number, "dallas", 2, false, false, new StableCalls(40, 10), Optional.empty()),
                timeline,
                lists,
                totals,
                new CallOutcome(40, dropped, 0),
                new CallOutcome(10, 0, frozen));
    }

    private History history(String title, int count) {
        Estate estate = new Estate(
                Release.CM_6,
                Timers.defaultsOf(Release.CM_6),
                new Fallback.Manual(),
                List.of("hq", "dallas"),
                List.of(new Link("wan", "hq", "dallas", Duration.ofMillis(20), 0)),
                MainCluster.simplexAt("hq"),
                List.of(new SurvivableCore(10, "dallas", 2, false, true, false, 50)),
                List.of(),
                portNetworks.stream().map(PnHistory::portNetwork).toList());
        Scenario scenario = new Scenario(
                title,
                "",
                Duration.ofMillis(END),
                7,
                estate,
                List.of(),
                List.of(
                        new Expectation.TotalOf(1, PnTotal.OUTAGE, Bound.exactly(360_000)),
                        new Expectation.ControllerAt(1, Duration.ofMinutes(19), 1)),
                new Provenance("scenarios/wan-cut.yaml", Map.of()));
        return new History(
                scenario,
                trace,
                portNetworks,
                List.of(new ServerHistory(
                        estate.main().servers().get(0), List.of(new RoleSpan(0, END, ServerRole.ACTIVE)))),
                0);
    }
}
