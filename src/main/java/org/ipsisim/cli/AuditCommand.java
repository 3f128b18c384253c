package org.ipsisim.cli;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.audit.Audit;
import org.ipsisim.study.audit.AuditDocument;
import org.ipsisim.study.audit.AuditPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim audit}: what every single fault, and every pair of faults, costs. */
final class AuditCommand implements StudyCommand {
    private static final String FAULTS = "--faults";
    private static final String DURATIONS = "--durations";
    private static final String FAIL_ABOVE = "--fail-above";
    private static final String TOP = "--top";
    private static final String EXHAUSTIVE = "--exhaustive";
    private static final int USUAL_TOP = 10;
    private static final List<Long> USUAL_LENGTHS = List.of(30_000L, 300_000L, 3_600_000L);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("audit", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file, for its estate; - reads standard input.")
                        .build())
                .addOption(option(FAULTS, "N")
                        .type(Integer.class)
                        .converters(AuditCommand::faults)
                        .description("1 (default): each fault alone; 2: each pair of faults at once, too.")
                        .build())
                .addOption(option(DURATIONS, "LIST")
                        .type(List.class)
                        .converters(AuditCommand::lengths)
                        .description("How long faults last, such as 30s,5m,1h (default).")
                        .build())
                .addOption(option(FAIL_ABOVE, "LIMIT")
                        .type(List.class)
                        .auxiliaryTypes(CostLimit.class)
                        .converters(CostLimit::parse)
                        .description("Ends with status 1 if a fault or a pair costs more: outage=10m or calls=100;"
                                + " may be repeated.")
                        .build())
                .addOption(option(TOP, "N")
                        .type(Integer.class)
                        .converters(AuditCommand::top)
                        .description("How many of each ranking are shown; 10 without.")
                        .build())
                .addOption(OptionSpec.builder(EXHAUSTIVE)
                        .description("Runs the whole estate every time. The result is the same, later.")
                        .build());
        StudyOptions.addWithRecordTo(spec)
                .usageMessage()
                .exitCodeList(ExitStatus.explainedForAudits())
                .header("Finds the faults and pairs of faults that cost most.")
                .description(
                        "",
                        "Each link, site, server, control path and IPSI fails, alone or in pairs,",
                        "for several durations. What the scenario itself lets happen is left out.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim audit scenarios/wan-cut.yaml",
                        "  ipsisim audit scenarios/separated-pair.yaml --faults 2 \\",
                        "      --durations 30s,10m --fail-above outage=10m --report out");
        return spec;
    }

    private static OptionSpec.Builder option(String name, String label) {
        return OptionSpec.builder(name).paramLabel(label).arity("1");
    }

    private static Integer faults(String text) {
        if (!text.equals("1") && !text.equals("2")) {
            throw new TypeConversionException("'" + text + "' is neither 1 nor 2");
        }
        return Integer.valueOf(text);
    }

    private static Integer top(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new TypeConversionException("'" + text + "' is not a number from 1 to 999999");
        }
        return Integer.valueOf(text);
    }

    private static List<Long> lengths(String text) {
        List<Long> lengths = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            Duration length = Durations.parse(each.strip());
            lengths.add(length.toMillis());
        }
        return lengths;
    }

    @Override
    public Study study(ParseResult line, Terminal terminal) throws Refused {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        StudyOptions options = new StudyOptions(line);
        Scenario scenario = file.scenario();
        try {
            AuditPlan plan = AuditPlan.of(
                    scenario.withSeed(options.seedOr(scenario.seed())),
                    line.matchedOptionValue(FAULTS, 1),
                    line.matchedOptionValue(DURATIONS, USUAL_LENGTHS));
            return new Planned(
                    plan,
                    file.source(),
                    line.hasMatchedOption(EXHAUSTIVE),
                    line.matchedOptionValue(TOP, USUAL_TOP),
                    line.matchedOptionValue(FAIL_ABOVE, List.of()),
                    options.command());
        } catch (WrongPlan e) {
            throw new ParameterException(line.commandSpec().commandLine(), e.getMessage(), e);
        }
    }

    private record Planned(
            AuditPlan plan, ScenarioSource source, boolean exhaustive, int top, List<CostLimit> limits, String command)
            implements Study {
        @Override
        public Map<String, byte[]> files() {
            return Map.of(source.file(), source.content());
        }

        @Override
        public String numbers() {
            return Audit.NUMBER_NAMES;
        }

        @Override
        public String announcement() {
            return "audit: " + StudyOptions.grouped(plan.sets())
                    + (plan.faults() == 2 ? " single faults and pairs" : " single faults") + " x "
                    + plan.lengths().size() + (plan.lengths().size() == 1 ? " duration" : " durations") + ": "
                    + StudyOptions.grouped(plan.runs()) + " runs";
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) {
            Audit audit = Audit.of(plan, exhaustive, runs);
            return new AuditDocument(audit, top, command, AuditCommand.exceeded(audit, limits));
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) {
            Audit.make(plan, exhaustive, shard, runs);
        }
    }

    /** Which limits are exceeded, a sentence each. */
    private static List<String> exceeded(Audit audit, List<CostLimit> limits) {
        List<String> exceeded = new ArrayList<>();
        for (CostLimit limit : limits) {
            long exceeding = audit.results().stream()
                    .filter(result -> result.costs().stream().anyMatch(limit::isExceededBy))
                    .count();
            if (exceeding > 0) {
                exceeded.add(Words.grouped(exceeding) + " of "
                        + Words.grouped(audit.plan().sets())
                        + (audit.plan().faults() == 2 ? " faults and pairs" : " faults") + " cost more than "
                        + limit.words());
            }
        }
        return exceeded;
    }
}
