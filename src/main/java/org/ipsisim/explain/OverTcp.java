package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;
import org.ipsisim.survivability.RunTooLarge;

/**
 * What heartbeats over TCP make of the silences that a run with single packets has borne (N7).
 *
 * <p>The servers send heartbeats over TCP, which waits twice as long each time before it sends again: a network that is out
 * for 7 s can be a silence of 15 s. A run with {@code heartbeat-transport: ideal} is too kind there.
 */
public final class OverTcp {
    /** Shorter silences are borne over TCP as well, at the time-outs that are usual. */
    private static final long SHORTEST = 6000;

    private static final int MOST_NAMED = 4;

    private OverTcp() {}

    /**
     * A sentence of caution; empty if the run rests on no silence of 6 s or more that it has borne, or is over TCP itself.
     *
     * @param run runs a scenario
     */
    public static Optional<String> caution(History history, Function<Scenario, History> run) {
        Scenario scenario = history.scenario();
        long longest = longestBorne(history);
        if (scenario.estate().heartbeats().transport() == Transport.TCP || longest < SHORTEST) {
            return Optional.empty();
        }
        return Optional.of("Heartbeats are single packets in this run, and contact was lost for up to "
                + Words.duration(longest) + " without a reset. The servers send them over TCP, which waits longer and"
                + " longer before it sends again (N7). With heartbeat-transport: tcp " + difference(history, run)
                + ".");
    }

    /** The same scenario over TCP. */
    private static Scenario overTcp(Scenario scenario) {
        HeartbeatRules rules = scenario.estate().heartbeats();
        return scenario.with(scenario.estate().with(rules.with(Transport.TCP)));
    }

    /** The longest loss of contact that ends without a reset, in milliseconds; 0 if there is none. */
    private static long longestBorne(History history) {
        long longest = 0;
        for (PnHistory pn : history.portNetworks()) {
            List<PnSpan> spans = pn.timeline();
            for (int i = 0; i + 1 < spans.size(); i++) {
                PnSpan span = spans.get(i);
                if (span.state() == PnState.CONTACT_LOST && spans.get(i + 1).state() == PnState.IN_SERVICE) {
                    longest = Math.max(longest, span.to() - span.from());
                }
            }
        }
        return longest;
    }

    private static String difference(History ideal, Function<Scenario, History> run) {
        History tcp;
        try {
            tcp = run.apply(overTcp(ideal.scenario()));
        } catch (RunTooLarge e) {
            return "the run takes too long to tell";
        }
        List<String> more = new ArrayList<>();
        for (int i = 0; i < ideal.portNetworks().size(); i++) {
            PnHistory of = tcp.portNetworks().get(i);
            long resets = resets(of) - resets(ideal.portNetworks().get(i));
            long outage =
                    of.totals().outage() - ideal.portNetworks().get(i).totals().outage();
            if (resets > 0 || outage > 0) {
                more.add("PN " + of.portNetwork().number() + " has "
                        + (resets > 0 ? Words.count(resets, "more reset") : "")
                        + (resets > 0 && outage > 0 ? " and " : "")
                        + (outage > 0 ? Words.duration(outage) + " more outage" : ""));
            }
        }
        if (more.isEmpty()) {
            return "no port network fares worse";
        }
        int others = more.size() - MOST_NAMED;
        return String.join("; ", Lists.first(more, MOST_NAMED))
                + (others > 0 ? "; " + Words.count(others, "other port network") + " worse as well" : "");
    }

    private static long resets(PnHistory pn) {
        return pn.totals().warmResets() + pn.totals().coldResets();
    }
}
