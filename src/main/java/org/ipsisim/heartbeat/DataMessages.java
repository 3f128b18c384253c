package org.ipsisim.heartbeat;

import java.util.function.LongToDoubleFunction;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.LossDraws;

/**
 * The data that a server sends to an IPSI for calls, beside its heartbeats: the first message after each beat and before
 * the next one, if there is any (R3, N11, N12).
 */
final class DataMessages {
    private final Draws messages;
    private final Draws losses;
    private final long interval;
    private final LongToDoubleFunction rate;

    /**
     * The messages of one way.
     *
     * @param way such as {@code main-a>ipsi-1a}
     * @param interval of heartbeats in milliseconds
     * @param rate messages per millisecond at a given time
     */
    DataMessages(Draws ofRun, String way, long interval, LongToDoubleFunction rate) {
        this.messages = ofRun.named("data").named(way);
        this.losses = ofRun.named("data-loss").named(way);
        this.interval = interval;
        this.rate = rate;
    }

    /** When the message after a beat is sent; {@link Agenda#NEVER} if there is none before the next beat. */
    long sentAfter(long beat) {
        double wait = -StrictMath.log(1 - messages.uniform(beat)) / rate.applyAsDouble(beat * interval);
        return wait < interval - 1 ? beat * interval + 1 + (long) wait : Agenda.NEVER;
    }

    private boolean isLost(long beat, long loss) {
        return LossDraws.units(losses.uniform(beat)) < loss;
    }

    /** When the first message that is not lost is sent, from one time (inclusive) to another (exclusive). */
    long firstDelivered(long from, long to, long loss) {
        return first(from, to, loss, false);
    }

    /** When the first message that is lost is sent, from one time (inclusive) to another (exclusive). */
    long firstLost(long from, long to, long loss) {
        return first(from, to, loss, true);
    }

    private long first(long from, long to, long loss, boolean lost) {
        for (long beat = Math.max(0, Math.floorDiv(from, interval)); beat * interval < to; beat++) {
            long sent = sentAfter(beat);
            if (sent >= from && sent < to && isLost(beat, loss) == lost) {
                return sent;
            }
        }
        return Agenda.NEVER;
    }

    /** When the last message that is not lost is sent, from one time (inclusive) to another (exclusive); -1 if there is none. */
    long lastDelivered(long from, long to, long loss) {
        for (long beat = Math.floorDiv(to - 1, interval); beat >= 0 && (beat + 1) * interval > from; beat--) {
            long sent = sentAfter(beat);
            if (sent >= from && sent < to && !isLost(beat, loss)) {
                return sent;
            }
        }
        return -1;
    }
}
