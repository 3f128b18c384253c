package org.ipsisim.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.study.Objective;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.study.montecarlo.MonteCarlo;
import org.ipsisim.study.montecarlo.MonteCarloDocument;
import org.ipsisim.study.montecarlo.MonteCarloPlan;
import org.ipsisim.study.montecarlo.RareDocument;
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
    private static final Option<Boolean> RARE = Option.flag(
            "--rare",
            "Makes outages more frequent and lets them overlap, weighs each run by how likely it is, and so tells"
                    + " probabilities of one in 100 000. " + PRECISION
                    + " is then that of the probability of any outage.");

    @Override
    public Usage usage() {
        return new Usage("monte-carlo", "Runs a scenario many times with random outages.")
                .about(
                        "How likely resets and failovers are, how much outage and how many",
                        "dropped calls a run has, with confidence intervals.")
                .files("SCENARIO", "1", "A scenario file with random-outages; - reads standard input.")
                .options(RUNS, PRECISION, RARE, ScenarioFiles.AGAINST, ObjectiveOptions.OBJECTIVE)
                .options(StudyOptions.ALL)
                .interruptible()
                .examples(
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000",
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "    --against timers.no-service-timeout=2m --report out",
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --rare --set duration=1d");
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
        boolean rare = line.has(RARE);
        if (rare && b.isPresent()) {
            throw new WrongPlan(RARE + " tells of one setting; for another one run it again with --set instead of "
                    + ScenarioFiles.AGAINST);
        }
        MonteCarloPlan usual = MonteCarloPlan.of(
                file.variant().withSeed(seed),
                b.map(other -> other.scenario().seed() == fileSeed ? other.withSeed(seed) : other),
                line.get(RUNS),
                line.find(PRECISION).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                ObjectiveOptions.find(line)
                        .orElse(Objective.usual(file.scenario().estate())));
        MonteCarloPlan plan = rare ? usual.ofRareEvents() : usual;
        return new Study(
                file.files(),
                "of each port network, then of all together: " + MonteCarlo.NUMBER_NAMES
                        + "; then of all, for the objective: " + plan.judged().names()
                        + (b.isPresent() ? "; then the same with the other setting" : "")
                        + (rare ? "; then the bits of the weight" : ""),
                runs -> {
                    MonteCarlo study = MonteCarlo.of(plan, runs);
                    return rare
                            ? new RareDocument(study, options.command())
                            : new MonteCarloDocument(study, options.command());
                },
                (shard, runs) -> MonteCarlo.make(plan, shard, runs),
                line.has(PRECISION)
                        ? "whether the result is precise enough depends on the runs of all shards together, so no shard"
                                + " knows when to end; leave " + PRECISION + " out and use " + RUNS
                        : "",
                "");
    }
}
