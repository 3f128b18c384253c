package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.ExerciseSession;
import org.ipsisim.course.page.CoursePages;
import org.ipsisim.course.quiz.Quiz;
import org.ipsisim.course.quiz.QuizJson;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.survivability.RunTooLarge;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim quiz}: asks about the run of any scenario. */
final class QuizCommand implements Subcommand {
    private static final String QUESTIONS = "--questions";
    private static final String FORMAT = "--format";
    private static final String HTML = "--html";
    private static final String JSON = "json";
    private static final int USUAL_QUESTIONS = 8;

    private final Ipsisim.Engine engine;

    QuizCommand(Ipsisim.Engine engine) {
        this.engine = engine;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = HelpText.command("quiz", this)
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("SCENARIO")
                        .arity("1")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(File.class)
                        .description("A scenario file, or lesson:NAME for that of a lesson.")
                        .build())
                .addOption(OptionSpec.builder(QUESTIONS)
                        .paramLabel("N")
                        .arity("1")
                        .type(Integer.class)
                        .converters(QuizCommand::questions)
                        .description("Asks so many at most, 1 to " + Quiz.MOST_QUESTIONS + "; " + USUAL_QUESTIONS
                                + " without.")
                        .build())
                .addOption(OptionSpec.builder("--seed")
                        .paramLabel("N")
                        .arity("1")
                        .type(Long.class)
                        .converters(ScenarioFiles::seed)
                        .description("Draws other questions, in another order. The run keeps the seed of the scenario;"
                                + " --set seed=N changes that.")
                        .build())
                .addOption(ScenarioFiles.setOption())
                .addOption(OptionSpec.builder(FORMAT)
                        .paramLabel("FORMAT")
                        .arity("1")
                        .type(String.class)
                        .converters(QuizCommand::format)
                        .completionCandidates(List.of("text", JSON))
                        .description("text (default): asks you; json: prints the questions with their answers.")
                        .build())
                .addOption(OptionSpec.builder(HTML)
                        .paramLabel("DIR")
                        .arity("1")
                        .type(File.class)
                        .description("Writes the quiz as a page for a browser instead.")
                        .build());
        spec.usageMessage()
                .exitCodeList(ExitStatus.explainedForLessons())
                .header("Asks you what a scenario will do, then shows it.")
                .description(
                        "",
                        "Works with any scenario, your own as well. Right answers come from the",
                        "run; wrong ones from what people often think.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        "  ipsisim quiz scenarios/wan-cut.yaml",
                        "  ipsisim quiz scenarios/core-lost.yaml --questions 4 --seed 2",
                        "  ipsisim quiz scenarios/wan-cut.yaml --format json > quiz.json");
        return spec;
    }

    private static Integer questions(String text) {
        if (!text.matches("[1-9][0-9]?") || Integer.parseInt(text) > Quiz.MOST_QUESTIONS) {
            throw new TypeConversionException(
                    "'" + text + "' is not a number of questions from 1 to " + Quiz.MOST_QUESTIONS);
        }
        return Integer.valueOf(text);
    }

    private static String format(String text) {
        if (!text.equals("text") && !text.equals(JSON)) {
            throw new TypeConversionException("'" + text + "' is not one of text, json");
        }
        return text;
    }

    @Override
    public int run(ParseResult line, Terminal terminal) throws FileFailure, Refused {
        boolean json = line.matchedOptionValue(FORMAT, "text").equals(JSON);
        if (line.hasMatchedOption(HTML) && line.hasMatchedOption(FORMAT)) {
            throw new ParameterException(
                    line.commandSpec().commandLine(), HTML + " and " + FORMAT + " exclude each other");
        }
        if (!json && !line.hasMatchedOption(HTML) && ScenarioFiles.names(line).contains(ScenarioFiles.STDIN)) {
            throw new ParameterException(
                    line.commandSpec().commandLine(),
                    "the answers come from standard input, so the scenario cannot; give it as a file");
        }
        Scenario scenario = ScenarioFiles.one(line, terminal).scenario();
        long seed = line.matchedOptionValue("--seed", Scenario.DEFAULT_SEED);
        int most = line.matchedOptionValue(QUESTIONS, USUAL_QUESTIONS);
        Exercise quiz;
        try {
            quiz = Quiz.of(history(scenario), most, seed);
        } catch (RunTooLarge e) {
            terminal.complain(e.getMessage());
            return ExitStatus.WRONG_INPUT;
        }
        if (line.hasMatchedOption(QUESTIONS)
                && quiz.questions().size() < most
                && !quiz.questions().isEmpty()) {
            terminal.tell("this run gives no more than " + quiz.questions().size() + " questions");
        }
        if (json) {
            writeJson(quiz, seed, terminal);
        } else if (quiz.questions().isEmpty()) {
            terminal.print("Nothing happens in " + Terminal.visible(quiz.scenarioName()) + " that one could ask about."
                    + "\nA scenario with a failure has more to tell: " + Program.word() + " quiz lesson:cold-reset\n");
        } else if (line.hasMatchedOption(HTML)) {
            writePage(quiz, line, terminal);
        } else {
            Conversation.hold(
                    terminal,
                    (page, in, out) ->
                            new ExerciseSession(quiz, in, page, out).hold("Quiz: " + quiz.title(), score -> {}));
        }
        return ExitStatus.OK;
    }

    private History history(Scenario scenario) {
        try {
            return engine.run(scenario, Detail.SILENCES);
        } catch (RunTooLarge e) {
            throw e;
        } catch (RuntimeException e) {
            throw Defect.in(scenario, e);
        }
    }

    private static void writeJson(Exercise quiz, long seed, Terminal terminal) {
        try {
            QuizJson.write(quiz, seed, terminal.utf8Out());
        } catch (IOException e) {
            terminal.out().keepFailure(e);
        }
    }

    private static void writePage(Exercise quiz, ParseResult line, Terminal terminal) throws FileFailure {
        Path directory = ReportDirectories.path(line.matchedOptionValue(HTML, null));
        try (Unbroken writing = new Unbroken()) {
            writing.run(() -> CoursePages.writeQuiz(quiz, directory));
        } catch (IOException e) {
            throw new FileFailure(FileFailure.reason(e));
        }
        terminal.tell("quiz: " + directory.resolve("index.html"));
    }
}
