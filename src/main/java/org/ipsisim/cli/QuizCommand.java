package org.ipsisim.cli;

import java.io.File;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.ExerciseSession;
import org.ipsisim.course.page.CoursePages;
import org.ipsisim.course.quiz.Quiz;
import org.ipsisim.course.quiz.QuizJson;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;

/** {@code ipsisim quiz}: asks about the run of any scenario. */
record QuizCommand(Ipsisim.Engine engine) implements Command {
    private static final Option<Integer> QUESTIONS =
            Option.number("--questions", 1, Quiz.MOST_QUESTIONS, 8, "How many questions at most");
    private static final Option<Long> SEED =
            RunOptions.seed("Draws other questions, in another order. The run keeps the seed of the scenario;"
                    + " --set seed=N changes that.");
    private static final Option<RunOptions.Answer> FORMAT =
            RunOptions.format("text (default): asks you; json: prints the questions with their answers.");
    private static final Option<File> HTML =
            Option.file("--html", "DIR", "Writes the quiz as a page for a browser instead.");

    @Override
    public Usage usage() {
        return new Usage("quiz", "Asks you what a scenario will do, then shows it.")
                .about(
                        "Works with any scenario, also your own. Right answers come from the",
                        "run; wrong ones from what people often think.")
                .files("SCENARIO", "1", "A scenario file, or lesson:NAME for that of a lesson.")
                .options(QUESTIONS, SEED, RunOptions.SET, RunOptions.LIMIT, FORMAT, HTML)
                .teaches()
                .examples(
                        "ipsisim quiz scenarios/wan-cut.yaml",
                        "ipsisim quiz scenarios/core-lost.yaml --questions 4 --seed 2",
                        "ipsisim quiz scenarios/wan-cut.yaml --format json > quiz.json");
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        boolean json = line.get(FORMAT) == RunOptions.Answer.JSON;
        line.exclude(HTML, FORMAT);
        if (!json && !line.has(HTML) && line.files().contains(ScenarioFiles.STDIN)) {
            throw line.wrong("the answers come from standard input, so the scenario cannot; give it as a file");
        }
        Scenario scenario = ScenarioFiles.one(line, terminal).scenario();
        long seed = line.find(SEED).orElse(Scenario.DEFAULT_SEED);
        int most = line.get(QUESTIONS);
        History history = engine.run(scenario, Detail.SILENCES);
        Exercise quiz;
        try (ProgressBar bar = ProgressBar.on(terminal)) {
            quiz = Quiz.of(history, most, seed, bar::ran);
        }
        if (json || line.has(HTML)) {
            quiz.text().forEach(terminal::tell);
        }
        int questions = quiz.questions().size();
        if (line.has(QUESTIONS) && questions < most && questions > 0) {
            terminal.tell("this run has only " + Words.count(questions, "question"));
        }
        if (json) {
            terminal.writeData(out -> QuizJson.write(quiz, seed, out));
        } else if (questions == 0) {
            terminal.print("Nothing happens in " + Terminal.visible(quiz.scenarioName()) + " to ask about."
                    + "\nTry a scenario with a failure: " + Program.word() + " quiz lesson:cold-reset\n");
        } else if (line.has(HTML)) {
            ReportDirectories.writePages(
                    "quiz", line.findPath(HTML).orElseThrow(), to -> CoursePages.writeQuiz(quiz, to), terminal);
        } else {
            terminal.converse(talk -> new ExerciseSession(quiz, talk).hold("Quiz: " + quiz.title(), score -> {}));
        }
        return ExitStatus.OK;
    }
}
