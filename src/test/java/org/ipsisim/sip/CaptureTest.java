package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipsisim.golden.ProcessorTime;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.capture.PcapFile;
import org.ipsisim.sip.capture.PcapFile.Sent;
import org.ipsisim.sip.capture.UnreadableCapture;
import org.ipsisim.sip.lint.SipLint;
import org.ipsisim.sip.transaction.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures written and read: whatever the format, the messages are the same. */
class CaptureTest {
    private static final int GLOBAL_HEADER = 24;
    private static final int FRAME_HEADER = 16;

    private static List<Transfer> transfers() {
        return Calls.begun(Calls.RELIABLE).run(10_000).bench.transfers();
    }

    private static byte[] pcap(boolean tcp) {
        List<Sent> sent = new ArrayList<>();
        for (Transfer transfer : transfers()) {
            sent.add(new Sent(
                    1_000_000_000_000_000L + 1000 * transfer.sentAt(),
                    transfer.from().host(),
                    transfer.from().port(),
                    transfer.to().host(),
                    transfer.to().port(),
                    tcp,
                    transfer.message().bytes()));
        }
        return PcapFile.write(sent);
    }

    private static List<String> texts() {
        return transfers().stream().map(transfer -> transfer.message().text()).toList();
    }

    private static List<String> read(byte[] bytes) throws UnreadableCapture {
        return Capture.read(bytes).messages().stream()
                .map(at -> at.message() == null ? at.problem() : at.message().text())
                .toList();
    }

    /** The IP packets of a pcap file. */
    private static List<byte[]> packets(byte[] pcap) {
        List<byte[]> packets = new ArrayList<>();
        int at = GLOBAL_HEADER;
        while (at < pcap.length) {
            int length = ByteBuffer.wrap(pcap).getInt(at + 8);
            packets.add(Arrays.copyOfRange(pcap, at + FRAME_HEADER, at + FRAME_HEADER + length));
            at += FRAME_HEADER + length;
        }
        return packets;
    }

