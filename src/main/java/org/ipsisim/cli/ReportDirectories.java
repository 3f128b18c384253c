package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsisim.history.History;
import org.ipsisim.report.page.ReportDirectory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Where {@code --report} writes: the directory itself for one scenario, a sub-directory for each of several, named as
 * the file without its ending.
 */
final class ReportDirectories {
    private final List<Path> directories;

    private ReportDirectories(List<Path> directories) {
        this.directories = directories;
    }

    /**
     * The directories for the scenarios of a line; none if no report is wanted.
     *
     * @throws ParameterException if two scenarios would share a directory
     */
    static ReportDirectories of(ParseResult line) throws FileFailure {
        File directory = line.matchedOptionValue("--report", null);
        if (directory == null) {
            return new ReportDirectories(List.of());
        }
        List<String> names = ScenarioFiles.names(line);
        Path parent = path(directory);
        if (names.size() == 1) {
            return new ReportDirectories(List.of(parent));
        }
        List<Path> directories = new ArrayList<>();
        Map<String, String> nameByStem = new HashMap<>();
        for (String name : names) {
            String stem = stem(name);
            String other = nameByStem.put(stem.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new ParameterException(
                        line.commandSpec().commandLine(),
                        "the reports of " + other + " and " + name + " would both go to " + parent.resolve(stem));
            }
            directories.add(parent.resolve(stem));
        }
        return new ReportDirectories(directories);
    }

    /** Millions of heartbeats are nothing to read in a browser. */
    private static History withoutHeartbeats(History history) {
        return history.withoutHeartbeats();
    }

    /** The path of a directory that the user has named. */
    static Path path(File directory) throws FileFailure {
        try {
            return directory.toPath();
        } catch (InvalidPathException e) {
            throw new FileFailure(directory + ": the name cannot be used in the character set of the locale");
        }
    }

    private static String stem(String name) {
        if (name.equals(ScenarioFiles.STDIN)) {
            return "stdin";
        }
        String file = new File(name).getName();
        return file.replaceFirst("(?i)(?<=.)\\.ya?ml$", "");
    }

    /**
     * Writes the report of each history into its directory, and says where to begin to read. An interrupt (Ctrl-C) waits
     * for the one being written.
     */
    void write(List<History> histories, Terminal terminal) throws FileFailure {
        if (directories.isEmpty()) {
            return;
        }
        try (Unbroken writing = new Unbroken()) {
            for (int i = 0; i < directories.size(); i++) {
                History history = withoutHeartbeats(histories.get(i));
                Path directory = directories.get(i);
                writing.run(() -> ReportDirectory.write(history, directory));
                terminal.tell("report: " + directory.resolve("index.html"));
            }
        } catch (IOException e) {
            throw new FileFailure(FileFailure.reason(e));
        }
    }
}
