package org.ipsisim.course;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextTable;

/**
 * The lessons of the course, with the progress of a learner.
 *
 * @param lessons in order
 */
public record LessonList(List<Lesson.Head> lessons, LearnerProgress progress) {
    /** The first lesson that has not been taken; empty if all have. */
    public Optional<Lesson.Head> next() {
        return lessons.stream()
                .filter(lesson -> progress.find(lesson.name()).isEmpty())
                .findFirst();
    }

    /** Writes a line for each lesson, and what to do next. */
    public void write(TextPage page, String program) throws IOException {
        long taken = lessons.stream()
                .filter(lesson -> progress.find(lesson.name()).isPresent())
                .count();
        page.paragraph("", "The course: " + lessons.size() + " lessons, " + taken + " taken", Ink.BOLD);
        page.blank();
        TextTable table = new TextTable(1, ">no.", "lesson", "what it is about", ">right");
        for (int i = 0; i < lessons.size(); i++) {
            Lesson.Head lesson = lessons.get(i);
            Optional<LearnerProgress.Score> score = progress.find(lesson.name());
            table.row(
                    score.isPresent() ? Ink.GREEN : Ink.PLAIN,
                    String.valueOf(i + 1),
                    lesson.name(),
                    lesson.title(),
                    score.map(s -> s.right() + " of " + s.questions()).orElse("-"));
        }
        page.table(table);
        page.blank();
        String go = next().map(lesson -> "`" + program + " lesson next` continues with " + lesson.name() + ". ")
                .orElse("You have taken all of them. ");
        page.paragraph("", go + "`" + program + " lesson NAME` runs any of them, as often as you like.", Ink.PLAIN);
    }
}
