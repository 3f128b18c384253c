package org.ipsisim.sip.capture;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.sip.message.MalformedMessage;
import org.ipsisim.sip.message.MessageReader;
import org.ipsisim.sip.message.SipMessage;

/** Finds SIP messages in a text: each begins with a first line of its own, and ends before the next. */
final class TextMessages {
    private static final int LONGEST_FIRST_LINE = 8_192;

    private TextMessages() {}

    static List<CapturedMessage> read(String text) {
        List<CapturedMessage> messages = new ArrayList<>();
        int start = -1;
        int startLine = 0;
        int line = 0;
        int at = 0;
        while (at < text.length()) {
            line++;
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            if (isFirstLine(text, at, end < 0 ? text.length() : end)) {
                add(messages, text, start, at, startLine);
                start = at;
                startLine = line;
            }
            at = next;
        }
        add(messages, text, start, text.length(), startLine);
        return messages;
    }

    private static void add(List<CapturedMessage> messages, String text, int start, int end, int line) {
        if (start < 0) {
            return;
        }
        int number = messages.size() + 1;
        String one = text.substring(start, end).stripTrailing() + "\n\n";
        try {
            SipMessage message = MessageReader.readFromText(one);
            messages.add(new CapturedMessage(number, line, -1, "", "", message, ""));
        } catch (MalformedMessage e) {
            messages.add(new CapturedMessage(number, line, -1, "", "", null, e.reason()));
        }
    }

    /** Whether bytes begin as a message does, perhaps after line ends. */
    static boolean beginsLikeMessage(String data) {
        int at = 0;
        while (at < data.length() && (data.charAt(at) == '\r' || data.charAt(at) == '\n')) {
            at++;
        }
        int end = data.indexOf('\n', at);
        return isFirstLine(data, at, end < 0 ? data.length() : end);
    }

    private static boolean isFirstLine(String text, int from, int end) {
        int to = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
        if (to - from < 8 || to - from > LONGEST_FIRST_LINE) {
            return false;
        }
        if (text.startsWith("SIP/2.0 ", from)) {
            return true;
        }
        int blank = text.indexOf(' ', from);
        return text.startsWith(" SIP/2.0", to - 8)
                && blank > from
                && blank < to - 8
                && text.indexOf(':', blank) > blank
                && text.indexOf(':', blank) < to
                && text.substring(from, blank).chars().allMatch(c -> c > ' ' && c < 0x7F && c != ':');
    }
}
