package org.ipsisim.cli;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloDocument;
import org.ipsisim.study.montecarlo.MonteCarloPlan;
import org.ipsisim.study.montecarlo.RunMeasure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim monte-carlo}: runs a scenario many times under outages by chance, and says what to expect. */
final class MonteCarloCommand implements StudyCommand {
    private static final String RUNS = "--runs";
    private static final String PRECISION = "--until-precision";
    private static final int USUAL_RUNS = 10_000;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("monte-carlo", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file with random-outages; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(RUNS)
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(MonteCarloCommand::runs)
                        .description("How many runs; 10000 without.")
                        .build())
                .addOption(OptionSpec.builder(PRECISION)
                        .paramLabel("SHARE")
                        .arity("1")
                        .type(Double.class)
                        .converters(MonteCarloCommand::precision)
                        .description("Ends when the mean outage is known to this share of it, such as 1%%, with 95%%"
                                + " confidence; after " + RUNS + " at the latest.")
                        .build())
                .addOption(OptionSpec.builder(ScenarioFiles.AGAINST)
                        .paramLabel("KEY=VALUE")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(
                                "Also runs another setting under the same outages, and tells the difference; may be"
                                        + " repeated.")
                        .build());
        StudyOptions.addWithRecordTo(spec)
                .usageMessage()
                .header("Runs a scenario many times under outages by chance.")
                .description(
                        "",
                        "How likely resets and failovers are, how much outage and how many",
                        "dropped calls a run has, with intervals of confidence.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000",
                        "  ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "      --against timers.no-service-timeout=2m --report out");
        return spec;
    }

    private static Integer runs(String text) {
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > MonteCarloPlan.MOST_RUNS) {
            throw new TypeConversionException("'" + text + "' is not a number of runs from 1 to "
                    + StudyOptions.grouped(MonteCarloPlan.MOST_RUNS));
        }
        return Integer.valueOf(text);
    }

    private static Double precision(String text) {
        if (text.matches("[0-9]{1,2}(\\.[0-9]{1,6})?%")) {
            double share = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
            if (share > 0) {
                return share;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a percentage above 0% and below 100%, such as 1%");
    }

    @Override
    public Study study(ParseResult line, Terminal terminal) throws Refused {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        Variant a = new Variant(file.source().settings(), file.scenario());
        long fileSeed = a.scenario().seed();
        long seed = new StudyOptions(line).seedOr(fileSeed);
        Optional<Variant> b = file.against(line, terminal);
        try {
            MonteCarloPlan plan = MonteCarloPlan.of(
                    a.withSeed(seed),
                    b.map(other -> other.scenario().seed() == fileSeed ? other.withSeed(seed) : other),
                    line.matchedOptionValue(RUNS, USUAL_RUNS),
                    line.hasMatchedOption(PRECISION)
                            ? OptionalDouble.of(line.matchedOptionValue(PRECISION, 0.0))
                            : OptionalDouble.empty());
            return new Planned(plan, file.source(), new StudyOptions(line).command());
        } catch (WrongPlan e) {
            throw new ParameterException(line.commandSpec().commandLine(), e.getMessage(), e);
        }
    }

    private record Planned(MonteCarloPlan plan, ScenarioSource source, String command) implements Study {
        @Override
        public Map<String, byte[]> files() {
            return Map.of(source.file(), source.content());
        }

        @Override
        public String numbers() {
            return "of each port network, then of all together: "
                    + Arrays.stream(RunMeasure.values())
                            .map(measure -> measure.words() + (measure.isTime() ? " (ms)" : ""))
                            .collect(Collectors.joining(", "))
                    + (plan.b().isPresent() ? "; then the same with the other setting" : "");
        }

        @Override
        public String undivided() {
            return plan.precision().isEmpty()
                    ? ""
                    : "whether the result is precise enough depends on the runs of all shards together, so that none can"
                            + " know when to end; leave " + PRECISION + " out and say " + RUNS;
        }

        @Override
        public StudyReport carryOut(ParallelRuns runs) {
            return new MonteCarloDocument(MonteCarlo.of(plan, runs), command);
        }

        @Override
        public void make(Shard shard, ParallelRuns runs) {
            MonteCarlo.make(plan, shard, runs);
        }
    }
}
