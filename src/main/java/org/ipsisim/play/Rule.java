package org.ipsisim.play;

import org.ipsisim.document.Ink;

/** A line across the screen with words in it. */
final class Rule {
    private Rule() {}

    static StyledLine of(Canvas canvas, String left, String right) {
        String dash = canvas.style().unicode() ? "─" : "-";
        StyledLine line = canvas.line().add(dash + " ", Ink.FAINT);
        line.addAtMost(left, canvas.columns() - right.length() - 4, Ink.BOLD).add(" ");
        int dashes = canvas.columns() - line.width() - right.length();
        return line.add(dash.repeat(Math.max(0, dashes)), Ink.FAINT).add(right, Ink.FAINT);
    }
}
