package org.ipsisim.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.survivability.RunTooLarge;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim run}: runs scenarios and says what happened. */
final class RunCommand implements Subcommand {
    private static final String HEARTBEATS = "--heartbeats";

    private static final String RESETS_ONLY = "--resets-only";

    private final Ipsisim.Engine engine;

    RunCommand(Ipsisim.Engine engine) {
        this.engine = engine;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("run", this)
                .addPositional(ScenarioFiles.parameter())
                .addOption(ScenarioFiles.setOption())
                .addOption(ScenarioFiles.seedOption())
                .addOption(OptionSpec.builder("--format")
                        .paramLabel("FORMAT")
                        .arity("1")
                        .type(ResultFormat.class)
                        .converters(ResultFormat::parse)
                        .completionCandidates(ResultFormat.words())
                        .description(
                                "text (default), json, ndjson (the trace), csv (the timelines) or junit (the expectations).")
                        .build())
                .addOption(OptionSpec.builder("--report")
                        .paramLabel("DIR")
                        .arity("1")
                        .type(File.class)
                        .description(
                                "Also writes a report to read in a browser; for several scenarios, one sub-directory each.")
                        .build())
                .addOption(OptionSpec.builder(HEARTBEATS)
                        .description("Adds every single heartbeat; with --format json or ndjson.")
                        .build())
                .addOption(OptionSpec.builder(RESETS_ONLY)
                        .description(
                                "Leaves out silences that end before the socket sanity time-out: for long runs over bad networks.")
                        .build());
        spec.usageMessage()
                .header("Runs scenarios and says what happened, when and why.")
                .description("", "All scenarios are read and checked before the first one runs.", "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim run scenarios/wan-cut.yaml",
                        "  ipsisim run --set timers.no-service-timeout=2m --report out \\",
                        "      scenarios/wan-cut.yaml");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws FileFailure {
        ResultFormat format = line.matchedOptionValue("--format", ResultFormat.TEXT);
        boolean heartbeats = line.hasMatchedOption(HEARTBEATS);
        if (heartbeats && !format.carriesHeartbeats()) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), HEARTBEATS + " needs --format json or --format ndjson");
        }
        if (heartbeats && line.hasMatchedOption(RESETS_ONLY)) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), HEARTBEATS + " and " + RESETS_ONLY + " exclude each other");
        }
        ReportDirectories reports = ReportDirectories.of(line);
        ScenarioFiles files = ScenarioFiles.read(line, terminal);
        if (files.status() != ExitStatus.OK) {
            return files.status();
        }
        Long seed = line.matchedOptionValue("--seed", null);
        List<History> histories = new ArrayList<>();
        try {
            for (Scenario scenario : files.scenarios()) {
                histories.add(history(seed == null ? scenario : scenario.withSeed(seed), detail(line)));
            }
        } catch (RunTooLarge e) {
            terminal.complain(e.getMessage() + hint(line));
            return ExitStatus.WRONG_INPUT;
        }
        reports.write(histories, terminal);
        format.write(histories, terminal);
        return verdict(histories, format, terminal);
    }

    private static String hint(ParseResult line) {
        return detail(line) == Detail.RESETS ? "" : ", or leave short silences out with " + RESETS_ONLY;
    }

    private static Detail detail(ParseResult line) {
        if (line.hasMatchedOption(HEARTBEATS)) {
            return Detail.HEARTBEATS;
        }
        return line.hasMatchedOption(RESETS_ONLY) ? Detail.RESETS : Detail.SILENCES;
    }

    private History history(Scenario scenario, Detail detail) {
        try {
            return engine.run(scenario, detail);
        } catch (RunTooLarge e) {
            throw e;
        } catch (RuntimeException e) {
            throw Defect.in(scenario, e);
        }
    }

    private static int verdict(List<History> histories, ResultFormat format, Terminal terminal) {
        int status = ExitStatus.OK;
        for (History history : histories) {
            List<ExpectationResult> results = history.checkExpectations();
            long missed = results.stream().filter(result -> !result.met()).count();
            if (missed > 0) {
                status = ExitStatus.NOT_MET;
                if (format != ResultFormat.TEXT) {
                    terminal.complain(history.scenario().provenance().file() + ": " + missed + " of " + results.size()
                            + " expectations not met");
                }
            }
        }
        return status;
    }
}
