package org.ipsisim.course.quiz;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.course.Choice;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.Question;
import org.ipsisim.document.JsonDocument;
import tools.jackson.core.JsonGenerator;

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
        JsonDocument.write(out, (json, layout) -> {
            json.writeStartObject();
            json.writeStringProperty("title", quiz.title());
            json.writeStringProperty("file", quiz.scenarioName());
            json.writeNumberProperty("seed", seed);
            json.writeName("questions");
            json.writeStartArray();
            for (Question question : quiz.questions()) {
                json.writeStartObject();
                json.writeStringProperty("question", question.text());
                json.writeName("answers");
                json.writeStartArray();
                for (Choice choice : question.choices()) {
                    layout.row();
                    write(choice, json);
                }
                json.writeEndArray();
                json.writeStringProperty("explanation", question.explanation());
                json.writeName("rules");
                layout.row();
                json.writeStartArray();
                question.rules().forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(Choice choice, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("answer", choice.text());
        json.writeBooleanProperty("right", choice.right());
        json.writeStringProperty("why", choice.why());
        json.writeEndObject();
    }
}
