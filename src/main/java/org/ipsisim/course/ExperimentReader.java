package org.ipsisim.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.history.History;
import org.ipsisim.scenario.DataValue;

/** Reads the experiment of a lesson, and checks that its run does what the lesson says. */
final class ExperimentReader {
    private static final String CONDITION = "conditions that hold with the change, such as `calls dropped = 0`";

    private final LessonRuns runs;
    private final History run;

    /** @param run the scenario as it stands */
    ExperimentReader(LessonRuns runs, History run) {
        this.runs = runs;
        this.run = run;
    }

    Optional<Experiment> read(DataValue value) {
        Entry entry = new Entry(value.mapping("`experiment`", "task", "set", "check", "then"), runs);
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
            entry.error("the experiment shows nothing: all of `check` holds without the change, too", CONDITION);
            return Optional.empty();
        }
        return met.isEmpty() || task.isEmpty() || then.isEmpty()
                ? Optional.empty()
                : Optional.of(new Experiment(task, entry.settings(), then));
    }
}
