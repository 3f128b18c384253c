package org.ipsisim.cli;

import java.util.Optional;
import org.ipsisim.study.Objective;
import org.ipsisim.study.WrongPlan;

/** What settings are judged by, for every study that compares some: {@code --objective}. */
final class ObjectiveOptions {
    static final Option<String> OBJECTIVE = Option.value(
            "--objective",
            "SUM",
            String.class,
            text -> text,
            "What settings are judged by, the less the better: measures with weights, which may be prices (default: "
                    + Objective.USUAL + ").");

    private ObjectiveOptions() {}

    /** The objective that a line asks for; empty for the usual one of the scenario. */
    static Optional<Objective> find(Line line) {
        Optional<String> text = line.find(OBJECTIVE);
        try {
            return text.isPresent() ? Optional.of(Objective.parse(text.get())) : Optional.empty();
        } catch (WrongPlan e) {
            throw line.wrong(OBJECTIVE + ": " + e.getMessage());
        }
    }
}
