package org.ipsisim.course;

import java.io.IOException;
import java.util.Optional;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;

/**
 * A lesson; all its answers come from running its scenario.
 *
 * @param name its name on the command line
 * @param idea the one thing it teaches, in a sentence; it answers questions, so it is shown after them
 * @param exercise what the learner is shown and asked
 * @param experiment what to try afterwards, if anything
 * @param basis which of it is documented, and which assumed; may be empty
 */
public record Lesson(String name, String idea, Exercise exercise, Optional<Experiment> experiment, String basis) {
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
        if (experiment.isPresent()) {
            page.heading("Try it");
            page.paragraph("", experiment.get().task(), Ink.PLAIN);
            page.blank();
            page.line("    " + experiment.get().command(program, exercise.scenarioName()));
            page.blank();
            page.paragraph("", experiment.get().result(), Ink.PLAIN);
        }
        if (!basis.isEmpty()) {
            page.heading("What this rests on");
            page.paragraph("", basis, Ink.PLAIN);
        }
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
