package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DataValue;

/** Reads a question of a lesson and works out which of its answers is right. */
final class QuestionReader {
    private static final String[] KEYS = {"ask", "set", "quantity", "wrong", "choices", "explain", "rules"};
    private static final String RULE = "numbers of docs/rules.md, such as R15 or M7";

    private final LessonRuns runs;
    private final String lesson;

    /** @param lesson its name, which seeds the order of answers */
    QuestionReader(LessonRuns runs, String lesson) {
        this.runs = runs;
        this.lesson = lesson;
    }

    /**
     * Reads one question.
     *
     * @param number of the question in the lesson, from 1
     * @return the question; empty with an error if something is wrong with it
     */
    Optional<Question> read(DataValue value, int number) {
        Entry entry = new Entry(value.mapping("an entry of `questions`", KEYS), runs);
        Optional<History> run = entry.run(List.of());
        if (run.isEmpty()) {
            return Optional.empty();
        }
        String ask = entry.prose("ask", run.get(), run.get());
        String explain = entry.prose("explain", run.get(), run.get());
        List<String> rules = entry.meanings("rules", RULE, QuestionReader::rule);
        if (entry.has("quantity") == entry.has("choices")) {
            entry.error("a question has `quantity` with `wrong`, or `choices`", "one of the two");
            return Optional.empty();
        }
        Optional<List<Question.Choice>> choices = entry.has("quantity")
                ? new ValueChoices(entry, run.get()).read()
                : new StatementChoices(entry, run.get(), runs).read();
        if (choices.isEmpty() || ask.isEmpty() || explain.isEmpty() || rules.isEmpty()) {
            return Optional.empty();
        }
        List<Question.Choice> ordered = ShuffledOrder.of(lesson + "/" + number).shuffled(choices.get());
        return Optional.of(new Question(ask, ordered, explain, rules));
    }

    private static String rule(String text) throws LessonTextError {
        if (!text.matches("[RMNTCQ][1-9][0-9]?")) {
            throw new LessonTextError("is not the number of a rule", RULE);
        }
        return text;
    }

    /** Checks that there are enough answers, and not too many. */
    static boolean isRightNumber(List<?> entries, int least, Entry entry) {
        if (entries.size() >= least && entries.size() < Question.MOST_CHOICES) {
            return true;
        }
        entry.error(
                entries.size() + " answers are too " + (entries.size() < least ? "few" : "many"),
                least + " to " + (Question.MOST_CHOICES - 1));
        return false;
    }

    static List<Entry> entries(Entry entry, String key, LessonRuns runs, String... keys) {
        List<Entry> entries = new ArrayList<>();
        entry.map()
                .list(key, Question.MOST_CHOICES)
                .forEach(item -> entries.add(new Entry(item.mapping("an entry of `" + key + "`", keys), runs)));
        return entries;
    }
}
