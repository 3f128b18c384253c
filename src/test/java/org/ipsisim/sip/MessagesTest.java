package org.ipsisim.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ipsisim.golden.ProcessorTime;
import org.ipsisim.sip.message.CSeq;
import org.ipsisim.sip.message.HeaderField;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageCheck;
import org.ipsisim.sip.message.MessageReader;
import org.ipsisim.sip.message.MessageStream;
import org.ipsisim.sip.message.NameAddress;
import org.ipsisim.sip.message.RAck;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.ipsisim.sip.message.SipUri;
import org.ipsisim.sip.message.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages read and written; the strange ones of RFC 4475 among them. */
class MessagesTest {
    /** RFC 4475 section 3.1.1.1, shortened: everything is unusual, nothing is wrong. */
    private static final String TORTUOUS = "INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0\r\n"
            + "TO :\r\n sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n\r\n"
            + "from   : \"J Rosenberg \\\\\\\"\"       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8\r\n"
            + "MaX-fOrWaRdS: 0068\r\n"
            + "Call-ID: wsinv.ndaksdj@192.0.2.1\r\n"
            + "Content-Length   : 3\r\n"
            + "cseq: 0009\r\n  INVITE\r\n"
            + "Via  : SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=390skdjuw\r\n"
            + "s :\r\n"
            + "NewFangledHeader:   newfangled value\r\n continued newfangled value\r\n"
            + "UnknownHeaderWithUnusualValue: ;;,,;;,;\r\n"
            + "Content-Type: application/sdp\r\n"
            + "Route:\r\n <sip:services.example.com;lr;unknownwith=value;unknown-no-value>\r\n"
            + "v:  SIP  / 2.0  / TCP     spindle.example.com   ;\r\n"
            + "  branch  =   z9hG4bK9ikj8  ,\r\n SIP  /    2.0   / UDP  192.168.255.111   ; branch=\r\n"
            + " z9hG4bK30239\r\n"
            + "m:\"Quoted string \\\"\\\"\" <sip:jdrosen@example.com> ; newparam =\r\n"
            + "      newvalue ;\r\n  secondparam ; q = 0.33\r\n"
            + "\r\nv=0";

    private static SipMessage read(String text) throws MalformedMessage {
        return MessageReader.read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aTortuousMessageIsUnderstood() throws MalformedMessage {
        SipMessage message = read(TORTUOUS);

        assertThat(MessageCheck.problems(message)).isEmpty();
        assertThat(message.headers().tag("To")).isEqualTo("1918181833n");
        assertThat(message.headers().address("From").orElseThrow().name()).isEqualTo("J Rosenberg \\\"");
        assertThat(message.headers().tag("From")).isEqualTo("98asjd8");
        assertThat(message.headers().cseq()).contains(new CSeq(9, "INVITE"));
        assertThat(message.headers().findNumber("Max-Forwards")).contains(68L);
        assertThat(message.headers().list("Via"))
                .extracting(via -> Via.find(via).orElseThrow().branch())
                .containsExactly("390skdjuw", "z9hG4bK9ikj8", "z9hG4bK30239");
        assertThat(message.headers()
                        .address("Contact")
                        .orElseThrow()
                        .parameters()
                        .find("q"))
                .contains("0.33");
        assertThat(message.header("NEWFANGLEDHEADER")).isEqualTo("newfangled value continued newfangled value");
        assertThat(message.header("UnknownHeaderWithUnusualValue")).isEqualTo(";;,,;;,;");
        assertThat(message.body()).isEqualTo("v=0");
    }

    @Test
    void orderAndSpellingAreKept() throws MalformedMessage {
        SipMessage message = read(TORTUOUS);

        assertThat(message.headers().fields())
                .extracting(HeaderField::name)
                .containsExactly(
                        "TO",
                        "from",
                        "MaX-fOrWaRdS",
                        "Call-ID",
                        "Content-Length",
                        "cseq",
                        "Via",
                        "s",
                        "NewFangledHeader",
                        "UnknownHeaderWithUnusualValue",
                        "Content-Type",
                        "Route",
                        "v",
                        "m");
        assertThat(read(message.text())).isEqualTo(message);
    }

    @Test
    void everyByteSurvives() throws MalformedMessage {
        StringBuilder body = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            body.append(c);
        }
        String text = "MESSAGE sip:a@b SIP/2.0\r\nSubject: J\u00c3\u00bcrgen\r\nContent-Length: 256\r\n\r\n" + body;

        assertThat(read(text).text()).isEqualTo(text);
    }

