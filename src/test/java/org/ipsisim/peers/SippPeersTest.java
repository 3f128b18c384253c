package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ipsisim.ladder.SippFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that {@code sip ladder --sipp} writes, run by sipp. */
@Tag("peers")
class SippPeersTest {
    private static final int CALLS = 10;

    @TempDir
    private Path folder;

    @BeforeEach
    void sipp() {
        Peer.SIPP.assumeInstalled();
    }

    private void export(String call) throws IOException {
        ShippedLadders shipped = ShippedLadders.all().stream()
                .filter(each -> each.name().endsWith(call))
                .findFirst()
                .orElseThrow();
        for (Map.Entry<String, String> file : SippFiles.of(shipped.ladder()).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.ISO_8859_1);
        }
    }

    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void callsTo(int port, String transport) throws IOException, InterruptedException {
        Peer.SIPP.run(
                folder,
                ("127.0.0.1:" + port + " -sf uac.xml -i 127.0.0.1 -p " + freePort() + " -t " + transport + " -m "
                                + CALLS + " -r 10 -nostdin -timeout 40s")
                        .split(" "));
    }

    @ParameterizedTest
    @CsvSource({"prack.yaml voicemail, u1", "prack.yaml voicemail, t1", "prack.yaml lossy, u1"})
    void callerAndCalleeGoThroughTenOfTenCalls(String call, String transport) throws Exception {
        export(call);
        int port = freePort();
        Process callee = Peer.SIPP.start(
                folder,
                "callee",
                ("-sf uas.xml -i 127.0.0.1 -p " + port + " -t " + transport + " -m " + CALLS + " -nostdin -timeout 40s")
                        .split(" "));
        Thread.sleep(500);

        callsTo(port, transport);

        assertThat(callee.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(callee.exitValue()).isZero();
    }

    @Test
    void theCallerGoesThroughTenOfTenCallsWithJainSip() throws Exception {
        export("prack.yaml voicemail");
        int port = freePort();
        try (JainServer server = new JainServer(port)) {
            callsTo(port, "u1");

            assertThat(server.failures()).isEmpty();
            for (String method : List.of("INVITE", "PRACK", "ACK", "BYE")) {
                assertThat(Collections.frequency(server.requests, method))
                        .as(method)
                        .isEqualTo(CALLS);
            }
        }
    }
}
