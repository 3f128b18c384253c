package org.ipsisim.document;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** One JSON document in the layout of all results. */
public final class JsonDocument {
    /** Writes the one value of a document. */
    public interface Content {
        /** Writes to a generator, and says to the layout what is to stay on one line. */
        void write(JsonGenerator json, JsonLayout layout);
    }

    private JsonDocument() {}

    /**
     * Writes the document with a line end after it; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(Writer out, Content content) throws IOException {
        JsonLayout layout = new JsonLayout();
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(layout.context(), out)) {
            content.write(json, layout);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.flush();
    }
}
