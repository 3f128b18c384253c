package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsisim.course.LearnerProgress;
import org.ipsisim.course.ProgressFile;
import org.ipsisim.scenario.DiagnosticText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Keeps the progress of a learner where the command line says, and tells what goes wrong with it. */
final class ProgressKeeper {
    private static final String PROGRESS = "--progress";
    private static final String NO_PROGRESS = "--no-progress";

    private final Optional<ProgressFile> file;
    private final Terminal terminal;
    private LearnerProgress progress = LearnerProgress.NONE;
    private boolean added;
    private int status = ExitStatus.OK;

    ProgressKeeper(ParseResult line, Terminal terminal) throws FileFailure {
        this.terminal = terminal;
        if (line.hasMatchedOption(PROGRESS) && line.hasMatchedOption(NO_PROGRESS)) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), PROGRESS + " and " + NO_PROGRESS + " exclude each other");
        }
        File named = line.matchedOptionValue(PROGRESS, null);
        file = line.hasMatchedOption(NO_PROGRESS)
                ? Optional.empty()
                : Optional.of(new ProgressFile(named == null ? usual() : ReportDirectories.path(named)));
    }

    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder(PROGRESS)
                        .paramLabel("FILE")
                        .arity("1")
                        .type(File.class)
                        .description("Keeps your progress in this file. Without: in ipsisim/progress.yaml under"
                                + " $XDG_STATE_HOME, or under ~/.local/state if that is not set.")
                        .build())
                .addOption(OptionSpec.builder(NO_PROGRESS)
                        .description("Reads and keeps no progress.")
                        .build());
    }

    private static Path usual() throws FileFailure {
        try {
            return ProgressFile.usualPath(System.getenv(), System.getProperty("user.home"));
        } catch (InvalidPathException e) {
            throw new FileFailure("the place of the progress cannot be used: " + e.getMessage() + "; " + PROGRESS
                    + " FILE names another one");
        }
    }

    /** The progress until now; empty if its file is damaged, which is told. */
    Optional<LearnerProgress> read() throws FileFailure {
        if (file.isEmpty()) {
            return Optional.of(LearnerProgress.NONE);
        }
        try {
            return checked(file.get().read());
        } catch (IOException e) {
            throw new FileFailure(file.get().path() + ": " + FileFailure.reason(e));
        }
    }

    /** Keeps a score; what goes wrong is told and shows in {@link #status}. */
    void add(String lesson, LearnerProgress.Score score) {
        if (file.isEmpty()) {
            return;
        }
        try (Unbroken writing = new Unbroken()) {
            writing.run(() -> added = checked(file.get().add(lesson, score)).isPresent());
            progress = progress.with(lesson, score);
        } catch (IOException e) {
            terminal.complain("the progress cannot be kept: " + file.get().path() + ": " + FileFailure.reason(e));
            status = ExitStatus.FILE_FAILED;
        }
    }

    /** Whether a score has been kept. */
    boolean hasAdded() {
        return added;
    }

    /** The progress as it was read, with the score that was added. */
    LearnerProgress progress() {
        return progress;
    }

    /** Where the progress is kept; empty if nowhere. */
    Optional<Path> path() {
        return file.map(ProgressFile::path);
    }

    /** {@link ExitStatus#OK} unless progress could not be kept. */
    int status() {
        return status;
    }

    private Optional<LearnerProgress> checked(LearnerProgress.Read read) {
        if (read.progress().isEmpty()) {
            terminal.err().print(new DiagnosticText(terminal.look().errColour()).render(read.diagnostics()));
            terminal.complain("the file of your progress is damaged and stays as it is; mend or delete it, or go on"
                    + " with " + NO_PROGRESS);
            status = ExitStatus.WRONG_INPUT;
        }
        progress = read.progress().orElse(progress);
        return read.progress();
    }
}
