package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The left side of a {@code --set} assignment, such as {@code port-networks[0].calls.pn}.
 *
 * @param source the assignment
 * @param steps from the root to the value, at least one
 * @param valueStart index of the first character after the equals sign
 */
record KeyPath(SourceFile source, List<KeyPath.Step> steps, int valueStart) {
    /**
     * A key, or an index into a list.
     *
     * @param key the key; empty for an index
     * @param index the index from 0; negative for a key
     * @param path the path up to here
     */
    record Step(String key, int index, Span span, String path) {
        boolean isIndex() {
            return index >= 0;
        }
    }

    private static final String FORM = "a key path, `=` and a value, such as `timers.no-service-timeout=2m`";
    private static final int MOST_STEPS = 20;
    private static final int MOST_DIGITS = 6;

    /** The path of an assignment; empty, with an error, if it is not one. */
    static Optional<KeyPath> parse(String assignment, Problems problems) {
        SourceFile source = SourceFile.ofAssignment(assignment);
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            problems.error(Span.at(source, 1, length(assignment) + 1), "", "there is no `=`")
                    .allowed(FORM);
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < equals || steps.isEmpty()) {
            int end = endOfStep(assignment, i, equals);
            String word = assignment.substring(i, end);
            boolean index = word.startsWith("[");
            Span span = new Span(source, 1, length(assignment.substring(0, i)) + 1, Math.max(1, length(word)));
            boolean afterLastDot = end < equals && assignment.charAt(end) == '.' && end + 1 == equals;
            if (steps.size() == MOST_STEPS || afterLastDot || (index ? !isIndex(word) : word.isEmpty())) {
                problems.error(span, "", Quote.of(assignment.substring(0, equals)) + " is not a key path")
                        .found(word)
                        .allowed(FORM);
                return Optional.empty();
            }
            int number = index ? Integer.parseInt(word.substring(1, word.length() - 1)) : -1;
            steps.add(new Step(index ? "" : word, number, span, assignment.substring(0, end)));
            i = end < equals && assignment.charAt(end) == '.' ? end + 1 : end;
        }
        return Optional.of(new KeyPath(source, steps, equals + 1));
    }

    private static int endOfStep(String assignment, int start, int equals) {
        if (start < equals && assignment.charAt(start) == '[') {
            int close = assignment.indexOf(']', start);
            return close < 0 || close >= equals ? equals : close + 1;
        }
        int end = start;
        while (end < equals && assignment.charAt(end) != '.' && assignment.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static boolean isIndex(String word) {
        int digits = word.length() - 2;
        if (digits < 1 || digits > MOST_DIGITS || !word.endsWith("]")) {
            return false;
        }
        for (int i = 1; i <= digits; i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
