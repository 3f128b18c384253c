package org.ipsisim.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.document.WholeFile;
import org.ipsisim.scenario.ScenarioReader;

/**
 * The file that keeps the progress of a learner: it is written whole or not at all, and never over a damaged file.
 *
 * @param path where it is; it need not be there
 */
public record ProgressFile(Path path) {
    /**
     * The default path: {@code ipsisim/progress.yaml} in {@code XDG_STATE_HOME}, or in
     * {@code .local/state} of the home directory.
     *
     * @param environment of the process
     * @param home the home directory of the user
     */
    public static Path usualPath(Map<String, String> environment, String home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = Path.of(state);
        return (state.isEmpty() || !base.isAbsolute() ? Path.of(home, ".local", "state") : base)
                .resolve("ipsisim")
                .resolve("progress.yaml");
    }

    /**
     * What it holds; nothing taken yet if it is not there.
     *
     * @throws IOException if it cannot be read
     */
    public LearnerProgress.Read read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return LearnerProgress.read(path.toString(), in.readNBytes(ScenarioReader.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return new LearnerProgress.Read(Optional.of(LearnerProgress.NONE), List.of());
        }
    }

    /**
     * Adds a score to what the file holds now; processes that add at the same time wait for each other.
     *
     * @return what the file held; without progress if it is damaged, and then nothing is written
     * @throws IOException if it cannot be read or written; then it is as it was
     */
    public LearnerProgress.Read add(String lesson, LearnerProgress.Score score) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Files.createDirectories(target.getParent());
        synchronized (ProgressFile.class) {
            try (FileChannel lock = FileChannel.open(
                            target.resolveSibling(".progress.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                LearnerProgress.Read now = read();
                if (held.isValid() && now.progress().isPresent()) {
                    String yaml = now.progress().get().with(lesson, score).yaml();
                    WholeFile.write(target, out -> out.write(yaml), true);
                }
                return now;
            }
        }
    }
}
