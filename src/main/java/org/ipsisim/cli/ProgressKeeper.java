package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsisim.course.LearnerProgress;
import org.ipsisim.course.ProgressFile;
import org.ipsisim.document.IoReason;
import org.ipsisim.scenario.DiagnosticText;

/** Keeps the progress of a learner where the command line says, and tells what goes wrong with it. */
final class ProgressKeeper {
    static final Option<File> PROGRESS = Option.file(
            "--progress",
            "FILE",
            "Keeps your progress in this file. Without: in ipsisim/progress.yaml under"
                    + " $XDG_STATE_HOME, or under ~/.local/state if that is not set.");
    static final Option<Boolean> NO_PROGRESS = Option.flag("--no-progress", "Reads and keeps no progress.");

    private final Optional<ProgressFile> file;
    private final Terminal terminal;
    private LearnerProgress progress = LearnerProgress.NONE;
    private boolean added;
    private int status = ExitStatus.OK;

    ProgressKeeper(Line line, Terminal terminal) throws Refused {
        this.terminal = terminal;
        line.exclude(PROGRESS, NO_PROGRESS);
        if (line.has(NO_PROGRESS)) {
            file = Optional.empty();
        } else {
            Optional<Path> named = line.findPath(PROGRESS);
            file = Optional.of(new ProgressFile(named.isPresent() ? named.get() : usual()));
        }
    }

    private static Path usual() throws Refused {
        try {
            return ProgressFile.usualPath(System.getenv(), System.getProperty("user.home"));
        } catch (InvalidPathException e) {
            throw Refused.file("the place of the progress cannot be used: " + e.getMessage() + "; " + PROGRESS
                    + " FILE names another one");
        }
    }

    /** The progress until now; empty if its file is damaged, which is told. */
    Optional<LearnerProgress> read() throws Refused {
        if (file.isEmpty()) {
            return Optional.of(LearnerProgress.NONE);
        }
        try {
            return checked(file.get().read());
        } catch (IOException e) {
            throw Refused.file(file.get().path(), e);
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
            terminal.complain("the progress cannot be kept: " + file.get().path() + ": " + IoReason.of(e));
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
