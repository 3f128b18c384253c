package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.console.Screen;
import org.ipsisim.console.Screens;
import org.ipsisim.document.Json;
import org.ipsisim.history.History;

/** Console screens as one JSON document. */
public final class JsonScreens {
    private JsonScreens() {}

    /**
     * Writes the screens that a server shows; flushes the writer and leaves it open.
     *
     * @param at milliseconds from the start
     * @param from the server as asked for
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(History history, long at, String from, List<Screen> screens, Writer out)
            throws IOException {
        Json.write(
                out,
                json -> json.in(history.moments())
                        .text("title", history.scenario().title())
                        .text("file", history.scenario().provenance().file())
                        .number("seed", history.scenario().seed())
                        .moment("at", at)
                        .text("from", from)
                        .text("server", Screens.of(history).server(at, from).id())
                        .objects(
                                "screens",
                                screens,
                                (one, screen) -> one.text(
                                                "screen", screen.name().key())
                                        .text("command", screen.command())
                                        .list("lines", screen.lines())));
    }
}
