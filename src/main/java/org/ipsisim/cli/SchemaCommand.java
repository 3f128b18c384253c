package org.ipsisim.cli;

import org.ipsisim.scenario.ScenarioSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim schema}: prints the JSON Schema of scenario files. */
final class SchemaCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("schema", this);
        spec.usageMessage()
                .header("Prints the JSON Schema of scenario files.")
                .description("", "An editor that knows the schema completes keys and marks mistakes.", "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim schema > ipsisim.schema.json",
                        "  # then, as the first line of a scenario file:",
                        "  # yaml-language-server: $schema=ipsisim.schema.json");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) {
        terminal.printUtf8(ScenarioSchema.json());
        return ExitStatus.OK;
    }
}
