package org.ipsisim.bench;

import org.ipsisim.network.LossDraws;
import umontreal.ssj.simevents.Simulator;

/** One server's heartbeats to one IPSI, each of them sent and arriving as an event, and the socket they keep open. */
final class SsjPath {
    private static final long INTERVAL = 1_000;
    private static final long SANITY_TIMEOUT = 15_000;

    private final SsjPortNetwork pn;
    private final int server;
    private final SsjEvent send;
    private final SsjEvent beat;
    private final SsjEvent socketSanity;
    private final LossDraws losses;
    private final long loss;
    private long beats;
    private boolean delivers;
    private long latency;
    private boolean beatIsLost;
    private boolean connected;

    /** @param loss the share of beats that is lost on the way, in units of {@link LossDraws} */
    SsjPath(Simulator simulator, SsjPortNetwork pn, int server, LossDraws losses, long loss) {
        this.pn = pn;
        this.server = server;
        this.losses = losses;
        this.loss = loss;
        int thing = 2 * pn.number() + server;
        send = new SsjEvent(simulator, SsjEvent.SEND, thing) {
            @Override
            public void actions() {
                sendBeat(thing);
                armIn(INTERVAL);
            }
        };
        beat = new SsjEvent(simulator, SsjEvent.ARRIVAL, thing) {
            @Override
            public void actions() {
                endBeat();
            }
        };
        socketSanity = new SsjEvent(simulator, SsjEvent.SOCKET_LOST, thing) {
            @Override
            public void actions() {
                connected = false;
                pn.listChanged();
            }
        };
    }

    void start() {
        send.armIn(0);
        connect();
    }

    boolean delivers() {
        return delivers;
    }

    boolean isConnected() {
        return connected;
    }

    /** Lost beats are due after the latency the path had when it last worked. */
    void change(boolean deliversNow, long newLatency) {
        delivers = deliversNow;
        if (delivers) {
            latency = newLatency;
        }
    }

    private void sendBeat(int thing) {
        beatIsLost = !delivers || loss > 0 && losses.isLost(beats, loss);
        beats++;
        beat.setOrder(beatIsLost ? SsjEvent.MISS : SsjEvent.ARRIVAL, thing);
        beat.armIn(latency);
    }

    private void endBeat() {
        if (beatIsLost) {
            pn.missed(server);
            return;
        }
        if (connected) {
            socketSanity.armIn(SANITY_TIMEOUT);
        } else {
            connect();
        }
        pn.heard(server);
    }

    private void connect() {
        connected = true;
        socketSanity.armIn(SANITY_TIMEOUT);
        pn.listChanged();
    }

    /** The server closes the socket; what is under way is lost. */
    void drop() {
        connected = false;
        beat.disarm();
        socketSanity.disarm();
        pn.listChanged();
    }
}
