package org.ipsisim.course;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.history.History;

/**
 * A question with several answers, one of which is right.
 *
 * @param text the question
 * @param choices the answers in the order in which they are shown, 2 to {@value #MOST_CHOICES}
 * @param explanation why the right answer is right
 * @param rules the rules that the explanation rests on, such as {@code R15}; may be empty
 * @param capture that it is about
 * @param ownRun the run that it is about, if that is not the run of the exercise but one with other settings or events
 */
public record Question(
        String text,
        List<Choice> choices,
        String explanation,
        List<String> rules,
        Optional<LintedCapture> capture,
        Optional<History> ownRun) {
    /** What stands above the run of a question that has one of its own. */
    public static final String RUN_OF_ITS_OWN = "The run that this question is about:";

    /** Most answers that a question offers. */
    public static final int MOST_CHOICES = 6;

    /**
     * Keeps copies of the lists.
     *
     * @throws IllegalArgumentException if not exactly one answer is right, or two of them read the same
     */
    public Question {
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        Set<String> texts = new HashSet<>();
        choices.forEach(choice -> texts.add(choice.text().toLowerCase(Locale.ROOT)));
        if (choices.size() < 2 || choices.size() > MOST_CHOICES || texts.size() != choices.size()) {
            throw new IllegalArgumentException(text + ": " + choices + " are too few, too many, or alike");
        }
        if (choices.stream().filter(Choice::right).count() != 1) {
            throw new IllegalArgumentException(text + ": not exactly one of " + choices + " is right");
        }
    }

    /** The explanation, and the rules that it rests on if there are any. */
    public String explained() {
        return explanation + (rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")");
    }

    /** The index of the right answer, from 0. */
    public int rightIndex() {
        int index = 0;
        while (!choices.get(index).right()) {
            index++;
        }
        return index;
    }

    /** The letter of an answer: {@code a} for the first one. */
    public static char letter(int index) {
        return (char) ('a' + index);
    }

    /**
     * One of the answers that a question offers.
     *
     * @param text the answer
     * @param right whether it is the right one
     * @param why why it is wrong, or more on why it is right; may be empty for the right one
     */
    public record Choice(String text, boolean right, String why) {
        /** @throws IllegalArgumentException if it is wrong and nothing says why */
        public Choice {
            if (!right && why.isEmpty()) {
                throw new IllegalArgumentException("nothing says why `" + text + "` is wrong");
            }
        }
    }
}
