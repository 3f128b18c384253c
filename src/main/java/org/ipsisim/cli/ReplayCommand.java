package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Targets;
import org.ipsisim.incident.IncidentFile;
import org.ipsisim.incident.IncidentReader;
import org.ipsisim.report.TextStyle;
import org.ipsisim.report.page.ReplayPage;
import org.ipsisim.report.whatif.ReplayCsv;
import org.ipsisim.report.whatif.ReplayJson;
import org.ipsisim.report.whatif.ReplayText;
import org.ipsisim.report.whatif.ReplayWords;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.whatif.ParallelRuns;
import org.ipsisim.whatif.StudyTooLarge;
import org.ipsisim.whatif.Variant;
import org.ipsisim.whatif.WrongPlan;
import org.ipsisim.whatif.replay.Replay;
import org.ipsisim.whatif.replay.ReplayPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim replay}: what outages that a monitoring system has recorded would have cost. */
final class ReplayCommand implements Subcommand {
    private static final String OUTAGES = "--outages";
    private static final String ZONE = "--zone";
    private static final String MAP = "--map";
    private static final String FROM = "--from";
    private static final String AGAINST = "--against";

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
                        .description("A CSV file with the start, the end and the element of each outage.")
                        .build())
                .addOption(OptionSpec.builder(ZONE)
                        .paramLabel("ZONE")
                        .arity("1")
                        .type(ZoneId.class)
                        .converters(ReplayCommand::zone)
                        .description("The zone of times without an offset, and of the output; UTC without.")
                        .build())
                .addOption(texts(MAP, "ELEMENT=NAME", "What an element of the file is in the scenario."))
                .addOption(OptionSpec.builder(FROM)
                        .paramLabel("TIME")
                        .arity("1")
                        .type(Instant.class)
                        .converters(ReplayCommand::from)
                        .description("When the run begins; without, the midnight before the first outage.")
                        .build())
                .addOption(texts(AGAINST, "KEY=VALUE", "Also replays with another setting: what it would have saved."));
        StudyOptions.addTo(spec)
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

    private static Instant from(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no time such as 2025-01-01T00:00:00+01:00");
        }
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws FileFailure {
        if (!line.hasMatchedOption(OUTAGES)) {
            throw wrong(line, "nothing to replay: " + OUTAGES + " FILE says what");
        }
        ScenarioFiles files = ScenarioFiles.readOne(line, terminal);
        if (files.status() != ExitStatus.OK) {
            return files.status();
        }
        ScenarioFiles.Checked file = files.checked().get(0);
        long seed = new StudyOptions(line).seedOr(files.scenarios().get(0).seed());
        Scenario scenario = files.scenarios().get(0).withSeed(seed);
        List<String> against = line.matchedOptionValue(AGAINST, List.of());
        Optional<Variant> b = Optional.empty();
        if (!against.isEmpty()) {
            ReadResult other = file.source().read(against);
            if (other.hasErrors()) {
                ScenarioFiles.tell(other, terminal);
                return ExitStatus.WRONG_INPUT;
            }
            b = Optional.of(new Variant(
                    file.source().with(against).settings(),
                    other.scenario().orElseThrow().withSeed(seed)));
        }
        IncidentFile outages = outages(scenario, line);
        if (!outages.problems().isEmpty()) {
            outages.problems().forEach(problem -> terminal.err().println(problem));
            terminal.err().flush();
            return ExitStatus.WRONG_INPUT;
        }
        ReplayPlan plan;
        try {
            plan = ReplayPlan.of(
                    new Variant(file.source().settings(), scenario),
                    b,
                    outages.incidents(),
                    Optional.ofNullable(line.matchedOptionValue(FROM, null)),
                    line.matchedOptionValue(ZONE, ZoneId.of("UTC")));
        } catch (WrongPlan e) {
            throw wrong(line, e.getMessage());
        }
        return replay(plan, new StudyOptions(line), terminal);
    }

    private static ParameterException wrong(ParseResult line, String message) {
        return new ParameterException(line.commandSpec().commandLine(), message);
    }

    private static IncidentFile outages(Scenario scenario, ParseResult line) throws FileFailure {
        File file = line.matchedOptionValue(OUTAGES, null);
        Map<String, Target> targets = Targets.of(scenario.estate());
        Map<String, String> names = new LinkedHashMap<>();
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
            names.put(map.substring(0, equals).strip(), name);
        }
        try {
            return new IncidentReader(
                            file.getPath(), Optional.ofNullable(line.matchedOptionValue(ZONE, null)), names, targets)
                    .read(Files.readAllBytes(ReportDirectories.path(file)));
        } catch (IOException e) {
            throw new FileFailure(file + ": " + FileFailure.reason(e));
        }
    }

    private static int replay(ReplayPlan plan, StudyOptions options, Terminal terminal) throws FileFailure {
        try (Interrupt interrupt = new Interrupt();
                ProgressBar bar = ProgressBar.on(terminal)) {
            Replay replay = Replay.of(plan, new ParallelRuns(options.threads(), interrupt.stop(), bar));
            bar.clear();
            return options.publish(new Result(replay, options.command()), new ReplayWords(replay).missing(), terminal);
        } catch (StudyTooLarge e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        }
    }

    private record Result(Replay replay, String command) implements StudyResult {
        @Override
        public void writeText(Writer out, TextStyle style) throws IOException {
            ReplayText.write(replay, out, style);
        }

        @Override
        public void writeJson(Writer out) throws IOException {
            ReplayJson.write(replay, out);
        }

        @Override
        public void writeCsv(Writer out) throws IOException {
            ReplayCsv.write(replay, out);
        }

        @Override
        public void writeReport(Path directory) throws IOException {
            ReplayPage.write(replay, command, directory);
        }
    }
}
