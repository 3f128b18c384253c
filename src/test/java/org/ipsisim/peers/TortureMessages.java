package org.ipsisim.peers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Messages after RFC 4475, some of them valid and strange, most of them wrong, and endless damaged copies of them. */
final class TortureMessages {
    private static final String COMMON =
            "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK%1\r\nFrom: <sip:6001@example.com>;tag=%1\r\n"
                    + "To: <sip:6002@example.com>\r\nCall-ID: %1\r\n";
    private static final String END = "Content-Length: 0\r\n\r\n";

    private final List<byte[]> messages = new ArrayList<>();
    private final SplittableRandom random;

    TortureMessages(long seed) {
        random = new SplittableRandom(seed);
        String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n";
        // 3.1.1.1 unusual blanks, names and folds; 3.1.1.2 unusual methods; 3.1.1.3 escapes; 3.1.1.4 escaped nulls
        add(
                "INVITE sip:6002@example.com;unknownparam SIP/2.0",
                "TO :\r\n sip:6002@example.com ;   tag    = 1\r\n"
                        + "from : \"J Rosenberg \\\\\\\"\"       <sip:6001@example.com>\r\n  ;\r\n  tag = 98asjd8\r\nMaX-fOrWaRdS: 0068\r\n"
                        + "Call-ID: x\r\ncseq: 0009\r\n  INVITE\r\nv:  SIP  / 2.0  / UDP\r\n    127.0.0.1:9;branch=z9hG4bKx\r\n"
                        + "l: 0\r\n\r\n");
        add(
                "!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:"
                        + "&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0",
                common("CSeq: 139122385 !interesting-Method0123456789_*+`.%indeed'~") + END);
        add("INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0", common("CSeq: 1 INVITE") + END);
        add(
                "REGISTER sip:example.com SIP/2.0",
                common("CSeq: 1 REGISTER\r\nContact: <sip:%00@127.0.0.1>, <sip:%00%00@127.0.0.1>") + END);
        // 3.1.1.6 no reason; 3.1.1.13 a second request behind the first; 3.1.1.8 long values
        add("SIP/2.0 100 ", common("CSeq: 1 INVITE") + END);
        add(
                "REGISTER sip:example.com SIP/2.0",
                common("CSeq: 1 REGISTER") + END + "INVITE sip:6002@example.com SIP/2.0\r\n" + common("CSeq: 1 INVITE")
                        + END);
        add(
                "INVITE sip:" + "x".repeat(3000) + "@example.com SIP/2.0",
                common("CSeq: 1 INVITE\r\nX: " + "y".repeat(30_000)) + END);
        // 3.1.2.1 to 3.1.2.19: wrong
        add(
                "INVITE sip:6002@example.com SIP/2.0",
                common(
                                "CSeq: 1 INVITE\r\nContact: \"Joe\" <sip:joe@example.org>;;;;\r\nVia: SIP/2.0/UDP 192.0.2.15;;,;,,")
                        + END);
        add("INVITE sip:6002@example.com SIP/2.0", common("CSeq: 1 INVITE") + "Content-Length: 9999\r\n\r\n" + sdp);
        add("INVITE sip:6002@example.com SIP/2.0", common("CSeq: 1 INVITE") + "Content-Length: -999\r\n\r\n" + sdp);
        add(
                "REGISTER sip:example.com SIP/2.0",
                common(
                                "CSeq: 36893488147419103232 REGISTER\r\nMax-Forwards: 300\r\nExpires: 1000000000000000000000000\r\nContact: <sip:6001@127.0.0.1>;expires=280297596632815")
                        + END);
        add("INVITE \"Watson, Thomas\" < sip:t.watson@example.org > SIP/2.0", common("CSeq: 1 INVITE") + END);
        add("INVITE <sip:6002@example.com> SIP/2.0", common("CSeq: 1 INVITE") + END);
        add("INVITE sip:6002@example.com; lr SIP/2.0", common("CSeq: 1 INVITE") + END);
        add("OPTIONS sip:6002@example.com  SIP/2.0 ", common("CSeq: 1 OPTIONS") + END);
        add("OPTIONS sip:example.com SIP/7.0", common("CSeq: 1 OPTIONS") + END);
        add("OPTIONS sip:6002@example.com SIP/2.0", common("CSeq: 1 INVITE") + END);
        add("SIP/2.0 4294967301 better not break the receiver", common("CSeq: 1 INVITE") + END);
        // 3.3: what a transaction cannot use
        add("INVITE sip:6002@example.com SIP/2.0", "CSeq: 1 INVITE\r\n\r\n");
        add("INVITE nobodyKnowsThisScheme:totallyopaque SIP/2.0", common("CSeq: 1 INVITE") + END);
        add(
                "REGISTER sip:example.com SIP/2.0",
                common(
                                "CSeq: 1 REGISTER\r\nContact: *\r\nContact: <sip:6001@127.0.0.1>\r\nCall-ID: another\r\nCSeq: 5 INVITE")
                        + END);
        add(
                "INVITE sip:6002@example.com SIP/2.0",
                common("CSeq: 1 INVITE") + "Content-Length: 5\r\nContent-Length: 3\r\n\r\nhello");
        add(
                "OPTIONS sip:6002@example.com SIP/2.0",
                common("CSeq: 1 OPTIONS\r\nMax-Forwards: 0\r\nRoute: <sip:192.0.2.1;lr>\r\nProxy-Require: nothing")
                        + END);
        // what a phone sends, to be damaged
        add(
                "INVITE sip:6002@example.com SIP/2.0",
                common(
                                "CSeq: 1 INVITE\r\nContact: <sip:6001@127.0.0.1:9>\r\nSupported: 100rel\r\nContent-Type: application/sdp")
                        + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp);
        add(
                "REGISTER sip:example.com SIP/2.0",
                common(
                                "CSeq: 2 REGISTER\r\nContact: <sip:6001@127.0.0.1:9>\r\nAuthorization: Digest username=\"6001\", realm=\"example.com\", nonce=\"1\", uri=\"sip:example.com\", response=\"0\", algorithm=MD5, cnonce=\"c\", qop=auth, nc=00000001")
                        + END);
    }

    private static String common(String more) {
        return COMMON + more + "\r\n";
    }

    private void add(String first, String rest) {
        messages.add(
                (first + "\r\n" + rest.replace("%1", "t" + messages.size())).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The messages as they are. */
    List<byte[]> all() {
        return messages;
    }

    /** One of them with a few bytes changed, or cut off. */
    byte[] damaged() {
        byte[] bytes = messages.get(random.nextInt(messages.size())).clone();
        for (int damage = random.nextInt(4); damage > 0; damage--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
