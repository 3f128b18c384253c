package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Course;
import org.ipsisim.course.LearnerProgress;
import org.ipsisim.course.Lesson;
import org.ipsisim.course.LessonList;
import org.ipsisim.course.OwnLesson;
import org.ipsisim.course.ProgressKeeper;
import org.ipsisim.course.page.CoursePages;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.scenario.DiagnosticText;

/** {@code ipsisim lesson}: the course, one lesson at a time. */
final class LessonCommand implements Command {
    private static final String NEXT = "next";
    private static final Option<Boolean> SCENARIO =
            Option.flag("--scenario", "Prints the scenario of the lesson, to keep or to change.");
    private static final Option<File> HTML =
            Option.file("--html", "DIR", "Writes the course, or the one lesson, as pages for a browser.");

    @Override
    public Usage usage() {
        return new Usage("lesson", "Teaches survivability: predict, run, understand.")
                .about(
                        "Each lesson has one idea and a small scenario. You say what will happen,",
                        "the simulator runs it, and you see why.")
                .word(
                        "NAME",
                        "A lesson; next continues where you are; a file such as own.yaml is a lesson that"
                                + " you have written (default: lists the lessons).")
                .options(SCENARIO, HTML, ProgressOptions.PROGRESS, ProgressOptions.NO_PROGRESS)
                .teaches()
                .examples(
                        "ipsisim lesson",
                        "ipsisim lesson next",
                        "ipsisim lesson cold-reset --scenario > my-own.yaml",
                        "ipsisim lesson --html course");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        String name = line.word();
        ProgressOptions options = new ProgressOptions(terminal);
        ProgressKeeper keeper = options.keeper(line);
        line.exclude(SCENARIO, HTML);
        if (line.has(SCENARIO)) {
            return printScenario(name, line, terminal);
        }
        if (isFile(name)) {
            return ownLesson(name, line, terminal);
        }
        if (!name.isEmpty() && !name.equals(NEXT)) {
            find(name, line);
        }
        if (line.has(HTML)) {
            if (name.equals(NEXT)) {
                throw line.wrong(HTML + " takes the name of a lesson, or writes all of them");
            }
            List<String> names = name.isEmpty() ? Course.names() : List.of(name);
            writePages(names.stream().map(Course::lesson).toList(), line, terminal);
            return ExitStatus.OK;
        }
        Optional<LearnerProgress> progress = read(keeper);
        if (progress.isEmpty()) {
            return ExitStatus.WRONG_INPUT;
        }
        List<Lesson.Head> heads = Course.heads();
        LessonList list = new LessonList(heads, progress.get());
        if (name.isEmpty() || name.equals(NEXT) && list.next().isEmpty()) {
            terminal.converse(talk -> {
                list.write(talk.page(), Program.word());
                tellPlace("Your progress is kept in ", keeper, talk.page());
            });
        } else {
            Lesson.Head head = name.equals(NEXT) ? list.next().orElseThrow() : find(name, line);
            teach(head, heads, keeper, terminal);
        }
        return options.status();
    }

    private static Optional<LearnerProgress> read(ProgressKeeper keeper) throws Refused {
        try {
            return keeper.read();
        } catch (IOException e) {
            throw Refused.file(keeper.path().orElseThrow(), e);
        }
    }

    private static void teach(Lesson.Head head, List<Lesson.Head> heads, ProgressKeeper keeper, Terminal terminal) {
        String heading = "Lesson " + (heads.indexOf(head) + 1) + " of " + heads.size() + ": " + head.title();
        Lesson lesson = Course.lesson(head.name());
        terminal.converse(talk -> {
            TextPage page = talk.page();
            lesson.teach(heading, Program.word(), talk, score -> Unbroken.run(() -> keeper.add(head.name(), score)));
            if (keeper.hasAdded()) {
                tellPlace("Your score is kept in ", keeper, page);
                Optional<Lesson.Head> next = new LessonList(heads, keeper.progress()).next();
                if (next.isPresent()) {
                    String go = "`" + Program.word() + " lesson next` goes on: "
                            + next.get().title() + ".";
                    page.paragraph("", go, Ink.PLAIN);
                }
            }
        });
    }

    private static void tellPlace(String words, ProgressKeeper keeper, TextPage page) throws IOException {
        if (keeper.path().isPresent()) {
            page.blank();
            page.paragraph("", words + keeper.path().get() + ".", Ink.PLAIN);
        }
    }

    private static boolean isFile(String name) {
        return name.matches("(?i).*\\.ya?ml");
    }

    private static Lesson.Head find(String name, Line line) {
        List<Lesson.Head> heads = Course.heads();
        return heads.stream()
                .filter(head -> head.name().equals(name))
                .findFirst()
                .orElseThrow(() -> line.unknown(
                        "there is no lesson '" + name + "'",
                        name,
                        heads.stream().map(Lesson.Head::name).toList()));
    }

    private static int printScenario(String name, Line line, Terminal terminal) {
        if (name.isEmpty() || name.equals(NEXT) || isFile(name)) {
            throw line.wrong(SCENARIO + " needs the name of a lesson of the course");
        }
        byte[] yaml = Course.findScenario(find(name, line).name()).orElseThrow();
        terminal.printUtf8(new String(yaml, StandardCharsets.UTF_8));
        return ExitStatus.OK;
    }

    private static int ownLesson(String name, Line line, Terminal terminal) throws Refused {
        OwnLesson own;
        try {
            own = new OwnLesson(Line.path(name));
        } catch (IOException e) {
            throw Refused.file(name, e);
        }
        terminal.err().print(new DiagnosticText(terminal.look().errColour()).render(own.diagnostics()));
        terminal.err().flush();
        if (own.lesson().isEmpty()) {
            return ExitStatus.WRONG_INPUT;
        }
        Lesson lesson = own.lesson().get();
        if (line.has(HTML)) {
            writePages(List.of(lesson), line, terminal);
            return ExitStatus.OK;
        }
        terminal.converse(
                talk -> lesson.teach("Lesson: " + lesson.exercise().title(), Program.word(), talk, score -> {}));
        return ExitStatus.OK;
    }

    private static void writePages(List<Lesson> lessons, Line line, Terminal terminal) throws Refused {
        ReportDirectories.writePages(
                "course", line.findPath(HTML).orElseThrow(), to -> CoursePages.write(lessons, to), terminal);
    }
}
