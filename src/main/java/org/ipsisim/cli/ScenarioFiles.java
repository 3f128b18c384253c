package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Course;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.DiagnosticText;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioReader;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.Variant;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The scenarios that a command line names: all read and checked, with everything wrong in them told, before any is used. */
final class ScenarioFiles {
    /** The name of standard input. */
    static final String STDIN = InputFiles.STDIN;

    /** The option that changes values of the other one of two variants. */
    static final String AGAINST = "--against";

    private static final String SET = "--set";

    private static final int ENOUGH_BYTES = ScenarioReader.MOST_BYTES + 1;

    /**
     * One file that could be read.
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

        /**
         * The scenario with other settings, those of {@code --against}.
         *
         * @return empty without any
         * @throws Refused if it is wrong with them; the user has been told
         */
        Optional<Variant> against(ParseResult line, Terminal terminal) throws Refused {
            List<String> assignments = line.matchedOptionValue(AGAINST, List.of());
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

    private final ParseResult line;
    private final Terminal terminal;
    private final List<Checked> checked = new ArrayList<>();
    private boolean unreadable;

    private ScenarioFiles(ParseResult line, Terminal terminal) {
        this.line = line;
        this.terminal = terminal;
    }

    /** The parameter that names scenarios. */
    static PositionalParamSpec parameter() {
        return PositionalParamSpec.builder()
                .paramLabel("SCENARIO")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(File.class)
                .description("A scenario file; - reads standard input.")
                .build();
    }

    /** The option that changes values of scenarios. */
    static OptionSpec setOption() {
        return OptionSpec.builder(SET)
                .paramLabel("KEY=VALUE")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Changes a value of each scenario; may be repeated.")
                .build();
    }

    /** The option that sets the seed. */
    static OptionSpec seedOption() {
        return OptionSpec.builder("--seed")
                .paramLabel("N")
                .arity("1")
                .type(Long.class)
                .converters(ScenarioFiles::seed)
                .description("Runs with this seed instead of the scenario's.")
                .build();
    }

    /** @throws TypeConversionException if it is no seed */
    static Long seed(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number of at most 64 bits");
        }
    }

    /** The scenarios that a line names, as written. */
    static List<String> names(ParseResult line) {
        List<File> files = line.matchedPositionalValue(0, List.of());
        List<String> names = files.stream().map(File::getPath).toList();
        if (names.stream().filter(STDIN::equals).count() > 1) {
            throw new ParameterException(line.commandSpec().commandLine(), "standard input (-) can be read only once");
        }
        return names;
    }

    /** Reads and checks the files that a line names; what is wrong or doubtful goes to standard error. */
    static ScenarioFiles read(ParseResult line, Terminal terminal) {
        ScenarioFiles files = new ScenarioFiles(line, terminal);
        names(line).forEach(files::read);
        return files;
    }

    /**
     * Reads and checks the one file that a line names.
     *
     * @throws Refused if it cannot be used; the user has been told
     * @throws ParameterException if it names several
     */
    static Checked one(ParseResult line, Terminal terminal) throws Refused {
        if (names(line).size() > 1) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    line.commandSpec().name() + " takes one scenario, not "
                            + names(line).size());
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

    /** The scenarios; all of them if {@link #status} says so. */
    List<Scenario> scenarios() {
        return checked.stream()
                .flatMap(file -> file.result().scenario().stream())
                .toList();
    }

    /** {@link ExitStatus#OK} if all can be used. */
    int status() {
        if (unreadable) {
            return ExitStatus.FILE_FAILED;
        }
        boolean wrong = checked.stream().anyMatch(file -> file.result().hasErrors());
        return wrong ? ExitStatus.WRONG_INPUT : ExitStatus.OK;
    }

    private void read(String name) {
        try {
            ScenarioSource source = new ScenarioSource(name, content(name), line.matchedOptionValue(SET, List.of()));
            ReadResult result = source.read(List.of());
            tell(result, line, terminal);
            checked.add(new Checked(source, result));
        } catch (IOException e) {
            unreadable(name, FileFailure.reason(e));
        } catch (InvalidPathException e) {
            unreadable(name, "the name cannot be used in the character set of the locale");
        }
    }

    /** Shows what is wrong or doubtful in a scenario; what an option has set, by the name of that option. */
    static void tell(ReadResult result, ParseResult line, Terminal terminal) {
        boolean colour = terminal.look().errColour();
        terminal.err().print(new DiagnosticText(colour, assignment -> option(assignment, line)).render(result));
        terminal.err().flush();
    }

    private static String option(String assignment, ParseResult line) {
        String key = assignment.substring(0, assignment.indexOf('=') + 1);
        for (String option : List.of(AGAINST, SweepCommand.VARY, SweepCommand.OVER)) {
            List<String> values = line.matchedOptionValue(option, List.of());
            if (values.contains(assignment)
                    || !option.equals(AGAINST)
                            && values.stream().anyMatch(value -> !key.isEmpty() && value.startsWith(key))) {
                return option;
            }
        }
        return SET;
    }

    private void unreadable(String name, String reason) {
        terminal.complain((name.equals(STDIN) ? "standard input" : name) + ": " + reason);
        unreadable = true;
    }

    private byte[] content(String name) throws IOException {
        return name.startsWith(Course.SCHEME)
                ? lessonScenario(name)
                : terminal.files().content(name, ENOUGH_BYTES);
    }

    private static byte[] lessonScenario(String name) throws IOException {
        return Course.findScenario(name.substring(Course.SCHEME.length()))
                .orElseThrow(() -> new IOException("there is no such lesson; `ipsisim lesson` lists them"));
    }
}
