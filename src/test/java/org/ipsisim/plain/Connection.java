package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import org.ipsisim.estate.HeartbeatRules.FirstWait;

/**
 * The TCP connection of one way (N7 to N10): once something is lost, everything waits until a retransmission gets through,
 * unless the IPSI gives the connection up before.
 */
final class Connection {
    private static final long LONGEST_TIMEOUT = 60_000;

    private enum State {
        UP,
        RECOVERS,
        CLOSED
    }

    private final Way way;
    private final TimersInForce timers;
    private final FirstWait firstWait;
    private State state = State.UP;

    /** When the last of what has got through arrives; it may still be under way. */
    private long lastArrival;

    private long lossAt;
    private long tries;
    private long timeout;
    private long nextTry = NEVER;
    private long upAgainAt = NEVER;

    /** One that is up at the start, which counts as an arrival. */
    Connection(Way way, TimersInForce timers, FirstWait firstWait) {
        this.way = way;
        this.timers = timers;
        this.firstWait = firstWait;
    }

    /** The server or the board fails, or the server closes it (N10). */
    void close() {
        state = State.CLOSED;
        nextTry = NEVER;
    }

    /** Nothing has come for S: what is sent afterwards finds it closed, what is sent at this last instant waits (N9). */
    void giveUpIfSilent(long now) {
        if (state == State.RECOVERS && now > Math.max(lossAt, lastInstant())) {
            close();
        }
    }

    /** An arrival at this instant still counts. */
    private long lastInstant() {
        return lastArrival + timers.sanityAt(lastArrival);
    }

    /** Whether a retransmission is due, and gets through with all that waits (N7, N8). */
    boolean retransmits(long now) {
        if (nextTry != now) {
            return false;
        }
        tries++;
        boolean inTime = now + way.latency <= lastInstant();
        if (inTime && way.works() && !way.chance.losesTry(lossAt, tries, way.loss)) {
            upAgainAt = now;
            nextTry = NEVER;
            return goesThrough(now);
        }
        timeout = Math.min(2 * timeout, LONGEST_TIMEOUT);
        nextTry = now + timeout;
        return false;
    }

    private long firstTimeout() {
        long roundTrip = 2 * way.latency;
        if (firstWait == FirstWait.LINUX) {
            return roundTrip + 200;
        }
        return roundTrip < 1000 ? 1000 : roundTrip + 1;
    }

    /** A beat is to be sent: whether it gets through on time. It connects anew if it must. */
    boolean sendsBeat(long now, boolean lost) {
        return switch (state) {
            case UP -> sends(now, lost);
            case RECOVERS -> false;
            case CLOSED -> !lost && connects(now);
        };
    }

    /** Data is to be sent: whether it gets through at once. */
    boolean sendsData(long now, boolean lost) {
        return state == State.UP && sends(now, lost);
    }

    /** What is sent at the instant of a retransmission goes with it. */
    private boolean sends(long now, boolean lost) {
        if (lost && now != upAgainAt) {
            state = State.RECOVERS;
            lossAt = now;
            tries = 0;
            timeout = Math.min(firstTimeout(), LONGEST_TIMEOUT);
            nextTry = now + timeout;
            return false;
        }
        return goesThrough(now);
    }

    /** What is still under way did not come over this one. */
    private boolean connects(long now) {
        lastArrival = now;
        return goesThrough(now);
    }

    private boolean goesThrough(long now) {
        state = State.UP;
        lastArrival = Math.max(lastArrival, now + way.latency);
        return true;
    }

    /** When it sends again; {@link PlainServer#NEVER} if nothing waits. */
    long nextTry() {
        return nextTry;
    }
}
