package org.ipsisim.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.ipsisim.estate.Scenario;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.sip.call.Answering;
import org.ipsisim.sip.call.OutgoingCall;
import org.ipsisim.sip.call.PrackPolicy;
import org.ipsisim.sip.call.UserAgent;
import org.ipsisim.sip.digest.NonceUse;
import org.ipsisim.sip.digest.Tokens;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.proxy.SipServer;
import org.ipsisim.sip.registrar.PhoneIdentity;
import org.ipsisim.sip.registrar.RegistrarPolicy;
import org.ipsisim.sip.registrar.RegistrationAgent;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.Journal;
import org.ipsisim.sip.transaction.MessageNetwork;
import org.ipsisim.sip.transaction.SipTimers;
import org.ipsisim.sip.transaction.SipTransport;
import org.ipsisim.sip.transaction.Transfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab on real sockets of the loopback interface. */
@Timeout(600)
class LabTest {
    private static final String SCENARIO = "title: A lab\nduration: 10m\nsites: [hq, branch]\n"
            + "links: [{id: wan, between: [hq, branch]}]\n"
            + "sip:\n  session-managers: [{name: sm-1, site: hq}, {name: sm-2, site: branch}]\n"
            + "  phones: [{name: desk, site: branch, extensions: 6001-6010, controllers: [sm-1, sm-2]}]\n"
            + "  voicemail: [{name: mm-1, site: hq, extension: 7000}]\n"
            + "events:\n  - {at: 2m, fail: wan, for: 1m}\n  - {at: 4m, fail: sm-2, for: 1m}\n"
            + "expect:\n  - {phones: desk, at: 1s, in-service: 100%}\n";
    private static final Answering PLAIN = new Answering(PrackPolicy.NEVER, 100, 0);

    /** What the lab has seen and said. */
    private static final class Watch implements LabListener {
        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final List<String> notes = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch goOn = new CountDownLatch(0);

        /** At the next note the lab stands still until it may go on. */
        void standStill(CountDownLatch until) {
            goOn = until;
        }

        @Override
        public void listening(String name, Hop at) {}

        @Override
        public void message(long millis, String name, Hop own, Hop other, boolean isIncoming, SipMessage message) {
            if (name.equals("sm-1")) {
                messages.add((isIncoming ? "> " : "< ") + message.text());
            }
        }

