package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsisim.document.Json;
import org.ipsisim.document.JsonDocument;
import org.ipsisim.history.History;

/**
 * A run as one JSON document, format 1: an object for one history, an array for several. Times are seconds with at most
 * three decimals. Keys may be added, none is renamed.
 */
public final class JsonReport {
    private JsonReport() {}

    /**
     * Writes the document with a line end after it; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        if (histories.size() == 1) {
            Json.write(out, json -> RunJson.write(histories.get(0), json));
            return;
        }
        JsonDocument.write(out, (generator, layout) -> {
            generator.writeStartArray();
            for (History history : histories) {
                generator.writeStartObject();
                RunJson.write(history, new Json(generator, layout));
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }
}
