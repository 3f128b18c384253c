package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.ipsisim.document.TextStyle;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording is valid, always the same, and shows what a viewer would see at the same time. */
class RecordingTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static PlaybackState start(String stem, int factor, boolean jumps) {
        return Viewer.of(stem).session().with(new Pace(factor, jumps));
    }

    private static String record(PlaybackState start, int columns, int rows) throws IOException {
        StringWriter out = new StringWriter();
        new Recording(start, columns, rows, now -> {}).write(out);
        return out.toString();
    }

    private static List<JsonNode> lines(String recording) {
        assertThat(recording).endsWith("\n");
        return recording.lines().map(JSON::readTree).toList();
    }

    @ParameterizedTest
    @CsvSource({"wan-cut, 60, false", "fragmented, 10, true", "busy-hour, 30, true", "separated-pair, 120, true"})
    void it_has_a_header_and_events_in_order_of_time(String stem, int factor, boolean jumps) throws IOException {
        List<JsonNode> lines = lines(record(start(stem, factor, jumps), 80, 24));
        JsonNode header = lines.get(0);
        assertThat(header.propertyNames()).containsExactly("version", "width", "height", "title");
        assertThat(header.get("version").asInt()).isEqualTo(2);
        assertThat(header.get("width").asInt()).isEqualTo(80);
        assertThat(header.get("height").asInt()).isEqualTo(24);
        double last = 0;
        for (JsonNode event : lines.subList(1, lines.size())) {
            assertThat(event.isArray()).isTrue();
            assertThat(event).hasSize(3);
            assertThat(event.get(0).isNumber()).isTrue();
            assertThat(event.get(0).asDouble()).isGreaterThanOrEqualTo(last);
            assertThat(event.get(1).asString()).isIn("o", "m");
            assertThat(event.get(2).isString()).isTrue();
            last = event.get(0).asDouble();
        }
    }

    @Test
    void what_the_scenario_brings_about_has_a_marker() throws IOException {
        assertThat(lines(record(start("wan-cut", 60, false), 80, 24)).stream()
                        .filter(line -> line.isArray() && line.get(1).asString().equals("m"))
                        .map(line -> line.get(0).asDouble() + " " + line.get(2).asString()))
                .containsExactly("1.0 wan failed", "15.0 wan restored");
    }

    @Test
    void it_takes_as_long_as_the_run_at_its_speed_and_a_little_to_look_at_the_end() throws IOException {
        List<JsonNode> lines = lines(record(start("wan-cut", 60, false), 80, 24));
        assertThat(lines.get(lines.size() - 1).get(0).asDouble()).isEqualTo(23);
        List<JsonNode> jumping = lines(record(start("busy-hour", 30, true), 80, 24));
        assertThat(jumping.get(jumping.size() - 1).get(0).asDouble()).isLessThan(60);
    }

    /** Plays a recording on a terminal of JLine, and looks at it after so many tenths of a second. */
    private static List<String> shown(String recording, int columns, int rows, long tenths) {
        ScreenTerminal terminal = new ScreenTerminal(columns, rows);
        for (JsonNode event : lines(recording)) {
            if (event.isArray()
                    && event.get(1).asString().equals("o")
                    && Math.round(event.get(0).asDouble() * 10) <= tenths) {
                terminal.write(event.get(2).asString());
            }
        }
        long[] cells = new long[columns * rows];
        terminal.dump(cells, new int[2]);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.appendCodePoint(ScreenTerminal.cellCodePoint(cells[row * columns + column]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({"wan-cut, 60, false, 80, 24", "fragmented, 20, true, 100, 30", "separated-pair, 120, false, 80, 24"})
    void a_terminal_shows_what_the_view_of_the_session_is(String stem, int factor, boolean jumps, int columns, int rows)
            throws IOException {
        PlaybackState session = start(stem, factor, jumps);
        String recording = record(session, columns, rows);
        session = session.playing(true);
        Canvas canvas = new Canvas(new TextStyle(columns, true, true), rows, false);
        for (long tenths = 0; tenths < 150; tenths++) {
            if (tenths % 11 == 0) {
                List<String> expected = PlaybackView.of(session, canvas, columns).lines().stream()
                        .map(StyledLine::plain)
                        .toList();
                assertThat(shown(recording, columns, rows, tenths))
                        .as("after " + tenths)
                        .isEqualTo(expected);
            }
            session = session.advance(100);
        }
    }

    @Test
    void it_shows_the_outage_at_the_time_of_the_outage() throws IOException {
        PlaybackState start = start("wan-cut", 60, false);
        String recording = record(start.with(start.view().selecting(1)), 80, 24);
        assertThat(String.join("\n", shown(recording, 80, 24, 30)))
                .contains("▶ 3m of 20m", "no service   main", "no-service-timeout");
        assertThat(String.join("\n", shown(recording, 80, 24, 230)))
                .contains("‖ 20m of 20m", "in service   core 10", "ipsisim play scenarios/wan-cut.yaml")
                .doesNotContain("space");
    }

    @Test
    void it_is_the_same_in_every_place_and_time_zone() throws IOException {
        String recording = record(start("busy-hour", 60, true), 80, 24);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(record(start("busy-hour", 60, true), 80, 24)).isEqualTo(recording);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void one_that_would_take_hours_is_known_before() {
        assertThat(Recording.frames(start("wan-cut", 1, false))).isLessThanOrEqualTo(Recording.MOST_FRAMES);
        assertThat(Recording.frames(start("busy-hour", 1, false))).isGreaterThan(Recording.MOST_FRAMES);
        assertThat(Recording.frames(start("busy-hour", 1, true))).isLessThanOrEqualTo(Recording.MOST_FRAMES);
    }
}
