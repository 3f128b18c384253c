package org.ipsisim.cli;

import java.util.List;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioWriter;

/** {@code ipsisim validate}: checks scenario files without running them. */
final class ValidateCommand implements Command {
    private static final Option<Boolean> EFFECTIVE =
            Option.flag("--effective", "Prints the one scenario with every default filled in, as a scenario file.");

    @Override
    public Usage usage() {
        return new Usage("validate", "Checks scenario files without running them.")
                .about("Says which files are fine. What is wrong or doubtful is shown with file,", "line and column.")
                .files("SCENARIO", "1..*", ScenarioFiles.SCENARIO)
                .options(RunOptions.SET, EFFECTIVE)
                .examples(
                        "ipsisim validate scenarios/*.yaml",
                        "ipsisim validate --effective scenarios/wan-cut.yaml > full.yaml");
    }

    @Override
    public int run(Line line, Terminal terminal) {
        boolean effective = line.has(EFFECTIVE);
        if (effective && line.files().size() > 1) {
            throw line.wrong(EFFECTIVE + " takes one scenario");
        }
        ScenarioFiles files = ScenarioFiles.read(line, terminal);
        if (effective) {
            files.scenarios().forEach(scenario -> terminal.printUtf8(ScenarioWriter.yaml(scenario)));
        } else {
            files.checked()
                    .forEach(file ->
                            terminal.print(Terminal.visible(file.name()) + ": " + verdict(file.result()) + "\n"));
        }
        return files.status();
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
