package org.ipsisim.sip.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageStream;
import org.ipsisim.sip.message.SipMessage;

/** One direction of a TCP connection: puts segments in order, leaves out copies, and takes the messages out. */
final class TcpStream {
    private static final int MOST_WAITING = 256;
    private static final long CIRCLE = 1L << 32;

    private final String from;
    private final String to;
    private final TreeMap<Long, String> waiting = new TreeMap<>();
    private MessageStream stream = new MessageStream();
    private long next = -1;

    TcpStream(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** Adds a segment; what becomes complete with it goes to {@code out}. */
    void add(long number, String data, int frame, long micros, List<CapturedMessage> out) {
        if (next < 0) {
            if (!TextMessages.beginsLikeMessage(data)) {
                return;
            }
            next = number;
        }
        if (waiting.size() >= MOST_WAITING) {
            restart();
            return;
        }
        waiting.put(ahead(number), data);
        while (!waiting.isEmpty() && waiting.firstKey() <= 0) {
            Map.Entry<Long, String> first = waiting.pollFirstEntry();
            int known = (int) -first.getKey();
            if (known < first.getValue().length()) {
                String fresh = first.getValue().substring(known);
                take(fresh, frame, micros, out);
                shift(fresh.length());
            }
        }
    }

    /** How far a segment begins after what is known; negative for a copy, or for one that overlaps. */
    private long ahead(long number) {
        long distance = Math.floorMod(number - next, CIRCLE);
        return distance < CIRCLE / 2 ? distance : distance - CIRCLE;
    }

    /** Moves on; the segments that wait are as much nearer. */
    private void shift(int length) {
        next = Math.floorMod(next + length, CIRCLE);
        Map<Long, String> nearer = new TreeMap<>();
        waiting.forEach((offset, data) -> nearer.put(offset - length, data));
        waiting.clear();
        waiting.putAll(nearer);
    }

    /** Something is missing for good: begins anew with the next segment that begins like a message. */
    private void restart() {
        waiting.clear();
        stream = new MessageStream();
        next = -1;
    }

    private void take(String data, int frame, long micros, List<CapturedMessage> out) {
        byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
        try {
            stream.add(bytes, bytes.length);
            for (Optional<SipMessage> message = stream.next(); message.isPresent(); message = stream.next()) {
                out.add(new CapturedMessage(frame, 0, micros, from, to, message.get(), ""));
            }
        } catch (MalformedMessage e) {
            out.add(new CapturedMessage(frame, 0, micros, from, to, null, e.reason()));
            stream = new MessageStream();
        }
    }
}
