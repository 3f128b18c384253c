package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lab under attack, on real sockets. It needs no program of others, but time. */
@Tag("peers")
class HostilePeersTest {
    private static final int DATAGRAMS = 100_000;
    private static final int STREAMS = 2_000;
    private static final long MOST_GROWTH = 20_000_000;

    private final TortureMessages torture = new TortureMessages(4475);
    private int asked;

    /** Whether an OPTIONS of somebody else is answered with 200 within two seconds. */
    private boolean isAnswered(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(2000);
            String options = "OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort()
                    + ";branch=z9hG4bKgood" + ++asked + "\r\nFrom: <sip:6001@example.com>;tag=1\r\n"
                    + "To: <sip:127.0.0.1>\r\nCall-ID: good\r\nCSeq: " + asked
                    + " OPTIONS\r\nContent-Length: 0\r\n\r\n";
            send(socket, options.getBytes(StandardCharsets.ISO_8859_1), port);
            DatagramPacket packet = new DatagramPacket(new byte[4000], 4000);
            socket.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1)
                    .startsWith("SIP/2.0 200");
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static void send(DatagramSocket socket, byte[] bytes, int port) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aHundredThousandDamagedDatagramsAndThousandsOfStreamsHarmNobody() throws Exception {
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS);
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            lab.mute();
            int port = lab.port("sm-1");
            for (byte[] message : torture.all()) {
                send(socket, message, port);
            }
            assertThat(isAnswered(port)).isTrue();
            long before = used();
            for (int i = 1; i <= DATAGRAMS; i++) {
                send(socket, torture.damaged(), port);
                if (i % 5 == 0) {
                    Thread.sleep(1);
                }
                if (i % (DATAGRAMS / 10) == 0) {
                    // the budget begins anew each second
                    Thread.sleep(1000);
                    assertThat(isAnswered(port)).as("after " + i).isTrue();
                }
            }
            assertThat(lab.heard())
                    .as("few were lost before they reached the lab")
                    .isGreaterThan(DATAGRAMS * 9 / 10);
            for (int i = 0; i < STREAMS; i++) {
                try (Socket stream = new Socket("127.0.0.1", port)) {
                    stream.getOutputStream().write(torture.damaged());
                } catch (IOException e) {
                    // closed in the middle of a message that is none
                }
            }
            assertThat(isAnswered(port)).isTrue();
            assertThat(lab.isAlive()).isTrue();
            Thread.sleep(35_000);
            assertThat(used() - before).as("when all transactions have ended").isLessThan(MOST_GROWTH);
        }
    }

    @Test
    void connectionsThatSayNothingAreClosedAndTheirPlacesAreFreeAgain() throws Exception {
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS)) {
            int port = lab.port("sm-1");
            List<Socket> silent = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                silent.add(new Socket("127.0.0.1", port));
            }
            assertThat(isAnswered(port)).as("by UDP meanwhile").isTrue();
            Thread.sleep(8000);
            for (Socket socket : silent) {
                socket.setSoTimeout(1000);
                assertThat(socket.getInputStream().read())
                        .as("closed by the lab")
                        .isEqualTo(-1);
                socket.close();
            }
            try (Socket next = new Socket("127.0.0.1", port)) {
                next.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                InputStream in = next.getInputStream();
                assertThat(in.readNBytes(2)).containsExactly('\r', '\n');
            }
        }
    }

    @Test
    void aFloodOfOneSourceDoesNotStopAnother() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS);
                DatagramSocket flood = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            lab.mute();
            int port = lab.port("sm-1");
            Thread flooder = new Thread(() -> {
                for (int i = 0; !isOver.get(); i++) {
                    String register = "REGISTER sip:example.com SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                            + flood.getLocalPort() + ";branch=z9hG4bKf" + i
                            + "\r\nFrom: <sip:6001@example.com>;tag=1\r\n"
                            + "To: <sip:6001@example.com>\r\nCall-ID: flood\r\nCSeq: " + i % 1000
                            + " REGISTER\r\nContent-Length: 0\r\n\r\n";
                    try {
                        send(flood, register.getBytes(StandardCharsets.ISO_8859_1), port);
                        if (i % 10 == 0) {
                            Thread.sleep(1);
                        }
                    } catch (IOException | InterruptedException e) {
                        return;
                    }
                }
            });
            flooder.start();
            Thread.sleep(2000);
            int answered = 0;
            for (int i = 0; i < 50; i++) {
                answered += isAnswered(port) ? 1 : 0;
                Thread.sleep(50);
            }
            isOver.set(true);
            flooder.join();
            assertThat(answered).as("of 50, without sending anything again").isGreaterThanOrEqualTo(48);
        }
    }
}
