package org.ipsisim.history;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Server;

/**
 * Every heartbeat of one server to one IPSI in a run, derived from the stretches of time in which their fate did not
 * change (R1, M3).
 *
 * @param server the sender
 * @param ipsi the receiver
 * @param interval milliseconds between two beats
 * @param stretches in order; they cover the run
 */
public record HeartbeatHistory(Server server, IpsiId ipsi, long interval, List<Stretch> stretches) {
    /** Keeps a copy of the stretches. */
    public HeartbeatHistory {
        stretches = List.copyOf(stretches);
    }

    /**
     * A span of time in which all beats are delivered, or none.
     *
     * @param from its start in milliseconds
     * @param to its end, not part of it
     * @param delivers whether a beat sent in it is delivered
     * @param latency milliseconds from sending to arrival; to when it was due if it is not delivered
     */
    public record Stretch(long from, long to, boolean delivers, long latency) {
        private long firstBeat(long interval) {
            return -Math.floorDiv(-from, interval);
        }

        private long beatsEnd(long interval) {
            return -Math.floorDiv(-to, interval);
        }
    }

    /**
     * One heartbeat.
     *
     * @param due when it was to be sent, in milliseconds; a server that is down sends nothing
     * @param arrival when it arrived, or would have
     * @param delivered whether it arrived
     */
    public record Heartbeat(long due, long arrival, boolean delivered) {}

    /** All heartbeats, by the time of sending. */
    public Stream<Heartbeat> beats() {
        return stretches.stream()
                .flatMap(stretch -> LongStream.range(stretch.firstBeat(interval), stretch.beatsEnd(interval))
                        .mapToObj(beat -> new Heartbeat(
                                beat * interval, beat * interval + stretch.latency(), stretch.delivers())));
    }

    /** How many heartbeats were delivered, or were not. */
    public long count(boolean delivered) {
        long count = 0;
        for (Stretch stretch : stretches) {
            if (stretch.delivers == delivered) {
                count += stretch.beatsEnd(interval) - stretch.firstBeat(interval);
            }
        }
        return count;
    }
}