        @Override
        public void note(long millis, String name, String rule, String text) {
            notes.add(name + " " + text);
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Watch watch = new Watch();
    private Lab lab;
    private Thread thread;
    private RealPhones phones;

    private static Scenario scenario() {
        return ScenarioReader.read("lab.yaml", SCENARIO.getBytes(StandardCharsets.UTF_8), List.of())
                .scenario()
                .orElseThrow();
    }

    @BeforeEach
    void start() throws IOException {
        SecureRandom random = new SecureRandom();
        lab = new Lab(
                scenario(),
                new Lab.Setup(InetAddress.getLoopbackAddress(), 0, Optional.of("longenough"), 1, Optional.empty()),
                random::nextLong,
                watch);
        thread = new Thread(() -> {
            try {
                lab.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        phones = new RealPhones();
    }

    @AfterEach
    void stop() throws Exception {
        phones.close();
        lab.quit();
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
        lab.close();
    }

    private UserAgent registered(String user, SipTransport transport) throws Exception {
        Hop server = lab.hop("sm-1", transport);
        UserAgent phone = phones.phone(user, "longenough", server, PLAIN);
        phones.outcomes.clear();
        RegistrationAgent registration = phone.registration(server, 300, 0.5, NonceUse.ONE_TIME, phones);
        phones.order(registration::register);
        phones.await("registered 300");
        phones.outcomes.clear();
        return phone;
    }

    @ParameterizedTest
    @EnumSource(SipTransport.class)
    void twoPhonesCallEachOtherAndHangUp(SipTransport transport) throws Exception {
        UserAgent caller = registered("6001", transport);
        registered("6002", transport);
        List<OutgoingCall> call = new CopyOnWriteArrayList<>();
        phones.order(() -> call.add(caller.call("6002", lab.hop("sm-1", transport), OutgoingCall.Offer.USUAL, phones)));
        phones.await("answered");
        phones.order(() -> call.get(0).hangUp());
        phones.await("ended");

        awaitMessages(" BYE", 4);
    }

    @Test
    void oneScriptGivesTheSameMessagesInTheLabAndInTheSimulation() throws Exception {
        UserAgent caller = registered("6001", SipTransport.UDP);
        List<OutgoingCall> call = new CopyOnWriteArrayList<>();
        phones.order(() ->
                call.add(caller.call("7000", lab.hop("sm-1", SipTransport.UDP), OutgoingCall.Offer.USUAL, phones)));
        phones.await("answered");
        phones.order(() -> call.get(0).hangUp());
        phones.await("ended");
        awaitMessages(" BYE", 4);

        // On a machine that stands still for two seconds the voicemail server answers before it hears the PRACK.
        List<String> real = shapes(watch.messages);
        List<String> simulated = shapes(simulated());
        assertThat(real).containsExactlyInAnyOrderElementsOf(simulated).hasSize(21);
        assertThat(real.stream().filter(text -> !text.contains("PRACK")))
                .containsExactlyElementsOf(simulated.stream()
                        .filter(text -> !text.contains("PRACK"))
                        .toList())
                .hasSizeGreaterThan(10);
    }

    private void awaitMessages(String part, int count) throws InterruptedException {
        for (int i = 0; i < 6000 && seen(part) < count; i++) {
            Thread.sleep(10);
        }
        assertThat(seen(part)).isEqualTo(count);
    }

    private long seen(String part) {
        return watch.messages.stream()
                .filter(text -> text.contains(part))
                .distinct()
                .count();
    }

    /** The same script under the virtual clock. */
    private static List<String> simulated() {
        Agenda agenda = new Agenda();
        SipTimers timers = new SipTimers(agenda);
        List<Transfer> sent = new ArrayList<>();
        MessageNetwork network = new MessageNetwork(agenda, (number, from, to, message) -> 1, sent::add);
        Hop server = new Hop(SipTransport.UDP, "127.0.0.1", 5060);
        Hop own = new Hop(SipTransport.UDP, "127.0.0.1", 5061);
        Hop mail = new Hop(SipTransport.UDP, "127.0.0.1", 5062);
        SipServer sm = new SipServer(
                List.of(server),
                RegistrarPolicy.of("example.com"),
                user -> Optional.of("longenough"),
                tokens("sm"),
                timers,
                network.wire(server),
                Journal.NONE,
                100);
        sm.place("7000", mail);
        UserAgent phone = agent("6001", own, PrackPolicy.NEVER, timers, network);
        UserAgent voicemail = agent("7000", mail, PrackPolicy.IF_SUPPORTED, timers, network);
        network.join(server, sm::receive);
        network.join(own, phone::receive);
        network.join(mail, voicemail::receive);
        phone.registration(server, 300, 0.5, NonceUse.ONE_TIME, listener()).register();
        agenda.runUntil(1000);
        OutgoingCall call = phone.call("7000", server, OutgoingCall.Offer.USUAL, listener());
        agenda.runUntil(5000);
        call.hangUp();
        agenda.runUntil(6000);
        return sent.stream()
                .map(transfer -> (transfer.from().equals(server) ? "< " : "> ")
                        + transfer.message().text())
                .toList();
    }

    private static RealPhones listener() {
        try {
            RealPhones listener = new RealPhones();
            listener.close();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tokens tokens(String name) {
        return Tokens.of(Draws.ofSeed(1).named(name));
    }

    private static UserAgent agent(String user, Hop at, PrackPolicy policy, SipTimers timers, MessageNetwork network) {
        return new UserAgent(
                new PhoneIdentity(user, "example.com", "longenough", at),
                new Answering(policy, 2000, 0),
                tokens(user),
                timers,
                network.wire(at),
                Journal.NONE);
    }

    /** Messages without what is random: hexadecimal texts, ports, dates, RSeq; and without repeats. */
    private static List<String> shapes(List<String> messages) {
        return messages.stream()
                .map(text -> text.replaceAll("[0-9a-f]{16,}", "T")
                        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "HOST")
                        .replaceAll("Date: [^\r]*", "Date")
                        .replaceAll("RSeq: [0-9]+", "RSeq")
                        .replaceAll("RAck: [0-9]+", "RAck"))
                .distinct()
                .toList();
    }

    @Test
    void aWrongPasswordIsRefusedAndWrittenNowhere() throws Exception {
        Hop server = lab.hop("sm-1", SipTransport.UDP);
        UserAgent phone = phones.phone("6001", "a-bad-guess", server, PLAIN);
        phones.order(phone.registration(server, 300, 0.5, NonceUse.ONE_TIME, phones)::register);
        phones.await("refused 401");

        assertThat(watch.messages.stream().distinct())
                .hasSize(4)
                .noneMatch(text -> text.contains("guess") || text.contains("longenough"));
    }

    @Test
    void damagedDatagramsAndStreamsStopNobody() throws Exception {
        SplittableRandom random = new SplittableRandom(5060);
        String good = "INVITE sip:6002@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:1;branch=z9hG4bKx\r\n"
                + "From: <sip:6001@example.com>;tag=1\r\nTo: <sip:6002@example.com>\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\n"
                + "Content-Length: 0\r\n\r\n";
        Hop server = lab.hop("sm-1", SipTransport.UDP);
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = good.getBytes(StandardCharsets.ISO_8859_1);
                for (int damage = 0; damage < 3; damage++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                bytes = random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), server.port()));
            }
        }
        for (int i = 0; i < 50; i++) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                byte[] bytes = good.getBytes(StandardCharsets.ISO_8859_1);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                socket.getOutputStream().write(bytes);
            }
        }

