package org.ipsisim.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Question;

/**
 * A question put to a class.
 *
 * @param text the question; {@code `words`} between backticks are shown as code
 * @param choices the answers to choose from, at least two
 * @param right the index of the right answer, if there is one
 * @param explanation why it is right; may be empty
 * @param misconceptions for each answer why it is wrong; empty for the right one and where nothing is known
 */
record ClassQuestion(
        String text, List<String> choices, Optional<Integer> right, String explanation, List<String> misconceptions) {
    /** A question to begin with: whoever answers it has found the buttons, and has seen that an answer can be changed. */
    static final ClassQuestion FOR_PRACTICE = new ClassQuestion(
            "Do you hear me, and do you see the run?",
            List.of("Both", "I only hear you", "I only see the run"),
            Optional.empty(),
            "",
            List.of("", "", ""));

    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_CHOICE = 200;

    /** Keeps copies of the lists. */
    ClassQuestion {
        choices = List.copyOf(choices);
        misconceptions = List.copyOf(misconceptions);
    }

    /** A question of the quiz of a run. */
    static ClassQuestion of(Question question) {
        List<Question.Choice> choices = question.choices();
        return new ClassQuestion(
                question.text(),
                choices.stream().map(Question.Choice::text).toList(),
                Optional.of(question.rightIndex()),
                question.explained(),
                choices.stream().map(Question.Choice::why).toList());
    }

    /** A question of the trainer's own: {@code question}, {@code choices}, and {@code right} if there is a right answer. */
    static ClassQuestion of(Message message) throws Refusal {
        String text = message.text("question", LONGEST_QUESTION);
        List<String> choices = message.texts("choices", 2, Question.MOST_CHOICES, LONGEST_CHOICE);
        List<String> none = new ArrayList<>(choices);
        none.replaceAll(choice -> "");
        Optional<Integer> right = message.findNumber("right", 0, choices.size() - 1L).stream()
                .mapToObj(Math::toIntExact)
                .findFirst();
        return new ClassQuestion(text, choices, right, "", none);
    }
}
