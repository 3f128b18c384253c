package org.ipsisim.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import org.ipsisim.document.Reproduction;
import org.ipsisim.document.WholeFile;
import org.ipsisim.scenario.ScenarioTemplate;

/** {@code ipsisim init}: writes a scenario to begin with. */
final class InitCommand implements Command {
    private static final Option<ScenarioTemplate> TEMPLATE = Option.word(
            "--template",
            "NAME",
            "What it is like: " + Option.words(ScenarioTemplate.class) + " (default: branch-office).",
            ScenarioTemplate.BRANCH_OFFICE);

    @Override
    public Usage usage() {
        return new Usage("init", "Writes a scenario to begin with.")
                .about(
                        "The scenario runs as it is. Its comments say what to change for a system of your",
                        "own. A file that exists is never replaced.")
                .word("FILE", "Where it goes (default: NAME.yaml); - writes to standard output.")
                .options(TEMPLATE)
                .status(ExitStatus.WRONG_INPUT, "the command line is wrong, or the file exists; nothing was written")
                .examples("ipsisim init", "ipsisim init --template campus our-campus.yaml");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        ScenarioTemplate template = line.get(TEMPLATE);
        String name = line.word().isEmpty() ? template.key() + ".yaml" : line.word();
        if (name.equals(InputFiles.STDIN)) {
            terminal.printUtf8(template.text());
            return ExitStatus.OK;
        }
        try {
            WholeFile.write(Line.path(name), out -> out.write(template.text()), false);
        } catch (FileAlreadyExistsException e) {
            throw line.wrong(name + " already exists, and init replaces no file: name another");
        } catch (IOException e) {
            throw Refused.file(name, e);
        }
        String quoted = Reproduction.quoted(name);
        terminal.tell("written to " + name + "; now: " + Program.word() + " run " + quoted + ", then edit it");
        return ExitStatus.OK;
    }
}
