package org.ipsisim.sip.capture;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes IPv4 packets of messages: UDP datagrams, or TCP segments whose numbers go on within each direction. */
final class PacketWriter {
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final int PUSH_ACK = 0x5018;
    private static final int LONGEST_PAYLOAD = 65_000;

    private final Map<String, Integer> nextNumbers = new LinkedHashMap<>();

    List<byte[]> packets(PcapFile.Sent sent) {
        if (sent.payload().length > LONGEST_PAYLOAD) {
            return List.of();
        }
        return List.of(sent.isTcp() ? ip(sent, TCP, tcp(sent)) : ip(sent, UDP, udp(sent)));
    }

    private static byte[] udp(PcapFile.Sent sent) {
        int length = UDP_HEADER + sent.payload().length;
        return ByteBuffer.allocate(length)
                .putShort((short) sent.fromPort())
                .putShort((short) sent.toPort())
                .putShort((short) length)
                .putShort((short) 0)
                .put(sent.payload())
                .array();
    }

    private byte[] tcp(PcapFile.Sent sent) {
        String own = sent.from() + ":" + sent.fromPort() + ">" + sent.to() + ":" + sent.toPort();
        String other = sent.to() + ":" + sent.toPort() + ">" + sent.from() + ":" + sent.fromPort();
        int number = nextNumbers.getOrDefault(own, 1);
        nextNumbers.put(own, number + sent.payload().length);
        return ByteBuffer.allocate(TCP_HEADER + sent.payload().length)
                .putShort((short) sent.fromPort())
                .putShort((short) sent.toPort())
                .putInt(number)
                .putInt(nextNumbers.getOrDefault(other, 1))
                .putShort((short) PUSH_ACK)
                .putShort((short) 0xFFFF)
                .putInt(0)
                .put(sent.payload())
                .array();
    }

    private static byte[] ip(PcapFile.Sent sent, int protocol, byte[] segment) {
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + segment.length);
        packet.putShort((short) 0x4500)
                .putShort((short) packet.capacity())
                .putInt(0x4000)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0);
        address(packet, sent.from());
        address(packet, sent.to());
        packet.put(segment);
        byte[] bytes = packet.array();
        int checksum = complement(sum(bytes, 0, IP_HEADER, 0));
        bytes[10] = (byte) (checksum >>> 8);
        bytes[11] = (byte) checksum;
        int place = IP_HEADER + (protocol == TCP ? 16 : 6);
        int whole = complement(sum(bytes, 12, IP_HEADER + segment.length, protocol + segment.length));
        int written = whole == 0 ? 0xFFFF : whole;
        bytes[place] = (byte) (written >>> 8);
        bytes[place + 1] = (byte) written;
        return bytes;
    }

    private static void address(ByteBuffer packet, String address) {
        for (String part : address.split("\\.", -1)) {
            packet.put((byte) Integer.parseInt(part));
        }
    }

    private static int sum(byte[] bytes, int from, int to, int start) {
        int sum = start;
        for (int i = from; i < to; i++) {
            sum += (bytes[i] & 0xFF) << ((i - from) % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    private static int complement(int sum) {
        int folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >>> 16);
        }
        return ~folded & 0xFFFF;
    }
}
