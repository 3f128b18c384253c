package org.ipsisim.console.capture;

import java.util.List;

/** Reads the lines of one capture, screen by screen. */
final class CaptureReader {
    private final List<Line> lines;
    private final Claims claims = new Claims();
    private ScreenKind kind = ScreenKind.OTHER;
    private Context context = new Context.Other(claims);

    private CaptureReader(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * What a capture says. A capture that a narrow terminal may have wrapped is read both as it stands there and put together
     * again; the reading that finds more is right, and of two that find as much what both of them say.
     */
    static Claims of(Capture capture) {
        CaptureText text = CaptureText.of(capture);
        Claims asItStands = new CaptureReader(text.lines()).read();
        List<Line> unwrapped = text.unwrapped();
        if (unwrapped.isEmpty()) {
            return asItStands;
        }
        Claims together = new CaptureReader(unwrapped).read();
        if (together.count() > asItStands.count()) {
            return together;
        }
        if (together.count() == asItStands.count()) {
            asItStands.leaveOutDifferent(together);
        }
        return asItStands;
    }

    private Claims read() {
        Settings settings = new Settings(claims);
        int at = 0;
        while (at < lines.size()) {
            Line line = lines.get(at);
            if (line.text().isEmpty()) {
                at++;
                continue;
            }
            settings.read(lines, at);
            at += begins(line) ? 1 : Math.max(1, context.read(lines, at));
        }
        return claims;
    }

    /** Whether a line is a command, a prompt, a title or a heading, which changes the screen that is read. */
    private boolean begins(Line line) {
        String text = line.text();
        String command = ScreenKind.commandOf(text);
        ScreenKind next = ScreenKind.ofCommand(command);
        if (next != null) {
            enter(next, next.subject(command));
            return true;
        }
        if (ScreenKind.isPrompt(text)) {
            enter(ScreenKind.OTHER, "");
            return true;
        }
        next = ScreenKind.ofTitle(text);
        if (next != null) {
            if (next != kind || context.isTitled()) {
                enter(next, "");
            }
            context.titled(line);
            return true;
        }
        next = ScreenKind.ofHeading(text);
        if (next != null) {
            if (next != kind) {
                enter(next, "");
            }
            context.heading(line);
            return true;
        }
        return false;
    }

    private void enter(ScreenKind next, String subject) {
        kind = next;
        context = next.context(claims, subject);
    }
}
