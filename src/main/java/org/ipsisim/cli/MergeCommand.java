package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.study.MergedRuns;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.Progress;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.RunFileContent;
import org.ipsisim.study.RunFileHeader;
import org.ipsisim.study.Stop;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.StudyTooLarge;
import org.ipsisim.study.UnusableRecord;
import org.ipsisim.study.WrongRunFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipsisim merge}: puts the shards of a study together, and gives the result that one machine would have given. */
final class MergeCommand implements Subcommand {
    private final List<StudyCommand> studies;

    /** @param studies the commands whose shards can be merged */
    MergeCommand(List<StudyCommand> studies) {
        this.studies = studies;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("merge", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("1..*")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("All shards of a study, as --shard makes them.")
                        .build());
        StudyOptions.addOutputTo(spec)
                .usageMessage()
                .exitCodeList(ExitStatus.explainedForMerges())
                .header("Puts the shards of a study together.")
                .description(
                        "",
                        "The result is, byte for byte, that of the whole study on one machine. Nothing",
                        "is run again, and no scenario is needed: the files hold it.",
                        "")
                .footer(
                        "",
                        "Example:",
                        "  ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "      --shard 1/2 > part-1.ndjson",
                        "  ipsisim monte-carlo scenarios/month-by-chance.yaml --runs 1000 \\",
                        "      --shard 2/2 > part-2.ndjson",
                        "  ipsisim merge part-*.ndjson --report out");
        return spec;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws Refused {
        try {
            MergedRuns merged = MergedRuns.of(contents(line.matchedPositionalValue(0, List.of())));
            RunFileHeader header = merged.header();
            if (!header.version().equals(Version.text())) {
                terminal.complain("the shards were made by " + header.version() + ", and this is " + Version.text());
                return ExitStatus.WRONG_INPUT;
            }
            ParseResult command = parse(header);
            Study study = ((StudyCommand) command.commandSpec().userObject())
                    .study(command, terminal.reading(InputFiles.of(bytes(header.files()))));
            StudyReport result = study.carryOut(new ParallelRuns(1, new Stop(), Progress.NONE, merged));
            return new StudyOptions(line).publish(result, terminal);
        } catch (WrongRunFile | UnusableRecord | StudyTooLarge | RefusedSettings e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        }
    }

    private static Map<String, RunFileContent> contents(List<File> files) throws Refused, WrongRunFile {
        Map<String, RunFileContent> contents = new LinkedHashMap<>();
        for (File file : files) {
            try {
                contents.put(file.getPath(), RunFileContent.read(ReportDirectories.path(file)));
            } catch (IOException e) {
                throw new FileFailure(file + ": " + FileFailure.reason(e));
            }
        }
        return contents;
    }

    /** The command line that has made the shards, as a line of its own. */
    private ParseResult parse(RunFileHeader header) {
        CommandSpec root = CommandSpec.create().name("ipsisim");
        for (StudyCommand study : studies) {
            CommandSpec spec = study.spec();
            root.addSubcommand(spec.name(), new CommandLine(spec).setExpandAtFiles(false));
        }
        return new CommandLine(root)
                .setExpandAtFiles(false)
                .parseArgs(header.command().toArray(String[]::new))
                .subcommand();
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> bytes = new HashMap<>();
        texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
