package org.ipsisim.cli;

import org.ipsisim.scenario.ScenarioSchema;

/** {@code ipsisim schema}: prints the JSON Schema of scenario files. */
final class SchemaCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage("schema", "Prints the JSON Schema of scenario files.")
                .about("An editor that knows the schema completes keys and marks mistakes.")
                .examples(
                        "ipsisim schema > ipsisim.schema.json",
                        "# then, as the first line of a scenario file:",
                        "# yaml-language-server: $schema=ipsisim.schema.json");
    }

    @Override
    public int run(Line line, Terminal terminal) {
        terminal.printUtf8(ScenarioSchema.json());
        return ExitStatus.OK;
    }
}
