package org.ipsisim.document;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ipsisim.history.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The members of a JSON object as they are written, in the layout of all results. */
public final class Json {
    private final JsonGenerator out;
    private final JsonLayout layout;

    /** Writes with a generator that is inside an object. */
    public Json(JsonGenerator out, JsonLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    /** Writes a document of one object with a line end after it; flushes the writer and leaves it open. */
    public static void write(Writer out, Consumer<Json> members) throws IOException {
        JsonDocument.write(out, (generator, layout) -> new Json(generator, layout).braces(members));
    }

    private Json braces(Consumer<Json> members) {
        out.writeStartObject();
        members.accept(this);
        out.writeEndObject();
        return this;
    }

    /** Adds a text. */
    public Json text(String name, String value) {
        out.writeStringProperty(name, value);
        return this;
    }

    /** Adds a whole number. */
    public Json number(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    /** Adds a number; null if it is null. */
    public Json number(String name, @Nullable BigDecimal value) {
        if (value == null) {
            out.writeNullProperty(name);
        } else {
            out.writeNumberProperty(name, value);
        }
        return this;
    }

    /** Adds true or false. */
    public Json flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    /** Adds a time in milliseconds as seconds with at most three decimals. */
    public Json seconds(String name, long millis) {
        return number(name, Words.decimalSeconds(millis));
    }

    /** Adds an object, a member a line. */
    public Json object(String name, Consumer<Json> members) {
        out.writeName(name);
        return braces(members);
    }

    /** Adds an object on one line. */
    public Json row(String name, Consumer<Json> members) {
        out.writeName(name);
        layout.row();
        return braces(members);
    }

    /** Adds a list of texts and numbers, one a line. */
    public Json list(String name, Collection<?> values) {
        out.writeName(name);
        return brackets(values);
    }

    /** Adds a list of texts and numbers on one line. */
    public Json rowOf(String name, Collection<?> values) {
        out.writeName(name);
        layout.row();
        return brackets(values);
    }

    private Json brackets(Collection<?> values) {
        out.writeStartArray();
        for (Object value : values) {
            if (value instanceof BigDecimal decimal) {
                out.writeNumber(decimal);
            } else if (value instanceof Number number) {
                out.writeNumber(number.longValue());
            } else {
                out.writeString(String.valueOf(value));
            }
        }
        out.writeEndArray();
        return this;
    }

    /** Adds a list of objects, a member a line. */
    public <R> Json objects(String name, Iterable<R> rows, BiConsumer<Json, R> members) {
        out.writeArrayPropertyStart(name);
        rows.forEach(row -> braces(json -> members.accept(json, row)));
        out.writeEndArray();
        return this;
    }

    /** Adds a list of objects, each on one line. */
    public <R> Json rows(String name, Iterable<R> rows, BiConsumer<Json, R> members) {
        out.writeArrayPropertyStart(name);
        for (R row : rows) {
            layout.row();
            braces(json -> members.accept(json, row));
        }
        out.writeEndArray();
        return this;
    }
}
