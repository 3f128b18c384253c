package org.ipsisim.cli;

import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.study.Objective;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Stop;
import org.ipsisim.study.Variant;
import org.ipsisim.study.compare.Comparison;
import org.ipsisim.study.compare.ComparisonDocument;

/** {@code ipsisim compare}: runs two scenarios, or one with two sets of values, and says where and why they diverge. */
final class CompareCommand implements Command {
    private static final Option<List<String>> AGAINST =
            Option.texts("--against", "KEY=VALUE", "Changes a value of B only; may be repeated. --set changes both.");
    private static final Option<Boolean> FAIL =
            Option.flag("--fail-on-difference", "Exits with status 1 if the results differ.");

    @Override
    public Usage usage() {
        return new Usage("compare", "Runs two scenarios and says where and why they diverge.")
                .about(
                        "Two files, or one file with and without some values. Both runs have the",
                        "seed of A: the same lost heartbeats, the same calls.")
                .files("SCENARIO", "1..2", "A and B; one file is both. - reads standard input.")
                .options(
                        AGAINST,
                        ObjectiveOptions.OBJECTIVE,
                        RunOptions.RESETS_ONLY,
                        FAIL,
                        RunOptions.SET,
                        RunOptions.SEED,
                        RunOptions.LIMIT,
                        StudyOptions.THREADS,
                        StudyOptions.FORMAT,
                        StudyOptions.QUIET,
                        StudyOptions.REPORT)
                .status(ExitStatus.NOT_MET, "done; the runs differ, and --fail-on-difference was given")
                .examples(
                        "ipsisim compare scenarios/wan-cut.yaml \\",
                        "    --against timers.no-service-timeout=2m",
                        "ipsisim compare scenarios/switch-reboot.yaml \\",
                        "    scenarios/switch-reboot-author.yaml");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        StudyOptions options = StudyOptions.of(line);
        List<String> against = line.get(AGAINST);
        List<String> names = ScenarioFiles.names(line);
        if (names.size() > 2) {
            throw line.wrong("compare takes two scenarios, not " + names.size());
        }
        if (names.size() == 1 && against.isEmpty()) {
            throw line.wrong(
                    "only one scenario: name a second one, or say what differs in B with " + AGAINST + " KEY=VALUE");
        }
        ScenarioFiles files = ScenarioFiles.read(line, terminal);
        if (files.status() != ExitStatus.OK) {
            return files.status();
        }
        ScenarioFiles.Checked first = files.checked().get(0);
        ScenarioFiles.Checked last = files.checked().get(files.checked().size() - 1);
        ReadResult second = last.result();
        if (!against.isEmpty()) {
            second = last.source().read(against);
            ScenarioFiles.tell(new ReadResult(second.scenario(), news(second, last.result()), 0), line, terminal);
            if (second.hasErrors()) {
                return ExitStatus.WRONG_INPUT;
            }
        }
        Variant a = first.variant();
        Variant b = new ScenarioFiles.Checked(last.source().with(against), second).variant();
        a = a.withSeed(line.find(RunOptions.SEED).orElse(a.scenario().seed()));
        return compare(a, paired(b, a.scenario(), line, terminal), options, terminal);
    }

    /** What the first reading did not report. */
    private static List<Diagnostic> news(ReadResult result, ReadResult told) {
        return result.diagnostics().stream()
                .filter(diagnostic -> !told.diagnostics().contains(diagnostic))
                .toList();
    }

    /** The second variant with the seed of the first, unless another one was asked for. */
    private static Variant paired(Variant b, Scenario a, Line line, Terminal terminal) {
        boolean asked = line.get(AGAINST).stream()
                .anyMatch(assignment -> assignment.strip().startsWith("seed="));
        if (asked || b.scenario().seed() == a.seed()) {
            return b;
        }
        if (!line.has(RunOptions.SEED)) {
            terminal.tell("note: B has seed " + b.scenario().seed() + " in its file and runs with seed " + a.seed()
                    + ", that of A, so that both lose the same heartbeats; " + AGAINST + " seed="
                    + b.scenario().seed() + " keeps it");
        }
        return b.withSeed(a.seed());
    }

    private static int compare(Variant a, Variant b, StudyOptions options, Terminal terminal) throws Refused {
        Line line = options.line();
        Objective objective = ObjectiveOptions.find(line)
                .orElse(Objective.usual((a.scenario().estate().sip().isEmpty() ? b : a)
                        .scenario()
                        .estate()));
        Comparison comparison;
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            ParallelRuns runs = new ParallelRuns(options.threads(), new Stop(), bar);
            comparison = Comparison.of(a, b, RunOptions.detail(line), runs);
        }
        options.publish(new ComparisonDocument(comparison, objective, options.command()), terminal);
        return line.has(FAIL) && comparison.differs() ? ExitStatus.NOT_MET : ExitStatus.OK;
    }
}
