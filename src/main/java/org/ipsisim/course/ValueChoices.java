package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;

/** The answers of a question that asks for a quantity: the result of the run, and the results of typical misunderstandings.
 */
final class ValueChoices {
    private static final String QUANTITY = "a quantity such as `state of pn-1 at 80s`";

    private record Asked(Quantity quantity, Answer right) {}

    private final Entry question;
    private final History run;
    private final List<String> settings;

    ValueChoices(Entry question, History run) {
        this.question = question;
        this.run = run;
        this.settings = question.settings();
    }

    /** The right answer first; empty with an error if something is wrong. */
    Optional<List<Question.Choice>> read() {
        Optional<Asked> asked = question.meaning("quantity", QUANTITY, text -> {
            Quantity quantity = Quantity.read(text);
            return new Asked(quantity, quantity.in(run));
        });
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Answer right = asked.get().right();
        List<Answer> answers = new ArrayList<>(List.of(right));
        List<Question.Choice> choices = new ArrayList<>(List.of(new Question.Choice(right.text(), true, "")));
        List<Entry> wrong =
                QuestionReader.entries(question, "wrong", question.runs(), "value", "quantity", "set", "because");
        if (!QuestionReader.isRightNumber(wrong, 1, question)) {
            return Optional.empty();
        }
        for (Entry entry : wrong) {
            Optional<History> own = entry.run(settings);
            Optional<Answer> answer = own.flatMap(history -> answer(entry, asked.get(), history));
            String because =
                    own.map(history -> entry.prose("because", history, run)).orElse("");
            if (answer.isEmpty() || because.isEmpty() || !isNew(answer.get(), answers, entry)) {
                return Optional.empty();
            }
            answers.add(answer.get());
            choices.add(new Question.Choice(answer.get().text(), false, because));
        }
        return Optional.of(choices);
    }

    private static Optional<Answer> answer(Entry entry, Asked asked, History own) {
        Answer right = asked.right();
        if (entry.has("value")) {
            if (entry.has("set") || entry.has("quantity")) {
                entry.error("`value` excludes `quantity` and `set`", "`value`, or `quantity` and `set`");
                return Optional.empty();
            }
            return entry.meaning("value", right.kind().words(), text -> right.kind().read(text, own.mainCluster()));
        }
        if (entry.has("quantity")) {
            return entry.meaning(
                    "quantity", QUANTITY, text -> ofSameKind(Quantity.read(text).in(own), right));
        }
        if (!entry.has("set")) {
            entry.error("a wrong answer has no value", "`value`, `quantity` or `set`");
            return Optional.empty();
        }
        return entry.answer(asked.quantity(), own);
    }

    private static Answer ofSameKind(Answer answer, Answer right) throws LessonTextError {
        if (answer.kind() != right.kind()) {
            throw new LessonTextError("is not an answer to this question", right.kind().words());
        }
        return answer;
    }

    private static boolean isNew(Answer answer, List<Answer> answers, Entry entry) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).text().equals(answer.text())) {
                entry.error(
                        "this wrong answer is `" + answer.text() + "`, the same as "
                                + (i == 0 ? "the right one" : "wrong answer " + i),
                        "answers that differ");
                return false;
            }
        }
        return true;
    }
}
