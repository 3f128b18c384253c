package org.ipsisim.course;

import java.io.IOException;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;

/**
 * A lesson; all its answers come from running its scenario.
 *
 * @param name its name on the command line
 * @param idea the one thing it teaches, in a sentence; it answers questions, so it is shown after them
 * @param exercise what the learner is shown and asked
 * @param experiment what to try afterwards
 * @param basis which of it is documented, and which assumed
 */
public record Lesson(String name, String idea, Exercise exercise, Experiment experiment, String basis) {
    /**
     * Takes a learner through the lesson, from its heading to the experiment.
     *
     * @param heading what stands above it
     * @param program how the program is called, for the command to try
     * @param listener learns the score
     */
    public void teach(String heading, String program, Conversation conversation, ExerciseSession.Listener listener)
            throws IOException {
        if (!new ExerciseSession(exercise, conversation).hold(heading, listener)) {
            return;
        }
        TextPage page = conversation.page();
        page.heading("What to remember");
        page.paragraph("", idea, Ink.PLAIN);
        page.heading("Try it");
        page.paragraph("", experiment.task(), Ink.PLAIN);
        page.blank();
        page.line("    " + experiment.command(program, exercise.scenarioName()));
        page.blank();
        page.paragraph("", experiment.result(), Ink.PLAIN);
        page.heading("What this rests on");
        page.paragraph("", basis, Ink.PLAIN);
    }

    /**
     * What the list of lessons says about a lesson.
     *
     * @param name its name on the command line
     * @param title in a few words
     * @param idea the one thing it teaches, in a sentence
     * @param questions how many it asks
     */
    public record Head(String name, String title, String idea, int questions) {}
}
