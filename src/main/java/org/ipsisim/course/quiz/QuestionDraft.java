package org.ipsisim.course.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.course.Answer;
import org.ipsisim.course.Question;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.History;

/** A question under construction: wrong answers that are right after all, or the same as others, are left out. */
final class QuestionDraft {
    private static final int MOST_WRONG = 3;

    /** Times closer than this, in milliseconds, count as the same answer. */
    private static final long NEAR = 1000;

    private final String topic;
    private final String text;
    private final Optional<Answer> right;
    private final List<Question.Choice> choices = new ArrayList<>();
    private final String explanation;
    private final List<String> rules;
    private Optional<History> ownRun = Optional.empty();

    private QuestionDraft(
            String topic, String text, Optional<Answer> right, String said, String explanation, List<String> rules) {
        this.topic = topic;
        this.text = text;
        this.right = right;
        this.explanation = explanation;
        this.rules = rules;
        choices.add(new Question.Choice(said, true, ""));
    }

    /**
     * A question that asks for a value.
     *
     * @param topic what kind of question it is; a quiz mixes them
     * @param explanation why the answer is right
     */
    static QuestionDraft of(String topic, String text, Answer right, String explanation, String... rules) {
        return new QuestionDraft(topic, text, Optional.of(right), said(right), explanation, List.of(rules));
    }

    /** A question whose answers are statements. */
    static QuestionDraft ofStatements(String topic, String text, String right, String explanation, String... rules) {
        return new QuestionDraft(topic, text, Optional.empty(), right, explanation, List.of(rules));
    }

    /** Says that the question is about another run than that of the quiz. */
    QuestionDraft about(History run) {
        ownRun = Optional.of(run);
        return this;
    }

    String topic() {
        return topic;
    }

    /** Offers a wrong answer; those offered first are preferred. */
    QuestionDraft wrong(Answer answer, String why) {
        return right.isPresent() && isNear(answer, right.get()) ? this : wrong(said(answer), why);
    }

    /** Offers a wrong answer in words. */
    QuestionDraft wrong(String said, String why) {
        boolean alike = choices.stream().anyMatch(choice -> choice.text().equalsIgnoreCase(said));
        if (!alike && choices.size() <= MOST_WRONG) {
            choices.add(new Question.Choice(said, false, why));
        }
        return this;
    }

    /** Whether there is enough to choose from. */
    boolean isAskable() {
        return choices.size() >= 3;
    }

    /** The question, with its answers in the next order. */
    Question question(ShuffledOrder order) {
        return new Question(text, order.shuffled(choices), explanation, rules, Optional.empty(), ownRun);
    }

    private static boolean isNear(Answer a, Answer b) {
        OptionalLong first = a.size();
        OptionalLong second = b.size();
        return a.kind() != Answer.Kind.COUNT
                && first.isPresent()
                && second.isPresent()
                && Math.abs(first.getAsLong() - second.getAsLong()) < NEAR;
    }

    /** An answer as a quiz shows it: times to the second. */
    static String said(Answer answer) {
        boolean isTime = answer.kind() == Answer.Kind.MOMENT || answer.kind() == Answer.Kind.LENGTH;
        return isTime && answer.size().isPresent()
                ? RoundedNumbers.time(answer.size().getAsLong())
                : answer.text().toLowerCase(Locale.ROOT);
    }
}
