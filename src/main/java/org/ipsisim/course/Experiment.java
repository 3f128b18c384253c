package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Reproduction;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DataValue;

/**
 * Something for the learner to try: another run of the scenario of a lesson.
 *
 * @param task what to find out
 * @param settings what is changed, such as {@code timers.pn-cold-reset-delay=120s}
 * @param result what the run shows
 */
public record Experiment(String task, List<String> settings, String result) {
    private static final String CONDITION = "conditions that hold with the change, such as `calls dropped = 0`";

    /** Keeps a copy of the settings. */
    public Experiment {
        settings = List.copyOf(settings);
    }

    /**
     * The line for a shell that runs it.
     *
     * @param program how the program is called
     * @param scenario how the scenario is called
     */
    public String command(String program, String scenario) {
        return Reproduction.quoted(program) + " run " + Reproduction.quoted(scenario)
                + Reproduction.settings(settings.stream());
    }

    /**
     * Reads the experiment of a lesson, and checks that its run does what the lesson says.
     *
     * @param run the scenario as it stands
     * @return empty with an error at the value if something is wrong
     */
    static Optional<Experiment> read(DataValue value, LessonRuns runs, History run) {
        Entry entry = new Entry(value.mapping("`experiment`", LessonKeys.EXPERIMENT.names()), runs);
        if (entry.settings().isEmpty()) {
            entry.map().require("set", "at least one KEY=VALUE, as for --set");
            return Optional.empty();
        }
        Optional<History> changed = entry.run(List.of());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String task = entry.prose("task", run, run);
        String then = entry.prose("then", changed.get(), run);
        List<Boolean> before = new ArrayList<>();
        List<Condition> met = entry.meanings("check", CONDITION, text -> {
            Condition condition = Condition.read(text);
            if (!condition.holdsIn(changed.get())) {
                throw new LessonTextError("does not hold in the changed run", "what the run shows");
            }
            before.add(condition.holdsIn(run));
            return condition;
        });
        if (!met.isEmpty() && !before.contains(false)) {
            entry.error("the experiment shows nothing: all of `check` also holds without the change", CONDITION);
            return Optional.empty();
        }
        return met.isEmpty() || task.isEmpty() || then.isEmpty()
                ? Optional.empty()
                : Optional.of(new Experiment(task, entry.settings(), then));
    }
}
