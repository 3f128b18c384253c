package org.ipsisim.cli;

import java.io.File;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ipsisim.estate.Keyed;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * One option of a command: its name, what its help says, how its value is read, and its default.
 *
 * @param <T> the type of its value; for an option that may be repeated, the list of them
 * @param usual the default; empty if there is none, or if it depends on something else
 * @param form says to picocli what kind of value it has
 */
record Option<T>(String name, String description, Optional<T> usual, UnaryOperator<OptionSpec.Builder> form) {
    /** The longest duration that an option takes. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** An option without a value: it is given, or it is not. */
    static Option<Boolean> flag(String name, String description) {
        return new Option<>(name, description, Optional.of(false), spec -> spec);
    }

    /** An option with a value of any kind. The reader throws a {@link TypeConversionException} if it cannot read a text. */
    static <T> Option<T> value(
            String name, String label, Class<T> type, Function<String, T> reader, String description) {
        return new Option<>(
                name,
                description,
                Optional.empty(),
                spec -> reading(spec, label, reader).type(type));
    }

    /** An option that may be repeated; without it the list is empty. */
    static <T> Option<List<T>> list(
            String name, String label, Class<T> type, Function<String, T> reader, String description) {
        return new Option<>(
                name,
                description,
                Optional.of(List.of()),
                spec -> reading(spec, label, reader).type(List.class).auxiliaryTypes(type));
    }

    /** Reads a value for picocli: a class of its own, for Java does not prepare for a fast start what a lambda is of. */
    private record Converter(Function<String, ?> reader) implements ITypeConverter<Object> {
        @Override
        public Object convert(String text) {
            return reader.apply(text);
        }
    }

    private static OptionSpec.Builder reading(OptionSpec.Builder spec, String label, Function<String, ?> reader) {
        return spec.paramLabel(label).arity("1").converters(new Converter(reader));
    }

    /** A text option that may be repeated; without it the list is empty. */
    static Option<List<String>> texts(String name, String label, String description) {
        return list(name, label, String.class, text -> text, description);
    }

    /** An option with the name of a file or of a directory. */
    static Option<File> file(String name, String label, String description) {
        return value(name, label, File.class, File::new, description);
    }

    /** An option with a duration longer than 0. */
    static Option<Duration> duration(String name, String description) {
        return value(name, "DURATION", Duration.class, Option::readDuration, description);
    }

    /** An option with a time of the run, from its start on. */
    static Option<RunTime> time(String name, String description) {
        return value(name, "TIME", RunTime.class, RunTime::read, description);
    }

    /** An option with a whole number from {@code least} to {@code most}. */
    static Option<Integer> number(String name, int least, int most, String description) {
        return value(name, "N", Integer.class, text -> whole(text, least, most), description);
    }

    /** The same with a default; the help shows the range and the default. */
    static Option<Integer> number(String name, int least, int most, int usual, String description) {
        String range = " (" + range(least, most) + "; default: " + Words.grouped(usual) + ").";
        return number(name, least, most, description + range).usually(usual);
    }

    /** An option with one of a few words. */
    static <E extends Enum<E> & Keyed> Option<E> word(String name, String label, String description, E usual) {
        return word(name, label, description, usual.getDeclaringClass()).usually(usual);
    }

    /** An option with one of a few words and no default. */
    static <E extends Enum<E> & Keyed> Option<E> word(String name, String label, String description, Class<E> type) {
        return value(name, label, type, text -> chosen(text, type), description).completing(type);
    }

    /**
     * An option with one of a few words that may be repeated; by default all of them.
     *
     * @param other finds a value that is spelled in another way
     */
    static <E extends Enum<E> & Keyed> Option<List<E>> words(
            String name, String label, String description, Class<E> type, Function<String, Optional<E>> other) {
        return list(name, label, type, text -> other.apply(text).orElseGet(() -> chosen(text, type)), description)
                .completing(type)
                .usually(List.of(type.getEnumConstants()));
    }

    /** The words of a type, as a description lists them. */
    static <E extends Enum<E> & Keyed> String words(Class<E> type) {
        return String.join(", ", Keyed.keys(type));
    }

    private <E extends Enum<E> & Keyed> Option<T> completing(Class<E> type) {
        return new Option<>(name, description, usual, spec -> form.apply(spec).completionCandidates(Keyed.keys(type)));
    }

    private Option<T> usually(T value) {
        return new Option<>(name, description, Optional.of(value), form);
    }

    /** The same option with a second name. */
    Option<T> or(String other) {
        return new Option<>(name, description, usual, spec -> form.apply(spec).names(name, other));
    }

    /** A new declaration for picocli, which keeps the values of one parser in it. */
    OptionSpec spec() {
        return form.apply(OptionSpec.builder(name).description(description)).build();
    }

    @Override
    public String toString() {
        return name;
    }

    private static <E extends Enum<E> & Keyed> E chosen(String text, Class<E> type) {
        return Keyed.find(type, text).orElseThrow(() -> {
            List<String> words = Keyed.keys(type);
            String meant = words.stream()
                    .filter(word -> text.length() > 3 && word.contains(text))
                    .findFirst()
                    .orElse(text);
            return new TypeConversionException(
                    "'" + text + "' is not one of " + String.join(", ", words) + Line.suggestion(meant, words));
        });
    }

    /** What Java reads in a text; otherwise the message says what is wanted. */
    static <V> V parsed(String text, Function<String, V> parser, String wanted) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not " + wanted);
        }
    }

    /** @throws TypeConversionException if the text is not a duration longer than 0 */
    static Duration readDuration(String text) {
        Duration duration = read(text, "a duration such as 90s or 2m30s");
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' is not longer than 0s and at most 366d");
        }
        return duration;
    }

    /** A duration as scenario files or results write it; otherwise the message says what is wanted. */
    static Duration read(String text, String wanted) {
        return DurationText.parseShown(text).orElseThrow(() -> new TypeConversionException(notDuration(text, wanted)));
    }

    /** What to say of a text that is not a duration. */
    static String notDuration(String text, String wanted) {
        String repaired = DurationText.repair(text);
        return "'" + text + "' is not " + wanted + (repaired.isEmpty() ? "" : "; did you mean " + repaired + "?");
    }

    private static Integer whole(String text, int least, int most) {
        if (text.matches("0|[1-9][0-9]{0,8}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a whole number from " + range(least, most));
    }

    private static String range(int least, int most) {
        return least + " to " + Words.grouped(most);
    }
}
