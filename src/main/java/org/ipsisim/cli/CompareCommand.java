package org.ipsisim.cli;

import java.io.File;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Stop;
import org.ipsisim.study.StudyTooLarge;
import org.ipsisim.study.Variant;
import org.ipsisim.study.compare.Comparison;
import org.ipsisim.study.compare.ComparisonDocument;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim compare}: runs two scenarios, or one with two sets of values, and says where and why they part. */
final class CompareCommand implements Subcommand {
    private static final String AGAINST = ScenarioFiles.AGAINST;
    private static final String RESETS_ONLY = "--resets-only";
    private static final String FAIL = "--fail-on-difference";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("compare", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1..2")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A and B; one file is both. - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(AGAINST)
                        .paramLabel("KEY=VALUE")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Changes a value of B alone; may be repeated. --set changes both.")
                        .build())
                .addOption(OptionSpec.builder(RESETS_ONLY)
                        .description("Silences that end before the socket sanity time-out are no difference: for long"
                                + " runs over bad networks.")
                        .build())
                .addOption(OptionSpec.builder(FAIL)
                        .description("Exit status 1 if they fare differently.")
                        .build());
        StudyOptions.addTo(spec)
                .usageMessage()
                .exitCodeList(ExitStatus.explainedForComparisons())
                .header("Runs two scenarios and says where and why they part.")
                .description(
                        "",
                        "Two files, or one file with and without some values. Both runs have the",
                        "seed of A: the same lost heartbeats, the same calls.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim compare scenarios/wan-cut.yaml \\",
                        "      --against timers.no-service-timeout=2m",
                        "  ipsisim compare scenarios/switch-reboot.yaml \\",
                        "      scenarios/switch-reboot-author.yaml");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws Refused {
        List<String> against = line.matchedOptionValue(AGAINST, List.of());
        List<String> names = ScenarioFiles.names(line);
        if (names.size() > 2) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), "two scenarios are compared, not " + names.size());
        }
        if (names.size() == 1 && against.isEmpty()) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    "one scenario alone: name a second one, or what differs in B" + " with " + AGAINST + " KEY=VALUE");
        }
        ScenarioFiles files = ScenarioFiles.read(line, terminal);
        if (files.status() != ExitStatus.OK) {
            return files.status();
        }
        StudyOptions options = new StudyOptions(line);
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
        Variant a = variant(first.source(), first.result());
        Variant b = variant(last.source().with(against), second);
        a = a.withSeed(options.seedOr(a.scenario().seed()));
        b = paired(b, a.scenario(), against, options, terminal);
        return compare(a, b, line, terminal);
    }

    /** What the first reading has not told already. */
    private static List<Diagnostic> news(ReadResult result, ReadResult told) {
        return result.diagnostics().stream()
                .filter(diagnostic -> !told.diagnostics().contains(diagnostic))
                .toList();
    }

    private static Variant variant(ScenarioSource source, ReadResult result) {
        return new Variant(source.settings(), result.scenario().orElseThrow());
    }

    /** The second variant with the seed of the first, unless another one was asked for. */
    private static Variant paired(
            Variant b, Scenario a, List<String> against, StudyOptions options, Terminal terminal) {
        boolean asked =
                against.stream().anyMatch(assignment -> assignment.strip().startsWith("seed="));
        if (asked || b.scenario().seed() == a.seed()) {
            return b;
        }
        if (!options.hasSeed()) {
            terminal.tell("note: B has seed " + b.scenario().seed() + " in its file and runs with seed " + a.seed()
                    + ", that of A, so that both lose the same heartbeats; " + AGAINST + " seed="
                    + b.scenario().seed() + " keeps it");
        }
        return b.withSeed(a.seed());
    }

    private static int compare(Variant a, Variant b, ParseResult line, Terminal terminal) throws Refused {
        StudyOptions options = new StudyOptions(line);
        Comparison comparison;
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            Detail detail = line.hasMatchedOption(RESETS_ONLY) ? Detail.RESETS : Detail.SILENCES;
            comparison = Comparison.of(a, b, detail, new ParallelRuns(options.threads(), new Stop(), bar));
        } catch (StudyTooLarge e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        }
        options.publish(new ComparisonDocument(comparison, options.command()), terminal);
        return line.hasMatchedOption(FAIL) && comparison.differs() ? ExitStatus.NOT_MET : ExitStatus.OK;
    }
}
