package org.ipsisim.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.study.Objective;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloDocument;
import org.ipsisim.study.montecarlo.MonteCarloPlan;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim monte-carlo}: runs a scenario many times with random outages, and says what to expect. */
final class MonteCarloCommand implements StudyCommand {
    private static final Option<Integer> RUNS =
            Option.number("--runs", 1, MonteCarloPlan.MOST_RUNS, 10_000, "How many runs");
    private static final Option<Double> PRECISION = Option.value(
            "--until-precision",
            "SHARE",
            Double.class,
            MonteCarloCommand::precision,
            "Ends when the mean outage is known to this share of it, such as 1%%, with 95%% confidence; after " + RUNS
                    + " at the latest.");

    @Override
    public Usage usage() {
        return new Usage("monte-carlo", "Runs a scenario many times with random outages.")
                .about(
                        "How likely resets and failovers are, how much outage and how many",
                        "dropped calls a run has, with confidence intervals.")
                .files("SCENARIO", "1", "A scenario file with random-outages; - reads standard input.")
                .options(RUNS, PRECISION, ScenarioFiles.AGAINST, ObjectiveOptions.OBJECTIVE)
                .options(StudyOptions.ALL)
                .interruptible()
                .examples(
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000",
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "    --against timers.no-service-timeout=2m --report out");
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
    public Study study(Line line, StudyOptions options, Terminal terminal) throws Refused, WrongPlan {
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        long fileSeed = file.scenario().seed();
        long seed = line.find(RunOptions.SEED).orElse(fileSeed);
        Optional<Variant> b = file.against(line, terminal);
        MonteCarloPlan plan = MonteCarloPlan.of(
                file.variant().withSeed(seed),
                b.map(other -> other.scenario().seed() == fileSeed ? other.withSeed(seed) : other),
                line.get(RUNS),
                line.find(PRECISION).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                ObjectiveOptions.find(line)
                        .orElse(Objective.usual(file.scenario().estate())));
        return new Study(
                file.files(),
                "of each port network, then of all together: " + MonteCarlo.NUMBER_NAMES
                        + "; then of all, for the objective: " + plan.judged().names()
                        + (b.isPresent() ? "; then the same with the other setting" : ""),
                runs -> new MonteCarloDocument(MonteCarlo.of(plan, runs), options.command()),
                (shard, runs) -> MonteCarlo.make(plan, shard, runs),
                line.has(PRECISION)
                        ? "whether the result is precise enough depends on the runs of all shards together, so no shard"
                                + " knows when to end; leave " + PRECISION + " out and use " + RUNS
                        : "",
                "");
    }
}
