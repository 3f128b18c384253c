package org.ipsisim.peers;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.SIPHeaderList;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.message.SipRequest;
import org.ipsisim.sip.message.SipResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JAIN-SIP reads every message of every ladder that ships, and understands it as we do. */
class SecondParserTest {
    static List<ShippedLadders> ladders() throws Exception {
        return ShippedLadders.all();
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void everyMessageMeansTheSameToJainSip(ShippedLadders shipped) throws ParseException {
        for (var arrow : shipped.ladder().arrows()) {
            SipMessage ours = arrow.transfer().message();
            SIPMessage theirs = new StringMsgParser().parseSIPMessage(ours.bytes(), true, true, (e, m, c, h, t) -> {
                throw e;
            });

            assertThat(theirs.getCSeq().getMethod()).isEqualTo(ours.method());
            assertThat(theirs.getCSeq().getSeqNumber()).isEqualTo(ours.cseqNumber());
            assertThat(theirs.getCallId().getCallId()).isEqualTo(ours.header("Call-ID"));
            assertThat(tag(theirs.getFromTag())).isEqualTo(ours.headers().tag("From"));
            assertThat(tag(theirs.getToTag())).isEqualTo(ours.headers().tag("To"));
            assertThat(content(theirs)).isEqualTo(ours.body());
            if (ours instanceof SipRequest request) {
                assertThat(((Request) theirs).getMethod()).isEqualTo(request.method());
                assertThat(((Request) theirs).getRequestURI()).hasToString(request.uri());
            } else if (ours instanceof SipResponse response) {
                assertThat(((Response) theirs).getStatusCode()).isEqualTo(response.status());
            }
            assertThat(theirFields(theirs)).as(ours.text()).isEqualTo(ourFields(ours));
        }
    }

    private static String tag(String tag) {
        return tag == null ? "" : tag;
    }

    private static String content(SIPMessage message) {
        return message.getRawContent() == null ? "" : new String(message.getRawContent(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> ourFields(SipMessage message) {
        return message.headers().fields().stream()
                .map(field -> normal(field.name() + ": " + field.value()))
                .sorted()
                .toList();
    }

    private static List<String> theirFields(SIPMessage message) {
        List<String> fields = new ArrayList<>();
        for (Iterator<SIPHeader> headers = message.getHeaders(); headers.hasNext(); ) {
            SIPHeader header = headers.next();
            if (header instanceof SIPHeaderList<?> list) {
                list.forEach(each -> fields.add(normal(each.encode().strip())));
            } else {
                fields.add(normal(header.encode().strip()));
            }
        }
        Collections.sort(fields);
        return fields;
    }

    /** The order of parameters says nothing. */
    private static String normal(String line) {
        String[] parts = line.replace(", ", ",").split("[;,]");
        Arrays.sort(parts);
        return String.join(";", parts);
    }
}
