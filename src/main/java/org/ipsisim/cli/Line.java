package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipsisim.history.Lists;
import org.ipsisim.scenario.Nearest;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A command line as it was parsed: which options and which parameters one command was given. */
record Line(ParseResult parsed) {
    private static final int MOST_NAMES = 20;

    /** Whether an option was given. */
    boolean has(Option<?> option) {
        return parsed.hasMatchedOption(option.name());
    }

    /** The value of an option that has a default. */
    <T> T get(Option<T> option) {
        return find(option).or(option::usual).orElseThrow();
    }

    /** The value of an option, if it was given or is configured. */
    <T> Optional<T> find(Option<T> option) {
        T given = parsed.matchedOptionValue(option.name(), null);
        OptionSpec spec = given == null && ConfiguredOptions.hasKey(option)
                ? parsed.commandSpec().findOption(option.name())
                : null;
        return Optional.ofNullable(spec == null ? given : spec.getValue());
    }

    /** The path that the value of an option names, if it was given. */
    Optional<Path> findPath(Option<File> option) throws Refused {
        Optional<File> file = find(option);
        return file.isPresent() ? Optional.of(path(file.get().getPath())) : Optional.empty();
    }

    /** The path of a name. */
    static Path path(String name) throws Refused {
        try {
            return InputFiles.path(name);
        } catch (IOException e) {
            throw Refused.file(name, e);
        }
    }

    /** Whether the command has an option that was not used. */
    boolean lacks(Option<?> option) {
        return parsed.commandSpec().findOption(option.name()) != null && !has(option);
    }

    /** The names of the files that the command takes, as they were written except for doubled slashes. */
    List<String> files() {
        return parameters().map(name -> new File(name).getPath()).toList();
    }

    /** The optional word that the command takes; empty without it. */
    String word() {
        return parameters().findFirst().orElse("");
    }

    /** The words that the command takes, as they were written. */
    Stream<String> parameters() {
        return parsed.matchedPositionals().stream().distinct().flatMap(parameter -> parameter.stringValues().stream());
    }

    /** The name of the command. */
    String command() {
        return parsed.commandSpec().name();
    }

    /** The words after {@code ipsisim}, as they were written. */
    List<String> words() {
        return parsed.originalArgs();
    }

    /** The values of every option that was given, as they were written, by its name. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new TreeMap<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            values.put(option.longestName(), new ArrayList<>(option.originalStringValues()));
        }
        return values;
    }

    /** Refuses a line with both of two options. */
    void exclude(Option<?> one, Option<?> other) {
        if (has(one) && has(other)) {
            throw wrong(one + " and " + other + " cannot be combined");
        }
    }

    /** The exception for a line that is wrong in a way that the parser does not see. */
    ParameterException wrong(String message) {
        return new ParameterException(parsed.commandSpec().commandLine(), message);
    }

    /** The same for a name that is not one of those there are: it adds the nearest, or else all of them. */
    ParameterException unknown(String message, String name, List<String> names) {
        int more = names.size() - MOST_NAMES;
        String meant = suggestion(name, names);
        return wrong(message
                + (meant.isEmpty()
                        ? "; there are " + String.join(", ", Lists.first(names, MOST_NAMES))
                                + (more > 0 ? " and " + more + " more" : "")
                        : meant));
    }

    /** Asks whether the nearest of some words was meant; empty if none is near. */
    static String suggestion(String word, Iterable<String> words) {
        String nearest = Nearest.to(word, words);
        return nearest.isEmpty() ? "" : "; did you mean `" + nearest + "`?";
    }
}
