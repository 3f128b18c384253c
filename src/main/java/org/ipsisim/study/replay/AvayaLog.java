package org.ipsisim.study.replay;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ipsisim.study.replay.RecordTable.Row;

/**
 * What Communication Manager itself writes of silent port networks, as the rows of a table: the list of alarms on its web
 * pages, and the sanity lines of its log.
 */
final class AvayaLog {
    private static final int LONGEST_LINE = 400;

    /** A row of the list: ID, MO, source, on board, level, acknowledged, date. */
    private static final Pattern ALARM =
            Pattern.compile("\\s*[0-9]{1,6}\\s+([A-Z][A-Z0-9-]{1,11})\\s+(\\S{1,12}(?: [0-9]{1,4})?\\s+)?"
                    + "[yn]\\s+(?:MAJ|MIN|WRN)[A-Z]*\\s+[YN]\\s+"
                    + "[A-Z][a-z]{2} ([A-Z][a-z]{2}) +([0-9]{1,2}) ([0-9:]{8}) ([A-Z]{2,5}) ([0-9]{4})\\s*");
    /** The maintenance objects whose alarms say that a port network is silent. */
    private static final Set<String> SILENT = Set.of("PKT-INT", "EXP-PN");
    /** {@code PN 01}, or the cabinet of a board such as {@code 01A}. */
    private static final Pattern PORT_NETWORK = Pattern.compile("(?:PN 0{0,2}|0?)([1-9][0-9]?)(?:[A-E][0-9]{0,2})?");
    /** Date, time, and the rest of a line of the log. */
    private static final Pattern ENTRY =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2}):([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{3}):[0-9]+:.*");
    /** The slot is the port network and its IPSI, both counted from 0 (field report). */
    private static final Pattern SLOT = Pattern.compile("\\[([0-9]{1,2}):([0-9])\\] checkSlot: ");

    private static final Pattern DELAY = Pattern.compile("socket delay is ([0-9]{1,5}) sec");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private AvayaLog() {}

    /** Whether a text begins like the list of alarms, which may have a heading. */
    static boolean isAlarms(String start) {
        return start.lines().limit(3).anyMatch(line -> matches(ALARM, line));
    }

    /** Whether a text begins like the log. */
    static boolean isLog(String start) {
        return matches(ENTRY, start.lines().findFirst().orElse(""));
    }

    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= LONGEST_LINE && pattern.matcher(line).matches();
    }

    /** Changes of state: each alarm of a silent port network begins an outage, and nothing ends one. */
    static List<Row> alarms(String text) {
        List<Row> rows = new ArrayList<>(List.of(new Row(1, List.of("time", "element", "state"))));
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Matcher alarm = ALARM.matcher(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
            if (alarm.matches()) {
                Matcher portNetwork = PORT_NETWORK.matcher(
                        Optional.ofNullable(alarm.group(2)).orElse("").strip());
                boolean isSilent = SILENT.contains(alarm.group(1)) && portNetwork.matches();
                String time = String.join(
                        " ", alarm.group(4), alarm.group(3), alarm.group(7), alarm.group(5), alarm.group(6));
                rows.add(new Row(
                        number,
                        List.of(
                                time,
                                isSilent ? "pn-" + portNetwork.group(1) : alarm.group(1),
                                isSilent ? "raised" : StateWord.OTHER_ALARM)));
            }
        }
        return rows;
    }

    /** Silences: each ends with the data that replace a sanity message, and began as long before as that line says. */
    static List<Row> log(String text) {
        List<Row> rows = new ArrayList<>(List.of(new Row(1, List.of("start", "end", "element"))));
        Map<String, Row> silent = new LinkedHashMap<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String entry = line.substring(0, Math.min(line.length(), LONGEST_LINE));
            Matcher time = ENTRY.matcher(entry);
            Matcher slot = SLOT.matcher(entry);
            if (!time.matches() || !slot.find()) {
                continue;
            }
            String element = "pn-" + (Integer.parseInt(slot.group(1)) + 1);
            Optional<LocalDateTime> at = time(time);
            if (at.isEmpty()) {
                rows.add(new Row(number, List.of(entry.substring(0, 18), "", element)));
            } else if (entry.startsWith("sanity failure", slot.end())) {
                // A sanity failure is a second without data.
                String start = TIME.format(at.get().minusSeconds(1));
                silent.putIfAbsent(slot.group(), new Row(number, List.of(start, "", element)));
            } else {
                Row began = silent.remove(slot.group());
                Matcher delay = DELAY.matcher(entry);
                if (delay.find(slot.end())) {
                    String start = TIME.format(at.get().minusSeconds(Long.parseLong(delay.group(1))));
                    rows.add(new Row(
                            began == null ? number : began.line(), List.of(start, TIME.format(at.get()), element)));
                } else if (began != null) {
                    rows.add(new Row(began.line(), List.of(began.cells().get(0), TIME.format(at.get()), element)));
                }
            }
        }
        rows.addAll(silent.values());
        rows.sort(Comparator.comparing(Row::line));
        return rows;
    }

    private static Optional<LocalDateTime> time(Matcher entry) {
        int[] parts = IntStream.rangeClosed(1, 7)
                .map(group -> Integer.parseInt(entry.group(group)))
                .toArray();
        try {
            return Optional.of(LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                    .plusNanos(parts[6] * 1_000_000L));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
