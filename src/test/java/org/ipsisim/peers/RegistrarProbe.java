package org.ipsisim.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.sip.digest.Challenge;
import org.ipsisim.sip.digest.Credentials;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageReader;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.SipHeaders;
import org.ipsisim.sip.message.SipResponse;

/** Asks a registrar one thing after another, as user 6001 of example.com, and writes down in short what it answers. */
final class RegistrarProbe implements AutoCloseable {
    private static final String HOME = "<sip:6001@127.0.0.1:9001>";
    private static final String AWAY = "<sip:6001@127.0.0.1:9002>";

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final int port;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private int sent;
    private long cseq;
    private String lastSent = "";
    private String lastAuthorization = "";
    private SipResponse last;

    private RegistrarProbe(int port) throws IOException {
        this.port = port;
        socket.setSoTimeout(3000);
    }

    /** What a registrar answers, by the name of the step. */
    static Map<String, String> ask(int port) throws IOException {
        try (RegistrarProbe probe = new RegistrarProbe(port)) {
            probe.registration();
            probe.lifetimes();
            probe.removal();
            probe.refusals();
            return probe.answers;
        }
    }

    private void registration() throws IOException {
        step("OPTIONS to the server", send(request("OPTIONS", "sip:127.0.0.1", ++cseq, "Call-ID: options")));
        step("REGISTER without credentials", send(register(++cseq, "Contact: " + HOME)));
        step("with a wrong password", authorized("wrong", ++cseq, "Contact: " + HOME));
        step("with the right one", authorized("6001", ++cseq, "Contact: " + HOME));
        step("the same datagram again", send(lastSent));
        step("the same nonce again", send(register(++cseq, lastAuthorization, "Contact: " + HOME)));
        step("a refresh", authorized("6001", ++cseq, "Contact: " + HOME));
        step("the same CSeq again", authorized("6001", cseq, "Contact: " + HOME));
        step("a lower CSeq", authorized("6001", cseq - 3, "Contact: " + HOME));
        step("no Contact", authorized("6001", ++cseq));
        step("a second contact", authorized("6001", ++cseq, "Contact: " + AWAY));
        step("the first contact with SIP: for sip:", authorized("6001", ++cseq, "Contact: <SIP:6001@127.0.0.1:9001>"));
        authorized("6001", ++cseq, "Contact: *", "Expires: 0");
    }

    private void lifetimes() throws IOException {
        step("Expires: 300", authorized("6001", ++cseq, "Contact: " + HOME, "Expires: 300"));
        step(
                "expires=120 beside Expires: 300",
                authorized("6001", ++cseq, "Contact: " + HOME + ";expires=120", "Expires: 300"));
        step("Expires: 10", authorized("6001", ++cseq, "Contact: " + HOME, "Expires: 10"));
        step("Expires: soon", authorized("6001", ++cseq, "Contact: " + HOME, "Expires: soon"));
        step("Expires: 999999", authorized("6001", ++cseq, "Contact: " + HOME, "Expires: 999999"));
    }

    private void removal() throws IOException {
        step("Contact: * with Expires: 300", authorized("6001", ++cseq, "Contact: *", "Expires: 300"));
        step("Contact: * beside another", authorized("6001", ++cseq, "Contact: *", "Contact: " + HOME, "Expires: 0"));
        authorized("6001", ++cseq, "Contact: " + AWAY);
        step("unregister one", authorized("6001", ++cseq, "Contact: " + AWAY, "Expires: 0"));
        step("unregister it again", authorized("6001", ++cseq, "Contact: " + AWAY, "Expires: 0"));
        step("unregister all without credentials", send(register(++cseq, "Contact: *", "Expires: 0")));
        step("unregister all", authorized("6001", ++cseq, "Contact: *", "Expires: 0"));
        step("nobody is left", authorized("6001", ++cseq));
        String eleven = "";
        for (int i = 1; i <= 11; i++) {
            eleven += (i > 1 ? ", " : "Contact: ") + "<sip:6001@127.0.0.1:91" + (10 + i) + ">";
        }
        step("eleven contacts", authorized("6001", ++cseq, eleven));
        authorized("6001", ++cseq, "Contact: *", "Expires: 0");
    }

