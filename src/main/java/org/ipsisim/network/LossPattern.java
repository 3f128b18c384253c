package org.ipsisim.network;

import java.time.Duration;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;

/** The loss and latency of a part of the network over time; queried from one change to the next. */
public interface LossPattern {
    /** The impairment from a time on; times are asked for in ascending order. */
    Impairment at(long time);

    /** When it changes next; {@link Agenda#NEVER} if it does not. */
    long nextChangeAfter(long time);

    /** A pattern that does not change (N3). */
    static LossPattern constant(Impairment impairment) {
        return new LossPattern() {
            @Override
            public Impairment at(long time) {
                return impairment;
            }

            @Override
            public long nextChangeAfter(long time) {
                return Agenda.NEVER;
            }
        };
    }

    /**
     * Alternating good and bad times (N4).
     *
     * @param target what they strike
     * @param start when the first good time begins, in milliseconds
     */
    static LossPattern bursts(Bursts bursts, Draws ofRun, String target, long start) {
        return new BurstLoss(bursts, ofRun.named("bursts").named(target).numbered(start), start);
    }

    /** Bursts at regular intervals (N5). */
    static LossPattern congestion(ScenarioEvent.Congestion congestion) {
        long start = congestion.at().toMillis();
        long every = congestion.every().toMillis();
        Duration burst = congestion.burst();
        return new LossPattern() {
            private long sinceBurst(long time) {
                return Math.floorMod(time - start, every);
            }

            @Override
            public Impairment at(long time) {
                return Impairment.losing(sinceBurst(time) < burst.toMillis() ? congestion.loss() : 0);
            }

            @Override
            public long nextChangeAfter(long time) {
                long since = sinceBurst(time);
                return time - since + (since < burst.toMillis() && burst.toMillis() < every ? burst.toMillis() : every);
            }
        };
    }
}
