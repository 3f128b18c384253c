package org.ipsisim.sip.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The SIP messages in a file: a pcap or pcapng capture of raw IP, Ethernet, Linux cooked or loopback frames, or a text.
 *
 * @param skipped frames with SIP ports that could not be used: fragments of IP packets, or cut off by the capture
 */
public record Capture(List<CapturedMessage> messages, int skipped) {
    private static final int PCAPNG = 0x0A0D0D0A;

    /**
     * Reads a file.
     *
     * @throws UnreadableCapture if it is broken, or has no frame and no message that could be read
     */
    public static Capture read(byte[] bytes) throws UnreadableCapture {
        int magic = bytes.length < 4 ? 0 : new ByteView(bytes, true).int32(0);
        if (magic == PCAPNG) {
            return PcapngFile.read(bytes);
        }
        if (PcapFile.isMagic(magic)) {
            return PcapFile.read(bytes);
        }
        List<CapturedMessage> messages = TextMessages.read(new String(bytes, StandardCharsets.ISO_8859_1));
        if (messages.isEmpty()) {
            throw new UnreadableCapture("neither a pcap or pcapng capture nor a text with SIP messages");
        }
        return new Capture(messages, 0);
    }
}
