package org.ipsisim.course.page;

import java.util.List;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.Question;
import org.ipsisim.document.DocumentPage;
import org.ipsisim.document.Markup;
import org.ipsisim.report.RunDocument;

/** The sections that all exercises have on a page: the scenario, the questions, the run and the answers. */
final class ExerciseParts {
    private final Exercise exercise;
    private final CoursePage page;
    private final Markup out;

    ExerciseParts(Exercise exercise, CoursePage page) {
        this.exercise = exercise;
        this.page = page;
        this.out = page.markup();
    }

    void scenario(String note) {
        section("scenario", "The scenario");
        page.code(String.join("\n", exercise.scenario()));
        page.prose("p", note, "class", "note under");
        out.close();
    }

    /**
     * The questions, with a button that shows what follows.
     *
     * @param name under which the score is kept; empty if it is not
     */
    void questions(String name) {
        section("predict", "Predict");
        out.leaf("p", "Choose an answer to each question, then run it.", "class", "note");
        out.open("form", "id", "questions", "data-lesson", name).line();
        List<Question> questions = exercise.questions();
        for (int i = 0; i < questions.size(); i++) {
            question(i, questions.get(i));
        }
        out.open("p", "class", "actions")
                .inline("button", "Run it", "type", "submit")
                .text(" ")
                .inline("span", "", "id", "message", "role", "status")
                .close();
        out.close().close();
    }

    private void question(int index, Question question) {
        String name = "q" + (index + 1);
        String right = String.valueOf(Question.letter(question.rightIndex()));
        out.open("fieldset", "data-right", right).line();
        page.prose("legend", (index + 1) + ". " + question.text());
        question.capture().ifPresent(capture -> DocumentPage.writeParts(capture.shown(), out));
        for (int i = 0; i < question.choices().size(); i++) {
            String letter = String.valueOf(Question.letter(i));
            out.open("label").empty("input", "type", "radio", "name", name, "value", letter);
            out.inline("span", letter, "class", "letter");
            page.prose("span", question.choices().get(i).text());
            out.close();
        }
        out.close();
    }

    /** Opens the part that is hidden until the questions are answered: the run and the answers. */
    void openReveal() {
        out.open("div", "id", "reveal", "tabindex", "-1").line();
        section("run", "The run");
        DocumentPage.writeParts(RunDocument.of(exercise.shown(), exercise.history()), out);
        out.close();
        section("answers", "The answers");
        out.leaf("p", "", "id", "score", "class", "lede");
        for (int i = 0; i < exercise.questions().size(); i++) {
            answers(i, exercise.questions().get(i));
        }
        out.close();
    }

    private void answers(int index, Question question) {
        out.open("article").line();
        page.prose("h3", (index + 1) + ". " + question.text());
        out.open("ul", "class", "choices", "data-question", "q" + (index + 1)).line();
        int right = question.rightIndex();
        Question.Choice best = question.choices().get(right);
        choice(right, best, question.explained() + (best.why().isEmpty() ? "" : " " + best.why()));
        for (int i = 0; i < question.choices().size(); i++) {
            if (i != right) {
                choice(i, question.choices().get(i), question.choices().get(i).why());
            }
        }
        out.close();
        if (question.ownRun().isPresent()) {
            out.leaf("p", Question.RUN_OF_ITS_OWN);
            DocumentPage.writeParts(
                    RunDocument.of(exercise.shownOfOwnRun(), question.ownRun().get()), out);
        }
        out.close();
    }

    private void choice(int index, Question.Choice choice, String why) {
        String letter = String.valueOf(Question.letter(index));
        out.open("li", "data-choice", letter, "class", choice.right() ? "right" : "wrong");
        out.inline("span", letter, "class", "letter");
        page.prose("strong", choice.text());
        out.inline("span", choice.right() ? "right" : "wrong", "class", "verdict")
                .text(" ");
        page.prose("p", why);
        out.close();
    }

    void section(String id, String heading) {
        out.open("section", "aria-labelledby", id).line().leaf("h2", heading, "id", id);
    }
}
