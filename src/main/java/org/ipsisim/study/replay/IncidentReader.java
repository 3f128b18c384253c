package org.ipsisim.study.replay;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/**
 * Reads a CSV file of outages as monitoring systems export it: a header, then a row for each outage, or, if no column says
 * when outages end, a row for each change between down and up.
 */
public final class IncidentReader {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_PROBLEMS = 20;
    private final String file;
    private final TimeStamp times;
    private final Map<String, String> names;
    private final Map<String, Target> targets;
    private final List<Incident> incidents = new ArrayList<>();
    private final StateChanges changes = new StateChanges();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int unseen;

    /**
     * @param file its name, for messages
     * @param times how times are written
     * @param names what elements of the file are called in the scenario, where that is another name
     * @param targets what can fail, by its name in the scenario
     */
    public IncidentReader(String file, TimeStamp times, Map<String, String> names, Map<String, Target> targets) {
        this.file = file;
        this.times = times;
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

    private void read(CSVParser rows, String text) {
        Columns columns = null;
        for (CSVRecord row : rows) {
            int line = 1
                    + (int) text.substring(0, (int) Math.min(text.length(), row.getCharacterPosition()))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (columns == null) {
                columns = Columns.of(row);
                for (String missing : columns.missing()) {
                    problem(line, missing);
                }
                if (!problems.isEmpty()) {
                    return;
                }
            } else if (row.getRecordNumber() > MOST_ROWS + 1) {
                problem(line, "more than " + MOST_ROWS + " rows");
                return;
            } else if (columns.isLog()) {
                readChange(row, line, columns);
            } else {
                read(row, line, columns);
            }
        }
        incidents.addAll(changes.outages());
        if (columns == null) {
            problem(1, "is empty; allowed: a header such as `start,end,element`, then a row for each outage");
        } else if (incidents.isEmpty() && problems.isEmpty()) {
            problem(1, "has a header and no outage");
        }
    }

    private void read(CSVRecord row, int line, Columns columns) {
        if (isShort(row, line, Math.max(columns.start(), columns.element()), columns)) {
            return;
        }
        Optional<Instant> start = time(row, columns.start(), line, columns);
        boolean isOpen = row.size() <= columns.end() || isOpen(row.get(columns.end()));
        Optional<Instant> end = isOpen ? Optional.empty() : time(row, columns.end(), line, columns);
        Optional<Target> target = target(row.get(columns.element()), line, columns);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            problem(
                    line,
                    columns.name(columns.end()) + ": `" + row.get(columns.end()) + "` is not after the start, `"
                            + row.get(columns.start()) + "`");
        } else if (start.isPresent() && target.isPresent() && (isOpen || end.isPresent())) {
            incidents.add(new Incident(line, row.get(columns.element()), target.get(), start.get(), end));
        }
    }

    private boolean isShort(CSVRecord row, int line, int last, Columns columns) {
        boolean isShort = row.size() <= last;
        if (isShort) {
            problem(
                    line,
                    "the row has " + row.size() + " of " + columns.header().size() + " fields");
        }
        return isShort;
    }

    private void readChange(CSVRecord row, int line, Columns columns) {
        int last = Math.max(Math.max(columns.start(), columns.element()), columns.state());
        if (isShort(row, line, last, columns)) {
            return;
        }
        Optional<Instant> at = time(row, columns.start(), line, columns);
        Optional<Target> target = target(row.get(columns.element()), line, columns);
        String word = row.get(columns.state());
        Optional<Boolean> isDown = StateChanges.isDown(word);
        if (isDown.isEmpty()) {
            problem(
                    line,
                    columns.name(columns.state()) + ": `" + word + "` is neither down nor up; allowed: "
                            + StateChanges.WORDS);
        } else if (at.isPresent() && target.isPresent()) {
            changes.add(line, row.get(columns.element()), target.get(), at.get(), isDown.get());
        }
    }

    /** What monitoring systems write as the end of what has not ended. */
    private static boolean isOpen(String end) {
        return List.of("", "-", "null", "open", "ongoing", "active").contains(end.toLowerCase(Locale.ROOT));
    }

    private Optional<Instant> time(CSVRecord row, int column, int line, Columns columns) {
        try {
            return Optional.of(times.parse(row.get(column)));
        } catch (TimeStamp.Unclear e) {
            String why = e.getMessage();
            if (e.once().isEmpty() || told.add(e.once())) {
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
                    columns.name(columns.element()) + ": `" + name + "` is no name of the scenario"
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
