package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.Scenario;
import org.ipsisim.explain.ExpectedOutcome;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationJson;
import org.ipsisim.explain.ExplanationText;
import org.ipsisim.explain.Outlook;
import org.ipsisim.explain.Prevention;
import org.ipsisim.explain.WhyNot;
import org.ipsisim.explain.WorstMoment;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.Nearest;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim explain}: why a port network is in its state at a moment. */
final class ExplainCommand implements Subcommand {
    private static final String PN = "--pn";
    private static final String AT = "--at";
    private static final String WHY_NOT = "--why-not";
    private static final String FORMAT = "--format";

    private enum Format {
        TEXT,
        JSON;

        private static final List<String> WORDS =
                Arrays.stream(values()).map(Format::word).toList();

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Format parse(String word) {
            return Arrays.stream(values())
                    .filter(format -> format.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + word + "' is not one of " + String.join(", ", WORDS)));
        }
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("explain", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file; - reads standard input.")
                        .build())
                .addOption(OptionSpec.builder(PN)
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(ExplainCommand::number)
                        .description("Which port network; without, the one that is without service longest.")
                        .build())
                .addOption(Durations.time(
                        AT, "Which moment of the run, such as 8m12s; without, when the longest outage begins."))
                .addOption(OptionSpec.builder(WHY_NOT)
                        .paramLabel("WHAT")
                        .arity("1")
                        .type(ExpectedOutcome.class)
                        .converters(ExplainCommand::unhappened)
                        .completionCandidates(Keyed.keys(ExpectedOutcome.class))
                        .description("Why this has not happened by then: "
                                + String.join(", ", Keyed.keys(ExpectedOutcome.class)) + ".")
                        .build())
                .addOption(ScenarioFiles.setOption())
                .addOption(ScenarioFiles.seedOption())
                .addOption(OptionSpec.builder(FORMAT)
                        .paramLabel("FORMAT")
                        .arity("1")
                        .type(Format.class)
                        .converters(Format::parse)
                        .completionCandidates(Format.WORDS)
                        .description("text (default) or json.")
                        .build());
        spec.usageMessage()
                .exitCodeList(ExitStatus.explainedForAnswers())
                .header("Says why a port network is in its state at a moment.")
                .description(
                        "",
                        "What led to it, step by step, each with its rule and its timer; which",
                        "timers run; what comes next if nothing changes; and what would have",
                        "prevented it, found by running the scenario with one thing different.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim explain scenarios/wan-cut.yaml --pn 2 --at 5m",
                        "  ipsisim explain scenarios/flapping-wan.yaml --at 10m \\",
                        "      --why-not failover");
        return spec;
    }

    private static Integer number(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new TypeConversionException("'" + text + "' is not the number of a port network, such as 3");
        }
        return Integer.valueOf(text);
    }

    private static ExpectedOutcome unhappened(String text) {
        return Keyed.find(ExpectedOutcome.class, text).orElseThrow(() -> {
            String nearest = Nearest.to(text, Keyed.keys(ExpectedOutcome.class));
            return new TypeConversionException("'" + text + "' is not one of "
                    + String.join(", ", Keyed.keys(ExpectedOutcome.class))
                    + (nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?"));
        });
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws Refused {
        Scenario scenario = ScenarioFiles.one(line, terminal).scenario();
        Long seed = line.matchedOptionValue("--seed", null);
        try {
            explain(Simulation.run(seed == null ? scenario : scenario.withSeed(seed), Detail.SILENCES), line, terminal);
        } catch (RunTooLarge e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        }
        return ExitStatus.OK;
    }

    private static void explain(History history, ParseResult line, Terminal terminal) {
        List<String> chosen = new ArrayList<>();
        int pn = portNetwork(history, line, chosen);
        long at = moment(history, pn, line, chosen);
        Explanation explanation = Explanation.of(history, pn, at);
        Optional<WhyNot> whyNot = Optional.ofNullable(line.<ExpectedOutcome>matchedOptionValue(WHY_NOT, null))
                .map(what -> WhyNot.of(explanation, what));
        Format format = line.matchedOptionValue(FORMAT, Format.TEXT);
        try {
            if (format == Format.TEXT) {
                writeText(explanation, chosen, whyNot, terminal);
            } else {
                writeJson(explanation, whyNot, terminal.utf8Out());
            }
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }

    private static void writeText(
            Explanation explanation, List<String> chosen, Optional<WhyNot> whyNot, Terminal terminal)
            throws IOException {
        TextStyle style = ResultFormat.style(terminal.look());
        Writer out = terminal.textOut();
        if (whyNot.isPresent()) {
            ExplanationText.write(explanation, chosen, whyNot.get(), out, style);
        } else {
            ExplanationText.write(explanation, chosen, Outlook.of(explanation), Prevention.of(explanation), out, style);
        }
    }

    private static void writeJson(Explanation explanation, Optional<WhyNot> whyNot, Writer out) throws IOException {
        if (whyNot.isPresent()) {
            ExplanationJson.write(explanation, whyNot.get(), out);
        } else {
            ExplanationJson.write(explanation, Outlook.of(explanation), Prevention.of(explanation), out);
        }
    }

    private static int portNetwork(History history, ParseResult line, List<String> chosen) {
        Integer asked = line.matchedOptionValue(PN, null);
        if (asked == null) {
            int pn = WorstMoment.portNetwork(history);
            if (history.portNetworks().size() > 1) {
                chosen.add("Port network " + pn + " was chosen: it fares worst (no " + PN + " given).");
            }
            return pn;
        }
        if (history.findPortNetwork(asked).isEmpty()) {
            List<Integer> numbers = history.portNetworks().stream()
                    .map(pn -> pn.portNetwork().number())
                    .toList();
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    PN + ": there is no port network " + asked + " in this scenario; there "
                            + (numbers.size() == 1 ? "is " : "are ") + NumberList.compact(numbers));
        }
        return asked;
    }

    private static long moment(History history, int pn, ParseResult line, List<String> chosen) {
        Duration asked = line.matchedOptionValue(AT, null);
        if (asked == null) {
            Optional<Long> worst = WorstMoment.of(history, pn);
            long at = worst.orElse(history.duration());
            chosen.add(Words.duration(at) + " was chosen: "
                    + (worst.isPresent()
                            ? "its worst time begins then"
                            : "the end of the run, for it never fares badly")
                    + " (no " + AT + " given).");
            return at;
        }
        if (asked.toMillis() > history.duration()) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    AT + ": " + Words.duration(asked.toMillis()) + " is after the end of the run; it ends at "
                            + Words.duration(history.duration()));
        }
        return asked.toMillis();
    }
}
