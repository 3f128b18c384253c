package org.ipsisim.study.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.document.Reproduction;
import org.ipsisim.estate.Target;
import org.ipsisim.scenario.Nearest;
import org.ipsisim.study.replay.Columns.Role;
import org.ipsisim.study.replay.RecordTable.Row;

/**
 * Reads a file of outages as monitoring systems export it: a header, then a row for each outage, or, if no column says how
 * long outages are, a row for each change between down and up.
 */
public final class IncidentReader {
    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_TITLES = 20;
    private static final Set<String> OPEN =
            Set.of("", "-", "--", "null", "none", "n/a", "open", "ongoing", "active", "still down");

    private final String file;
    private final RecordOptions options;
    private final Map<String, Target> targets;
    private final List<Incident> incidents = new ArrayList<>();
    private final StateChanges changes = new StateChanges();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private Columns columns = new Columns(List.of(), Map.of());
    private int unseen;

    /**
     * @param file its name, for messages
     * @param options what the user says about it
     * @param targets what can fail, by its name in the scenario
     */
    public IncidentReader(String file, RecordOptions options, Map<String, Target> targets) {
        this.file = file;
        this.options = options;
        this.targets = targets;
    }

    /** Reads the file; an error does not stop the next row, and a wrong name is reported once. */
    public Result read(byte[] content) {
        try {
            read(RecordTable.of(content).rows());
        } catch (RecordTable.Unreadable e) {
            problem(e.line(), String.valueOf(e.getMessage()));
        }
        if (unseen > 0) {
            problems.add("and " + unseen + " more");
        }
        List<String> notes = new ArrayList<>();
        leftOut.forEach((why, count) -> notes.add(count + (count == 1 ? " row " : " rows ") + why));
        return new Result(incidents, problems, notes);
    }

    private void read(List<Row> rows) {
        if (rows.isEmpty()) {
            problem(1, "is empty; allowed: a header such as `start,end,element`, then a row for each outage");
            return;
        }
        int header = header(rows);
        columns = columns(rows.get(header));
        for (String missing : columns.missing(options.element().isPresent())) {
            problem(rows.get(header).line(), missing);
        }
        if (!problems.isEmpty()) {
            return;
        }
        for (Row row : rows.subList(header + 1, rows.size())) {
            if (columns.isLog()) {
                readChange(row);
            } else {
                readOutage(row);
            }
        }
        incidents.addAll(changes.outages());
        checkOpen();
        if (incidents.isEmpty() && problems.isEmpty()) {
            problem(rows.get(header).line(), "has a header but no outage");
        }
    }

    /** Where the header is; there may be titles above it. */
    private int header(List<Row> rows) {
        for (int i = 0; i < Math.min(rows.size(), MOST_TITLES); i++) {
            if (columns(rows.get(i)).isHeader()) {
                return i;
            }
        }
        return 0;
    }

    private Columns columns(Row header) {
        Map<Role, String> said = new EnumMap<>(Role.class);
        options.columns().forEach((word, name) -> said.put(Role.find(word).orElseThrow(), name));
        return new Columns(header.cells(), said);
    }

    private void readOutage(Row row) {
        int state = columns.of(Role.STATE);
        if (isShort(row, Role.START, Role.END, Role.DURATION, Role.ELEMENT) || !tellsOfAnOutage(row, state)) {
            return;
        }
        List<Instant> starts = times(row, Role.START);
        List<Target> struck = targets(row);
        if (starts.isEmpty() || struck.isEmpty()) {
            return;
        }
        Instant start = starts.get(0);
        End end = columns.has(Role.END) ? end(row, start) : endByLength(row, start);
        if (end.at().equals(Optional.of(start))) {
            leaveOut("of no length left out");
        } else if (end.isClear()) {
            struck.forEach(target -> incidents.add(new Incident(row.line(), element(row), target, start, end.at())));
        }
    }

    /** A row with a start and an end may report a time without a fault. */
    private boolean tellsOfAnOutage(Row row, int column) {
        if (column < 0 || column >= row.cells().size()) {
            return true;
        }
        String word = row.cells().get(column);
        StateWord state = StateWord.find(word, columns.plainName(column)).orElse(StateWord.DOWN);
        if (state == StateWord.UP || state == StateWord.NEITHER) {
            leaveOut("with the state `" + TimeStamp.shortened(word) + "` left out: no outage");
            return false;
        }
        return true;
    }

    /**
     * When an outage was over.
     *
     * @param isClear whether the row says it, or says that it was not over
     * @param at empty if it was not
     */
    private record End(boolean isClear, Optional<Instant> at) {
        private static final End UNCLEAR = new End(false, Optional.empty());
        private static final End NOT_YET = new End(true, Optional.empty());

        static End at(Instant time) {
            return new End(true, Optional.of(time));
        }
    }

    private End endByLength(Row row, Instant start) {
        int column = columns.of(Role.DURATION);
        String text = cell(row, Role.DURATION).orElse("");
        Optional<Duration> length = TimeStamp.duration(text, columns.plainName(column));
        if (length.isEmpty()) {
            problem(
                    row.line(),
                    columns.name(column) + ": `" + TimeStamp.shortened(text)
                            + "` is not a length of time; allowed: 00:02:30, 2m30s, 1 day 2 hours, or seconds");
        }
        return length.map(time -> End.at(start.plus(time))).orElse(End.UNCLEAR);
    }

