package org.ipsisim.cli;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Objective;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.replay.IncidentReader;
import org.ipsisim.study.replay.RecordOptions;
import org.ipsisim.study.replay.Replay;
import org.ipsisim.study.replay.ReplayDocument;
import org.ipsisim.study.replay.ReplayPlan;
import org.ipsisim.study.replay.TimeStamp;

/** {@code ipsisim replay}: what outages that a monitoring system has recorded would have cost. */
final class ReplayCommand implements StudyCommand {
    private static final Option<File> OUTAGES = Option.file(
            "--outages", "FILE", "What a monitoring system exports: CSV, JSON or nagios.log; - reads standard input.");
    private static final Option<ZoneId> ZONE = Option.value(
            "--zone",
            "ZONE",
            ZoneId.class,
            ReplayCommand::zone,
            "The zone of times without an offset, and of the output (default: UTC).");
    private static final Option<TimeStamp.DateOrder> DATES = Option.word(
            "--dates", "ORDER", "What 3/7/2025 is: March 7 with mdy, 3 July with dmy.", TimeStamp.DateOrder.class);
    private static final Option<List<String>> MAP = Option.texts(
            "--map", "ELEMENT=NAME", "What an element of the file is called in the scenario; may be repeated.");
    private static final Option<List<String>> COLUMNS = Option.texts(
            "--columns",
            "WHAT=HEAD",
            "Which column is which: start, end, duration, element, state, with commas between.");
    private static final Option<String> ELEMENT = Option.value(
            "--element", "ELEMENT", String.class, text -> text, "What the whole file is about, if no column says so.");
    private static final Option<Boolean> IGNORE_UNKNOWN =
            Option.flag("--ignore-unknown", "Leaves out rows about anything that is not in the scenario.");
    private static final Option<Duration> RESOLUTION = Option.duration(
            "--resolution", "The interval of a poller that made the records: each may be that late (default: exact).");
    private static final Option<Instant> FROM = Option.value(
            "--from",
            "TIME",
            Instant.class,
            ReplayCommand::from,
            "When the run begins (default: the midnight before the first outage).");

    /** The most bytes of a file: far more than the largest study needs. */
    private static final int MOST_BYTES = 1 << 26;

    @Override
    public Usage usage() {
        return new Usage("replay", "Replays recorded outages: what they would have cost.")
                .about("The outages of the file take the place of the events of the scenario.")
                .files("SCENARIO", "1", ScenarioFiles.ESTATE)
                .options(
                        OUTAGES,
                        ZONE,
                        DATES,
                        MAP,
                        COLUMNS,
                        ELEMENT,
                        IGNORE_UNKNOWN,
                        RESOLUTION,
                        FROM,
                        ScenarioFiles.AGAINST,
                        ObjectiveOptions.OBJECTIVE)
                .options(StudyOptions.ALL)
                .interruptible()
                .examples(
                        "ipsisim replay scenarios/month-by-chance.yaml \\",
                        "    --outages scenarios/data/wan-cuts-2025.csv \\",
                        "    --zone America/Chicago --map rtr-dal-1=wan-dallas \\",
                        "    --map rtr-aus-1=wan-austin \\",
                        "    --against timers.no-service-timeout=2m");
    }

    private static ZoneId zone(String text) {
        return Option.parsed(text, ZoneId::of, "a zone such as Europe/Berlin or +01:00");
    }

    private static Instant from(String text) {
        return Option.parsed(text, OffsetDateTime::parse, "a time such as 2025-01-01T00:00:00+01:00")
                .toInstant();
    }

    @Override
    public Study study(Line line, StudyOptions options, Terminal terminal) throws Refused, WrongPlan {
        Optional<Objective> given = ObjectiveOptions.find(line);
        String record = line.find(OUTAGES)
                .map(File::getPath)
                .orElseThrow(() -> line.wrong("nothing to replay: name the file with " + OUTAGES + " FILE"));
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        Objective objective = given.orElse(Objective.usual(file.scenario().estate()));
        long seed = line.find(RunOptions.SEED).orElse(file.scenario().seed());
        Variant a = file.variant().withSeed(seed);
        Optional<Variant> b = file.against(line, terminal).map(other -> other.withSeed(seed));
        if (record.equals(file.name()) && record.equals(InputFiles.STDIN)) {
            throw line.wrong("standard input (-) can be read only once");
        }
        byte[] rows = terminal.content(record, MOST_BYTES);
        IncidentReader.Result outages = outages(a.scenario(), record, rows, line);
        if (!outages.problems().isEmpty()) {
            outages.problems().forEach(terminal::tell);
            throw new Refused(ExitStatus.WRONG_INPUT);
        }
        outages.notes().forEach(note -> terminal.tell("note: " + record + ": " + note));
        ReplayPlan plan = ReplayPlan.of(
                        a,
                        b,
                        outages.incidents(),
                        line.find(FROM),
                        line.find(ZONE).orElse(ZoneId.of("UTC")))
                .polledEvery(line.find(RESOLUTION).orElse(Duration.ZERO));
        Map<String, byte[]> files = new TreeMap<>(file.files());
        files.put(record, rows);
        return new Study(
                files,
                "of each port network: " + Measures.ALL.names()
                        + (b.isPresent() ? "; then the same with the other setting" : ""),
                runs -> new ReplayDocument(Replay.of(plan, runs), objective, options.command()),
                (shard, runs) -> Replay.make(plan, shard, runs));
    }

    private static IncidentReader.Result outages(Scenario scenario, String record, byte[] rows, Line line) {
        Map<String, Target> targets = Targets.of(scenario.estate());
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String map : line.get(MAP)) {
            int equals = map.lastIndexOf('=');
            String name = map.substring(equals + 1).strip();
            if (equals < 1 || !targets.containsKey(name)) {
                throw line.wrong(MAP + " '" + map + "' is not ELEMENT=NAME with a name of the scenario: "
                        + String.join(", ", targets.keySet()));
            }
            names.computeIfAbsent(map.substring(0, equals).strip(), element -> new ArrayList<>())
                    .add(name);
        }
        TimeStamp times = new TimeStamp(line.find(ZONE), line.find(DATES));
        RecordOptions options =
                new RecordOptions(times, names, columns(line), line.find(ELEMENT), line.has(IGNORE_UNKNOWN));
        return new IncidentReader(record, options, targets).read(rows);
    }

    private static Map<String, String> columns(Line line) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : line.get(COLUMNS).stream()
                .flatMap(pairs -> Arrays.stream(pairs.split(",")))
                .toList()) {
            int equals = pair.indexOf('=');
            String what = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (!RecordOptions.COLUMNS.contains(what)) {
                throw line.wrong(COLUMNS + " '" + pair + "' is not WHAT=HEAD; WHAT is one of: "
                        + String.join(", ", RecordOptions.COLUMNS));
            }
            columns.put(what, pair.substring(equals + 1).strip());
        }
        return columns;
    }
}
