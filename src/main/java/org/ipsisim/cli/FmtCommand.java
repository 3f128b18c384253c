package org.ipsisim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ipsisim.document.WholeFile;
import org.ipsisim.scenario.DiagnosticText;
import org.ipsisim.scenario.FormattedFile;
import org.ipsisim.scenario.ScenarioReader;

/** {@code ipsisim fmt}: brings scenario files into the usual order and spacing. */
final class FmtCommand implements Command {
    private static final Option<Boolean> CHECK =
            Option.flag("--check", "Changes nothing; names the files that would change, and exits 1 if any would.");

    @Override
    public Usage usage() {
        return new Usage("fmt", "Brings scenario files into the usual order and spacing.")
                .about(
                        "Keys come in the order of docs/scenario-format.md; comments are kept. Files are",
                        "replaced, and each one that changes is named; - prints to standard output.")
                .files("SCENARIO", "1..*", ScenarioFiles.SCENARIO)
                .options(CHECK)
                .status(ExitStatus.NOT_MET, "--check found a file that would change")
                .status(ExitStatus.WRONG_INPUT, "the command line or a file is wrong; no file was changed")
                .examples("ipsisim fmt friday.yaml", "ipsisim fmt --check scenarios/*.yaml");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Map<String, String> changed = new LinkedHashMap<>();
        int status = ExitStatus.OK;
        for (String name : ScenarioFiles.names(line)) {
            byte[] content = terminal.content(name, ScenarioReader.MOST_BYTES + 1);
            FormattedFile.Result result = FormattedFile.of(name, content);
            boolean colour = terminal.look().errColour();
            terminal.err().print(new DiagnosticText(colour).render(result.diagnostics()));
            if (result.text().isEmpty()) {
                status = ExitStatus.WRONG_INPUT;
            } else if (name.equals(InputFiles.STDIN) && !line.has(CHECK)
                    || !result.text().get().equals(text(content))) {
                changed.put(name, result.text().get());
            }
        }
        if (status != ExitStatus.OK) {
            return status;
        }
        for (Map.Entry<String, String> file : changed.entrySet()) {
            if (file.getKey().equals(InputFiles.STDIN) && !line.has(CHECK)) {
                terminal.printUtf8(file.getValue());
            } else {
                terminal.print(Terminal.visible(file.getKey()) + "\n");
                write(file, line);
            }
        }
        return line.has(CHECK) && !changed.isEmpty() ? ExitStatus.NOT_MET : ExitStatus.OK;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static void write(Map.Entry<String, String> file, Line line) throws Refused {
        if (line.has(CHECK)) {
            return;
        }
        try {
            WholeFile.write(Line.path(file.getKey()), out -> out.write(file.getValue()), true);
        } catch (IOException e) {
            throw Refused.file(file.getKey(), e);
        }
    }
}
