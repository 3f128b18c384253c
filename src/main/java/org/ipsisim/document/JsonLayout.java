package org.ipsisim.document;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/**
 * How JSON results are laid out: two spaces a level and a line each, but what is marked as a row stays on one line, so
 * that timelines and traces read as tables.
 */
final class JsonLayout implements PrettyPrinter {
    private static final String INDENT = "  ";

    private int depth;
    private int rowDepth;
    private boolean rowNext;

    /** The next object or array, with all it holds, stays on one line. */
    void row() {
        rowNext = true;
    }

    /** What a generator has to be made with to write in this layout. */
    ObjectWriteContext context() {
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return JsonLayout.this;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        start(json, '{');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        start(json, '[');
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json, "");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json, "");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json, " ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json, " ");
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    private void start(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        depth++;
        if (rowNext && rowDepth == 0) {
            rowDepth = depth;
        }
        rowNext = false;
    }

    private void end(JsonGenerator json, int count, char bracket) {
        boolean inRow = isInRow();
        if (rowDepth == depth) {
            rowDepth = 0;
        }
        depth--;
        if (count > 0 && !inRow) {
            newLine(json, "");
        }
        json.writeRaw(bracket);
    }

    private boolean isInRow() {
        return rowDepth > 0 && depth >= rowDepth;
    }

    private void newLine(JsonGenerator json, String inRow) {
        if (isInRow()) {
            json.writeRaw(inRow);
            return;
        }
        json.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            json.writeRaw(INDENT);
        }
    }
}
