package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DataValue;

/** Reads a question of a lesson and works out which of its answers is right. */
final class QuestionReader {
    private static final String RULE = "numbers of docs/rules.md, such as R15 or M7";
    private static final String CAPTURE = "the name of a capture beside the lesson";
    private static final String FINDING = "a rule such as P12 that sip lint finds broken, or `nothing`";
    private static final String CONDITION = "a condition such as `calls dropped = 0`, or a list of them";
    private static final String QUANTITY = "a quantity such as `state of pn-1 at 80s`";

    private final LessonRuns runs;
    private final Entry question;
    private final History run;
    private final Optional<LintedCapture> capture;

    private QuestionReader(LessonRuns runs, Entry question, History run) {
        this.runs = runs;
        this.question = question;
        this.run = run;
        this.capture = question.has("capture") ? question.meaning("capture", CAPTURE, runs::capture) : Optional.empty();
    }

    /**
     * Reads one question.
     *
     * @param name of the question, which seeds the order of its answers
     * @return the question; empty with an error if something is wrong with it
     */
    static Optional<Question> read(DataValue value, LessonRuns runs, String name) {
        Entry entry = new Entry(value.mapping("an entry of `questions`", LessonKeys.QUESTION.names()), runs);
        return entry.run(List.of()).flatMap(run -> new QuestionReader(runs, entry, run).question(name));
    }

    private Optional<Question> question(String name) {
        String ask = question.prose("ask", run, run);
        String explain = question.prose("explain", run, run);
        List<String> rules = question.has("rules") ? question.meanings("rules", RULE, QuestionReader::rule) : List.of();
        if (question.has("quantity") == question.has("choices")) {
            question.error("a question has `quantity` with `wrong`, or `choices`", "one of the two");
            return Optional.empty();
        }
        Optional<List<Question.Choice>> choices = question.has("quantity") ? values() : statements();
        return choices.filter(all -> !ask.isEmpty() && !explain.isEmpty())
                .map(all -> new Question(
                        ask,
                        ShuffledOrder.of(name).shuffled(all),
                        explain,
                        rules,
                        capture,
                        question.settings().isEmpty() ? Optional.empty() : Optional.of(run.withoutHeartbeats())));
    }

    private static String rule(String text) throws LessonTextError {
        if (!text.matches(LessonKeys.RULE)) {
            throw new LessonTextError("is not the number of a rule", RULE);
        }
        return text;
    }

    /** The answers under a key; none, with an error, if there are too few or too many. */
    private List<Entry> entries(String key, int least, LessonKeys keys) {
        List<DataValue> items = question.map().list(key, Question.MOST_CHOICES);
        if (items.size() < least || items.size() >= Question.MOST_CHOICES) {
            question.error(
                    items.size() + " answers are too " + (items.size() < least ? "few" : "many"),
                    least + " to " + (Question.MOST_CHOICES - 1));
            return List.of();
        }
        return items.stream()
                .map(item -> new Entry(item.mapping("an entry of `" + key + "`", keys.names()), runs))
                .toList();
    }

    /** Statements, each with the conditions under which it is right; empty with an error if not exactly one is. */
    private Optional<List<Question.Choice>> statements() {
        List<Question.Choice> choices = new ArrayList<>();
        int right = 0;
        for (Entry entry : entries("choices", 2, LessonKeys.CHOICE)) {
            Optional<Question.Choice> choice = entry.run(question.settings()).flatMap(own -> statement(entry, own));
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            String text = choice.get().text();
            if (choices.stream().anyMatch(other -> other.text().equalsIgnoreCase(text))) {
                entry.error("an answer appears twice", "answers that differ");
                return Optional.empty();
            }
            choices.add(choice.get());
            right += choice.get().right() ? 1 : 0;
        }
        if (!choices.isEmpty() && right != 1) {
            question.error(
                    right == 0 ? "none of the answers is right in the run" : right + " answers are right in the run",
                    "exactly one");
        }
        return right == 1 ? Optional.of(choices) : Optional.empty();
    }

    private Optional<Question.Choice> statement(Entry entry, History own) {
        List<Boolean> met = capture.isPresent() && entry.has("finding")
                ? entry.meanings("finding", FINDING, text -> capture.get().finds(text))
                : entry.meanings("if", CONDITION, text -> Condition.read(text).holdsIn(own));
        String say = entry.prose("say", own, run);
        if (met.isEmpty() || say.isEmpty()) {
            return Optional.empty();
        }
        boolean right = !met.contains(false);
        String because = right ? entry.optionalProse("because", own, run) : entry.prose("because", own, run);
        return right || !because.isEmpty() ? Optional.of(new Question.Choice(say, right, because)) : Optional.empty();
    }

    /** The value of the quantity, which is right, and what typical misunderstandings give. */
    private Optional<List<Question.Choice>> values() {
        Optional<Quantity> quantity = question.meaning("quantity", QUANTITY, text -> {
            Quantity read = Quantity.read(text);
            read.in(run);
            return read;
        });
        Optional<Answer> right = quantity.flatMap(asked -> question.answer(asked, run));
        List<Entry> wrong = right.isEmpty() ? List.of() : entries("wrong", 1, LessonKeys.WRONG);
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        List<Question.Choice> choices =
                new ArrayList<>(List.of(new Question.Choice(right.get().text(), true, "")));
        for (Entry entry : wrong) {
            Optional<History> own = entry.run(question.settings());
            Optional<String> answer = own.flatMap(history -> wrong(entry, quantity.get(), right.get(), history))
                    .map(Answer::text);
            String because =
                    own.map(there -> entry.prose("because", there, run)).orElse("");
            if (answer.isEmpty() || because.isEmpty() || !isNew(answer.get(), choices, entry)) {
                return Optional.empty();
            }
            choices.add(new Question.Choice(answer.get(), false, because));
        }
        return Optional.of(choices);
    }

    private static Optional<Answer> wrong(Entry entry, Quantity asked, Answer right, History own) {
        if (entry.has("value")) {
            if (entry.has("set") || entry.has("quantity")) {
                entry.error("`value` excludes `quantity` and `set`", "`value`, or `quantity` and `set`");
                return Optional.empty();
            }
            return entry.meaning(
                    "value", right.kind().words(), text -> right.kind().read(text, own.mainCluster()));
        }
        if (entry.has("quantity")) {
            return entry.meaning("quantity", QUANTITY, text -> {
                Answer answer = Quantity.read(text).in(own);
                if (answer.kind() != right.kind()) {
                    throw new LessonTextError(
                            "is not an answer to this question", right.kind().words());
                }
                return answer;
            });
        }
        if (!entry.has("set")) {
            entry.error("a wrong answer has no value", "`value`, `quantity` or `set`");
            return Optional.empty();
        }
        return entry.answer(asked, own);
    }

    private static boolean isNew(String answer, List<Question.Choice> choices, Entry entry) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).text().equals(answer)) {
                entry.error(
                        "this wrong answer is `" + answer + "`, the same as "
                                + (i == 0 ? "the right one" : "wrong answer " + i),
                        "answers that differ");
                return false;
            }
        }
        return true;
    }
}
