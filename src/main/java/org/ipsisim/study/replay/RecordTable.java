package org.ipsisim.study.replay;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows of an export of a monitoring system, whatever its form: CSV with a comma, a semicolon or a tab, JSON with an
 * array of objects, the log of Nagios, or what Communication Manager writes of silent port networks.
 *
 * @param rows the rows, the first ones may be titles before the header
 */
record RecordTable(List<Row> rows) {
    /** Most rows that are read. */
    static final int MOST_ROWS = 10_000;

    /** Most columns that are read. */
    static final int MOST_COLUMNS = 1000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern NAGIOS = Pattern.compile(
            "\\[([0-9]{9,10})\\] (?:CURRENT |INITIAL )?(HOST|SERVICE) (?:ALERT|STATE): ([^;]{1,200});([^;]{1,200})(?:;([^;]{1,200}))?.*");

    /**
     * One row.
     *
     * @param line where it begins, from 1
     * @param cells what stands in it
     */
    record Row(int line, List<String> cells) {}

    /** The export cannot be read; the message says why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static RecordTable of(byte[] content) throws Unreadable {
        String text = text(content);
        String start = text.substring(0, Math.min(text.length(), 1000)).stripLeading();
        if (start.startsWith("{") || start.startsWith("[{") || start.matches("(?s)\\[\\s+\\{.*")) {
            return new RecordTable(json(text));
        }
        if (AvayaLog.isAlarms(start)) {
            return new RecordTable(limited(AvayaLog.alarms(text)));
        }
        if (AvayaLog.isLog(start)) {
            return new RecordTable(limited(AvayaLog.log(text)));
        }
        return new RecordTable(
                NAGIOS.matcher(start.lines().findFirst().orElse("")).matches() ? nagios(text) : csv(text));
    }

    /** UTF-8, or UTF-16 by its byte order mark or its zeros, or what Windows writes in Western Europe. */
    private static String text(byte[] content) {
        int a = content.length > 1 ? content[0] & 0xff : -1;
        int b = content.length > 1 ? content[1] & 0xff : -1;
        if (a == 0xff && b == 0xfe || a > 0 && b == 0) {
            return withoutMark(new String(content, StandardCharsets.UTF_16LE));
        }
        if (a == 0xfe && b == 0xff || a == 0 && b > 0) {
            return withoutMark(new String(content, StandardCharsets.UTF_16BE));
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return new String(content, WINDOWS);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Row> csv(String whole) throws Unreadable {
        String text = whole;
        Optional<Character> named = Optional.empty();
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5 && "\r\n".indexOf(text.charAt(5)) >= 0) {
            named = Optional.of(text.charAt(4));
            text = "\n" + text.substring(text.indexOf('\n', 4) + 1);
        }
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(named.orElse(delimiter(text)))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text))) {
            int line = 1;
            int position = 0;
            for (CSVRecord record : parser) {
                int begin = (int) Math.min(text.length(), record.getCharacterPosition());
                for (; position < begin; position++) {
                    line += text.charAt(position) == '\n' ? 1 : 0;
                }
                if (record.size() > MOST_COLUMNS) {
                    throw new Unreadable(line, "more than " + MOST_COLUMNS + " columns");
                }
                add(rows, new Row(line, record.toList()));
            }
        } catch (IOException e) {
            throw new Unreadable(1, "cannot be read as CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new Unreadable(
                    1,
                    "cannot be read as CSV: "
                            + Objects.requireNonNull(e.getCause()).getMessage());
        }
        return rows;
    }

    private static List<Row> limited(List<Row> rows) throws Unreadable {
        List<Row> some = new ArrayList<>();
        for (Row row : rows) {
            add(some, row);
        }
        return some;
    }

    private static void add(List<Row> rows, Row row) throws Unreadable {
        if (rows.size() > MOST_ROWS) {
            throw new Unreadable(row.line(), "more than " + MOST_ROWS + " rows");
        }
        rows.add(row);
    }

    /** The one that is most frequent in the first lines. */
    private static char delimiter(String text) {
        String head = text.substring(0, Math.min(text.length(), 4000));
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(head, candidate) > count(head, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Alerts and states of hosts and services, as changes; a service is called {@code host/service}. */
    private static List<Row> nagios(String text) throws Unreadable {
        List<Row> rows = new ArrayList<>(List.of(new Row(1, List.of("time", "host", "state"))));
        int line = 0;
        for (String entry : (Iterable<String>) text.lines()::iterator) {
            line++;
            Matcher matcher = NAGIOS.matcher(entry.substring(0, Math.min(entry.length(), 1000)));
            if (matcher.matches()) {
                boolean host = matcher.group(2).equals("HOST");
                String state = host ? matcher.group(4) : matcher.group(5);
                String name = host ? matcher.group(3) : matcher.group(3) + "/" + matcher.group(4);
                add(rows, new Row(line, List.of(matcher.group(1), name, state == null ? "" : state)));
            }
        }
        return rows;
    }

    /** The objects of the first array, with nested keys as {@code labels.instance}. */
    private static List<Row> json(String text) throws Unreadable {
        List<Map<String, String>> objects = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null && parser.currentToken() != JsonToken.START_ARRAY) {
                // keys before the array say nothing about outages
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                if (objects.size() == MOST_ROWS) {
                    throw new Unreadable(parser.currentLocation().getLineNr(), "more than " + MOST_ROWS + " rows");
                }
                lines.add(parser.currentTokenLocation().getLineNr());
                Map<String, String> object = new LinkedHashMap<>();
                flatten(parser, "", object);
                object.keySet().forEach(key -> columns.putIfAbsent(key, columns.size()));
                objects.add(object);
            }
        } catch (JacksonException e) {
            throw new Unreadable(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()), "cannot be read as JSON");
        }
        if (columns.size() > MOST_COLUMNS) {
            throw new Unreadable(1, "more than " + MOST_COLUMNS + " keys");
        }
        List<Row> rows = new ArrayList<>(List.of(new Row(1, List.copyOf(columns.keySet()))));
        for (int i = 0; i < objects.size(); i++) {
            Map<String, String> object = objects.get(i);
            rows.add(new Row(
                    lines.get(i),
                    columns.keySet().stream()
                            .map(key -> object.getOrDefault(key, ""))
                            .toList()));
        }
        return rows;
    }

    private static void flatten(JsonParser parser, String prefix, Map<String, String> object) {
        String key = "";
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> key = prefix + parser.currentName();
                case START_OBJECT -> flatten(parser, key + ".", object);
                case START_ARRAY -> parser.skipChildren();
                case VALUE_NULL -> object.put(key, "");
                default -> object.put(key, parser.getString());
            }
        }
    }
}
