package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.ipsisim.report.page.Reproduction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands with many runs share, and what becomes of a result. */
final class StudyOptions {
    private static final int MOST_THREADS = 256;
    private static final Set<String> LEFT_OUT = Set.of("--threads", "--format", "--report");

    private final ParseResult line;

    StudyOptions(ParseResult line) {
        this.line = line;
    }

    /** Adds the options, after those of the command itself, and its exit statuses. */
    static CommandSpec addTo(CommandSpec spec) {
        spec.usageMessage().exitCodeList(ExitStatus.explainedForStudies());
        return spec.addOption(ScenarioFiles.setOption())
                .addOption(ScenarioFiles.seedOption())
                .addOption(OptionSpec.builder("--threads")
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(StudyOptions::threads)
                        .description("Runs on so many threads; one for each processor without. The result is the same.")
                        .build())
                .addOption(OptionSpec.builder("--format")
                        .paramLabel("FORMAT")
                        .arity("1")
                        .type(StudyFormat.class)
                        .converters(StudyFormat::parse)
                        .completionCandidates(StudyFormat.words())
                        .description("text (default), json or csv.")
                        .build())
                .addOption(OptionSpec.builder("--report")
                        .paramLabel("DIR")
                        .arity("1")
                        .type(File.class)
                        .description("Also writes a report to read in a browser.")
                        .build());
    }

    private static Integer threads(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST_THREADS) {
            throw new TypeConversionException("'" + text + "' is not a number of threads from 1 to " + MOST_THREADS);
        }
        return Integer.valueOf(text);
    }

    /** On how many threads to run. */
    int threads() {
        return line.matchedOptionValue("--threads", Runtime.getRuntime().availableProcessors());
    }

    /** The seed of the line, or another one. */
    long seedOr(long other) {
        return line.matchedOptionValue("--seed", other);
    }

    /** Whether the line gives a seed. */
    boolean hasSeed() {
        return line.hasMatchedOption("--seed");
    }

    /** The command line without what changes nothing in the result, for a report to show. */
    String command() {
        StringBuilder command = new StringBuilder("ipsisim");
        boolean skipNext = false;
        for (String word : line.originalArgs()) {
            String option = word.replaceFirst("=.*", "");
            boolean skip = skipNext || LEFT_OUT.contains(option);
            skipNext = !skipNext && LEFT_OUT.contains(word);
            command.append(skip ? "" : " " + Reproduction.quoted(word));
        }
        return command + " --report report";
    }

    /** Writes the report if one is wanted, then the result to standard output. */
    void publish(StudyResult result, Terminal terminal) throws FileFailure {
        File directory = line.matchedOptionValue("--report", null);
        if (directory != null) {
            report(result, ReportDirectories.path(directory), terminal);
        }
        print(result, terminal);
    }

    /**
     * Publishes a result of which something may be missing because the process was told to end; then no report is
     * written.
     *
     * @param missing what is missing, in words; empty if nothing is
     * @return the exit status
     */
    int publish(StudyResult result, String missing, Terminal terminal) throws FileFailure {
        if (missing.isEmpty()) {
            publish(result, terminal);
            return ExitStatus.OK;
        }
        terminal.complain(missing.substring(0, 1).toLowerCase(Locale.ROOT)
                + missing.substring(1)
                + (line.hasMatchedOption("--report") ? "; no report is written" : ""));
        print(result, terminal);
        terminal.flush();
        return ExitStatus.INTERRUPTED;
    }

    /** A number with thin gaps, as messages write it: {@code 1 000 000}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** Writes the result to standard output. */
    void print(StudyResult result, Terminal terminal) {
        line.matchedOptionValue("--format", StudyFormat.TEXT).write(result, terminal);
    }

    private static void report(StudyResult result, Path directory, Terminal terminal) throws FileFailure {
        try (Unbroken writing = new Unbroken()) {
            writing.run(() -> result.writeReport(directory));
        } catch (IOException e) {
            throw new FileFailure(FileFailure.reason(e));
        }
        terminal.tell("report: " + directory.resolve("index.html"));
    }
}
