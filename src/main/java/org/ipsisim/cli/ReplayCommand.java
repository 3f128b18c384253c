package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.study.Cost;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.replay.IncidentFile;
import org.ipsisim.study.replay.IncidentReader;
import org.ipsisim.study.replay.RecordOptions;
import org.ipsisim.study.replay.Replay;
import org.ipsisim.study.replay.ReplayDocument;
import org.ipsisim.study.replay.ReplayPlan;
import org.ipsisim.study.replay.TimeStamp;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim replay}: what outages that a monitoring system has recorded would have cost. */
final class ReplayCommand implements StudyCommand {
    private static final String OUTAGES = "--outages";
    private static final String ZONE = "--zone";
    private static final String DATES = "--dates";
    private static final String MAP = "--map";
    private static final String COLUMNS = "--columns";
    private static final String ELEMENT = "--element";
    private static final String IGNORE_UNKNOWN = "--ignore-unknown";
    private static final String FROM = "--from";

    /** Many times what so many outages as can be replayed take. */
    private static final int MOST_BYTES = 1 << 26;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("replay", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file, for its estate; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(OUTAGES)
                        .paramLabel("FILE")
                        .arity("1")
                        .type(File.class)
                        .description(
                                "What a monitoring system exports: CSV, JSON or nagios.log; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(ZONE)
                        .paramLabel("ZONE")
                        .arity("1")
                        .type(ZoneId.class)
                        .converters(ReplayCommand::zone)
                        .description("The zone of times without an offset, and of the output; UTC without.")
                        .build())
                .addOption(OptionSpec.builder(DATES)
                        .paramLabel("ORDER")
                        .arity("1")
                        .type(TimeStamp.DateOrder.class)
                        .converters(ReplayCommand::dates)
                        .completionCandidates(List.of("mdy", "dmy"))
                        .description("What 3/7/2025 is: March 7 with mdy, 3 July with dmy.")
                        .build())
                .addOption(texts(MAP, "ELEMENT=NAME", "What an element of the file is in the scenario."))
                .addOption(OptionSpec.builder(COLUMNS)
                        .paramLabel("WHAT=HEAD")
                        .arity("1")
                        .splitRegex(",")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(
                                "Which column is which: start, end, duration, element, state, with commas between.")
                        .build())
                .addOption(OptionSpec.builder(ELEMENT)
                        .paramLabel("ELEMENT")
                        .arity("1")
                        .type(String.class)
                        .description("What the whole file is about, if no column says it.")
                        .build())
                .addOption(OptionSpec.builder(IGNORE_UNKNOWN)
                        .arity("0")
                        .type(boolean.class)
                        .description("Leaves out rows about what is not in the scenario.")
                        .build())
                .addOption(OptionSpec.builder(FROM)
                        .paramLabel("TIME")
                        .arity("1")
                        .type(Instant.class)
                        .converters(ReplayCommand::from)
                        .description("When the run begins; without, the midnight before the first outage.")
                        .build())
                .addOption(texts(
                        ScenarioFiles.AGAINST,
                        "KEY=VALUE",
                        "Also replays with another setting: what it would have saved."));
        StudyOptions.addWithRecordTo(spec)
                .usageMessage()
                .header("Replays recorded outages: what they would have cost.")
                .description("", "The outages of the file take the place of the events of the scenario.", "")
                .footer(
                        "",
                        "Example:",
                        "  ipsisim replay scenarios/month-by-chance.yaml \\",
                        "      --outages scenarios/data/wan-cuts-2025.csv \\",
                        "      --zone America/Chicago --map rtr-dal-1=wan-dallas \\",
                        "      --map rtr-aus-1=wan-austin \\",
                        "      --against timers.no-service-timeout=2m");
        return spec;
    }

