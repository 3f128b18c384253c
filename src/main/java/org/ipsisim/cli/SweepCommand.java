package org.ipsisim.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Cost;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.sweep.Axis;
import org.ipsisim.study.sweep.Objective;
import org.ipsisim.study.sweep.Sweep;
import org.ipsisim.study.sweep.SweepAnswer;
import org.ipsisim.study.sweep.SweepDocument;
import org.ipsisim.study.sweep.SweepPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim sweep}: runs a scenario with every combination of some values, and says which one to take. */
final class SweepCommand implements StudyCommand {
    static final String VARY = "--vary";
    static final String OVER = "--over";
    private static final String PREFER = "--prefer";

    @Override
    public CommandSpec spec() {
        List<String> objectives =
                Arrays.stream(Objective.values()).map(Objective::word).toList();
        CommandSpec spec = HelpText.command("sweep", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file; - reads standard input.")
                        .build())
                .addOption(axis(
                        VARY,
                        "What can be chosen: a list such as 60s,90s,120s or a range with a step such as 2m..15m:1m;"
                                + " may be repeated."))
                .addOption(axis(
                        OVER,
                        "What cannot be chosen, such as the length of an outage or the seed: every choice runs under"
                                + " all of these, and its costs are added up."))
                .addOption(OptionSpec.builder(PREFER)
                        .paramLabel("WHAT")
                        .arity("1")
                        .type(Objective.class)
                        .converters(SweepCommand::objective)
                        .completionCandidates(objectives)
                        .description("What the recommended setting spares first: " + String.join(", ", objectives)
                                + " (that order without).")
                        .build());
        StudyOptions.addWithRecordTo(spec)
                .usageMessage()
                .header("Tries every combination of some values and says which one to take.")
                .description(
                        "",
                        "Calls dropped, needless failovers and time in which nobody can dial: what",
                        "each setting costs, which ones nothing beats, and what matters most.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim sweep scenarios/wan-cut.yaml \\",
                        "      --vary timers.no-service-timeout=2m..15m:1m",
                        "  ipsisim sweep scenarios/author-advice.yaml \\",
                        "      --vary timers.pn-cold-reset-delay=60s..120s:10s \\",
                        "      --vary timers.no-service-timeout=2m,5m,10m,15m \\",
                        "      --over events[0].for=30s,90s,4m,8m,20m --report out");
        return spec;
    }

    private static OptionSpec axis(String name, String description) {
        return OptionSpec.builder(name)
                .paramLabel("KEY=VALUES")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    private static Objective objective(String word) {
        return Arrays.stream(Objective.values())
                .filter(objective -> objective.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + word + "' is not one of calls, failovers, service"));
    }

    @Override
    public Study study(ParseResult line, Terminal terminal) throws Refused {
        if (!line.hasMatchedOption(VARY)) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), "nothing to vary: " + VARY + " KEY=VALUES says what");
        }
        List<Axis> choices = axes(line, VARY);
        List<Axis> circumstances = axes(line, OVER);
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        StudyOptions options = new StudyOptions(line);
        ScenarioSource source = file.source();
        Scenario scenario = file.scenario();
        if (options.hasSeed()) {
            long seed = options.seedOr(scenario.seed());
            source = source.with(List.of("seed=" + seed));
            scenario = scenario.withSeed(seed);
        }
        check(source, choices, circumstances, line, terminal);
        try {
            return new Planned(
                    SweepPlan.of(source, choices, circumstances),
                    scenario,
                    line.matchedOptionValue(PREFER, Objective.CALLS),
                    options.command());
        } catch (WrongPlan e) {
            throw new ParameterException(line.commandSpec().commandLine(), e.getMessage(), e);
        }
    }

    /** With the first value of each key, so that a key that there is not is told before the size of the grid. */
    private static void check(
            ScenarioSource source, List<Axis> choices, List<Axis> circumstances, ParseResult line, Terminal terminal)
            throws Refused {
        List<Axis> axes = new ArrayList<>(choices);
        axes.addAll(circumstances);
        List<String> first = axes.stream().map(axis -> axis.assignment(0)).toList();
        ReadResult result = source.read(first);
        if (result.hasErrors()) {
            terminal.complain("with " + String.join(", ", first) + " the scenario is wrong; nothing was run");
            ScenarioFiles.tell(result, line, terminal);
            throw new Refused(ExitStatus.WRONG_INPUT);
        }
    }

    private static List<Axis> axes(ParseResult line, String option) {
        List<String> texts = line.matchedOptionValue(option, List.of());
        List<Axis> axes = new ArrayList<>();
        for (String text : texts) {
            try {
                axes.add(Axis.parse(text));
            } catch (WrongPlan e) {
                throw new ParameterException(line.commandSpec().commandLine(), option + " " + e.getMessage(), e);
            }
        }
        return axes;
    }

    private record Planned(SweepPlan plan, Scenario scenario, Objective preferred, String command) implements Study {
        @Override
        public Map<String, byte[]> files() {
            return Map.of(plan.source().file(), plan.source().content());
        }

        @Override
        public String numbers() {
            return "of all port networks together: " + Cost.NUMBER_NAMES;
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) throws RefusedSettings {
            return new SweepDocument(SweepAnswer.of(Sweep.of(plan, scenario, runs), preferred), command);
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) throws RefusedSettings {
            Sweep.make(plan, shard, runs);
        }
    }
}
