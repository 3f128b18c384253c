package org.ipsisim.cli;

import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioWriter;
import org.ipsisim.validation.SarifLog;
import org.ipsisim.validation.Validation;
import org.ipsisim.validation.ValidationJson;

/** {@code ipsisim validate}: checks scenario files without running them. */
final class ValidateCommand implements Command {
    private static final Option<Boolean> EFFECTIVE =
            Option.flag("--effective", "Prints the one scenario with every default filled in, as a scenario file.");

    private static final Option<Boolean> WARNINGS_AS_ERRORS =
            Option.flag("--warnings-as-errors", "Takes what is only doubtful for wrong, too.");
    private static final Option<Format> FORMAT = Option.word(
            "--format",
            "FORMAT",
            "text (default), json, or sarif, which editors and build servers show beside the lines.",
            Format.TEXT);

    private enum Format implements Keyed {
        TEXT,
        JSON,
        SARIF
    }

    @Override
    public Usage usage() {
        return new Usage("validate", "Checks scenario files without running them.")
                .about("Says which files are fine. What is wrong or doubtful is shown with file,", "line and column.")
                .files("SCENARIO", "1..*", ScenarioFiles.SCENARIO)
                .options(RunOptions.SET, WARNINGS_AS_ERRORS, FORMAT, EFFECTIVE)
                .examples(
                        "ipsisim validate scenarios/*.yaml",
                        "ipsisim validate --format sarif scenarios/*.yaml > problems.sarif",
                        "ipsisim validate --effective scenarios/wan-cut.yaml > full.yaml");
    }

    @Override
    public int run(Line line, Terminal terminal) {
        boolean effective = line.has(EFFECTIVE);
        if (effective && line.files().size() > 1) {
            throw line.wrong(EFFECTIVE + " takes one scenario");
        }
        line.exclude(EFFECTIVE, FORMAT);
        Format format = line.get(FORMAT);
        ScenarioFiles files = ScenarioFiles.read(line, terminal, line.has(WARNINGS_AS_ERRORS), format == Format.TEXT);
        if (effective) {
            files.scenarios().forEach(scenario -> terminal.printUtf8(ScenarioWriter.yaml(scenario)));
        } else {
            switch (format) {
                case JSON -> terminal.writeData(out -> ValidationJson.write(validation(files), out));
                case SARIF -> terminal.writeData(out -> SarifLog.write(validation(files), out));
                case TEXT ->
                    files.checked()
                            .forEach(file -> terminal.print(
                                    Terminal.visible(file.name()) + ": " + verdict(file.result()) + "\n"));
            }
        }
        return files.status();
    }

    private static Validation validation(ScenarioFiles files) {
        return new Validation(
                Program.version(),
                files.checked().stream()
                        .map(file -> new Validation.File(file.name(), file.result()))
                        .toList(),
                files.unreadable());
    }

    private static String verdict(ReadResult result) {
        List<Diagnostic> shown = result.diagnostics();
        long errors = shown.stream().filter(Diagnostic::isError).count();
        long warnings = shown.size() - errors;
        String count = errors > 0 ? Words.count(errors, "error") : "fine";
        return count
                + (warnings > 0 ? ", " + Words.count(warnings, "warning") : "")
                + (result.omitted() > 0 ? ", " + result.omitted() + " more not shown" : "");
    }
}
