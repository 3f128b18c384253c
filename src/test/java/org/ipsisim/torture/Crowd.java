package org.ipsisim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ipsisim.cli.Outcome;
import org.ipsisim.generate.Dice;

/** Eight launchers at once in a copy of this source tree without a jar, perhaps after one that was killed while it built. */
final class Crowd {
    private static final int LAUNCHERS = 8;
    private static final int MOST_MINUTES = 15;
    private static final String BUILDING = "building ipsisim";

    private final Dice dice;
    private final Path tree;

    Crowd(long seed, Path tree) {
        dice = new Dice(seed);
        this.tree = tree;
    }

    void run() throws Finding, IOException, InterruptedException {
        copy();
        if (dice.percent(50)) {
            Process first = launcher("first");
            first.waitFor(dice.between(1, 20), TimeUnit.SECONDS);
            first.descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly().waitFor();
        }
        List<Process> crowd = new ArrayList<>();
        for (int i = 0; i < LAUNCHERS; i++) {
            crowd.add(launcher("launcher-" + i));
        }
        int builds = 0;
        for (int i = 0; i < LAUNCHERS; i++) {
            Process process = crowd.get(i);
            Finding.unless(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES), "no end after " + MOST_MINUTES + " min");
            Outcome outcome = Attempt.streams(process.exitValue(), tree.resolve("launcher-" + i));
            Finding.unless(
                    outcome.status() == 0 && outcome.out().startsWith("ipsisim "),
                    "launcher " + i + " ends with " + outcome.status() + "\n" + outcome.err());
            builds += outcome.err().contains(BUILDING) ? 1 : 0;
        }
        Finding.unless(builds <= 1, builds + " of " + LAUNCHERS + " launchers built");
    }

    private void copy() throws IOException {
        Path from = Path.of("").toAbsolutePath();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(each -> isSource(from.relativize(each))).toList()) {
                Path to = tree.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file) && !file.startsWith("target") && !file.startsWith(".git");
    }

    private Process launcher(String name) throws IOException {
        return new ProcessBuilder("./ipsisim", "--version")
                .directory(tree.toFile())
                .redirectOutput(Attempt.stream(tree.resolve(name), "out"))
                .redirectError(Attempt.stream(tree.resolve(name), "err"))
                .start();
    }
}
