package org.ipsisim.classroom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.Experiment;
import org.ipsisim.course.Lesson;
import org.ipsisim.course.Question;
import org.ipsisim.estate.Scenario;
import org.ipsisim.scenario.ScenarioSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What leads a trainer through a lesson as a class hour: its steps, in order. Students never see it. */
record RunSheet(String title, List<Step> steps) {
    /** Of a class that is about a scenario and no lesson. */
    static final RunSheet NONE = new RunSheet("", List.of());

    private static final int MINUTES_TO_ARRIVE = 4;
    private static final int MINUTES_TO_INTRODUCE = 6;
    private static final int MINUTES_FOR_A_QUESTION = 8;
    private static final int MINUTES_FOR_THE_EXPERIMENT = 8;
    private static final int MINUTES_TO_END = 4;

    /**
     * A step of the hour.
     *
     * @param does what the trainer does; may be empty
     * @param say what the trainer says, in paragraphs
     * @param question to ask
     * @param runName what is special about the run, in a few words; empty without one
     * @param run to show, if it is another one than that of the lesson
     */
    record Step(
            String title,
            int minutes,
            String does,
            List<String> say,
            Optional<ClassQuestion> question,
            String runName,
            Optional<Scenario> run) {
        static Step ofWords(String title, int minutes, List<String> say) {
            return new Step(title, minutes, "", say, Optional.empty(), "", Optional.empty());
        }
    }

    /** The hour of a lesson: everybody arrives, predicts and sees, question by question, tries something, and goes. */
    static RunSheet of(Lesson lesson) {
        Exercise exercise = lesson.exercise();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "Arrive",
                MINUTES_TO_ARRIVE,
                "Wait for everybody. Ask this for practice.",
                List.of("Your last answer counts, until I reveal the right one."),
                Optional.of(ClassQuestion.FOR_PRACTICE),
                "",
                Optional.empty()));
        steps.add(Step.ofWords("What is there", MINUTES_TO_INTRODUCE, exercise.text()));
        for (int i = 0; i < exercise.questions().size(); i++) {
            Question question = exercise.questions().get(i);
            steps.add(new Step(
                    "Question " + (i + 1) + " of " + exercise.questions().size(),
                    MINUTES_FOR_A_QUESTION,
                    "Ask. Reveal when all have answered, then go there in the run.",
                    List.of(question.text(), question.explanation()),
                    Optional.of(ClassQuestion.of(question)),
                    "question " + (i + 1),
                    question.ownRun().map(run -> run.scenario())));
        }
        lesson.experiment()
                .ifPresent(experiment -> steps.add(new Step(
                        "Try it",
                        MINUTES_FOR_THE_EXPERIMENT,
                        "Let somebody guess before you show the run.",
                        List.of(experiment.task(), experiment.result()),
                        Optional.empty(),
                        String.join(", ", experiment.settings()),
                        scenario(exercise, experiment))));
        List<String> last = lesson.basis().isEmpty() ? List.of(lesson.idea()) : List.of(lesson.idea(), lesson.basis());
        steps.add(Step.ofWords("What to remember", MINUTES_TO_END, last));
        return new RunSheet(exercise.title(), List.copyOf(steps));
    }

    private static Optional<Scenario> scenario(Exercise exercise, Experiment experiment) {
        byte[] yaml = String.join("\n", exercise.scenario()).getBytes(StandardCharsets.UTF_8);
        return new ScenarioSource(exercise.scenarioName(), yaml, experiment.settings())
                .read(List.of())
                .scenario();
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The step that a message names by its index, from 0. */
    Step step(Message message) throws Refusal {
        return steps.get((int) message.number("step", 0, steps.size() - 1L));
    }

    /** The sheet for the trainer's page. */
    ObjectNode describe() {
        ObjectNode sheet = Message.of("sheet").put("title", title);
        ArrayNode list = sheet.putArray("steps");
        for (Step step : steps) {
            ObjectNode one = list.addObject()
                    .put("title", step.title())
                    .put("minutes", step.minutes())
                    .put("does", step.does());
            step.say().forEach(one.putArray("say")::add);
            one.put("asks", step.question().isPresent()).put("shows", step.run().isPresent());
        }
        return sheet;
    }
}
