package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** A REGISTER as sipp sends it; after a challenge with credentials. */
    private static String register(int cseq, String credentials) {
        return """
                <send retrans="500" start_rtd="%1"><![CDATA[
                REGISTER sip:example.com SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                Max-Forwards: 70
                From: <sip:[field0]@example.com>;tag=[call_number]
                To: <sip:[field0]@example.com>
                Call-ID: [call_id]
                CSeq: %1 REGISTER
                Contact: <sip:[field0]@[local_ip]:[local_port]>
                Expires: 3600
                %2Content-Length: 0

                ]]></send>
                """.replace("%1", String.valueOf(cseq)).replace("%2", credentials);
    }

    /** Lets phones register, each with a challenge, and returns the times of all answers in milliseconds, in order. */
    private List<Double> registrations(int port, int from, int perSecond, int phones) throws Exception {
        Files.writeString(
                folder.resolve("register.xml"),
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n<scenario name=\"register\">\n"
                        + register(1, "")
                        + "<recv response=\"401\" auth=\"true\" rtd=\"1\"/>\n" + register(2, "[field1]\n")
                        + "<recv response=\"200\" rtd=\"2\"/>\n</scenario>\n");
        Files.writeString(
                folder.resolve("users.csv"),
                "SEQUENTIAL\n"
                        + IntStream.rangeClosed(6001, 9999)
                                .mapToObj(user ->
                                        user + ";[authentication username=" + user + " password=" + user + "]\n")
                                .collect(Collectors.joining()));
        Peer.SIPP.run(
                folder,
                ("127.0.0.1:" + port + " -sf register.xml -inf users.csv -auth_uri example.com -i 127.0.0.1 -p " + from
                                + " -r " + perSecond + " -m " + phones
                                + " -l 5000 -trace_rtt -rtt_freq 1 -nostdin -timeout 40s")
                        .split(" "));
        List<Double> times = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*_rtt.csv")) {
            for (Path file : files) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> Double.valueOf(line.split(";")[1]))
                        .forEach(times::add);
                Files.delete(file);
            }
        }
        Collections.sort(times);
        return times;
    }

    @Test
    void theLabAnswersTwoThousandRegistersASecondAndNinetyNineOfAHundredWithin50Milliseconds() throws Exception {
        try (RunningLab lab = new RunningLab(RunningLab.TWO_SESSION_MANAGERS)) {
            lab.mute();
            int from = freePort();
            registrations(lab.port("sm-1"), from, 300, 3000);

            List<Double> times = registrations(lab.port("sm-1"), from, 995, 12_000);

            assertThat(times).as("a challenge and a success each").hasSize(24_000);
            assertThat(times.get(times.size() * 99 / 100)).as("milliseconds").isLessThan(50);
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
                        .isGreaterThanOrEqualTo(CALLS);
            }
        }
    }
}
