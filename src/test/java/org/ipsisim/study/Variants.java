package org.ipsisim.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Histories;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.NamedSubject;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Trace;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.SampleHistories;

/** Samples made harder to show. */
public final class Variants {
    public static final String HOSTILE = "<script>alert(1)</script> & \"a|b\" `c` *d* [e](http://x.example) \u0001";

    private Variants() {}

    /** The failover, with a title, a description, a file and a link that are not meant well. */
    public static History hostile() {
        History plain = SampleHistories.failover();
        Scenario scenario = plain.scenario();
        List<TraceEntry> trace = plain.trace().stream()
                .map(e -> e.subject().name().equals("wan")
                        ? new TraceEntry(
                                e.id(), e.at(), Subject.link(HOSTILE), e.cause(), e.event(), e.rules(), e.what())
                        : e)
                .toList();
        return Histories.of(
                scenario.titled(HOSTILE, HOSTILE)
                        .with(new Provenance(
                                "it's <b>.yaml", scenario.provenance().places())),
                new Trace(trace),
                plain.portNetworks(),
                plain.servers(),
                plain.serverInterchanges());
    }

    /** Sixty-four port networks of which no two went through the same. */
    public static History allDifferent() {
        History plain = SampleHistories.sixtyFour();
        List<PnHistory> portNetworks = new ArrayList<>();
        for (PnHistory pn : plain.portNetworks()) {
            long from = 60_000L + 1000 * pn.portNetwork().number();
            portNetworks.add(Histories.pn(
                    pn.portNetwork(),
                    List.of(
                            new PnSpan(0, from, PnState.IN_SERVICE, 1),
                            new PnSpan(from, from + 14_000, PnState.CONTACT_LOST, 1),
                            new PnSpan(from + 14_000, from + 20_000, PnState.WARM_RESET, 1),
                            new PnSpan(from + 20_000, plain.duration(), PnState.IN_SERVICE, 1)),
                    pn.lists(),
                    pn.totals(),
                    pn.pnCalls(),
                    pn.ipCalls()));
        }
        return Histories.of(plain.scenario(), plain.trace(), portNetworks, plain.servers(), 0);
    }

    /** Port networks behind a link that fails for 14 s and is back for 6 s, over and over. */
    public static History flapping(int portNetworks, int times) {
        History plain = SampleHistories.sixtyFour();
        long duration = 20_000L * times;
        List<PnSpan> spans = new ArrayList<>();
        List<TraceEntry> trace = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long from = 20_000L * i;
            spans.add(new PnSpan(from, from + 6000, PnState.IN_SERVICE, 1));
            spans.add(new PnSpan(from + 6000, from + 20_000, PnState.CONTACT_LOST, 1));
            int failed = add(trace, from + 6000, "wan", 0, new NetworkHappening.Failed(Element.LINK));
            for (int pn = 1; pn <= portNetworks; pn++) {
                add(trace, from + 6000, "pn-" + pn, failed, new PnHappening.ContactLost(1, from + 5000));
            }
            add(trace, from + 20_000, "wan", 0, new NetworkHappening.Restored(Element.LINK));
        }
        Scenario scenario = plain.scenario();
        return Histories.of(
                new Scenario(
                        "A flapping link",
                        "",
                        Duration.ofMillis(duration),
                        1,
                        scenario.estate(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Provenance.NONE),
                new Trace(trace),
                plain.portNetworks().subList(0, portNetworks).stream()
                        .map(pn -> Histories.pn(
                                pn.portNetwork(),
                                spans,
                                first(pn.lists(), duration),
                                pn.totals(),
                                pn.pnCalls(),
                                pn.ipCalls()))
                        .toList(),
                plain.servers().stream()
                        .map(server -> Histories.server(
                                server.server(),
                                List.of(new RoleSpan(
                                        0, duration, server.timeline().get(0).role()))))
                        .toList(),
                0);
    }

    /** The lists of the start, all the time. */
    private static SortedMap<IpsiId, List<ListSpan>> first(Map<IpsiId, List<ListSpan>> lists, long duration) {
        SortedMap<IpsiId, List<ListSpan>> first = new TreeMap<>();
        lists.forEach((ipsi, spans) ->
                first.put(ipsi, List.of(new ListSpan(0, duration, spans.get(0).clusters()))));
        return first;
    }

    private static int add(List<TraceEntry> trace, long at, String subject, int cause, Happening what) {
        trace.add(new TraceEntry(trace.size() + 1, at, NamedSubject.of(subject), cause, 0, what.rules(), what));
        return trace.size();
    }
}
