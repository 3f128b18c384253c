package org.ipsisim.ladder;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.Json;
import org.ipsisim.history.Moments;

/** A ladder as JSON. */
public final class LadderJson {
    private LadderJson() {}

    /** Writes the ladder; with every message in full if asked for. */
    public static void write(Ladder ladder, boolean messages, Writer out) throws IOException {
        Json.write(
                out,
                json -> json.in(new Moments(ladder.clock(), 0))
                        .text("title", ladder.title())
                        .text("outcome", ladder.outcome())
                        .rows(
                                "ends",
                                ladder.ends(),
                                (row, end) -> row.text("name", end.name()).text("address", end.address()))
                        .objects("rungs", ladder.rungs(), (row, rung) -> {
                            row.moment("at", rung.at());
                            if (rung instanceof Ladder.Arrow arrow) {
                                arrow(row, ladder, arrow, messages);
                            } else if (rung instanceof Ladder.Note note) {
                                row.text("inside", ladder.ends().get(note.end()).name())
                                        .text("rule", note.rule())
                                        .text("note", note.text());
                            }
                        }));
    }

    private static void arrow(Json row, Ladder ladder, Ladder.Arrow arrow, boolean messages) {
        row.text("number", arrow.name())
                .text("from", ladder.ends().get(arrow.from()).name())
                .text("to", ladder.ends().get(arrow.to()).name())
                .text("line", arrow.transfer().message().startLine())
                .rowOf("fields", Highlights.of(arrow.transfer().message()))
                .flag("again", arrow.transfer().isRepeat())
                .flag("lost", arrow.transfer().isLost());
        if (messages) {
            row.text("message", arrow.transfer().message().text());
        }
    }
}
