package org.ipsisim.heartbeat;

import org.ipsisim.kernel.Agenda;
import org.ipsisim.network.LossDraws;

/**
 * A span of time in which the beats of a way are sent under the same conditions.
 *
 * @param from milliseconds; beats sent then are part of it
 * @param to milliseconds; beats sent then are not part of it
 * @param latency of the way in milliseconds; while it does not work, the latency it had before
 * @param loss in units of {@link LossDraws}; all while the way does not work
 * @param open whether the server and the board at its ends work, so that a connection between them can last (N10)
 * @param data whether the server also sends data that counts as contact (N11)
 */
record Stretch(long from, long to, long latency, long loss, boolean open, boolean data) {
    boolean delivers() {
        return loss < LossDraws.ALL;
    }

    boolean isLossless() {
        return loss == 0;
    }

    boolean isAlike(Stretch other) {
        return latency == other.latency && loss == other.loss && open == other.open && data == other.data;
    }

    long lastBeat(long interval) {
        return to == Agenda.NEVER ? Agenda.NEVER / interval - 1 : -Math.floorDiv(-to, interval) - 1;
    }

    Stretch between(long newFrom, long newTo) {
        return new Stretch(newFrom, newTo, latency, loss, open, data);
    }

    /** A part of it in which all beats are delivered, or all are lost. */
    Stretch resolved(long newFrom, long newTo, boolean arrive) {
        return new Stretch(newFrom, newTo, latency, arrive ? 0 : LossDraws.ALL, open, data);
    }
}
