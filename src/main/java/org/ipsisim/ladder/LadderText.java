package org.ipsisim.ladder;

import java.io.IOException;
import java.util.Arrays;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.document.TextPage;
import org.ipsisim.history.Words;

/** A ladder for a terminal, in plain characters; no line is wider than the page, but those of whole messages. */
public final class LadderText {
    private static final int WIDEST = 100;
    private static final int MARGIN = 18;
    private static final String INDENT = " ".repeat(MARGIN + 2);

    private final Ladder ladder;
    private final TextPage page;
    private final int width;

    private LadderText(Ladder ladder, TextPage page) {
        this.ladder = ladder;
        this.page = page;
        this.width = Math.min(WIDEST, page.style().width());
    }

    /** Writes the ladder, from its title to its outcome. */
    public static void write(Ladder ladder, TextPage page) throws IOException {
        new LadderText(ladder, page).write();
    }

    /** Writes every message in full. */
    public static void writeMessages(Ladder ladder, TextPage page) throws IOException {
        for (Ladder.Arrow arrow : ladder.arrows()) {
            new LadderText(ladder, page).message(arrow);
        }
    }

    private void write() throws IOException {
        page.paragraph("", ladder.title(), Ink.BOLD);
        page.blank();
        char[] names = blank();
        for (int end = 0; end < ladder.ends().size(); end++) {
            String name = shown(ladder.ends().get(end).name());
            write(names, Math.max(0, Math.min(width - name.length(), place(end) - name.length() / 2)), name);
        }
        page.line(new String(names));
        for (Ladder.Rung rung : ladder.rungs()) {
            if (rung instanceof Ladder.Arrow arrow) {
                arrow(arrow);
            } else if (rung instanceof Ladder.Note note) {
                String who = ladder.ends().get(note.end()).name();
                page.paragraph(margin(note.rule(), note.at()) + ". ", who + ": " + note.text(), Ink.FAINT);
            }
        }
        page.blank();
        page.paragraph("", "outcome: " + ladder.outcome(), Ink.PLAIN);
    }

    private String shown(String text) {
        return TerminalText.clean(text, page.style());
    }

    private int place(int end) {
        int ends = ladder.ends().size();
        return ends == 1 ? MARGIN + 4 : MARGIN + 2 + end * (width - MARGIN - 6) / (ends - 1);
    }

    private char[] blank() {
        char[] line = new char[width];
        Arrays.fill(line, ' ');
        return line;
    }

    private static void write(char[] line, int at, String text) {
        for (int i = 0; i < text.length() && at + i < line.length; i++) {
            line[at + i] = text.charAt(i);
        }
    }

    /** Seconds with three decimals. */
    static String time(long millis) {
        return Words.decimalSeconds(millis).setScale(3).toPlainString();
    }

    private static String margin(String name, long at) {
        return TerminalText.pad(name, MARGIN - 2 - time(at).length(), false) + time(at) + "  ";
    }

    private void arrow(Ladder.Arrow arrow) throws IOException {
        char[] line = blank();
        for (int end = 0; end < ladder.ends().size(); end++) {
            line[place(end)] = '|';
        }
        write(line, 0, margin(arrow.name(), arrow.at()));
        boolean right = arrow.from() < arrow.to();
        int left = Math.min(place(arrow.from()), place(arrow.to())) + 1;
        int end = Math.max(place(arrow.from()), place(arrow.to())) - 1;
        boolean isRepeat = arrow.transfer().isRepeat();
        boolean isLost = arrow.transfer().isLost();
        for (int i = left; i <= end; i++) {
            line[i] = isRepeat && (i - left) % 2 == 1 ? ' ' : '-';
        }
        line[right ? end : left] = right ? '>' : '<';
        if (isLost) {
            int cross = right ? end - 2 : left + 2;
            Arrays.fill(line, right ? cross : left, (right ? end : cross) + 1, ' ');
            line[cross] = 'x';
        }
        String label = shown(arrow.label());
        boolean fits = label.length() + 2 <= end - left - 5;
        if (fits) {
            write(line, left + (end - left - 1 - label.length()) / 2, " " + label + " ");
        }
        Ink ink = isLost ? Ink.VERMILION : isRepeat ? Ink.FAINT : Ink.PLAIN;
        page.line(ink.paint(new String(line).stripTrailing(), page.style()));
        page.paragraph(INDENT, (fits ? "" : label + ": ") + fields(arrow), isRepeat ? Ink.FAINT : Ink.PLAIN);
    }

    /** What stands below an arrow: the fields that matter, or that it is a repeat. */
    static String fields(Ladder.Arrow arrow) {
        String fields = arrow.transfer().isRepeat()
                ? "again"
                : String.join(", ", Highlights.of(arrow.transfer().message()));
        return fields + (arrow.transfer().isLost() ? ", lost" : "");
    }

    private void message(Ladder.Arrow arrow) throws IOException {
        page.blank();
        page.line(arrow.name() + "  " + time(arrow.at()) + "  " + side(arrow.from()) + " > " + side(arrow.to())
                + (arrow.transfer().isRepeat() ? ", again" : "")
                + (arrow.transfer().isLost() ? ", lost" : ""));
        page.blank();
        String text = arrow.transfer().message().text().replace("\r\n", "\n").stripTrailing();
        for (String each : text.split("\n", -1)) {
            page.line(shown(each));
        }
    }

    private String side(int end) {
        return ladder.ends().get(end).name() + " (" + ladder.ends().get(end).address() + ")";
    }
}
