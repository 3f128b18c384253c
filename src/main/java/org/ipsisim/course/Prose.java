package org.ipsisim.course;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipsisim.history.History;

/** Text of a lesson in which {@code {calls dropped}} stands for the value of the quantity in a run. */
final class Prose {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final String BEFORE = "was ";

    private Prose() {}

    /**
     * The text with its quantities filled in.
     *
     * @param before the run that {@code {was ...}} speaks of
     */
    static String of(String text, History run, History before) throws LessonTextError {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int told = 0;
        while (place.find()) {
            boolean was = place.group(1).startsWith(BEFORE);
            String name = was ? place.group(1).substring(BEFORE.length()) : place.group(1);
            filled.append(text, told, place.start()).append(value(name, was ? before : run));
            told = place.end();
        }
        return filled.append(text.substring(told)).toString();
    }

    private static String value(String name, History run) throws LessonTextError {
        try {
            return Quantity.read(name).in(run).text();
        } catch (LessonTextError e) {
            throw new LessonTextError("holds `{" + name + "}`, which " + e.getMessage(), e.allowed(), e.suggestion());
        }
    }

    /** The text without line ends. */
    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The paragraphs of a text, which empty lines separate. */
    static List<String> paragraphs(String text) {
        return Stream.of(text.split("\n\\s*\n"))
                .map(Prose::oneLine)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
