package org.ipsisim.sip.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageReader;

/** Takes SIP messages out of frames: finds the IP packet, the UDP datagram or the TCP stream, and the messages in it. */
final class FrameReader {
    private static final int NULL_LINK = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int LOOP = 108;
    private static final int COOKED = 113;
    private static final int COOKED_2 = 276;
    private static final int IPV4_TYPE = 0x0800;
    private static final int IPV6_TYPE = 0x86DD;
    private static final int VLAN = 0x8100;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SIP_PORT = 5060;
    private static final int MOST_STREAMS = 10_000;

    private final List<CapturedMessage> messages = new ArrayList<>();
    private final Map<String, TcpStream> streams = new LinkedHashMap<>();
    private int frame;
    private int skipped;
    private boolean isCutOff;

    /** The end of the file is missing. */
    void cutOff() {
        isCutOff = true;
    }

    Capture capture() throws UnreadableCapture {
        if (messages.isEmpty() && (isCutOff || frame == 0)) {
            throw new UnreadableCapture(
                    isCutOff ? "the capture is broken or cut off, and no message was found" : "the capture is empty");
        }
        return new Capture(messages, skipped + (isCutOff ? 1 : 0));
    }

    /** @param whole whether the capture has kept all of the frame */
    void add(byte[] bytes, int from, int length, int linkType, long micros, boolean whole) {
        frame++;
        int end = from + length;
        int at = from
                + switch (linkType) {
                    case ETHERNET -> 14;
                    case COOKED -> 16;
                    case COOKED_2 -> 20;
                    case NULL_LINK, LOOP -> 4;
                    case RAW_IP -> 0;
                    default -> length;
                };
        if (at >= end) {
            return;
        }
        ByteView view = new ByteView(bytes, true);
        int type = switch (linkType) {
            case ETHERNET -> view.uint16(at - 2);
            case COOKED -> view.uint16(at - 2);
            case COOKED_2 -> view.uint16(from);
            default -> (bytes[at] & 0xF0) == 0x40 ? IPV4_TYPE : IPV6_TYPE;
        };
        if (type == VLAN && at + 4 < end) {
            type = view.uint16(at + 2);
            at += 4;
        }
        if (type == IPV4_TYPE && at + 20 <= end) {
            ipv4(view, at, end, micros, whole);
        } else if (type == IPV6_TYPE && at + 40 <= end) {
            ipv6(view, at, end, micros, whole);
        }
    }

    private void ipv4(ByteView view, int at, int end, long micros, boolean whole) {
        byte[] bytes = view.bytes();
        int header = 4 * (bytes[at] & 0x0F);
        int last = Math.min(end, at + view.uint16(at + 2));
        if (header < 20 || at + header + 8 > last) {
            return;
        }
        boolean fragment = (view.uint16(at + 6) & 0x3FFF) != 0;
        String source = ipv4(bytes, at + 12);
        String target = ipv4(bytes, at + 16);
        transport(view, bytes[at + 9], at + header, last, source, target, micros, whole, fragment);
    }

    private static String ipv4(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) + "." + (bytes[at + 1] & 0xFF) + "." + (bytes[at + 2] & 0xFF) + "."
                + (bytes[at + 3] & 0xFF);
    }

    private void ipv6(ByteView view, int at, int end, long micros, boolean whole) {
        int last = Math.min(end, at + 40 + view.uint16(at + 4));
        if (at + 48 <= last) {
            transport(
                    view,
                    view.bytes()[at + 6],
                    at + 40,
                    last,
                    ipv6(view, at + 8),
                    ipv6(view, at + 24),
                    micros,
                    whole,
                    false);
        }
    }

    private static String ipv6(ByteView view, int at) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 16; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(view.uint16(at + i)));
        }
        return text.append(']').toString();
    }

    private void transport(
            ByteView view,
            int protocol,
            int at,
            int end,
            String source,
            String target,
            long micros,
            boolean whole,
            boolean fragment) {
        if (protocol != UDP && protocol != TCP) {
            return;
        }
        int fromPort = view.uint16(at);
        int toPort = view.uint16(at + 2);
        boolean isSipPort = fromPort == SIP_PORT || toPort == SIP_PORT;
        if (fragment || !whole) {
            skipped += isSipPort || fragment && protocol == UDP ? 1 : 0;
            return;
        }
        String from = source + ":" + fromPort;
        String to = target + ":" + toPort;
        if (protocol == UDP) {
            int last = Math.min(end, at + Math.max(8, view.uint16(at + 4)));
            datagram(payload(view.bytes(), at + 8, last), from, to, micros, isSipPort);
        } else if (at + 20 <= end) {
            segment(view, at, end, from, to, micros);
        }
    }

    private static String payload(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
    }

    private void datagram(String payload, String from, String to, long micros, boolean isSipPort) {
        if (payload.isBlank() || !isSipPort && !TextMessages.beginsLikeMessage(payload)) {
            return;
        }
        try {
            messages.add(new CapturedMessage(frame, 0, micros, from, to, MessageReader.read(payload), ""));
        } catch (MalformedMessage e) {
            if (payload.length() > 4 && payload.charAt(0) >= ' ') {
                messages.add(new CapturedMessage(frame, 0, micros, from, to, null, e.reason()));
            }
        }
    }

    private void segment(ByteView view, int at, int end, String from, String to, long micros) {
        int header = 4 * ((view.bytes()[at + 12] & 0xF0) >> 4);
        boolean starts = (view.bytes()[at + 13] & 0x02) != 0;
        String key = from + ">" + to;
        if (starts) {
            streams.remove(key);
        }
        if (header < 20 || at + header >= end) {
            return;
        }
        TcpStream stream = streams.computeIfAbsent(key, any -> new TcpStream(from, to));
        stream.add(view.uint32(at + 4), payload(view.bytes(), at + header, end), frame, micros, messages);
        if (streams.size() > MOST_STREAMS) {
            streams.remove(streams.keySet().iterator().next());
        }
    }
}
