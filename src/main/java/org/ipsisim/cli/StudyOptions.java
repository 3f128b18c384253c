package org.ipsisim.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Reproduction;
import org.ipsisim.document.TextPage;
import org.ipsisim.history.Words;
import org.ipsisim.study.Shard;
import org.ipsisim.study.StudyFormat;
import org.ipsisim.study.StudyReport;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands with many runs share, and how a result is published. */
record StudyOptions(Line line) {
    private static final int MOST_THREADS = 256;
    private static final Pattern PART = Pattern.compile("(0|[1-9][0-9]{0,4})/([1-9][0-9]{0,4})");

    static final Option<Integer> THREADS = Option.number(
            "--threads",
            1,
            MOST_THREADS,
            "How many threads to run on (default: one for each processor). The result is the same.");
    static final Option<StudyFormat> FORMAT =
            Option.word("--format", "FORMAT", "text (default), json or csv.", StudyFormat.TEXT);
    static final Option<Boolean> QUIET =
            Option.flag("--quiet", "Prints the headline alone, and why the exit status is not 0.");
    static final Option<File> REPORT = Option.file("--report", "DIR", "Also writes a report to read in a browser.");
    static final Option<File> RESUME =
            Option.file("--resume", "FILE", "Keeps each finished run in FILE, and skips those that are there already.");
    static final Option<Shard> SHARD = Option.value(
            "--shard",
            "I/N",
            Shard.class,
            StudyOptions::shard,
            "Makes only the runs of part I of N, such as 3/20 (0/20 is 20/20), and leaves them in the file of " + RESUME
                    + ", or on standard output, for `ipsisim merge`.");

    /** The options of a study whose runs can be recorded. */
    static final Option<?>[] ALL = {
        RunOptions.SET, RunOptions.SEED, RunOptions.LIMIT, THREADS, FORMAT, QUIET, REPORT, RESUME, SHARD
    };

    /** The names of the options that do not change a run. */
    static final Set<String> LEFT_OUT = Stream.of(RunOptions.LIMIT, THREADS, FORMAT, QUIET, REPORT, SHARD, RESUME)
            .map(Option::name)
            .collect(Collectors.toSet());

    private static Shard shard(String text) {
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            int number = Integer.parseInt(part.group(1));
            int of = Integer.parseInt(part.group(2));
            if (number <= of && of <= Shard.MOST) {
                return new Shard(number == 0 ? of : number, of);
            }
        }
        throw new TypeConversionException("'" + text + "' is not a part such as 3/20: its number, and the number of"
                + " parts, at most " + Words.grouped(Shard.MOST));
    }

    /** Options that go together. */
    static StudyOptions of(Line line) {
        if (line.has(QUIET) && line.get(FORMAT) != StudyFormat.TEXT) {
            throw line.wrong(QUIET + " is for --format text");
        }
        return new StudyOptions(line);
    }

    /** How many threads to use. */
    int threads() {
        return line.find(THREADS).orElseGet(Runtime.getRuntime()::availableProcessors);
    }

    /** The words of the command line after {@code ipsisim}, without the options that do not change the result. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        boolean skipNext = false;
        for (String word : line.words()) {
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
     * Prints a result and writes its report; without a report if the result is incomplete because of Ctrl-C.
     *
     * @return the exit status
     */
    int publish(StudyReport result, Terminal terminal) throws Refused {
        String missing = result.missing();
        if (!missing.isEmpty()) {
            terminal.complain(missing.substring(0, 1).toLowerCase(Locale.ROOT)
                    + missing.substring(1)
                    + (line.has(REPORT) ? "; no report is written" : ""));
            print(result, terminal);
            terminal.flush();
            return ExitStatus.INTERRUPTED;
        }
        Optional<Path> directory = line.findPath(REPORT);
        if (directory.isPresent()) {
            ReportDirectories.writePages("report", directory.get(), result::write, terminal);
        }
        print(result, terminal);
        result.exceeded().forEach(terminal::complain);
        return result.exceeded().isEmpty() ? ExitStatus.OK : ExitStatus.NOT_MET;
    }

    /** Writes to standard output: text as the terminal can show it, all else as UTF-8. */
    private void print(StudyReport result, Terminal terminal) {
        StudyFormat format = line.get(FORMAT);
        if (line.has(QUIET)) {
            terminal.writeText(out -> new TextPage(out, terminal.style()).paragraph("", result.headline(), Ink.BOLD));
            return;
        }
        Terminal.Content content = out -> format.write(result, out, terminal.style());
        if (format == StudyFormat.TEXT) {
            terminal.writeText(content);
        } else {
            terminal.writeData(content);
        }
    }
}
