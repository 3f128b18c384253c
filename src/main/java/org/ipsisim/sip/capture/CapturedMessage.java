package org.ipsisim.sip.capture;

import org.ipsisim.sip.message.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message in a capture, or bytes that should be one.
 *
 * @param frame the number of the frame in which it ended, from 1 on; in a text the number of the message
 * @param line the line of a text on which it begins; 0 in a capture
 * @param micros when it was seen, in microseconds since 1970; negative in a text, which has no times
 * @param from address and port; empty in a text
 * @param to address and port; empty in a text
 * @param message empty if the bytes are no message
 * @param problem why they are none; empty if they are one
 */
public record CapturedMessage(
        int frame,
        int line,
        long micros,
        String from,
        String to,
        @Nullable SipMessage message,
        String problem) {}
