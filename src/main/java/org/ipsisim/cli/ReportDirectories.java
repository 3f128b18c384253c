package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipsisim.document.Document;
import org.ipsisim.document.IoReason;
import org.ipsisim.explain.Recommendation;
import org.ipsisim.history.History;
import org.ipsisim.report.page.Cover;
import org.ipsisim.report.page.IndexPage;
import org.ipsisim.report.page.ReportDirectory;
import org.ipsisim.study.Allowance;

/**
 * Where {@code --report} writes: the directory itself for one scenario, a sub-directory for each of several, named as
 * the file without its ending.
 */
final class ReportDirectories {
    private ReportDirectories() {}

    /**
     * The directories for the scenarios of a line; none without a report.
     *
     * @param wanted the directory that the user named
     * @throws picocli.CommandLine.ParameterException if two scenarios would share a directory
     */
    static List<Path> of(Optional<Path> wanted, Line line) {
        List<String> names = ScenarioFiles.names(line);
        if (wanted.isEmpty() || names.size() == 1) {
            return wanted.stream().toList();
        }
        Map<String, String> nameByStem = new HashMap<>();
        List<Path> directories = new ArrayList<>();
        for (String name : names) {
            String stem = stem(name);
            Path directory = wanted.get().resolve(stem);
            String other = nameByStem.put(stem.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw line.wrong("the reports of " + other + " and " + name + " would both go to " + directory);
            }
            directories.add(directory);
        }
        return directories;
    }

    private static String stem(String name) {
        if (name.equals(ScenarioFiles.STDIN)) {
            return "stdin";
        }
        String file = new File(name).getName();
        String stem = file.replaceFirst("(?i)(?<=.)\\.ya?ml$", "");
        // A file ...yaml must not write into the directory above.
        return stem.matches("\\.+") ? file : stem;
    }

    /** Writes the report of each history into its directory. */
    static void write(List<Path> directories, List<History> histories, Cover cover, boolean hasPdf, Terminal terminal)
            throws Refused {
        for (int i = 0; i < directories.size(); i++) {
            // Nobody reads millions of heartbeats in a browser.
            History history = histories.get(i).withoutHeartbeats();
            // It takes many runs: Ctrl-C ends it, and nothing has been written.
            Document recommendation;
            try (ProgressBar bar = ProgressBar.on(terminal)) {
                recommendation = Recommendation.of(
                        history, new Allowance(history.scenario().workLimit(), bar::ran));
            }
            writePages(
                    "report",
                    directories.get(i),
                    directory -> ReportDirectory.write(history, recommendation, cover, hasPdf, directory),
                    terminal);
        }
        if (directories.size() > 1) {
            List<String> names = directories.stream()
                    .map(directory -> directory.getFileName().toString())
                    .toList();
            Path parent = Objects.requireNonNull(directories.get(0).getParent());
            writePages(
                    "all reports", parent, directory -> IndexPage.write(histories, names, cover, directory), terminal);
        }
    }

    /** Writes the pages of one directory. */
    interface Pages {
        void write(Path directory) throws IOException;
    }

    /** Writes all pages or none, and says where to start reading. Ctrl-C waits until they are written. */
    static void writePages(String what, Path directory, Pages pages, Terminal terminal) throws Refused {
        try {
            Unbroken.run(() -> pages.write(directory));
        } catch (IOException e) {
            throw Refused.file(IoReason.of(e));
        }
        terminal.tell(what + ": " + directory.resolve("index.html"));
    }
}
