package org.ipsisim.console;

import java.util.List;
import java.util.Optional;
import org.ipsisim.console.ImportedEstate.Capture;

/** Reads the lines of one capture, screen by screen. */
final class CaptureReader {
    private final List<CaptureLine> lines;
    private final Claims claims = new Claims();
    private Layout layout = Layout.unknown();
    private PageReader page = new PageReader(claims);

    private CaptureReader(List<CaptureLine> lines) {
        this.lines = lines;
    }

    /**
     * What a capture says. A capture that a narrow terminal may have wrapped is read both as it is and joined again. The
     * reading that finds more is right; if both find as much, only what they agree on.
     */
    static Claims of(Capture capture) {
        CaptureText text = CaptureText.of(capture);
        Claims asItIs = new CaptureReader(text.lines()).read();
        List<CaptureLine> unwrapped = text.unwrapped();
        if (unwrapped.isEmpty()) {
            return asItIs;
        }
        Claims together = new CaptureReader(unwrapped).read();
        if (together.count() > asItIs.count()) {
            return together;
        }
        if (together.count() == asItIs.count()) {
            asItIs.leaveOutDifferent(together);
        }
        return asItIs;
    }

    private Claims read() {
        int at = 0;
        while (at < lines.size()) {
            CaptureLine line = lines.get(at);
            if (line.text().isEmpty()) {
                at++;
                continue;
            }
            Settings.read(lines, at, claims);
            at += begins(line) ? 1 : Math.max(1, page.read(lines, at));
        }
        return claims;
    }

    /** Whether a line is a command, a prompt, a title or a heading, any of which can begin another page. */
    private boolean begins(CaptureLine line) {
        String text = line.text();
        String command = Layout.commandOf(text);
        Optional<Layout> next = Layout.ofCommand(command);
        if (next.isPresent()) {
            enter(next.get(), command);
            return true;
        }
        if (Layout.isPrompt(text)) {
            enter(Layout.unknown(), "");
            return true;
        }
        next = Layout.ofTitle(text);
        if (next.isPresent()) {
            if (!next.get().equals(layout) || page.isTitled()) {
                enter(next.get(), "");
            }
            page.titled(line);
            return true;
        }
        next = Layout.ofHeading(text);
        if (next.isPresent()) {
            if (!next.get().equals(layout)) {
                enter(next.get(), "");
            }
            page.heading(line);
            return true;
        }
        return false;
    }

    private void enter(Layout next, String command) {
        layout = next;
        page = next.read(claims, command);
    }
}