    private static OptionSpec texts(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description + " May be repeated.")
                .build();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no zone such as Europe/Berlin or +01:00");
        }
    }

    private static TimeStamp.DateOrder dates(String text) {
        return Arrays.stream(TimeStamp.DateOrder.values())
                .filter(order -> order.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is neither mdy nor dmy"));
    }

    private static Instant from(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no time such as 2025-01-01T00:00:00+01:00");
        }
    }

    @Override
    public Study study(ParseResult line, Terminal terminal) throws Refused {
        if (!line.hasMatchedOption(OUTAGES)) {
            throw wrong(line, "nothing to replay: " + OUTAGES + " FILE says what");
        }
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        StudyOptions options = new StudyOptions(line);
        long seed = options.seedOr(file.scenario().seed());
        Variant a = new Variant(file.source().settings(), file.scenario()).withSeed(seed);
        Optional<Variant> b = file.against(line, terminal).map(other -> other.withSeed(seed));
        File record = line.matchedOptionValue(OUTAGES, null);
        if (record.getPath().equals(file.name()) && file.name().equals(InputFiles.STDIN)) {
            throw wrong(line, "standard input (-) can be read only once");
        }
        byte[] rows = content(record, terminal);
        IncidentFile outages = outages(a.scenario(), record, rows, line);
        if (!outages.problems().isEmpty()) {
            outages.problems().forEach(terminal::tell);
            throw new Refused(ExitStatus.WRONG_INPUT);
        }
        outages.notes().forEach(note -> terminal.tell("note: " + record + ": " + note));
        try {
            ReplayPlan plan = ReplayPlan.of(
                    a,
                    b,
                    outages.incidents(),
                    Optional.ofNullable(line.matchedOptionValue(FROM, null)),
                    line.matchedOptionValue(ZONE, ZoneId.of("UTC")));
            Map<String, byte[]> files = Map.of(file.name(), file.source().content(), record.getPath(), rows);
            return new Planned(plan, files, options.command());
        } catch (WrongPlan e) {
            throw wrong(line, e.getMessage());
        }
    }

    private static ParameterException wrong(ParseResult line, String message) {
        return new ParameterException(line.commandSpec().commandLine(), message);
    }

    private static byte[] content(File record, Terminal terminal) throws Refused {
        try {
            ReportDirectories.path(record);
            return terminal.files().content(record.getPath(), MOST_BYTES);
        } catch (IOException e) {
            throw new FileFailure(record + ": " + FileFailure.reason(e));
        }
    }

    private static IncidentFile outages(Scenario scenario, File record, byte[] rows, ParseResult line) {
        Map<String, Target> targets = Targets.of(scenario.estate());
        Map<String, List<String>> names = new LinkedHashMap<>();
        List<String> maps = line.matchedOptionValue(MAP, List.of());
        for (String map : maps) {
            int equals = map.lastIndexOf('=');
            String name = map.substring(equals + 1).strip();
            if (equals < 1 || !targets.containsKey(name)) {
                throw wrong(
                        line,
                        MAP + " '" + map + "' is no element, `=` and a name of the scenario: "
                                + String.join(", ", targets.keySet()));
            }
            names.computeIfAbsent(map.substring(0, equals).strip(), element -> new ArrayList<>())
                    .add(name);
        }
        TimeStamp times = new TimeStamp(
                Optional.ofNullable(line.matchedOptionValue(ZONE, null)),
                Optional.ofNullable(line.matchedOptionValue(DATES, null)));
        RecordOptions options = new RecordOptions(
                times,
                names,
                columns(line),
                Optional.ofNullable(line.matchedOptionValue(ELEMENT, null)),
                line.hasMatchedOption(IGNORE_UNKNOWN));
        return new IncidentReader(record.getPath(), options, targets).read(rows);
    }

    private static Map<String, String> columns(ParseResult line) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> pairs = line.matchedOptionValue(COLUMNS, List.of());
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String what = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (!RecordOptions.COLUMNS.contains(what)) {
                throw wrong(
                        line,
                        COLUMNS + " '" + pair + "' is not WHAT=HEAD; WHAT is one of: "
                                + String.join(", ", RecordOptions.COLUMNS));
            }
            columns.put(what, pair.substring(equals + 1).strip());
        }
        return columns;
    }

    private record Planned(ReplayPlan plan, Map<String, byte[]> files, String command) implements Study {
        @Override
        public String numbers() {
            return "of each port network: " + Cost.NUMBER_NAMES
                    + (plan.b().isPresent() ? "; then the same with the other setting" : "");
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) {
            return new ReplayDocument(Replay.of(plan, runs), command);
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) {
            Replay.make(plan, shard, runs);
        }
    }
}
