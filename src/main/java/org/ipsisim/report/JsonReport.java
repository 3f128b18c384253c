package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
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
        JsonDocument.write(out, (json, layout) -> {
            boolean several = histories.size() != 1;
            if (several) {
                json.writeStartArray();
            }
            for (History history : histories) {
                new JsonHistory(history, json, layout).write();
            }
            if (several) {
                json.writeEndArray();
            }
        });
    }
}
