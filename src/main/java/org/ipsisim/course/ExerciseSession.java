package org.ipsisim.course;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.report.RunDocument;

/** An exercise with a learner at a terminal: first the predictions, then the run, then the answers. */
public final class ExerciseSession {
    /** Learns the score as soon as the last question is answered. */
    public interface Listener {
        /** The questions are answered. */
        void scored(LearnerProgress.Score score) throws IOException;
    }

    private static final String INDENT = "     ";

    private final Exercise exercise;
    private final Conversation conversation;
    private final TextPage page;
    private final List<Integer> answers = new ArrayList<>();

    /** A session that has not begun. */
    public ExerciseSession(Exercise exercise, Conversation conversation) {
        this.exercise = exercise;
        this.conversation = conversation;
        this.page = conversation.page();
    }

    /**
     * Takes the learner through the exercise.
     *
     * @param heading what stands above it
     * @param listener is told the score
     * @return whether the learner stayed to the end of it
     */
    public boolean hold(String heading, Listener listener) throws IOException {
        introduce(heading);
        if (!predict()) {
            page.blank();
            page.paragraph("", "You left before the last question, so nothing is counted.", Ink.PLAIN);
            return false;
        }
        listener.scored(score());
        DocumentText.writeParts(RunDocument.of(exercise.shown(), exercise.history()), page);
        conversation.pause(exercise.questions().size() == 1 ? "The answer comes next." : "The answers come next.");
        for (int i = 0; i < exercise.questions().size() && !conversation.hasLeft(); i++) {
            reveal(i);
            if (i < exercise.questions().size() - 1) {
                conversation.pause("The next answer follows.");
            }
        }
        page.blank();
        page.paragraph("", score().right() + " of " + score().questions() + " right" + comment(), Ink.BOLD);
        return !conversation.hasLeft();
    }

    private void introduce(String heading) throws IOException {
        page.paragraph("", heading, Ink.BOLD);
        for (String paragraph : exercise.text()) {
            page.blank();
            page.paragraph("", paragraph, Ink.PLAIN);
        }
        page.heading("The scenario: " + exercise.scenarioName());
        for (String line : exercise.scenario()) {
            page.paragraph("    ", line, Ink.PLAIN);
        }
    }

    /** Asks every question; false if the learner leaves. */
    private boolean predict() throws IOException {
        for (int i = 0; i < exercise.questions().size(); i++) {
            Question question = exercise.questions().get(i);
            page.blank();
            ask(i);
            page.blank();
            if (question.capture().isPresent()) {
                DocumentText.writeParts(question.capture().get().shown(), page);
                page.blank();
            }
            for (int k = 0; k < question.choices().size(); k++) {
                page.paragraph(
                        "  " + Question.letter(k) + "  ",
                        question.choices().get(k).text(),
                        Ink.PLAIN);
            }
            OptionalInt answer = conversation.choose(question.choices().size(), exercise.scenario());
            if (answer.isEmpty()) {
                return false;
            }
            answers.add(answer.getAsInt());
        }
        return true;
    }

    private void ask(int index) throws IOException {
        String number = (index + 1) + " of " + exercise.questions().size();
        page.paragraph("", number + "  " + exercise.questions().get(index).text(), Ink.BOLD);
    }

    private void reveal(int index) throws IOException {
        Question question = exercise.questions().get(index);
        page.blank();
        ask(index);
        page.blank();
        int right = question.rightIndex();
        int given = answers.get(index);
        Question.Choice best = question.choices().get(right);
        choice(right, best.text(), given == right ? ": right, and your answer" : ": right", Ink.GREEN);
        page.paragraph(INDENT, question.explained(), Ink.PLAIN);
        if (!best.why().isEmpty()) {
            page.paragraph(INDENT, best.why(), Ink.PLAIN);
        }
        if (question.ownRun().isPresent()) {
            page.blank();
            page.paragraph(INDENT, Question.RUN_OF_ITS_OWN, Ink.PLAIN);
            DocumentText.writeParts(
                    RunDocument.of(exercise.shownOfOwnRun(), question.ownRun().get()), page);
            page.blank();
        }
        if (given != right) {
            wrong(question, given, ": your answer");
        }
        for (int i = 0; i < question.choices().size(); i++) {
            if (i != right && i != given) {
                wrong(question, i, "");
            }
        }
    }

    private void wrong(Question question, int index, String remark) throws IOException {
        Question.Choice choice = question.choices().get(index);
        choice(index, choice.text(), remark, remark.isEmpty() ? Ink.PLAIN : Ink.VERMILION);
        page.paragraph(INDENT, choice.why(), Ink.PLAIN);
    }

    private void choice(int index, String text, String remark, Ink ink) throws IOException {
        String said = remark.isEmpty() ? text : text.replaceFirst("[.]$", "") + remark;
        page.paragraph("  " + Question.letter(index) + "  ", said, ink);
    }

    private LearnerProgress.Score score() {
        int right = 0;
        for (int i = 0; i < answers.size(); i++) {
            right += exercise.questions().get(i).rightIndex() == answers.get(i) ? 1 : 0;
        }
        return new LearnerProgress.Score(right, exercise.questions().size());
    }

    private String comment() {
        LearnerProgress.Score score = score();
        return score.right() == score.questions() ? ": all of them." : ".";
    }
}
