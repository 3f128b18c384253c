package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.SampleHistories;

/** Samples made harder to show. */
final class Variants {
    static final String HOSTILE = "<script>alert(1)</script> & \"a|b\" `c` *d* [e](http://x.example) \u0001";

    private Variants() {}

    /** The failover, with a title, a description, a file and a link that are not meant well. */
    static History hostile() {
        History plain = SampleHistories.failover();
        Scenario scenario = plain.scenario();
        List<TraceEntry> trace = plain.trace().stream()
                .map(e -> e.subject().equals("wan") ? new TraceEntry(e.id(), e.at(), HOSTILE, e.cause(), e.what()) : e)
                .toList();
        return new History(
                new Scenario(
                        HOSTILE,
                        HOSTILE,
                        scenario.duration(),
                        scenario.seed(),
                        scenario.estate(),
                        scenario.events(),
                        scenario.expectations(),
                        new Provenance("it's <b>.yaml", scenario.provenance().places())),
                trace,
                plain.portNetworks(),
                plain.servers(),
                plain.serverInterchanges());
    }

    /** Sixty-four port networks of which no two went through the same. */
    static History allDifferent() {
        History plain = SampleHistories.sixtyFour();
        List<PnHistory> portNetworks = new ArrayList<>();
        for (PnHistory pn : plain.portNetworks()) {
            long from = 60_000L + 1000 * pn.portNetwork().number();
            portNetworks.add(new PnHistory(
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
        return new History(plain.scenario(), plain.trace(), portNetworks, plain.servers(), 0);
    }
}
