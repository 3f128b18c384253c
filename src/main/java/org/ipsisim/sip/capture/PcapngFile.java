package org.ipsisim.sip.capture;

import java.util.ArrayList;
import java.util.List;

/** The pcapng format: blocks with their types and lengths. */
final class PcapngFile {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BIG_ENDIAN_MARK = 0x1A2B3C4D;
    private static final int TIME_RESOLUTION = 9;
    private static final int LONGEST_BLOCK = 1 << 24;

    /** One interface: its link type, and how many ticks its clock makes in a second. */
    private record Interface(int linkType, long ticks) {}

    private PcapngFile() {}

    static Capture read(byte[] bytes) throws UnreadableCapture {
        FrameReader frames = new FrameReader();
        List<Interface> interfaces = new ArrayList<>();
        ByteView view = new ByteView(bytes, true);
        int at = 0;
        while (at < bytes.length) {
            if (at + 12 > bytes.length) {
                frames.cutOff();
                break;
            }
            int type = view.int32(at);
            if (type == SECTION) {
                view = new ByteView(bytes, new ByteView(bytes, true).int32(at + 8) == BIG_ENDIAN_MARK);
                interfaces.clear();
            }
            long length = view.uint32(at + 4);
            if (length < 12 || length % 4 != 0 || length > LONGEST_BLOCK || at + length > bytes.length) {
                frames.cutOff();
                break;
            }
            int end = at + (int) length - 4;
            if (type == INTERFACE && end >= at + 16) {
                interfaces.add(new Interface(view.uint16(at + 8), ticks(view, at + 16, end)));
            } else if (type == ENHANCED_PACKET && end >= at + 28) {
                enhanced(frames, view, interfaces, at, end);
            } else if (type == SIMPLE_PACKET && !interfaces.isEmpty() && end >= at + 12) {
                long whole = view.uint32(at + 8);
                int captured = (int) Math.min(whole, end - at - 12);
                frames.add(bytes, at + 12, captured, interfaces.get(0).linkType, -1, captured == whole);
            }
            at += (int) length;
        }
        return frames.capture();
    }

    private static void enhanced(FrameReader frames, ByteView view, List<Interface> interfaces, int at, int end) {
        long number = view.uint32(at + 8);
        long captured = view.uint32(at + 20);
        if (number >= interfaces.size() || at + 28 + captured > end) {
            frames.cutOff();
            return;
        }
        Interface seen = interfaces.get((int) number);
        long ticks = view.uint32(at + 12) << 32 | view.uint32(at + 16);
        long micros = ticks / seen.ticks * 1_000_000 + ticks % seen.ticks * 1_000_000 / seen.ticks;
        frames.add(view.bytes(), at + 28, (int) captured, seen.linkType, micros, view.uint32(at + 24) <= captured);
    }

    /** Looks for the resolution of the clock among the options: microseconds without one. */
    private static long ticks(ByteView view, int from, int end) {
        int at = from;
        while (at + 4 <= end) {
            int code = view.uint16(at);
            int length = view.uint16(at + 2);
            if (code == TIME_RESOLUTION && length >= 1 && at + 5 <= end) {
                int resolution = view.bytes()[at + 4];
                return resolution < 0
                        ? 1L << Math.min(resolution & 0x7F, 30)
                        : (long) Math.pow(10, Math.min(resolution, 9));
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return 1_000_000;
    }
}
