package org.ipsisim.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ipsisim.estate.WallClock;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** The members of a JSON object as they are written, in the layout of all results. */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;
    private final JsonLayout layout;
    private Optional<WallClock> clock = Optional.empty();

    private Json(JsonGenerator out, JsonLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    /** Writes a document of one object with a line end after it; flushes the writer and leaves it open. */
    public static void write(Writer out, Consumer<Json> members) throws IOException {
        document(out, json -> json.braces(members));
    }

    /** Writes a document that is a list of objects, with a line end after it; flushes the writer and leaves it open. */
    public static <R> void write(Writer out, Iterable<R> rows, BiConsumer<Json, R> members) throws IOException {
        document(out, json -> {
            json.out.writeStartArray();
            rows.forEach(row -> json.braces(one -> members.accept(one, row)));
            json.out.writeEndArray();
        });
    }

    private static void document(Writer out, Consumer<Json> content) throws IOException {
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator json = FACTORY.createGenerator(layout.context(), out)) {
            content.accept(new Json(json, layout));
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    /** An object on one line without a blank. */
    public static String compact(Consumer<Json> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new Json(json, new JsonLayout()).braces(members);
        }
        return text.toString();
    }

    private Json braces(Consumer<Json> members) {
        out.writeStartObject();
        members.accept(this);
        out.writeEndObject();
        return this;
    }

    /** Adds the version of the layout with which every result begins, and which its schema has in its {@code $id}. */
    public Json format() {
        return number("format", 1);
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

    /** Makes moments from here on appear on the clock of a run, too, if it has one. */
    public Json in(Moments moments) {
        clock = moments.clock();
        return this;
    }

    /**
     * Adds a moment of a run, in milliseconds from its start, as seconds; and in ISO 8601 on the customer's clock, if there
     * is one, as another member whose name ends in {@code Clock}.
     */
    public Json moment(String name, long millis) {
        seconds(name, millis);
        return clock.isPresent() && millis >= 0
                ? text(name + "Clock", clock.get().iso(millis))
                : this;
    }

    /**
     * Adds what a script needs to write moments as the clock of a run shows them, if it has one: whether dates belong to
     * them, and from which moment on it has which time, in milliseconds as if it were UTC, and offset.
     */
    public Json clock(Moments moments) {
        moments.clock()
                .ifPresent(its -> row(
                        "clock",
                        row -> row.flag("dated", its.isDated(moments.end()))
                                .list(
                                        "spans",
                                        its.changes(moments.end()).stream()
                                                .map(from -> List.of(from, its.localMillis(from), its.offset(from)))
                                                .toList())));
        return this;
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

    /** Adds a list of texts, numbers and lists of them, one a line. */
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
            } else if (value instanceof Collection<?> list) {
                brackets(list);
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
