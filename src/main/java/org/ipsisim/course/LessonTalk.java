package org.ipsisim.course;

import java.io.Flushable;
import java.io.IOException;
import java.io.Reader;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;

/** A lesson at a terminal, from its heading to the experiment. */
public final class LessonTalk {
    private final Lesson lesson;
    private final TextPage page;

    /** A lesson that writes to a page. */
    public LessonTalk(Lesson lesson, TextPage page) {
        this.lesson = lesson;
        this.page = page;
    }

    /**
     * Takes the learner through the lesson.
     *
     * @param heading what stands above it
     * @param program how the program is called, for the command to try
     * @param in what the learner types
     * @param out what the page writes to
     * @param listener is told the score
     */
    public void hold(String heading, String program, Reader in, Flushable out, ExerciseSession.Listener listener)
            throws IOException {
        if (!new ExerciseSession(lesson.exercise(), in, page, out).hold(heading, listener)) {
            return;
        }
        page.heading("Try it");
        page.paragraph("", lesson.experiment().task(), Ink.PLAIN);
        page.blank();
        page.line(
                "    " + lesson.experiment().command(program, lesson.exercise().scenarioName()));
        page.blank();
        page.paragraph("", lesson.experiment().result(), Ink.PLAIN);
        page.heading("What this rests on");
        page.paragraph("", lesson.basis(), Ink.PLAIN);
    }
}
