package org.ipsisim.ladder;

/** A ladder as a Mermaid sequence diagram. */
public final class LadderMermaid {
    private LadderMermaid() {}

    /** The diagram. */
    public static String of(Ladder ladder) {
        StringBuilder out = new StringBuilder("sequenceDiagram\n    title ")
                .append(ladder.title())
                .append('\n');
        for (int end = 0; end < ladder.ends().size(); end++) {
            out.append("    participant e")
                    .append(end)
                    .append(" as ")
                    .append(ladder.ends().get(end).name())
                    .append('\n');
        }
        for (Ladder.Rung rung : ladder.rungs()) {
            if (rung instanceof Ladder.Arrow arrow) {
                String line = arrow.transfer().isRepeat() ? "--" : "-";
                out.append("    e")
                        .append(arrow.from())
                        .append(arrow.transfer().isLost() ? line + "x" : line + ">>")
                        .append('e')
                        .append(arrow.to())
                        .append(": ")
                        .append(arrow.name())
                        .append(' ')
                        .append(LadderText.time(arrow.at()))
                        .append(' ')
                        .append(arrow.label())
                        .append('\n');
            } else if (rung instanceof Ladder.Note note) {
                out.append("    Note over e")
                        .append(note.end())
                        .append(": ")
                        .append(LadderText.time(note.at()))
                        .append(' ')
                        .append(note.text().replace(';', ','))
                        .append(" (")
                        .append(note.rule())
                        .append(")\n");
            }
        }
        return out.toString();
    }
}
