package org.ipsisim.console.capture;

import java.util.List;

/** The screen that lines belong to, from its command or title to the next prompt. */
abstract class Context {
    private final Claims claims;
    private boolean titled;

    Context(Claims claims) {
        this.claims = claims;
    }

    final Claims claims() {
        return claims;
    }

    /** Whether its title has been seen: another one is that of another screen. */
    final boolean isTitled() {
        return titled;
    }

    final void titled(Line line) {
        titled = true;
        title(line);
    }

    /** Reads its title. */
    void title(Line line) {}

    /** Reads the heading of its columns. */
    void heading(Line line) {}

    /**
     * Reads what a line begins.
     *
     * @return how many lines that was; 0 if it is nothing that the screen holds
     */
    abstract int read(List<Line> lines, int at);

    /** The next line if it can be the rest of a wrapped one; null if not. */
    static Line rest(List<Line> lines, int at) {
        if (at + 1 >= lines.size()) {
            return null;
        }
        Line next = lines.get(at + 1);
        return next.text().isBlank() || ScreenKind.of(next.text()) != null || ScreenKind.isPrompt(next.text())
                ? null
                : next;
    }

    /** A screen of which nothing is read. */
    static final class Other extends Context {
        Other(Claims claims) {
            super(claims);
        }

        @Override
        int read(List<Line> lines, int at) {
            return 0;
        }
    }
}