    private static byte[] pcapOf(List<byte[]> frames, int linkType, ByteOrder order, int magic) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(GLOBAL_HEADER)
                .order(order)
                .putInt(magic)
                .putInt(0x00040002)
                .putLong(0)
                .putInt(65_535)
                .putInt(linkType)
                .array());
        for (byte[] frame : frames) {
            out.writeBytes(ByteBuffer.allocate(FRAME_HEADER)
                    .order(order)
                    .putInt(7)
                    .putInt(8_000)
                    .putInt(frame.length)
                    .putInt(frame.length)
                    .array());
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    private static List<byte[]> framed(List<byte[]> packets, String prefix) {
        byte[] head = new byte[prefix.length() / 2];
        for (int i = 0; i < head.length; i++) {
            head[i] = (byte) Integer.parseInt(prefix.substring(2 * i, 2 * i + 2), 16);
        }
        return packets.stream()
                .map(packet -> ByteBuffer.allocate(head.length + packet.length)
                        .put(head)
                        .put(packet)
                        .array())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenIsRead(boolean tcp) throws UnreadableCapture {
        Capture capture = Capture.read(pcap(tcp));

        assertThat(read(pcap(tcp))).isEqualTo(texts());
        CapturedMessage first = capture.messages().get(0);
        assertThat(first.from()).isEqualTo("10.0.1.1:5060");
        assertThat(first.to()).isEqualTo("10.0.0.1:5060");
        assertThat(first.micros()).isEqualTo(1_000_000_000_000_000L);
        assertThat(SipLint.check(capture).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "101, ''",
        "1, 0200000000010200000000020800",
        "1, 020000000001020000000002810000070800",
        "113, 00000001000602000000000100000800",
        "276, 0800000000000001000100060200000000010000",
        "0, 02000000"
    })
    void everyLinkTypeIsUnderstood(int linkType, String prefix) throws UnreadableCapture {
        List<byte[]> frames = framed(packets(pcap(false)), prefix);
        byte[] big = pcapOf(frames, linkType, ByteOrder.BIG_ENDIAN, 0xA1B2C3D4);
        byte[] little = pcapOf(frames, linkType, ByteOrder.LITTLE_ENDIAN, 0xA1B23C4D);

        assertThat(read(big)).isEqualTo(texts());
        assertThat(read(little)).isEqualTo(texts());
        assertThat(Capture.read(big).messages().get(0).micros()).isEqualTo(7_008_000);
        assertThat(Capture.read(little).messages().get(0).micros())
                .as("nanoseconds")
                .isEqualTo(7_000_008);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pcapngIsUnderstood(boolean big) throws UnreadableCapture {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] file = pcapng(packets(pcap(false)), order);

        assertThat(read(file)).isEqualTo(texts());
        assertThat(Capture.read(file).messages().get(0).micros()).isEqualTo(5_000_000);
    }

    private static byte[] pcapng(List<byte[]> packets, ByteOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(28)
                .order(order)
                .putInt(0x0A0D0D0A)
                .putInt(28)
                .putInt(0x1A2B3C4D)
                .putInt(0x00010000)
                .putLong(-1)
                .putInt(28)
                .array());
        out.writeBytes(ByteBuffer.allocate(28)
                .order(order)
                .putInt(1)
                .putInt(28)
                .putShort((short) 101)
                .putShort((short) 0)
                .putInt(0)
                .putShort((short) 9)
                .putShort((short) 1)
                .put((byte) 9)
                .put(new byte[3])
                .putInt(28)
                .array());
        for (byte[] packet : packets) {
            int padded = (packet.length + 3) / 4 * 4;
            long nanos = 5_000_000_000L;
            out.writeBytes(ByteBuffer.allocate(32 + padded)
                    .order(order)
                    .putInt(6)
                    .putInt(32 + padded)
                    .putInt(0)
                    .putInt((int) (nanos >>> 32))
                    .putInt((int) nanos)
                    .putInt(packet.length)
                    .putInt(packet.length)
                    .put(Arrays.copyOf(packet, padded))
                    .putInt(32 + padded)
                    .array());
        }
        return out.toByteArray();
    }

    @Test
    void tcpSegmentsArePutInOrder() throws UnreadableCapture {
        List<Sent> sent = new ArrayList<>();
        String whole = texts().get(0) + texts().get(0).replace("CSeq: 1", "CSeq: 9");
        byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += 100) {
            sent.add(new Sent(
                    at,
                    "10.0.1.1",
                    40_000,
                    "10.0.0.1",
                    5060,
                    true,
                    Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 100))));
        }
        List<byte[]> packets = packets(PcapFile.write(sent));
        Collections.swap(packets, 2, 4);
        packets.add(3, packets.get(1));
        byte[] shuffled = pcapOf(packets, 101, ByteOrder.BIG_ENDIAN, 0xA1B2C3D4);

        assertThat(String.join("", read(shuffled))).isEqualTo(whole);
    }

    @Test
    void fragmentsAndCutFramesAreCountedAndNotJudged() throws UnreadableCapture {
        List<byte[]> packets = packets(pcap(false));
        byte[] fragment = packets.get(0).clone();
        fragment[6] = 0x20;
        packets.add(fragment);
        byte[] file = pcapOf(packets, 101, ByteOrder.BIG_ENDIAN, 0xA1B2C3D4);
        int lastFrame = file.length - fragment.length - 4;
        ByteBuffer.wrap(file).putInt(lastFrame, fragment.length);

        assertThat(read(file)).isEqualTo(texts());
        assertThat(Capture.read(file).skipped()).isEqualTo(1);
        Capture cut = Capture.read(Arrays.copyOf(file, file.length - 10));
        assertThat(cut.messages()).hasSize(texts().size());
        assertThat(cut.skipped()).isEqualTo(1);
    }

    @Test
    void aTextIsTakenApartAtFirstLines() throws UnreadableCapture {
        String text = "This is what happened:\n\nF1 phone -> server\n"
                + texts().get(0).replace("\r\n", "\n") + "\n\nF2 server -> phone\n" + texts().get(1);
        Capture capture = Capture.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(capture.messages()).hasSize(2);
        assertThat(capture.messages().get(0).line()).isEqualTo(4);
        assertThat(capture.messages().get(1).message().startLine()).isEqualTo("SIP/2.0 401 Unauthorized");
    }

    @Test
    void whatIsNoCaptureIsRefused() {
        for (String text : List.of("", "hello", "\u00d4\u00c3\u00b2\u00a1")) {
            assertThatThrownBy(() -> Capture.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(UnreadableCapture.class);
        }
    }

    @Test
    void damagedCapturesHarmNobody() {
        SplittableRandom random = new SplittableRandom(1414);
        List<byte[]> good = List.of(pcap(false), pcap(true), pcapng(packets(pcap(false)), ByteOrder.LITTLE_ENDIAN));
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.get(i % good.size()).clone();
            for (int damage = 0; damage < 1 + i % 20; damage++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                SipLint.check(Capture.read(bytes));
                read++;
            } catch (UnreadableCapture e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(2_000);
    }

    static List<Integer> bytes() {
        return IntStream.range(0, 256).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void aMebibyteOfOneByteEndsAtOnce(int value) {
        byte[] bytes = new byte[1 << 20];
        Arrays.fill(bytes, (byte) value);
        byte[] message = "INVITE sip:a SIP/2.0\r\nVia: ".getBytes(StandardCharsets.ISO_8859_1);
        byte[] behind = bytes.clone();
        System.arraycopy(message, 0, behind, 0, message.length);
        ProcessorTime time = new ProcessorTime();
        for (byte[] each : List.of(bytes, behind)) {
            try {
                assertThat(SipLint.check(Capture.read(each)).findings().size()).isLessThan(1001);
            } catch (UnreadableCapture e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
        time.requireLessThan(Duration.ofSeconds(2), "byte " + value);
    }
}
