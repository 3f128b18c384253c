package org.ipsisim.course.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.Experiment;
import org.ipsisim.course.Lesson;
import org.ipsisim.document.Markup;
import org.ipsisim.document.WholeFiles;

/** Writes lessons as pages: {@code index.html} and one page for each. */
public final class CoursePages {
    private static final String PROGRAM = "ipsisim";

    private final List<Lesson> lessons;

    private CoursePages(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    /**
     * Writes the pages; the same lessons give the same bytes.
     *
     * @param lessons in order
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written; then nothing is written at all
     */
    public static void write(List<Lesson> lessons, Path directory) throws IOException {
        WholeFiles.write(directory, "the course", new CoursePages(lessons).files());
    }

    /** A quiz as one page, {@code index.html}. */
    public static void writeQuiz(Exercise quiz, Path directory) throws IOException {
        WholeFiles.write(directory, "the quiz", Map.of("index.html", bytes(quiz(quiz))));
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < lessons.size(); i++) {
            files.put(file(lessons.get(i)), bytes(lesson(i)));
        }
        files.put("index.html", bytes(index()));
        return files;
    }

    /** A lesson of the name {@code index} leaves {@code index.html} to the course. */
    private static String file(Lesson lesson) {
        return (lesson.name().equals("index") ? "lesson-index" : lesson.name()) + ".html";
    }

    private String index() {
        CoursePage page = new CoursePage("Port-network survivability: the course");
        Markup out = page.markup();
        out.open("header").line();
        out.leaf("p", "Port-network survivability", "class", "kicker");
        out.leaf("h1", lessons.size() == 1 ? "A lesson" : "The course in " + lessons.size() + " lessons");
        out.leaf(
                "p",
                "What do port networks do when their server falls silent? In each lesson you predict what will"
                        + " happen, see what does, and read why.",
                "class",
                "lede");
        out.leaf(
                "p",
                "Every answer comes from a run of the simulator ipsisim, with the timers of the article that it follows"
                        + " unless a lesson says otherwise. The end of each lesson says what is documented and what"
                        + " is assumed. R15, M7 and the like are numbers of rules, which docs/rules.md of"
                        + " the simulator explains.",
                "class",
                "note");
        out.close();
        out.open("section", "aria-labelledby", "lessons").line().leaf("h2", "Lessons", "id", "lessons");
        out.open("ol", "class", "lessons").line();
        for (Lesson lesson : lessons) {
            out.open("li", "data-lesson", lesson.name());
            out.inline("a", lesson.exercise().title(), "href", file(lesson)).text(" ");
            out.inline("span", "", "class", "badge");
            out.close();
        }
        out.close();
        out.open("p", "class", "actions needs-script")
                .inline("button", "Clear my progress", "type", "button", "id", "clear")
                .text(" ")
                .inline("span", "", "id", "message", "role", "status")
                .close();
        out.leaf("p", "Progress is kept only in this browser.", "class", "note needs-script");
        out.close();
        return page.html();
    }

    private String lesson(int index) {
        Lesson lesson = lessons.get(index);
        Exercise exercise = lesson.exercise();
        CoursePage page = new CoursePage(exercise.title() + " – port-network survivability");
        Markup out = page.markup();
        out.open("header").line();
        out.open("p", "class", "kicker")
                .inline("a", "The course", "href", "index.html")
                .text(" · lesson " + (index + 1) + " of " + lessons.size())
                .close();
        out.leaf("h1", exercise.title());
        for (int i = 0; i < exercise.text().size(); i++) {
            page.prose("p", exercise.text().get(i), "class", i == 0 ? "lede" : "text");
        }
        out.close();
        ExerciseParts parts = new ExerciseParts(exercise, page);
        parts.scenario("On a command line it is called `" + exercise.scenarioName() + "`.");
        parts.questions(lesson.name());
        parts.openReveal();
        parts.section("idea", "What to remember");
        page.prose("p", lesson.idea());
        out.close();
        if (lesson.experiment().isPresent()) {
            Experiment experiment = lesson.experiment().get();
            parts.section("try", "Try it");
            page.prose("p", experiment.task());
            page.code(experiment.command(PROGRAM, exercise.scenarioName()));
            page.prose("p", experiment.result(), "class", "after-code");
            out.close();
        }
        boolean hasBasis = !lesson.basis().isEmpty();
        if (hasBasis) {
            parts.section("basis", "What this rests on");
            page.prose("p", lesson.basis());
        }
        if (index + 1 < lessons.size()) {
            Lesson next = lessons.get(index + 1);
            out.open("p", "class", "next")
                    .text("Next: ")
                    .inline("a", next.exercise().title(), "href", file(next))
                    .close();
        }
        if (hasBasis) {
            out.close();
        }
        out.close();
        return page.html();
    }

    private static String quiz(Exercise quiz) {
        CoursePage page = new CoursePage("Quiz: " + quiz.title());
        Markup out = page.markup();
        out.open("header").line();
        out.leaf("p", "Port-network survivability: a quiz", "class", "kicker");
        out.leaf("h1", quiz.title());
        quiz.text().forEach(paragraph -> page.prose("p", paragraph, "class", "text"));
        out.close();
        ExerciseParts parts = new ExerciseParts(quiz, page);
        parts.scenario("The whole scenario is in `" + quiz.scenarioName() + "`.");
        parts.questions("");
        parts.openReveal();
        out.close();
        return page.html();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
