package org.ipsisim.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;
import org.ipsisim.explain.OverTcp;
import org.ipsisim.history.Detail;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.report.TextReport;
import org.ipsisim.report.page.Cover;
import org.ipsisim.survivability.Simulation;

/** {@code ipsisim run}: runs scenarios and says what happened. */
record RunCommand(Ipsisim.Engine engine) implements Command {
    private static final Option<File> REPORT = Option.file(
            "--report",
            "DIR",
            "Also writes a report to read in a browser; for several scenarios, one sub-directory each.");
    private static final Option<Boolean> HEARTBEATS =
            Option.flag("--heartbeats", "Adds every single heartbeat; with --format json or ndjson.");

    private static final Option<Boolean> QUIET =
            Option.flag("--quiet", "Prints the headline alone, and the expectations that are not met.");

    private static final Option<Boolean> PHONES =
            Option.flag("--phones", "Adds every single SIP phone; with --format json.");

    @Override
    public Usage usage() {
        return new Usage("run", "Runs scenarios and says what happened, when and why.")
                .about("All scenarios are read and checked before the first one runs.")
                .files("SCENARIO", "1..*", ScenarioFiles.SCENARIO)
                .options(
                        RunOptions.SET,
                        RunOptions.SEED,
                        ResultFormat.OPTION,
                        REPORT,
                        HEARTBEATS,
                        PHONES,
                        QUIET,
                        RunOptions.RESETS_ONLY,
                        RunOptions.LIMIT)
                .options(ReportOptions.ALL)
                .expects()
                .examples(
                        "ipsisim run scenarios/wan-cut.yaml",
                        "ipsisim run --set timers.no-service-timeout=2m --report out \\",
                        "    scenarios/wan-cut.yaml");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        ResultFormat format = line.get(ResultFormat.OPTION);
        if (line.has(HEARTBEATS) && !format.carriesHeartbeats()) {
            throw line.wrong(HEARTBEATS + " needs --format json or --format ndjson");
        }
        if (line.has(PHONES) && format != ResultFormat.JSON) {
            throw line.wrong(PHONES + " needs --format json");
        }
        if (line.has(QUIET) && format != ResultFormat.TEXT) {
            throw line.wrong(QUIET + " is for --format text");
        }
        line.exclude(HEARTBEATS, RunOptions.RESETS_ONLY);
        List<Path> reports = ReportDirectories.of(line.findPath(REPORT), line);
        Cover cover = ReportOptions.cover(line, !reports.isEmpty(), terminal);
        ScenarioFiles files = ScenarioFiles.read(line, terminal);
        if (files.status() != ExitStatus.OK) {
            return files.status();
        }
        Detail detail = line.has(HEARTBEATS) ? Detail.HEARTBEATS : RunOptions.detail(line);
        List<History> histories = new ArrayList<>();
        for (Scenario scenario : files.scenarios()) {
            Scenario seeded = RunOptions.seeded(scenario, line);
            History history = line.has(PHONES)
                    ? Ipsisim.history((one, shown) -> Simulation.run(one, shown, KeptPhones.ALL), seeded, detail)
                    : engine.run(seeded, detail);
            histories.add(withCaution(history, format.carriesCautions() && !line.has(QUIET), terminal));
        }
        ReportDirectories.write(reports, histories, cover, line.has(ReportOptions.PDF), terminal);
        if (line.has(QUIET)) {
            terminal.writeText(out -> TextReport.writeBrief(histories, out, terminal.style()));
        } else {
            format.write(histories, terminal);
            if (histories.size() == 1 && terminal.hasScrolled()) {
                terminal.writeText(out -> TextReport.writeHeadline(histories.get(0), out, terminal.style()));
            }
        }
        return verdict(histories, format, terminal);
    }

    /** Results that have no place for words of caution leave them to the standard error stream. */
    private History withCaution(History history, boolean hasPlace, Terminal terminal) {
        Optional<String> caution =
                OverTcp.caution(history, other -> engine.run(other.withWorkLimit(1), Detail.SILENCES));
        if (!hasPlace) {
            caution.ifPresent(
                    words -> terminal.complain(history.scenario().provenance().file() + ": caution: " + words));
        }
        return history.withCautions(caution.stream().toList());
    }

    private static int verdict(List<History> histories, ResultFormat format, Terminal terminal) {
        int status = ExitStatus.OK;
        for (History history : histories) {
            List<ExpectationResult> results = history.checkExpectations();
            long missed = results.stream().filter(result -> !result.met()).count();
            long open =
                    results.stream().filter(ExpectationResult::isInconclusive).count();
            if (missed > 0) {
                status = ExitStatus.NOT_MET;
                if (format != ResultFormat.TEXT) {
                    terminal.complain(history.scenario().provenance().file() + ": " + missed + " of " + results.size()
                            + " expectations not met" + (open > 0 ? ", " + open + " of them inconclusive" : ""));
                }
            }
        }
        return status;
    }
}