    private void refusals() throws IOException {
        step("Require: frobnicate", authorized("6001", ++cseq, "Contact: " + HOME, "Require: frobnicate"));
        step("Contact: nonsense", authorized("6001", ++cseq, "Contact: <<"));
        String good = register(++cseq, "Contact: " + HOME);
        step("a user in the Request-URI", send(good.replace("REGISTER sip:", "REGISTER sip:6001@")));
        step("no Call-ID", send(good.replaceAll("Call-ID: .*\r\n", "")));
        step("no From", send(good.replaceAll("From: .*\r\n", "")));
        step("CSeq of another method", send(good.replace(cseq + " REGISTER", cseq + " INVITE")));
        step(
                "Max-Forwards: 0",
                send(request("OPTIONS", "sip:6002@example.com", ++cseq, "Call-ID: hops")
                        .replace("Max-Forwards: 70", "Max-Forwards: 0")));
        step("SIP/3.0", send(good.replace("example.com SIP/2.0", "example.com SIP/3.0")));
    }

    private void step(String name, String answer) {
        answers.put(name, answer);
    }

    private String request(String method, String uri, long number, String... lines) {
        String more = Arrays.stream(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\r\n"));
        return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort()
                + ";branch=z9hG4bK-probe-" + ++sent + "\r\nFrom: <sip:6001@example.com>;tag=probe\r\n"
                + "To: <sip:6001@example.com>\r\nCSeq: " + number + " " + method + "\r\nMax-Forwards: 70\r\n" + more
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    private String register(long number, String... lines) {
        String[] all = Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = "Call-ID: probe";
        return request("REGISTER", "sip:example.com", number, all);
    }

    /** Sends it without credentials first, and again with those that the challenge asks for. */
    private String authorized(String password, long number, String... lines) throws IOException {
        exchange(request("REGISTER", "sip:example.com", 1, "Call-ID: asks-" + sent));
        Challenge challenge =
                Challenge.first(last.headers().list("WWW-Authenticate")).orElseThrow();
        lastAuthorization = "Authorization: "
                + Credentials.answer(challenge, "6001", password, "REGISTER", "sip:example.com", "cnonce", 1);
        String[] all = Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = lastAuthorization;
        return send(register(number, all));
    }

    private String send(String message) throws IOException {
        lastSent = message;
        return exchange(message);
    }

    private String exchange(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        try {
            socket.receive(packet);
            last = (SipResponse) MessageReader.read(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException e) {
            return "nothing";
        } catch (MalformedMessage e) {
            throw new IOException(e);
        }
        return shape(last);
    }

    /** The status, and the fields that say why or what is registered. */
    private static String shape(SipResponse response) {
        SipHeaders headers = response.headers();
        List<String> listed = response.isSuccess() ? headers.list("Contact") : List.of();
        if (listed.size() > 3) {
            return response.status() + " " + listed.size() + " contacts";
        }
        String contacts = listed.stream()
                .map(NameAddress::find)
                .flatMap(Optional::stream)
                .map(contact -> contact.uri().replaceAll(".*:", "") + "=" + round(contact))
                .sorted()
                .collect(Collectors.joining(" "));
        String why = List.of("Unsupported", "Min-Expires").stream()
                .flatMap(name -> headers.find(name).stream().map(value -> " " + name + ": " + value))
                .collect(Collectors.joining());
        boolean isStale = Challenge.first(headers.list("WWW-Authenticate"))
                .filter(Challenge::stale)
                .isPresent();
        return response.status() + why + (isStale ? " stale" : "") + (contacts.isEmpty() ? "" : " " + contacts);
    }

    /** A second may have passed. */
    private static long round(NameAddress contact) {
        return (contact.parameters().findNumber("expires").orElse(-1L) + 9) / 10 * 10;
    }

    @Override
    public void close() {
        socket.close();
    }
}
