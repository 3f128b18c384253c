package org.ipsisim.course.quiz;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.course.Exercise;
import org.ipsisim.document.Json;

/** The questions of a quiz with their answers as one JSON document, for a trainer. */
public final class QuizJson {
    private QuizJson() {}

    /**
     * Writes the document with a line end after it; flushes the writer and leaves it open.
     *
     * @param seed that the questions were drawn with
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(Exercise quiz, long seed, Writer out) throws IOException {
        Json.write(
                out,
                json -> json.format()
                        .text("title", quiz.title())
                        .text("file", quiz.scenarioName())
                        .number("seed", seed)
                        .list("leftOut", quiz.text())
                        .objects(
                                "questions",
                                quiz.questions(),
                                (item, question) -> item.text("question", question.text())
                                        .rows(
                                                "answers",
                                                question.choices(),
                                                (row, choice) -> row.text("answer", choice.text())
                                                        .flag("right", choice.right())
                                                        .text("why", choice.why()))
                                        .text("explanation", question.explanation())
                                        .rowOf("rules", question.rules())));
    }
}
