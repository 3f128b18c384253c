package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ipsisim.document.Reproduction;
import org.ipsisim.history.Words;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyFormat;
import org.ipsisim.study.StudyReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands with many runs share, and what becomes of a result. */
final class StudyOptions {
    private static final int MOST_THREADS = 256;

    static final String SHARD = "--shard";
    static final String RESUME = "--resume";

    /** Options that change nothing in a run. */
    static final Set<String> LEFT_OUT = Set.of("--threads", "--format", "--report", SHARD, RESUME);

    private final ParseResult line;

    StudyOptions(ParseResult line) {
        this.line = line;
    }

    /** Adds the options, after those of the command itself, and its exit statuses. */
    static CommandSpec addTo(CommandSpec spec) {
        spec.usageMessage().exitCodeList(ExitStatus.explainedForStudies());
        spec.addOption(ScenarioFiles.setOption())
                .addOption(ScenarioFiles.seedOption())
                .addOption(OptionSpec.builder("--threads")
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(StudyOptions::threads)
                        .description("Runs on so many threads; one for each processor without. The result is the same.")
                        .build());
        return addOutputTo(spec);
    }

    /** Adds the options of a study whose runs can go on record. */
    static CommandSpec addWithRecordTo(CommandSpec spec) {
        return addTo(spec)
                .addOption(OptionSpec.builder(RESUME)
                        .paramLabel("FILE")
                        .arity("1")
                        .type(File.class)
                        .description(
                                "Keeps each run in FILE as soon as it is made, and makes none that is there already.")
                        .build())
                .addOption(OptionSpec.builder(SHARD)
                        .paramLabel("I/N")
                        .arity("1")
                        .type(Shard.class)
                        .converters(StudyOptions::shard)
                        .description("Makes only the runs of part I of N, as 3/20, and leaves them in the file of "
                                + RESUME + ", or on standard output, for `ipsisim merge`.")
                        .build());
    }

    /** Adds the options that say what becomes of a result. */
    static CommandSpec addOutputTo(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("--format")
                        .paramLabel("FORMAT")
                        .arity("1")
                        .type(StudyFormat.class)
                        .converters(StudyOptions::format)
                        .completionCandidates(formats())
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

    private static Shard shard(String text) {
        if (text.matches("[1-9][0-9]{0,4}/[1-9][0-9]{0,4}")) {
            int slash = text.indexOf('/');
            int number = Integer.parseInt(text.substring(0, slash));
            int of = Integer.parseInt(text.substring(slash + 1));
            if (number <= of && of <= Shard.MOST) {
                return new Shard(number, of);
            }
        }
        throw new TypeConversionException("'" + text + "' is no part such as 3/20: a number from 1, and how many parts"
                + " there are, at most " + grouped(Shard.MOST));
    }

    /** Whether only one part is to be made. */
    boolean isShard() {
        return line.hasMatchedOption(SHARD);
    }

    /** Which part is to be made. */
    Shard shard() {
        return line.matchedOptionValue(SHARD, Shard.WHOLE);
    }

    /** Where the runs are kept; null if nowhere. */
    File runFile() {
        return line.matchedOptionValue(RESUME, null);
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

    /** The words of the command line after {@code ipsisim}, without what changes nothing in the result. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        boolean skipNext = false;
        for (String word : line.originalArgs()) {
            boolean skip = skipNext || LEFT_OUT.contains(word.replaceFirst("=.*", ""));
            skipNext = !skipNext && LEFT_OUT.contains(word);
            if (!skip) {
                words.add(word);
            }
        }
        return words;
    }

    /** The same as a command, for a report to show. */
    String command() {
        StringBuilder command = new StringBuilder("ipsisim");
        words().forEach(word -> command.append(' ').append(Reproduction.quoted(word)));
        return command + " --report report";
    }

    /**
     * Publishes a result of which something may be missing because the process was told to end; then no report is
     * written.
     *
     * @return the exit status
     */
    int publish(StudyReport result, Terminal terminal) throws Refused {
        String missing = result.missing();
        if (missing.isEmpty()) {
            File directory = line.matchedOptionValue("--report", null);
            if (directory != null) {
                report(result, ReportDirectories.path(directory), terminal);
            }
            print(result, terminal);
            result.exceeded().forEach(terminal::complain);
            return result.exceeded().isEmpty() ? ExitStatus.OK : ExitStatus.NOT_MET;
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
        return Words.grouped(number);
    }

    /** Writes to standard output: text as the terminal can show it, all else as UTF-8. */
    private void print(StudyReport result, Terminal terminal) {
        StudyFormat format = line.matchedOptionValue("--format", StudyFormat.TEXT);
        try {
            format.write(
                    result,
                    format == StudyFormat.TEXT ? terminal.textOut() : terminal.utf8Out(),
                    ResultFormat.style(terminal.look()));
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }

    /** The words of {@code --format}. */
    private static List<String> formats() {
        return Arrays.stream(StudyFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static StudyFormat format(String word) {
        int index = formats().indexOf(word);
        if (index < 0) {
            throw new TypeConversionException("'" + word + "' is not one of " + String.join(", ", formats()));
        }
        return StudyFormat.values()[index];
    }

    private static void report(StudyReport result, Path directory, Terminal terminal) throws Refused {
        try (Unbroken writing = new Unbroken()) {
            writing.run(() -> result.write(directory));
        } catch (IOException e) {
            throw new FileFailure(FileFailure.reason(e));
        }
        terminal.tell("report: " + directory.resolve("index.html"));
    }
}
