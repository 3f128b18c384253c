package org.ipsisim.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.scenario.DataFile;
import org.ipsisim.scenario.DataMap;
import org.ipsisim.scenario.DataValue;
import org.ipsisim.scenario.Diagnostic;

/**
 * The scores of a learner.
 *
 * @param scores the best score of each lesson that was taken, by its name
 */
public record LearnerProgress(Map<String, Score> scores) {
    /** Nothing taken yet. */
    public static final LearnerProgress NONE = new LearnerProgress(Map.of());

    private static final int MOST = 1000;
    private static final String HEAD = """
            # Progress in the course of ipsisim. Written by `ipsisim lesson`; delete the file to begin anew.
            """;

    /** Keeps a copy in the same order. */
    public LearnerProgress {
        scores = new LinkedHashMap<>(scores);
    }

    /**
     * How well a lesson went.
     *
     * @param right questions answered correctly
     * @param questions questions asked, at least 1
     */
    public record Score(int right, int questions) {
        /** @throws IllegalArgumentException if more are right than were asked */
        public Score {
            if (right < 0 || right > questions || questions < 1) {
                throw new IllegalArgumentException(right + " of " + questions);
            }
        }
    }

    /**
     * The result of reading a file of progress.
     *
     * @param progress empty if there is an error
     * @param diagnostics what is wrong with the file
     */
    public record Read(Optional<LearnerProgress> progress, List<Diagnostic> diagnostics) {}

    /** The score of a lesson, if it was taken. */
    public Optional<Score> find(String lesson) {
        return Optional.ofNullable(scores.get(lesson));
    }

    /** The same with another score, unless the lesson has a better one already. */
    public LearnerProgress with(String lesson, Score score) {
        Map<String, Score> more = new LinkedHashMap<>(scores);
        more.merge(
                lesson, score, (old, now) -> now.right() * old.questions() < old.right() * now.questions() ? old : now);
        return new LearnerProgress(more);
    }

    /** Reads a file of progress strictly. */
    public static Read read(String file, byte[] content) {
        DataFile data = DataFile.read(file, content, "a file of progress");
        Map<String, Score> scores = new LinkedHashMap<>();
        Optional<DataMap> root = data.root().map(value -> value.mapping("a file of progress", "lessons"));
        root.flatMap(map -> map.require("lessons", "a list of lessons, which may be empty"))
                .ifPresent(list -> list.items(MOST).forEach(item -> add(item, scores)));
        return new Read(
                data.hasErrors() ? Optional.empty() : Optional.of(new LearnerProgress(scores)), data.diagnostics());
    }

    private static void add(DataValue item, Map<String, Score> scores) {
        DataMap map = item.mapping("an entry of `lessons`", "lesson", "right", "questions");
        Optional<String> name = map.require("lesson", "the name of a lesson").flatMap(LearnerProgress::name);
        int questions = number(map, "questions", 1, MOST);
        int right = number(map, "right", 0, Math.max(0, questions));
        if (name.isPresent() && questions > 0 && right >= 0) {
            if (scores.put(name.get(), new Score(right, questions)) != null) {
                map.error("the lesson `" + name.get() + "` appears twice", "each lesson once");
            }
        }
    }

    private static Optional<String> name(DataValue value) {
        Optional<String> name = value.text("the name of a lesson");
        if (name.isPresent() && !name.get().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            value.error("is not the name of a lesson", "lower-case words joined with `-`", "");
            return Optional.empty();
        }
        return name;
    }

    private static int number(DataMap map, String key, int min, int max) {
        return map.require(key, min + " to " + max)
                .map(value -> value.integer(min, max).orElse(-1L).intValue())
                .orElse(-1);
    }

    /** The file that holds this progress; lines end with LF. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder(HEAD);
        yaml.append(scores.isEmpty() ? "lessons: []\n" : "lessons:\n");
        scores.forEach((lesson, score) -> yaml.append("  - {lesson: ")
                .append(lesson)
                .append(", right: ")
                .append(score.right())
                .append(", questions: ")
                .append(score.questions())
                .append("}\n"));
        return yaml.toString();
    }
}
