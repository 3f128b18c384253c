package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.console.Screen;
import org.ipsisim.console.Screens;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

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
        JsonDocument.write(out, (json, layout) -> {
            json.writeStartObject();
            json.writeStringProperty("title", history.scenario().title());
            json.writeStringProperty("file", history.scenario().provenance().file());
            json.writeNumberProperty("seed", history.scenario().seed());
            json.writeNumberProperty("at", Words.decimalSeconds(at));
            json.writeStringProperty("from", from);
            json.writeStringProperty(
                    "server", Screens.of(history).server(at, from).id());
            json.writeName("screens");
            json.writeStartArray();
            for (Screen screen : screens) {
                json.writeStartObject();
                json.writeStringProperty("screen", screen.name().key());
                json.writeStringProperty("command", screen.command());
                json.writeName("lines");
                json.writeStartArray();
                screen.lines().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
