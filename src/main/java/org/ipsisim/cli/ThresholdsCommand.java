package org.ipsisim.cli;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.Nearest;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Fault;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.thresholds.CutChances;
import org.ipsisim.study.thresholds.CutChancesDocument;
import org.ipsisim.study.thresholds.CutPlan;
import org.ipsisim.study.thresholds.Thresholds;
import org.ipsisim.study.thresholds.ThresholdsDocument;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim thresholds}: how long a cut may last before it costs something. */
final class ThresholdsCommand implements StudyCommand {
    private static final String FAULT = "--fault";
    private static final String AT = "--at";
    private static final String UP_TO = "--up-to";
    private static final String STEP = "--step";
    private static final Duration USUAL_AT = Duration.ofMinutes(1);
    private static final String SEEDS = "--seeds";
    private static final int MOST_SEEDS = 100_000;
    private static final Duration STEP_OF_ODDS = Duration.ofSeconds(5);
    private static final Duration USUAL_STEP = Duration.ofSeconds(1);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("thresholds", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file, for its estate; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(FAULT)
                        .paramLabel("NAME")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(
                                "What is cut: a link, a site, a server, pn-N for a control path, ipsi-Na for a board; may be"
                                        + " repeated. Without: each link, each site, the main, each control path.")
                        .build())
                .addOption(Durations.option(AT, "When the cut begins; 1m without."))
                .addOption(Durations.option(
                        UP_TO, "The longest cut that is tried; without, so long that every timer runs out."))
                .addOption(OptionSpec.builder(SEEDS)
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(ThresholdsCommand::seeds)
                        .description(
                                "Where heartbeats are lost by chance: runs each cut with so many seeds, 2 to 100000, and"
                                        + " tells the odds with their confidence intervals.")
                        .build())
                .addOption(Durations.option(
                        STEP, "Between two lengths that are tried first; 1s without, 5s with " + SEEDS + "."));
        StudyOptions.addWithRecordTo(spec)
                .usageMessage()
                .header("Finds how long a cut may last before it costs something.")
                .description(
                        "",
                        "For each kind of cut and each port network: the lengths at which the",
                        "outcome changes, found by running, to the millisecond. Failures of the",
                        "scenario itself are left out.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim thresholds scenarios/wan-cut.yaml",
                        "  ipsisim thresholds scenarios/wan-cut.yaml --fault wan \\",
                        "      --set timers.pn-cold-reset-delay=120s --report out");
        return spec;
    }

    private static Integer seeds(String text) {
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) < 2 || Integer.parseInt(text) > MOST_SEEDS) {
            throw new TypeConversionException("'" + text + "' is not a number of seeds from 2 to " + MOST_SEEDS);
        }
        return Integer.valueOf(text);
    }

    @Override
    public Study study(ParseResult line, Terminal terminal) throws Refused {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        StudyOptions options = new StudyOptions(line);
        Scenario scenario = file.scenario();
        CutPlan plan = plan(scenario.withSeed(options.seedOr(scenario.seed())), line);
        return line.hasMatchedOption(SEEDS)
                ? new PlannedOdds(plan, line.matchedOptionValue(SEEDS, 1), file.source(), options.command())
                : new Planned(plan, file.source(), options.command());
    }

    private static CutPlan plan(Scenario scenario, ParseResult line) {
        Duration at = line.matchedOptionValue(AT, USUAL_AT);
        Duration upTo = line.matchedOptionValue(
                UP_TO, Duration.ofMillis(scenario.estate().timers().outlastingMillis()));
        Duration step = line.matchedOptionValue(STEP, line.hasMatchedOption(SEEDS) ? STEP_OF_ODDS : USUAL_STEP);
        if (step.compareTo(upTo) > 0) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), STEP + " is longer than the longest cut that is tried");
        }
        CutPlan plan = new CutPlan(scenario, faults(scenario, line), at.toMillis(), upTo.toMillis(), step.toMillis());
        long runs = plan.runs() * line.matchedOptionValue(SEEDS, 1);
        if (runs > CutPlan.MOST_RUNS) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    "that would take " + StudyOptions.grouped(runs) + " runs, more than "
                            + StudyOptions.grouped(CutPlan.MOST_RUNS) + "; choose a longer " + STEP + ", a shorter "
                            + UP_TO + ", fewer cuts with " + FAULT + ", or fewer seeds");
        }
        return plan;
    }

    private static List<Fault> faults(Scenario scenario, ParseResult line) {
        List<String> names = line.matchedOptionValue(FAULT, List.of());
        if (names.isEmpty()) {
            return Fault.usual(scenario.estate());
        }
        List<Fault> all = Fault.all(scenario.estate());
        List<Fault> chosen = new ArrayList<>();
        for (String name : names) {
            Fault fault = all.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(name, all, line));
            if (chosen.contains(fault)) {
                throw new ParameterException(line.commandSpec().commandLine(), FAULT + " " + name + " stands twice");
            }
            chosen.add(fault);
        }
        return chosen;
    }

    private static ParameterException unknown(String name, List<Fault> all, ParseResult line) {
        List<String> names = all.stream().map(Fault::name).toList();
        String nearest = Nearest.to(name, names);
        String hint = nearest.isEmpty()
                ? "; there are " + String.join(", ", names.subList(0, Math.min(names.size(), 12)))
                        + (names.size() > 12 ? " and " + (names.size() - 12) + " more" : "")
                : "; did you mean `" + nearest + "`?";
        return new ParameterException(
                line.commandSpec().commandLine(), FAULT + ": '" + name + "' is no name of this scenario" + hint);
    }

    private record Planned(CutPlan plan, ScenarioSource source, String command) implements Study {
        @Override
        public Map<String, byte[]> files() {
            return Map.of(source.file(), source.content());
        }

        @Override
        public String numbers() {
            return Thresholds.NUMBER_NAMES;
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) {
            return new ThresholdsDocument(Thresholds.of(plan, runs), command);
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) {
            Thresholds.make(plan, shard, runs);
        }
    }

    private record PlannedOdds(CutPlan plan, int seeds, ScenarioSource source, String command) implements Study {
        @Override
        public Map<String, byte[]> files() {
            return Map.of(source.file(), source.content());
        }

        @Override
        public String numbers() {
            return CutChances.NUMBER_NAMES;
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) {
            return new CutChancesDocument(CutChances.of(plan, seeds, runs), command);
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) {
            CutChances.make(plan, seeds, shard, runs);
        }
    }
}