    /** The first possible instant that is not before the start. */
    private End end(Row row, Instant start) {
        String text = cell(row, Role.END).orElse("");
        if (OPEN.contains(text.toLowerCase(Locale.ROOT)) || text.startsWith("0000-00-00")) {
            return End.NOT_YET;
        }
        List<Instant> ends = times(row, Role.END);
        if (ends.isEmpty()) {
            return End.UNCLEAR;
        }
        if (TimeStamp.isNever(ends.get(0))) {
            return End.NOT_YET;
        }
        Optional<Instant> end =
                ends.stream().filter(time -> !time.isBefore(start)).findFirst();
        if (end.isEmpty()) {
            problem(
                    row.line(),
                    columns.name(columns.of(Role.END)) + ": `" + TimeStamp.shortened(text) + "` is before the start, `"
                            + TimeStamp.shortened(cell(row, Role.START).orElse("")) + "`");
        }
        return end.map(End::at).orElse(End.UNCLEAR);
    }

    private void readChange(Row row) {
        if (isShort(row, Role.START, Role.ELEMENT, Role.STATE)) {
            return;
        }
        int column = columns.of(Role.STATE);
        String word = row.cells().get(column);
        Optional<StateWord> state = StateWord.find(word, columns.plainName(column));
        if (state.isEmpty()) {
            problem(
                    row.line(),
                    columns.name(column) + ": `" + TimeStamp.shortened(word) + "` is neither down nor up; allowed: "
                            + StateWord.allowed());
        } else if (state.get() == StateWord.NEITHER) {
            leaveOut("with the state `" + TimeStamp.shortened(word) + "` left out: neither down nor up");
        } else {
            List<Instant> at = times(row, Role.START);
            List<Target> struck = targets(row);
            boolean isDown = state.get() == StateWord.DOWN;
            if (!at.isEmpty()) {
                struck.forEach(target -> changes.add(row.line(), element(row), target, at, isDown));
            }
        }
    }

    /** An outage without an end cannot begin again: it must have ended in between. */
    private void checkOpen() {
        Map<Target, Incident> open = new HashMap<>();
        incidents.stream().sorted(Comparator.comparing(Incident::start)).forEach(incident -> {
            Incident before = open.get(incident.target());
            if (before != null) {
                problem(
                        before.line(),
                        "`" + before.element() + "` has no end here, but is down again in line " + incident.line()
                                + ": add the end, or remove the row");
                open.remove(incident.target());
            }
            if (incident.end().isEmpty()) {
                open.put(incident.target(), incident);
            }
        });
    }

    private boolean isShort(Row row, Role... roles) {
        int last = -1;
        for (Role role : roles) {
            last = Math.max(last, columns.of(role));
        }
        boolean isShort = row.cells().size() <= last;
        if (isShort) {
            problem(row.line(), "the row has " + row.cells().size() + " of " + columns.size() + " fields");
        }
        return isShort;
    }

    private Optional<String> cell(Row row, Role role) {
        int column = columns.of(role);
        if (column < 0) {
            return Optional.empty();
        }
        int time = columns.timeOfDay(column);
        String text = row.cells().get(column);
        return Optional.of(
                time < 0 || time >= row.cells().size() || text.isEmpty()
                        ? text
                        : text + " " + row.cells().get(time));
    }

    private List<Instant> times(Row row, Role role) {
        try {
            return options.times().parse(cell(row, role).orElse(""));
        } catch (TimeStamp.Unclear e) {
            if (e.once().isEmpty() || told.add(e.once())) {
                problem(
                        row.line(),
                        columns.name(columns.of(role)) + ": " + e.getMessage() + "; allowed: " + TimeStamp.FORMS);
            }
            return List.of();
        }
    }

    private String element(Row row) {
        return options.element().orElseGet(() -> cell(row, Role.ELEMENT).orElse(""));
    }

    private List<Target> targets(Row row) {
        String element = element(row);
        List<String> names = options.names().getOrDefault(element, List.of(element));
        List<Target> found =
                names.stream().filter(targets::containsKey).map(targets::get).toList();
        if (found.size() == names.size()) {
            return found;
        }
        if (options.ignoresUnknown()) {
            leaveOut("about what is not in the scenario left out");
        } else if (told.add(element)) {
            String nearest = Nearest.to(element, targets.keySet());
            problem(
                    row.line(),
                    (columns.has(Role.ELEMENT) ? columns.name(columns.of(Role.ELEMENT)) : "--element") + ": `"
                            + TimeStamp.shortened(element) + "` is not a name in the scenario"
                            + (nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?") + "; --map "
                            + Reproduction.inQuotes(TimeStamp.shortened(element) + "=NAME")
                            + " says what it is there, --ignore-unknown leaves such rows out");
        }
        return List.of();
    }

    private void leaveOut(String why) {
        leftOut.merge(why, 1, Integer::sum);
    }

    private void problem(int line, String what) {
        if (problems.size() == MOST_PROBLEMS) {
            unseen++;
        } else {
            problems.add(file + ":" + line + ": error: " + what);
        }
    }

    /**
     * What a file of outages says.
     *
     * @param incidents in the order of the file
     * @param problems what is wrong with it, a line of text each; the incidents can be used if there are none
     * @param notes what was left out or decided, a sentence each
     */
    public record Result(List<Incident> incidents, List<String> problems, List<String> notes) {
        /** Keeps copies of the lists. */
        public Result {
            incidents = List.copyOf(incidents);
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }
}
