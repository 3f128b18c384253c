package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;

/** The answers of a question that are statements, each with the conditions under which it is right. */
final class StatementChoices {
    private static final String CONDITION = "a condition such as `calls dropped = 0`, or a list of them";

    private final Entry question;
    private final History run;
    private final LessonRuns runs;

    StatementChoices(Entry question, History run, LessonRuns runs) {
        this.question = question;
        this.run = run;
        this.runs = runs;
    }

    /** The statements in the order of the file; empty with an error if not exactly one is right. */
    Optional<List<Question.Choice>> read() {
        List<Entry> entries = QuestionReader.entries(question, "choices", runs, "say", "if", "set", "because");
        if (!QuestionReader.isRightNumber(entries, 2, question)) {
            return Optional.empty();
        }
        List<Question.Choice> choices = new ArrayList<>();
        int right = 0;
        for (Entry entry : entries) {
            Optional<Question.Choice> choice = read(entry);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            if (choices.stream()
                    .anyMatch(
                            other -> other.text().equalsIgnoreCase(choice.get().text()))) {
                entry.error("an answer appears twice", "answers that differ");
                return Optional.empty();
            }
            choices.add(choice.get());
            right += choice.get().right() ? 1 : 0;
        }
        if (right != 1) {
            question.error(
                    right == 0 ? "none of the answers is right in the run" : right + " answers are right in the run",
                    "exactly one");
            return Optional.empty();
        }
        return Optional.of(choices);
    }

    private Optional<Question.Choice> read(Entry entry) {
        Optional<History> own = entry.run(question.settings());
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Boolean> met =
                entry.meanings("if", CONDITION, text -> Condition.read(text).holdsIn(own.get()));
        String say = entry.prose("say", own.get(), run);
        if (met.isEmpty() || say.isEmpty()) {
            return Optional.empty();
        }
        boolean right = !met.contains(false);
        String because =
                right ? entry.optionalProse("because", own.get(), run) : entry.prose("because", own.get(), run);
        return right || !because.isEmpty() ? Optional.of(new Question.Choice(say, right, because)) : Optional.empty();
    }
}
