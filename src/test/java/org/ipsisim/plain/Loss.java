package org.ipsisim.plain;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.DayProfile;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.kernel.Draws;

/** The share of what is sent that is lost, from one instant to the next at which it changes. */
final class Loss {
    private final TreeMap<Long, Double> shares = new TreeMap<>();

    private Loss() {}

    static Loss constant(long from, double share) {
        Loss loss = new Loss();
        loss.shares.put(from, share);
        return loss;
    }

    /** Good and bad times by turns, of exponential lengths (N4, N12). */
    static Loss inBursts(Bursts bursts, long seed, String target, long start, long end) {
        Draws draws = Draws.ofSeed(seed).named("bursts").named(target).numbered(start);
        Loss loss = new Loss();
        long at = start;
        for (int span = 0; at < end; span++) {
            boolean good = span % 2 == 0;
            loss.shares.put(at, good ? 0 : bursts.loss());
            long mean = good ? bursts.good().toMillis() : bursts.bad().toMillis();
            at += Math.max(1, Math.round(-mean * StrictMath.log(1 - draws.uniform(span))));
        }
        return loss;
    }

    /** A burst at the start of each period (N5). */
    static Loss ofCongestion(ScenarioEvent.Congestion congestion, long end) {
        Loss loss = new Loss();
        long every = congestion.every().toMillis();
        for (long at = congestion.at().toMillis(); at < end; at += every) {
            loss.shares.put(at + congestion.burst().toMillis(), 0.0);
            loss.shares.put(at, congestion.loss());
        }
        return loss;
    }

    /** More with more calls, up to a peak (N6). */
    static Loss ofMismatch(ScenarioEvent.DuplexMismatch mismatch, PortNetwork pn, long end) {
        Loss loss = new Loss();
        long at = mismatch.at().toMillis();
        while (at < end) {
            loss.shares.put(at, mismatch.peakLoss() * Math.min(1, calls(pn, at) / mismatch.fullLoad()));
            at = nextRate(pn, at);
        }
        return loss;
    }

    private static double calls(PortNetwork pn, long at) {
        double stable = pn.calls().pn() + pn.calls().ip();
        return stable
                + pn.traffic()
                        .map(traffic -> traffic.callsUp(traffic.callsPerHourAt(at)))
                        .orElse(0.0);
    }

    private static long nextRate(PortNetwork pn, long at) {
        return pn.traffic().map(traffic -> traffic.nextChangeAfter(at)).orElse(DayProfile.NEVER);
    }

    double at(long time) {
        Map.Entry<Long, Double> last = shares.floorEntry(time);
        return last == null ? 0 : last.getValue();
    }

    SortedSet<Long> instants() {
        return shares.navigableKeySet();
    }
}