        registered("6001", SipTransport.UDP);
        registered("6002", SipTransport.TCP);
    }

    @Test
    void aSlowConnectionIsClosedAndAPingIsAnswered() throws Exception {
        int port = lab.hop("sm-1", SipTransport.TCP).port();
        try (Socket slow = new Socket("127.0.0.1", port);
                Socket alive = new Socket("127.0.0.1", port)) {
            slow.getOutputStream().write("OPTIONS sip:a SIP".getBytes(StandardCharsets.ISO_8859_1));
            alive.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(alive.getInputStream().readNBytes(2)).containsExactly('\r', '\n');

            slow.setSoTimeout(60_000);
            assertThat(slow.getInputStream().read()).as("closed by the lab").isEqualTo(-1);
        }
    }

    @Test
    void anAddressOfAnotherMachineHasNoFreePort() {
        assertThatThrownBy(() -> FreePort.find(InetAddress.getByName("192.0.2.1")))
                .isInstanceOf(BindException.class);
    }

    @Test
    void whatCameWhileTheMachineStoodStillIsNotTooLate() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        int port = lab.hop("sm-1", SipTransport.TCP).port();
        try (Socket early = new Socket("127.0.0.1", port);
                Socket later = new Socket("127.0.0.1", port)) {
            later.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(later.getInputStream().readNBytes(2))
                    .as("both are accepted")
                    .containsExactly('\r', '\n');

            watch.standStill(goOn);
            lab.fail("sm-2");
            early.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Thread.sleep(LabConnection.SLOWEST_MESSAGE + 200);
            goOn.countDown();

            early.setSoTimeout(60_000);
            assertThat(early.getInputStream().readNBytes(2)).containsExactly('\r', '\n');
        }
    }

    @Test
    void O04_aStunKeepAliveIsAnsweredWithWhereItCameFrom() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            socket.setSoTimeout(60_000);
            byte[] request = HexFormat.of().parseHex("000100002112a442" + "0102030405060708090a0b0c");
            int port = lab.hop("sm-1", SipTransport.UDP).port();
            socket.send(new DatagramPacket(request, request.length, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            socket.receive(answer);

            String xored = HexFormat.of().toHexDigits((short) (socket.getLocalPort() ^ 0x2112));
            assertThat(HexFormat.of().formatHex(answer.getData(), 0, answer.getLength()))
                    .as("127.0.0.1 and the port, each with the cookie in it")
                    .isEqualTo(
                            "0101000c2112a442" + "0102030405060708090a0b0c" + "00200008" + "0001" + xored + "5e12a443");
        }
    }

    /** Whoever is to be reached through the lab and must not be. */
    private record Victim(DatagramSocket datagrams, ServerSocket connections) implements AutoCloseable {
        static Victim open() throws IOException {
            InetAddress here = InetAddress.getLoopbackAddress();
            int port = FreePort.find(here);
            return new Victim(new DatagramSocket(port, here), new ServerSocket(port, 1, here));
        }

        String address() {
            return "127.0.0.1:" + connections.getLocalPort();
        }

        void assertUntouched() throws IOException {
            datagrams.setSoTimeout(300);
            connections.setSoTimeout(1);
            assertThatThrownBy(() -> datagrams.receive(new DatagramPacket(new byte[1], 1)))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> connections.accept().close()).isInstanceOf(SocketTimeoutException.class);
        }

        @Override
        public void close() throws IOException {
            datagrams.close();
            connections.close();
        }
    }

    private static String request(String method, String uri, String from, String number, String lines) {
        return "%1 %2 SIP/2.0\r\nVia: SIP/2.0/%0 127.0.0.1:9;rport;branch=z9hG4bK%4\r\nMax-Forwards: 70\r\n%5From: <%3>;tag=1\r\n"
                        .replace("%1", method)
                        .replace("%2", uri)
                        .replace("%3", from)
                        .replace("%4", number)
                        .replace("%5", lines)
                + "To: <sip:6002@example.com>\r\nCall-ID: " + number + "\r\nCSeq: 1 " + method
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    /** The status of the first final answer that a stranger gets. */
    private int ask(SipTransport transport, String request) throws IOException {
        byte[] bytes = request.replace("%0", transport.name()).getBytes(StandardCharsets.ISO_8859_1);
        int port = lab.hop("sm-1", transport).port();
        int status = 100;
        if (transport == SipTransport.TCP) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(bytes);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                while (status < 200) {
                    String line = answers.readLine();
                    status = line.startsWith("SIP/2.0 ") ? Integer.parseInt(line.substring(8, 11)) : status;
                }
            }
            return status;
        }
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(60_000);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
            while (status < 200) {
                DatagramPacket answer = new DatagramPacket(new byte[4000], 4000);
                socket.receive(answer);
                status = Integer.parseInt(new String(answer.getData(), 8, 3, StandardCharsets.ISO_8859_1));
            }
        }
        return status;
    }

    @ParameterizedTest
    @EnumSource(SipTransport.class)
    void nothingIsRelayedForStrangers(SipTransport transport) throws Exception {
        registered("6001", transport);
        registered("6002", transport);
        String user = "sip:6001@example.com";
        try (Victim victim = Victim.open()) {
            String there = "sip:6002@" + victim.address();
            String route = "Route: <sip:" + victim.address() + ";lr>\r\n";
            int server = lab.hop("sm-1", transport).port();
            String throughUs = "Route: <sip:127.0.0.1:" + server + ";lr>, <sip:" + victim.address() + ";lr>\r\n";

            assertThat(ask(transport, request("INVITE", "sip:6002@example.com", "sip:6001@elsewhere.org", "a", "")))
                    .as("from another domain")
                    .isEqualTo(403);
            assertThat(ask(transport, request("INVITE", "sip:6002@example.com", user, "b", "")))
                    .as("in the name of a user")
                    .isEqualTo(407);
            assertThat(List.of(
                            ask(transport, request("INVITE", there, user, "c", "")),
                            ask(transport, request("OPTIONS", there, user, "d", "")),
                            ask(transport, request("MESSAGE", "sip:6002@example.com", user, "e", route)),
                            ask(transport, request("INVITE", there, user, "f", throughUs)),
                            ask(transport, request("BYE", there, user, "g", throughUs))))
                    .as("to an address of the stranger's choice")
                    .allMatch(status -> status >= 400)
                    .hasSize(5);
            assertThat(ask(
                            transport,
                            request(
                                    "REGISTER",
                                    "sip:example.com",
                                    "sip:6002@example.com",
                                    "h",
                                    "Contact: <" + there + ">\r\n")))
                    .as("a binding of the stranger's choice")
                    .isEqualTo(401);

            UserAgent caller = registered("6001", transport);
            phones.order(() -> caller.call("6002", lab.hop("sm-1", transport), OutgoingCall.Offer.USUAL, phones));
            phones.await("answered");
            victim.assertUntouched();
        }
        assertThat(watch.messages.stream()
                        .filter(text -> text.startsWith("< INVITE"))
                        .distinct())
                .as("invitations that went to phones: that of the user's own call alone")
                .hasSize(1);
    }

    @Test
    void aServerThatFailsRefusesAndForgets() throws Exception {
        registered("6001", SipTransport.UDP);
        int port = lab.hop("sm-1", SipTransport.TCP).port();
        lab.fail("sm-1");
        awaitNote("sm-1 has failed: its ports are closed");
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);

        lab.restore("sm-1");
        awaitNote("sm-1 is up again, without registrations");
        UserAgent caller = registered("6002", SipTransport.UDP);
        phones.order(() -> caller.call("6001", lab.hop("sm-1", SipTransport.UDP), OutgoingCall.Offer.USUAL, phones));
        phones.await("refused 480");
    }

    private void awaitNote(String note) throws InterruptedException {
        for (int i = 0; i < 6000 && !watch.notes.contains(note); i++) {
            Thread.sleep(10);
        }
        assertThat(watch.notes).contains(note);
    }

    @Test
    void theFaultsOfTheScenarioAreThoseOfTheSessionManagers() {
        assertThat(LabFaults.of(scenario()))
                .as("the phones are at the branch: the cut of the WAN takes sm-1 from them")
                .containsExactly(
                        new LabFaults.Change(120_000, "sm-1", LabEnd.State.SILENT),
                        new LabFaults.Change(180_000, "sm-1", LabEnd.State.UP),
                        new LabFaults.Change(240_000, "sm-2", LabEnd.State.FAILED),
                        new LabFaults.Change(300_000, "sm-2", LabEnd.State.UP));
    }

    @Test
    void aFloodOfOneSourceDoesNotStopAnother() {
        RequestBudget budget = new RequestBudget(2000);
        int flooded = 0;
        int other = 0;
        for (int i = 0; i < 100_000; i++) {
            flooded += budget.allows("flood", 0) ? 1 : 0;
            if (i % 1000 == 999) {
                other += budget.allows("phone", 0) ? 1 : 0;
            }
        }
        assertThat(flooded).isBetween(1900, 2000);
        assertThat(other).isEqualTo(100);
        assertThat(budget.allows("flood", 1000)).as("in the next second").isTrue();
    }

    @Test
    void whatAPauseOfTheMachineHasLeftOverIsMadeUp() {
        RequestBudget budget = new RequestBudget(2000);
        int served = 0;
        for (int i = 0; i < 20_000; i++) {
            long arrives = i / 2;
            boolean isPaused = arrives % 1000 >= 700;
            served += budget.allows("phones", isPaused ? arrives / 1000 * 1000 + 1000 : arrives) ? 1 : 0;
        }
        assertThat(served)
                .as("at 2000 a second, with a pause of 300 ms in each")
                .isEqualTo(20_000);

        int refused = 0;
        for (int i = 0; i < 30_000; i++) {
            refused += budget.allows("phones", 10_000 + i / 3) ? 0 : 1;
        }
        assertThat(refused)
                .as("at 3000 a second for 10 s, with one second saved up")
                .isBetween(8000, 9000);
    }
}
