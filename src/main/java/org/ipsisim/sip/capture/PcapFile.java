package org.ipsisim.sip.capture;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** The pcap format: a header of 24 bytes, then frames with a header of 16 bytes each. */
public final class PcapFile {
    private static final int MAGIC = 0xA1B2C3D4;
    private static final int MAGIC_NANOS = 0xA1B23C4D;
    private static final int FILE_HEADER = 24;
    private static final int FRAME_HEADER = 16;
    private static final int LONGEST_FRAME = 1 << 18;
    private static final int RAW_IP = 101;
    private static final int SNAP_LENGTH = 65_535;

    private PcapFile() {}

    static boolean isMagic(int bigEndian) {
        int turned = Integer.reverseBytes(bigEndian);
        return bigEndian == MAGIC || bigEndian == MAGIC_NANOS || turned == MAGIC || turned == MAGIC_NANOS;
    }

    static Capture read(byte[] bytes) throws UnreadableCapture {
        if (bytes.length < FILE_HEADER) {
            throw new UnreadableCapture("the capture is cut off in its header");
        }
        int magic = new ByteView(bytes, true).int32(0);
        ByteView view = new ByteView(bytes, magic == MAGIC || magic == MAGIC_NANOS);
        int perMicro = view.int32(0) == MAGIC_NANOS ? 1000 : 1;
        int linkType = view.int32(20) & 0xFFFF;
        FrameReader frames = new FrameReader();
        int at = FILE_HEADER;
        while (at < bytes.length) {
            long length = at + FRAME_HEADER > bytes.length ? -1 : view.uint32(at + 8);
            if (length < 0 || length > LONGEST_FRAME || at + FRAME_HEADER + length > bytes.length) {
                frames.cutOff();
                break;
            }
            long micros = view.uint32(at) * 1_000_000 + view.uint32(at + 4) / perMicro;
            boolean whole = view.uint32(at + 12) <= length;
            frames.add(bytes, at + FRAME_HEADER, (int) length, linkType, micros, whole);
            at += FRAME_HEADER + (int) length;
        }
        return frames.capture();
    }

    /**
     * A message for a capture.
     *
     * @param micros microseconds since 1970
     * @param from an IPv4 address
     * @param to an IPv4 address
     */
    public record Sent(long micros, String from, int fromPort, String to, int toPort, boolean isTcp, byte[] payload) {}

    /** A capture with the given messages, as raw IP packets (link type 101). */
    public static byte[] write(List<Sent> messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int32(out, MAGIC);
        int32(out, 0x0002_0004);
        int32(out, 0);
        int32(out, 0);
        int32(out, SNAP_LENGTH);
        int32(out, RAW_IP);
        PacketWriter packets = new PacketWriter();
        for (Sent sent : messages) {
            for (byte[] packet : packets.packets(sent)) {
                int32(out, (int) (sent.micros() / 1_000_000));
                int32(out, (int) (sent.micros() % 1_000_000));
                int32(out, packet.length);
                int32(out, packet.length);
                out.writeBytes(packet);
            }
        }
        return out.toByteArray();
    }

    private static void int32(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }
}
