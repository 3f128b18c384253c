package org.ipsisim.ladder;

import java.util.Arrays;
import java.util.List;

/** A ladder for a terminal, in 80 columns of plain characters. */
public final class LadderText {
    private static final int WIDTH = 80;
    private static final int MARGIN = 18;

    private final Ladder ladder;
    private final StringBuilder out = new StringBuilder();

    private LadderText(Ladder ladder) {
        this.ladder = ladder;
    }

    /** The ladder; with every message in full below it if asked for. */
    public static String of(Ladder ladder, boolean messages) {
        return new LadderText(ladder).text(messages);
    }

    private String text(boolean messages) {
        out.append(ladder.title()).append("\n\n");
        char[] names = blank();
        for (int end = 0; end < ladder.ends().size(); end++) {
            String name = ladder.ends().get(end).name();
            write(names, Math.min(WIDTH - name.length(), place(end) - name.length() / 2), name);
        }
        line(names);
        for (Ladder.Rung rung : ladder.rungs()) {
            if (rung instanceof Ladder.Arrow arrow) {
                arrow(arrow);
            } else if (rung instanceof Ladder.Note note) {
                note(note);
            }
        }
        out.append('\n').append("outcome: ").append(ladder.outcome()).append('\n');
        if (messages) {
            ladder.arrows().forEach(this::message);
        }
        return out.toString();
    }

    private int place(int end) {
        int ends = ladder.ends().size();
        return ends == 1 ? MARGIN + 4 : MARGIN + 2 + end * (WIDTH - MARGIN - 6) / (ends - 1);
    }

    private static char[] blank() {
        char[] line = new char[WIDTH];
        Arrays.fill(line, ' ');
        return line;
    }

    private char[] lifelines() {
        char[] line = blank();
        for (int end = 0; end < ladder.ends().size(); end++) {
            line[place(end)] = '|';
        }
        return line;
    }

    private static void write(char[] line, int at, String text) {
        for (int i = 0; i < text.length() && at + i < line.length; i++) {
            line[Math.max(0, at + i)] = text.charAt(i);
        }
    }

    private void line(char[] line) {
        out.append(new String(line).stripTrailing()).append('\n');
    }

    private void arrow(Ladder.Arrow arrow) {
        char[] line = lifelines();
        String time = ladder.time(arrow.at());
        write(line, 0, arrow.name());
        write(line, MARGIN - 2 - time.length(), time);
        boolean right = arrow.from() < arrow.to();
        int left = Math.min(place(arrow.from()), place(arrow.to())) + 1;
        int end = Math.max(place(arrow.from()), place(arrow.to())) - 1;
        boolean isRepeat = arrow.transfer().isRepeat();
        for (int i = left; i <= end; i++) {
            line[i] = isRepeat && (i - left) % 2 == 1 ? ' ' : '-';
        }
        line[right ? end : left] = right ? '>' : '<';
        if (arrow.transfer().isLost()) {
            int cross = right ? end - 2 : left + 2;
            for (int i = right ? cross : left; i <= (right ? end : cross); i++) {
                line[i] = ' ';
            }
            line[cross] = 'x';
        }
        String label = " " + Highlights.label(arrow.transfer().message()) + " ";
        int room = end - left - 5;
        String fitting = label.length() <= room ? label : label.substring(0, room - 1) + " ";
        write(line, left + (end - left + 1 - fitting.length()) / 2, fitting);
        line(line);
        String fields = String.join(", ", Highlights.of(arrow.transfer().message()))
                + (isRepeat ? "  (again)" : "")
                + (arrow.transfer().isLost() ? "  (lost)" : "");
        if (isRepeat || arrow.transfer().isLost()) {
            wrapped(List.of(isRepeat ? arrow.transfer().isLost() ? "again, lost" : "again" : fields));
        } else {
            wrapped(List.of(fields));
        }
    }

    /** Text below an arrow, in the width that is left of the margin. */
    private void wrapped(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() > 0 && MARGIN + 2 + line.length() + 1 + word.length() > WIDTH) {
                    out.append(" ".repeat(MARGIN + 2)).append(line).append('\n');
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            out.append(" ".repeat(MARGIN + 2)).append(line).append('\n');
        }
    }

    private void note(Ladder.Note note) {
        char[] line = blank();
        String time = ladder.time(note.at());
        write(line, 0, note.rule());
        write(line, MARGIN - 2 - time.length(), time);
        out.append(new String(line), 0, MARGIN)
                .append(". ")
                .append(ladder.ends().get(note.end()).name())
                .append(": ")
                .append(note.text())
                .append('\n');
    }

    private void message(Ladder.Arrow arrow) {
        out.append('\n')
                .append(arrow.name())
                .append("  ")
                .append(ladder.time(arrow.at()))
                .append("  ")
                .append(side(arrow.from()))
                .append(" > ")
                .append(side(arrow.to()))
                .append(arrow.transfer().isRepeat() ? ", again" : "")
                .append(arrow.transfer().isLost() ? ", lost" : "")
                .append("\n\n")
                .append(arrow.transfer().message().text().replace("\r\n", "\n").stripTrailing())
                .append('\n');
    }

    private String side(int end) {
        return ladder.ends().get(end).name() + " (" + ladder.ends().get(end).address() + ")";
    }
}
