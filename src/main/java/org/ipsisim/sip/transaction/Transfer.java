package org.ipsisim.sip.transaction;

import org.ipsisim.sip.message.SipMessage;

/**
 * A message that was sent, and what became of it.
 *
 * @param number from 1 on, in the order of sending
 * @param sentAt milliseconds
 * @param arrivesAt milliseconds; when it would have arrived if it is lost
 * @param isRepeat whether the same bytes went the same way before
 */
public record Transfer(
        int number,
        long sentAt,
        long arrivesAt,
        Hop from,
        Hop to,
        SipMessage message,
        boolean isLost,
        boolean isRepeat) {}
