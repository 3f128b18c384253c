package org.ipsisim.ladder;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.SipMessage;
import org.ipsisim.sip.transaction.Hop;
import org.ipsisim.sip.transaction.SipTransport;
import org.ipsisim.sip.transaction.Transfer;

/** The messages of a capture as a ladder: its addresses from left to right as they are seen first, its frames as numbers. */
public final class CaptureLadder {
    private CaptureLadder() {}

    /** The ladder; frames that hold no message, and those of a text, which has no addresses, are left out. */
    public static Ladder of(String title, Capture capture) {
        List<CapturedMessage> messages = capture.messages();
        long start = messages.isEmpty() ? 0 : messages.get(0).micros();
        LadderRecorder recorder = new LadderRecorder();
        Map<String, Hop> ends = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (CapturedMessage each : messages) {
            SipMessage message = each.message();
            if (message != null && !each.from().isEmpty()) {
                long at = (each.micros() - start) / 1000;
                Hop from = ends.computeIfAbsent(each.from(), address -> end(recorder, address));
                Hop to = ends.computeIfAbsent(each.to(), address -> end(recorder, address));
                boolean isRepeat = !seen.add(each.from() + " " + each.to() + " " + message.text());
                recorder.sent(new Transfer(each.frame(), at, at, from, to, message, false, isRepeat));
            }
        }
        return recorder.ladder(title, messages.size() + " messages");
    }

    private static Hop end(LadderRecorder recorder, String address) {
        int colon = address.lastIndexOf(':');
        Hop hop =
                new Hop(SipTransport.UDP, address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        recorder.end(hop.host(), hop);
        return hop;
    }
}
