package org.ipsisim.play;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import org.ipsisim.document.TextStyle;
import org.ipsisim.report.timeline.EventMark;
import org.ipsisim.report.timeline.Timeline;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * A playback from its start to the end of the run, in the form of asciinema, version 2: a header, then one line of JSON
 * for each change of the screen. It depends only on simulated time, so it is the same each time; the events of the
 * scenario have markers.
 */
final class Recording {
    private static final long FRAME = 100;
    static final long MOST_FRAMES = Playback.LONGEST_HOURS * 3_600_000L / FRAME + 1;

    /** How long the last picture stays, in milliseconds. */
    private static final long STAYS = 3000;

    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    private final PlaybackState start;
    private final LongConsumer progress;
    private final Canvas canvas;
    private final Deque<EventMark> marks;

    /** @param progress is told the simulated time in milliseconds, at each picture */
    Recording(PlaybackState start, int columns, int rows, LongConsumer progress) {
        this.progress = progress;
        this.start = start.playing(true);
        this.canvas = new Canvas(new TextStyle(columns, true, true), rows, false);
        this.marks = new ArrayDeque<>(Timeline.of(start.run().history()).marks());
    }

    /** How many pictures a recording of a session has; one that is too long has more than {@link #MOST_FRAMES}. */
    static long frames(PlaybackState start) {
        long now = start.now();
        long frames = 1;
        while (frames <= MOST_FRAMES && now < start.run().duration()) {
            now = start.pace().advance(now, FRAME, start.run());
            frames++;
        }
        return frames;
    }

    /** Writes everything; leaves the writer open. */
    void write(Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .rootValueSeparator("\n")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            writeHeader(json);
            writeFrames(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write('\n');
    }

    private void writeHeader(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("version", 2);
        json.writeNumberProperty("width", canvas.columns());
        json.writeNumberProperty("height", canvas.rows());
        json.writeStringProperty("title", start.run().scenario().title());
        json.writeEndObject();
    }

    private void writeFrames(JsonGenerator json) {
        PlaybackState session = start;
        List<String> shown = List.of();
        writeEvent(json, 0, "o", HIDE_CURSOR);
        long time = 0;
        while (true) {
            while (!marks.isEmpty() && marks.peek().at() <= session.now()) {
                writeEvent(json, time, "m", marks.pop().label());
            }
            progress.accept(session.now());
            Picture picture = PlaybackView.of(session, canvas, canvas.columns());
            List<String> ansi = picture.ansi();
            String text = picture.changes(shown, ansi, canvas.columns());
            shown = ansi;
            if (!text.isEmpty()) {
                writeEvent(json, time, "o", text);
            }
            if (!session.playing()) {
                break;
            }
            session = session.advance(FRAME);
            time += FRAME;
        }
        writeEvent(json, time + STAYS, "o", SHOW_CURSOR);
    }

    private static void writeEvent(JsonGenerator json, long time, String code, String data) {
        json.writeStartArray();
        json.writeNumber(BigDecimal.valueOf(time, 3));
        json.writeString(code);
        json.writeString(data);
        json.writeEndArray();
    }
}
