package org.ipsisim.sip.message;

import java.util.ArrayList;
import java.util.List;

/** What every message must have (RFC 3261 sections 8.1.1 and 20): why a server answers 400. */
public final class MessageCheck {
    private MessageCheck() {}

    /** What is wrong with a message that was read, in words; empty if nothing is. */
    public static List<String> problems(SipMessage message) {
        List<String> problems = new ArrayList<>();
        SipHeaders headers = message.headers();
        for (String name : List.of(HeaderName.FROM, HeaderName.TO, HeaderName.CALL_ID, HeaderName.CSEQ)) {
            long count = headers.count(name);
            if (count != 1) {
                problems.add(count == 0 ? name + " is missing" : name + " stands " + count + " times");
            }
        }
        List<String> vias = headers.list(HeaderName.VIA);
        if (vias.isEmpty()) {
            problems.add("Via is missing");
        } else if (vias.stream().anyMatch(via -> Via.find(via).isEmpty())) {
            problems.add("Via cannot be read");
        }
        if (problems.isEmpty()) {
            values(message, problems);
        }
        return problems;
    }

    private static void values(SipMessage message, List<String> problems) {
        SipHeaders headers = message.headers();
        for (String name : List.of(HeaderName.FROM, HeaderName.TO)) {
            if (NameAddress.find(headers.get(name)).isEmpty()) {
                problems.add(name + " is no address");
            }
        }
        if (headers.get(HeaderName.CALL_ID).isEmpty()) {
            problems.add("Call-ID is empty");
        }
        if (headers.cseq().isEmpty()) {
            problems.add("CSeq is not a number below 2147483648 and a method");
        } else if (message instanceof SipRequest request
                && !headers.cseq().get().method().equals(request.method())) {
            problems.add("CSeq names " + headers.cseq().get().method() + ", the request is " + request.method());
        }
        if (headers.find(HeaderName.MAX_FORWARDS).isPresent()
                && headers.findNumber(HeaderName.MAX_FORWARDS).isEmpty()) {
            problems.add("Max-Forwards is not a number");
        }
    }
}
