package org.ipsisim.cli;

import java.util.List;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim validate}: checks scenario files without running them. */
final class ValidateCommand implements Subcommand {
    private static final String EFFECTIVE = "--effective";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("validate", this)
                .addPositional(ScenarioFiles.parameter())
                .addOption(ScenarioFiles.setOption())
                .addOption(OptionSpec.builder(EFFECTIVE)
                        .description("Prints the one scenario with every default filled in, as a scenario file.")
                        .build());
        spec.usageMessage()
                .header("Checks scenario files without running them.")
                .description(
                        "",
                        "Says which files are fine. What is wrong or doubtful is shown with file,",
                        "line and column.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim validate scenarios/*.yaml",
                        "  ipsisim validate --effective scenarios/wan-cut.yaml > full.yaml");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) {
        boolean effective = line.hasMatchedOption(EFFECTIVE);
        if (effective && ScenarioFiles.names(line).size() > 1) {
            throw new ParameterException(line.commandSpec().commandLine(), EFFECTIVE + " takes one scenario");
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
        String count = errors > 0 ? counted(errors, "error") : "fine";
        return count
                + (warnings > 0 ? ", " + counted(warnings, "warning") : "")
                + (result.omitted() > 0 ? ", " + result.omitted() + " more not shown" : "");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
