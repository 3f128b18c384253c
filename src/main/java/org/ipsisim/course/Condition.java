package org.ipsisim.course;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.history.History;

/** Something that is true or false of a run, such as {@code controller of pn-1 at 9m = 10}. */
record Condition(String text, Quantity left, String comparison, String right) {
    private static final Pattern COMPARISON = Pattern.compile("(.+?) (=|!=|<|<=|>|>=) (.+)");

    /** @throws LessonTextError if the text is neither a comparison of a quantity nor {@code true} or {@code false} */
    static Condition read(String text) throws LessonTextError {
        if (text.equals("true") || text.equals("false")) {
            // A fact that no run decides: one is not zero.
            return new Condition(text, run -> Answer.count(1), "=", text.equals("true") ? "1" : "0");
        }
        Matcher parts = COMPARISON.matcher(text);
        if (!parts.matches()) {
            throw new LessonTextError(
                    "is not a comparison",
                    "a quantity, one of = != < <= > >=, and a value: `calls dropped = 0`; true or false");
        }
        return new Condition(text, Quantity.read(parts.group(1)), parts.group(2), parts.group(3));
    }

    /** Whether it is true of a run. */
    boolean holdsIn(History run) throws LessonTextError {
        Answer value = left.in(run);
        Answer other = value(value, run);
        if (comparison.equals("=") || comparison.equals("!=")) {
            return value.equals(other) == comparison.equals("=");
        }
        OptionalLong a = value.size();
        OptionalLong b = other.size();
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        int sign = Long.compare(a.getAsLong(), b.getAsLong());
        return switch (comparison) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        };
    }

    /** The right side: a value written out, or another quantity of the same kind. */
    private Answer value(Answer like, History run) throws LessonTextError {
        try {
            return like.kind().read(right, run.mainCluster());
        } catch (LessonTextError literal) {
            Optional<Answer> other = Optional.empty();
            try {
                other = Optional.of(Quantity.read(right).in(run));
            } catch (LessonTextError quantity) {
                // Neither a value nor a quantity: the first reason is the better one.
            }
            return other.filter(answer -> answer.kind() == like.kind())
                    .orElseThrow(() -> new LessonTextError(
                            "compares with `" + right + "`", literal.allowed(), literal.suggestion()));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
