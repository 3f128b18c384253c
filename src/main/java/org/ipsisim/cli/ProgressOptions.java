package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.ProgressFile;
import org.ipsisim.course.ProgressKeeper;
import org.ipsisim.document.IoReason;
import org.ipsisim.scenario.Diagnostic;
import org.ipsisim.scenario.DiagnosticText;

/** Where the command line says that the progress of a learner is kept; tells what goes wrong with it. */
final class ProgressOptions implements ProgressKeeper.Trouble {
    static final Option<File> PROGRESS = Option.file(
            "--progress",
            "FILE",
            "Keeps your progress in this file (default: ipsisim/progress.yaml under"
                    + " $XDG_STATE_HOME, or under ~/.local/state if that is not set).");
    static final Option<Boolean> NO_PROGRESS = Option.flag("--no-progress", "Neither reads nor keeps your progress.");

    private final Terminal terminal;
    private int status = ExitStatus.OK;

    ProgressOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The keeper that a command line asks for. */
    ProgressKeeper keeper(Line line) throws Refused {
        line.exclude(PROGRESS, NO_PROGRESS);
        if (line.has(NO_PROGRESS)) {
            return new ProgressKeeper(Optional.empty(), this);
        }
        Optional<Path> named = line.findPath(PROGRESS);
        return new ProgressKeeper(Optional.of(new ProgressFile(named.isPresent() ? named.get() : usual())), this);
    }

    private static Path usual() throws Refused {
        try {
            return ProgressFile.usualPath(System.getenv(), System.getProperty("user.home"));
        } catch (InvalidPathException e) {
            throw Refused.file("the place for your progress cannot be used: " + e.getMessage() + "; " + PROGRESS
                    + " FILE names another one");
        }
    }

    /** {@link ExitStatus#OK} unless progress could not be read or kept. */
    int status() {
        return status;
    }

    @Override
    public void isDamaged(Path file, List<Diagnostic> diagnostics) {
        terminal.err().print(new DiagnosticText(terminal.look().errColour()).render(diagnostics));
        terminal.complain("your progress file is damaged and was left as it is; repair or delete it, or go on"
                + " with " + NO_PROGRESS);
        status = ExitStatus.WRONG_INPUT;
    }

    @Override
    public void cannotKeep(Path file, IOException reason) {
        terminal.complain("your progress cannot be saved: " + file + ": " + IoReason.of(reason));
        status = ExitStatus.FILE_FAILED;
    }
}
