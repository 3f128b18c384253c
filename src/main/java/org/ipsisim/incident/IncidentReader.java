package org.ipsisim.incident;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ipsisim.estate.Target;
import org.ipsisim.scenario.Nearest;

/** Reads a CSV file of outages as monitoring systems export it: a header, then a row for each outage. */
public final class IncidentReader {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_PROBLEMS = 20;
    private static final List<String> STARTS =
            List.of("start", "starttime", "begin", "began", "down", "downtime", "downat", "from", "failed", "occurred");
    private static final List<String> ENDS = List.of(
            "end", "endtime", "ended", "up", "upat", "clear", "cleared", "to", "until", "recovered", "resolved");
    private static final List<String> ELEMENTS =
            List.of("element", "host", "hostname", "object", "device", "node", "target", "link", "interface", "name");

    private final String file;
    private final Optional<ZoneId> zone;
    private final Map<String, String> names;
    private final Map<String, Target> targets;
    private final List<Incident> incidents = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int unseen;

    /**
     * @param file its name, for messages
     * @param zone of times without an offset
     * @param names what elements of the file are called in the scenario, where that is another name
     * @param targets what can fail, by its name in the scenario
     */
    public IncidentReader(String file, Optional<ZoneId> zone, Map<String, String> names, Map<String, Target> targets) {
        this.file = file;
        this.zone = zone;
        this.names = names;
        this.targets = targets;
    }

    /** Reads the file; what is wrong does not stop the next row, and a name that is wrong in many rows is told once. */
    public IncidentFile read(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        try (CSVParser rows = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text))) {
            read(rows, text);
        } catch (IOException e) {
            problem(1, "cannot be read as CSV: " + e.getMessage());
        } catch (UncheckedIOException e) {
            problem(1, "cannot be read as CSV: " + e.getCause().getMessage());
        }
        if (unseen > 0) {
            problems.add("and " + unseen + " more");
        }
        return new IncidentFile(incidents, problems);
    }

    /** The one that the first line has most of. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private record Columns(CSVRecord header, int start, int end, int element) {
        String name(int column) {
            return "column " + (column + 1) + " (" + header.get(column) + ")";
        }
    }

    private void read(CSVParser rows, String text) {
        Columns columns = null;
        for (CSVRecord row : rows) {
            int line = 1
                    + (int) text.substring(0, (int) Math.min(text.length(), row.getCharacterPosition()))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (columns == null) {
                columns = new Columns(row, find(row, STARTS), find(row, ENDS), find(row, ELEMENTS));
                if (!isComplete(columns, line)) {
                    return;
                }
            } else if (row.getRecordNumber() > MOST_ROWS + 1) {
                problem(line, "more than " + MOST_ROWS + " outages");
                return;
            } else {
                read(row, line, columns);
            }
        }
        if (columns == null) {
            problem(1, "is empty; allowed: a header such as `start,end,element`, then a row for each outage");
        } else if (incidents.isEmpty() && problems.isEmpty()) {
            problem(1, "has a header and no outage");
        }
    }

    private static int find(CSVRecord header, List<String> words) {
        for (String word : words) {
            for (int i = 0; i < header.size(); i++) {
                String name = header.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
                if (name.equals(word)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean isComplete(Columns columns, int line) {
        missing(columns.start, "when outages begin", STARTS, line);
        missing(columns.end, "when outages end", ENDS, line);
        missing(columns.element, "what was out", ELEMENTS, line);
        return problems.isEmpty();
    }

    private void missing(int column, String what, List<String> words, int line) {
        if (column < 0) {
            problem(line, "no column says " + what + "; allowed: a column called " + String.join(", ", words));
        }
    }

    private void read(CSVRecord row, int line, Columns columns) {
        int needed = Math.max(columns.start, columns.element);
        if (row.size() <= needed) {
            problem(line, "the row has " + row.size() + " of " + columns.header.size() + " fields");
            return;
        }
        Optional<Instant> start = time(row, columns.start, line, columns);
        boolean isOpen = row.size() <= columns.end || isOpen(row.get(columns.end));
        Optional<Instant> end = isOpen ? Optional.empty() : time(row, columns.end, line, columns);
        Optional<Target> target = target(row.get(columns.element), line, columns);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            problem(
                    line,
                    columns.name(columns.end) + ": `" + row.get(columns.end) + "` is not after the start, `"
                            + row.get(columns.start) + "`");
        } else if (start.isPresent() && target.isPresent() && (isOpen || end.isPresent())) {
            incidents.add(new Incident(line, row.get(columns.element), target.get(), start.get(), end));
        }
    }

    /** What monitoring systems write as the end of what has not ended. */
    private static boolean isOpen(String end) {
        return List.of("", "-", "null", "open", "ongoing", "active").contains(end.toLowerCase(Locale.ROOT));
    }

    private Optional<Instant> time(CSVRecord row, int column, int line, Columns columns) {
        try {
            return Optional.of(TimeStamp.parse(row.get(column), zone));
        } catch (TimeStamp.Unclear e) {
            String why = e.getMessage();
            if (!why.contains(TimeStamp.NO_ZONE) || told.add(TimeStamp.NO_ZONE)) {
                problem(line, columns.name(column) + ": " + why + "; allowed: " + TimeStamp.FORMS);
            }
            return Optional.empty();
        }
    }

    private Optional<Target> target(String element, int line, Columns columns) {
        String name = names.getOrDefault(element, element);
        Target target = targets.get(name);
        if (target == null && told.add(name)) {
            String nearest = Nearest.to(name, targets.keySet());
            problem(
                    line,
                    columns.name(columns.element) + ": `" + name + "` is no name of the scenario"
                            + (nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?")
                            + "; --map '" + element + "=NAME' says what it is there");
        }
        return Optional.ofNullable(target);
    }

    private void problem(int line, String what) {
        if (problems.size() == MOST_PROBLEMS) {
            unseen++;
        } else {
            problems.add(file + ":" + line + ": error: " + what);
        }
    }
}
