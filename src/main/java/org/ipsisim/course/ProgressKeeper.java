package org.ipsisim.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ipsisim.scenario.Diagnostic;

/** Keeps the progress of a learner in a file, or nowhere, and reports what goes wrong with the file. */
public final class ProgressKeeper {
    /** Learns what goes wrong with the file; each problem leaves the file as it was. */
    public interface Trouble {
        /** What the file holds is not progress. */
        void isDamaged(Path file, List<Diagnostic> diagnostics);

        /** A score cannot be written. */
        void cannotKeep(Path file, IOException reason);
    }

    private final Optional<ProgressFile> file;
    private final Trouble trouble;
    private LearnerProgress progress = LearnerProgress.NONE;
    private boolean added;

    /** @param file empty to keep nothing */
    public ProgressKeeper(Optional<ProgressFile> file, Trouble trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    /**
     * The progress until now; empty if its file is damaged.
     *
     * @throws IOException if the file cannot be read
     */
    public Optional<LearnerProgress> read() throws IOException {
        return file.isEmpty() ? Optional.of(progress) : checked(file.get().read());
    }

    /** Keeps a score. */
    public void add(String lesson, LearnerProgress.Score score) {
        if (file.isEmpty()) {
            return;
        }
        try {
            added = checked(file.get().add(lesson, score)).isPresent();
            progress = progress.with(lesson, score);
        } catch (IOException e) {
            trouble.cannotKeep(file.get().path(), e);
        }
    }

    /** Whether a score has been kept. */
    public boolean hasAdded() {
        return added;
    }

    /** The progress as it was read, with the score that was added. */
    public LearnerProgress progress() {
        return progress;
    }

    /** Where the progress is kept; empty if nowhere. */
    public Optional<Path> path() {
        return file.map(ProgressFile::path);
    }

    private Optional<LearnerProgress> checked(LearnerProgress.Read read) {
        if (read.progress().isEmpty()) {
            trouble.isDamaged(file.orElseThrow().path(), read.diagnostics());
        }
        progress = read.progress().orElse(progress);
        return read.progress();
    }
}