    @Test
    void aDatagramEndsWhereContentLengthSays() throws MalformedMessage {
        assertThat(read("OPTIONS sip:a SIP/2.0\r\nl: 2\r\n\r\nabcdef").body()).isEqualTo("ab");
        assertThat(read("OPTIONS sip:a SIP/2.0\r\n\r\nabcdef").body()).isEqualTo("abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "OPTIONS sip:a SIP/2.0",
                "OPTIONS sip:a SIP/2.0\r\nTo: x",
                "OPTIONS sip:a SIP/7.0\r\n\r\n",
                "OPTIONS <sip:a> SIP/2.0\r\n\r\n",
                "OPTIONS sip:a b SIP/2.0\r\n\r\n",
                "OPTIONS  sip:a SIP/2.0\r\n\r\n",
                "OPTIONS sip:a SIP/2.0 \r\n\r\n",
                "SIP/2.0 4294967301 better not break the receiver\r\n\r\n",
                "SIP/2.0 99 too low\r\n\r\n",
                "SIP/2.0\r\n\r\n",
                "OPTIONS sip:a SIP/2.0\r\nno colon\r\n\r\n",
                "OPTIONS sip:a SIP/2.0\r\n: no name\r\n\r\n",
                "OPTIONS sip:a SIP/2.0\r\nContent-Length: -999\r\n\r\n",
                "OPTIONS sip:a SIP/2.0\r\nContent-Length: 9999\r\n\r\nshort",
                "OPTIONS sip:a SIP/2.0\r\nContent-Length: 99999999999999999999\r\n\r\n"
            })
    void whatIsNoMessageIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        MalformedMessage.class,
                        e -> assertThat(e.reason()).isNotBlank().doesNotContain("null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CSeq: 36893488147419103232 REGISTER | CSeq is not a number below 2147483648 and a method",
                "CSeq: 1 INVITE | CSeq names INVITE, the request is REGISTER",
                "From: no address here | From is no address",
                "To: \"unterminated <sip:a@b> | To is no address",
                "Call-ID: | Call-ID is empty",
                "Max-Forwards: many | Max-Forwards is not a number",
                "Via: HTTP/1.1/TCP host | Via cannot be read",
                "Via: SIP/2.0/UDP 10.0.0.1:99999 | Via cannot be read",
            })
    void whatEveryMessageNeedsIsChecked(String line, String problem) {
        int colon = line.indexOf(':');
        SipRequest good = Bench.register("a", 1);
        assertThat(MessageCheck.problems(good)).isEmpty();

        SipRequest bad = good.withHeaders(good.headers()
                .with(line.substring(0, colon), line.substring(colon + 1).strip()));

        assertThat(MessageCheck.problems(bad)).contains(problem);
    }

    @Test
    void aMissingOrDoubledFieldIsNamed() {
        SipRequest good = Bench.register("a", 1);

        assertThat(MessageCheck.problems(good.withHeaders(good.headers().without("To"))))
                .containsExactly("To is missing");
        assertThat(MessageCheck.problems(good.withHeaders(good.headers().plus("i", "another"))))
                .containsExactly("Call-ID stands 2 times");
    }

    @Test
    void aResponseCopiesWhatIdentifiesItsRequest() throws MalformedMessage {
        SipResponse response = ((SipRequest) read(TORTUOUS)).response(180);

        assertThat(response.text())
                .startsWith("SIP/2.0 180 Ringing\r\nVia: SIP  /   2.0 /UDP 192.0.2.2;branch=390skdjuw\r\nVia:")
                .contains("\r\nTo: sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n\r\n")
                .endsWith("\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void ownMessagesHaveTheOrderOfTheContract() {
        SipRequest mixed = (SipRequest) Bench.message("INVITE sip:a SIP/2.0\nContent-Length: 0\nContent-Type: x/y\n"
                + "Supported: 100rel\nX-Own: 1\nMax-Forwards: 70\nContact: <sip:a>\nCSeq: 1 INVITE\nCall-ID: c\n"
                + "To: <sip:a>\nFrom: <sip:b>\nRoute: <sip:r>\nRecord-Route: <sip:r>\nVia: SIP/2.0/UDP h\n\n");

        assertThat(mixed.headers().inOrder().fields())
                .extracting(HeaderField::name)
                .containsExactly(
                        "Via",
                        "Record-Route",
                        "Route",
                        "From",
                        "To",
                        "Call-ID",
                        "CSeq",
                        "Contact",
                        "Max-Forwards",
                        "Supported",
                        "Content-Type",
                        "X-Own",
                        "Content-Length");
    }

    /** The examples of RFC 3261 section 19.1.4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "sip:%61lice@atlanta.com;transport=TCP sip:alice@AtlanTa.CoM;Transport=tcp true",
                "sip:carol@chicago.com sip:carol@chicago.com;newparam=5 true",
                "sip:carol@chicago.com;security=on sip:carol@chicago.com;newparam=5 true",
                "sip:carol@chicago.com;security=on sip:carol@chicago.com;security=off false",
                "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com"
                        + " sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com true",
                "sip:alice@atlanta.com?subject=project%20x&priority=urgent"
                        + " sip:alice@atlanta.com?priority=urgent&subject=project%20x true",
                "SIP:ALICE@AtLanTa.CoM;Transport=udp sip:alice@AtLanTa.CoM;Transport=UDP false",
                "sip:bob@biloxi.com sip:bob@biloxi.com:5060 false",
                "sip:bob@biloxi.com sip:bob@biloxi.com;transport=udp false",
                "sip:bob@biloxi.com sip:bob@biloxi.com:6000;transport=tcp false",
                "sip:carol@chicago.com sip:carol@chicago.com?Subject=next%20meeting false",
                "sip:bob@phone21.boxesbybob.com sip:bob@192.0.2.4 false",
                "sip:bob@biloxi.com sips:bob@biloxi.com false",
                "sip:a%2Fb@host sip:a/b@host false"
            })
    void S09_urisAreComparedByTheirRules(String one, String other, boolean equal) {
        SipUri first = SipUri.find(one).orElseThrow();
        SipUri second = SipUri.find(other).orElseThrow();

        assertThat(first.isEquivalent(second)).isEqualTo(equal);
        assertThat(second.isEquivalent(first)).isEqualTo(equal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sip:",
                "sip:@host",
                "tel:+15551212",
                "sip:a@b c",
                "sip:a@b:port",
                "sip:a@b:70000",
                "mailto:a@b"
            })
    void whatIsNoSipUriIsNotRead(String text) {
        assertThat(SipUri.find(text)).isEmpty();
    }

    @Test
    void aUriIsWrittenAsItWasRead() {
        for (String text : List.of(
                "sip:h", "sips:u:pw@h:5061;lr;x=y?a=b", "sip:6001@[2001:db8::1]:5062;transport=tcp", "sip:a;b@h")) {
            assertThat(SipUri.find(text).orElseThrow()).hasToString(text);
        }
        assertThat(SipUri.find("sip:6001@[2001:db8::1]:5062").orElseThrow().portOrUsual())
                .isEqualTo(5062);
    }

    @Test
    void anAddressWithoutBracketsKeepsItsParametersForTheField() {
        NameAddress address = NameAddress.find("sip:a@b;tag=1").orElseThrow();

        assertThat(address.uri()).isEqualTo("sip:a@b");
        assertThat(address.tag()).isEqualTo("1");
        assertThat(NameAddress.find("\"a, <b>\" <sip:c@d>;x").orElseThrow().name())
                .isEqualTo("a, <b>");
    }

    @Test
    void P11_aRAckHasThreeParts() {
        assertThat(RAck.find("776656 1 INVITE")).contains(new RAck(776656, new CSeq(1, "INVITE")));
        assertThat(RAck.find("1 1")).isEmpty();
        assertThat(RAck.find("x 1 INVITE")).isEmpty();
    }

    @Test
    void P17_optionTagsAndNamesAreReadInAnyCapitals() {
        SipMessage ringing = Bench.message("SIP/2.0 180 Ringing\nVia: SIP/2.0/UDP h\nFrom: <sip:a@b>;tag=1\n"
                + "To: <sip:c@d>;tag=2\nCall-ID: x\nCSeq: 1 INVITE\nREQUIRE: 100Rel\nRseq: 1\n\n");

        assertThat(((SipResponse) ringing).isReliable()).isTrue();
    }

    @Test
    void aStreamIsTakenApartHoweverItArrives() throws MalformedMessage {
        String one = Bench.register("a", 1, "Content-Length: 0").text();
        String two = Bench.register("b", 1, "Content-Length: 0").text().replace("h: 0", "h: 4") + "body";
        byte[] bytes = (one + "\r\n\r\n" + two + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int size : List.of(1, 7, 100, bytes.length)) {
            MessageStream stream = new MessageStream();
            List<String> read = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                int length = Math.min(size, bytes.length - from);
                byte[] chunk = new byte[length];
                System.arraycopy(bytes, from, chunk, 0, length);
                stream.add(chunk, length);
                for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                    read.add(next.get().text());
                }
            }
            assertThat(read).as("in pieces of " + size).containsExactly(one, two);
            assertThat(stream.takePings()).isEqualTo(2);
            assertThat(stream.takePings()).isZero();
        }
    }

    @Test
    void aStreamThatNeverEndsIsGivenUp() {
        MessageStream stream = new MessageStream();
        byte[] bytes = "X".repeat(1000).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        stream.add(bytes, bytes.length);
                        assertThat(stream.next()).isEmpty();
                    }
                })
                .isInstanceOf(MalformedMessage.class);
    }

    static List<Character> characters() {
        List<Character> all = new ArrayList<>();
        for (char c = 0; c < 128; c++) {
            all.add(c);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("characters")
    void aMessageOfOneCharacterTakesNoTime(char c) {
        String many = String.valueOf(c).repeat(60_000);
        ProcessorTime time = new ProcessorTime();
        for (String text : List.of(
                many,
                "OPTIONS " + many + " SIP/2.0\r\n\r\n",
                "OPTIONS sip:a SIP/2.0\r\nVia: " + many + "\r\nContact: " + many + "\r\nAuthorization: Digest " + many
                        + "\r\n\r\n")) {
            try {
                lookAtEverything(read(text));
            } catch (MalformedMessage e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
        time.requireLessThan(Duration.ofSeconds(2), "character " + (int) c);
    }

    private static void lookAtEverything(SipMessage message) {
        MessageCheck.problems(message);
        message.headers().list("Contact").forEach(NameAddress::find);
        message.headers().list("Via").forEach(Via::find);
        message.headers().address("Contact").flatMap(NameAddress::sipUri).ifPresent(SipUri::addressOfRecord);
    }

    @Test
    void aHundredThousandDamagedMessagesHarmNobody() {
        SplittableRandom random = new SplittableRandom(14);
        Bench bench = new Bench();
        List<String> good = List.of(
                TORTUOUS,
                Bench.register(
                                "a",
                                1,
                                "Contact: <sip:6001@10.0.1.1>;expires=60",
                                "Authorization: Digest username=\"6001\","
                                        + " realm=\"example.com\", nonce=\"x\", uri=\"sip:example.com\", response=\"y\"")
                        .text(),
                "INVITE sip:6002@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.1.1;branch=z9hG4bK1\r\nFrom:"
                        + " <sip:6001@example.com>;tag=1\r\nTo: <sip:6002@example.com>\r\nCall-ID: c\r\nCSeq: 1"
                        + " INVITE\r\nContact: <sip:6001@10.0.1.1>\r\nRoute: <sip:10.0.0.1;lr>\r\n\r\n");
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = damaged(good.get(i % good.size()), random);
            try {
                SipMessage message = MessageReader.read(bytes);
                read++;
                bench.server.receive(message, bench.hop(6001));
            } catch (MalformedMessage e) {
                assertThat(e.reason()).isNotBlank();
            }
            bench.run(bench.agenda.now() + 1);
        }
        assertThat(read).as("messages that could be read").isBetween(10_000, 99_000);
        bench.run(bench.agenda.now() + Duration.ofMinutes(10).toMillis());
        assertThat(bench.server.size()).as("transactions left").isZero();
        assertThat(bench.server.registrar().size()).isZero();

        bench.register(bench.phone(6001, Calls.NORMAL));
        assertThat(bench.outcomes).containsExactly("registered 900");
    }

    private static byte[] damaged(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 ->
                    System.arraycopy(
                            bytes, at, bytes, random.nextInt(at + 1), random.nextInt(Math.min(40, bytes.length - at)));
                default -> {
                    if (random.nextInt(4) == 0) {
                        bytes = Arrays.copyOf(bytes, at + 1);
                    }
                }
            }
        }
        return bytes;
    }
}
