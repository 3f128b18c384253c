package org.ipsisim.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipsisim.study.MergedRuns;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.RunFileContent;
import org.ipsisim.study.RunFileHeader;
import org.ipsisim.study.Stop;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.UnusableRecord;
import org.ipsisim.study.WrongRunFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code ipsisim merge}: puts the shards of a study together, and gives the result that one machine would have given.
 *
 * @param commands the commands by their names
 */
record MergeCommand(Function<String, Command> commands) implements Command {
    @Override
    public Usage usage() {
        return new Usage("merge", "Puts the shards of a study together.")
                .about(
                        "The result is, byte for byte, that of the whole study on one machine. Nothing",
                        "is run again, and no scenario is needed: the files hold it.")
                .files("FILE", "1..*", "All shards of a study, as --shard makes them.")
                .options(StudyOptions.FORMAT, StudyOptions.QUIET, StudyOptions.REPORT)
                .status(ExitStatus.NOT_MET, "done; something costs more than --fail-above of the audit allows")
                .status(ExitStatus.WRONG_INPUT, "these are not all shards of one study; nothing was written")
                .examples(
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "    --shard 1/2 > part-1.ndjson",
                        "ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "    --shard 2/2 > part-2.ndjson",
                        "ipsisim merge part-*.ndjson --report out");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        StudyOptions options = StudyOptions.of(line);
        try {
            MergedRuns merged = MergedRuns.of(contents(line.files()));
            RunFileHeader header = merged.header();
            if (!header.version().equals(Program.version())) {
                throw Refused.input(
                        "the shards were made by " + header.version() + ", and this is " + Program.version());
            }
            Terminal reading = terminal.reading(InputFiles.of(header.files()));
            StudyReport result = study(header.command(), reading)
                    .whole()
                    .run(new ParallelRuns(1, new Stop(), Progress.NONE, merged));
            return options.publish(result, terminal);
        } catch (WrongRunFile | UnusableRecord | RefusedSettings e) {
            throw Refused.input(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, RunFileContent> contents(List<String> files) throws Refused, WrongRunFile {
        Map<String, RunFileContent> contents = new LinkedHashMap<>();
        for (String file : files) {
            if (contents.containsKey(file)) {
                throw Refused.input(file + " is named twice");
            }
            try {
                contents.put(file, RunFileContent.read(InputFiles.path(file)));
            } catch (IOException e) {
                throw Refused.file(file, e);
            }
        }
        return contents;
    }

    /** The study that has made the shards. */
    private Study study(List<String> words, Terminal terminal) throws Refused {
        StudyCommand command = (StudyCommand) commands.apply(words.get(0));
        CommandSpec root = CommandSpec.create().name("ipsisim");
        CommandLine parser = new CommandLine(root);
        parser.addSubcommand(command.usage().spec(command)).setExpandAtFiles(false);
        Line line = new Line(parser.parseArgs(words.toArray(String[]::new)).subcommand());
        return command.planned(line, terminal);
    }
}
