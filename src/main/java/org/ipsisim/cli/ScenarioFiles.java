package org.ipsisim.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipsisim.document.IoReason;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.DiagnosticText;
import org.ipsisim.scenario.IncludedFiles;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Variant;
import org.ipsisim.validation.Validation;

/** The scenarios that a command line names: all are read and checked, and every error is reported, before any is used. */
final class ScenarioFiles implements IncludedFiles.Store {
    /** The name of standard input. */
    static final String STDIN = InputFiles.STDIN;

    /** The option that gives a second variant other values. */
    static final Option<List<String>> AGAINST = Option.texts(
            "--against",
            "KEY=VALUE",
            "Also runs with another setting under the same outages, and shows the difference; may be repeated.");

    /** The help of the parameter that names scenarios. */
    static final String SCENARIO = "A scenario file; - reads standard input.";

    /** The same for a study that uses only the estate. */
    static final String ESTATE = "A scenario file, for its estate; - reads standard input.";

    private static final int ENOUGH_BYTES = ScenarioReader.MOST_BYTES + 1;

    /**
     * A file that could be read.
     *
     * @param source its name as the user wrote it, its bytes, and what the line sets
     */
    record Checked(ScenarioSource source, ReadResult result) {
        String name() {
            return source.file();
        }

        /** The scenario of a file without errors. */
        Scenario scenario() {
            return result.scenario().orElseThrow();
        }

        /** The same, and what the line sets. */
        Variant variant() {
            return new Variant(source.settings(), scenario());
        }

        /** Its content by its name, and that of the files it includes. */
        Map<String, byte[]> files() {
            Map<String, byte[]> files = new TreeMap<>(source.included().fetched());
            files.put(source.file(), source.content());
            return files;
        }

        /**
         * The scenario with other settings, those of {@code --against}.
         *
         * @return empty without {@code --against}
         * @throws Refused if it is wrong with them; the user knows why
         */
        Optional<Variant> against(Line line, Terminal terminal) throws Refused {
            List<String> assignments = line.get(AGAINST);
            if (assignments.isEmpty()) {
                return Optional.empty();
            }
            ReadResult other = source.read(assignments);
            if (other.hasErrors()) {
                tell(other, line, terminal);
                throw new Refused(ExitStatus.WRONG_INPUT);
            }
            return Optional.of(new Variant(
                    source.with(assignments).settings(), other.scenario().orElseThrow()));
        }
    }

    private final Line line;
    private final Terminal terminal;
    private final List<Checked> checked = new ArrayList<>();
    private final List<Validation.Unreadable> unreadable = new ArrayList<>();
    private final boolean isStrict;
    private final boolean tells;

    private ScenarioFiles(Line line, Terminal terminal, boolean isStrict, boolean tells) {
        this.line = line;
        this.terminal = terminal;
        this.isStrict = isStrict;
        this.tells = tells;
    }

    /** The scenarios that a line names, as written. */
    static List<String> names(Line line) {
        List<String> names = line.files();
        if (names.stream().filter(STDIN::equals).count() > 1) {
            throw line.wrong("standard input (-) can be read only once");
        }
        return names;
    }

    /** Reads and checks the files that a line names; errors and warnings go to standard error. */
    static ScenarioFiles read(Line line, Terminal terminal) {
        return read(line, terminal, false, true);
    }

    /**
     * Reads and checks the files that a line names.
     *
     * @param isStrict whether warnings are errors
     * @param tells whether errors and warnings go to standard error
     */
    static ScenarioFiles read(Line line, Terminal terminal, boolean isStrict, boolean tells) {
        ScenarioFiles files = new ScenarioFiles(line, terminal, isStrict, tells);
        for (String name : names(line)) {
            files.read(name);
        }
        return files;
    }

    /**
     * Reads and checks the one file that a line names.
     *
     * @throws Refused if it cannot be used; the user knows why
     * @throws picocli.CommandLine.ParameterException if the line names several
     */
    static Checked one(Line line, Terminal terminal) throws Refused {
        int count = names(line).size();
        if (count > 1) {
            throw line.wrong(line.command() + " takes one scenario, not " + count);
        }
        ScenarioFiles files = read(line, terminal);
        if (files.status() != ExitStatus.OK) {
            throw new Refused(files.status());
        }
        return files.checked.get(0);
    }

    /** The files that could be read, in the order of the line. */
    List<Checked> checked() {
        return checked;
    }

    /** The scenarios without errors; all of them if {@link #status} is {@link ExitStatus#OK}. */
    List<Scenario> scenarios() {
        return checked.stream()
                .flatMap(file -> file.result().scenario().stream())
                .toList();
    }

    /** The files that could not be read; the user has been told. */
    List<Validation.Unreadable> unreadable() {
        return unreadable;
    }

    /** {@link ExitStatus#OK} if all can be used. */
    int status() {
        if (!unreadable.isEmpty()) {
            return ExitStatus.FILE_FAILED;
        }
        boolean wrong = checked.stream().anyMatch(file -> file.result().hasErrors());
        return wrong ? ExitStatus.WRONG_INPUT : ExitStatus.OK;
    }

    private void read(String name) {
        try {
            ScenarioSource source = new ScenarioSource(
                    name,
                    terminal.files().content(name, ENOUGH_BYTES),
                    line.get(RunOptions.SET),
                    line.get(RunOptions.LIMIT),
                    new IncludedFiles(this));
            ReadResult read = source.read(List.of());
            ReadResult result = isStrict ? read.withWarningsAsErrors() : read;
            if (tells) {
                tell(result, line, terminal);
            }
            checked.add(new Checked(source, result));
        } catch (IOException e) {
            terminal.complain(InputFiles.spoken(name) + ": " + IoReason.of(e));
            unreadable.add(new Validation.Unreadable(name, IoReason.of(e)));
        }
    }

    @Override
    public byte[] fetch(String name) throws IOException {
        try {
            return terminal.files().content(name, ENOUGH_BYTES);
        } catch (IOException e) {
            throw new IOException(IoReason.of(e), e);
        }
    }

    /** Shows the errors and warnings of a scenario; a value from an option is shown with the name of that option. */
    static void tell(ReadResult result, Line line, Terminal terminal) {
        boolean colour = terminal.look().errColour();
        terminal.err().print(new DiagnosticText(colour, assignment -> option(assignment, line)).render(result));
        terminal.err().flush();
    }

    private static String option(String assignment, Line line) {
        String key = assignment.substring(0, assignment.indexOf('=') + 1);
        for (Option<List<String>> option : List.of(AGAINST, SweepCommand.VARY, SweepCommand.OVER)) {
            List<String> values = line.get(option);
            if (values.contains(assignment)
                    || option != AGAINST
                            && values.stream().anyMatch(value -> !key.isEmpty() && value.startsWith(key))) {
                return option.name();
            }
        }
        return RunOptions.SET.name();
    }
}
