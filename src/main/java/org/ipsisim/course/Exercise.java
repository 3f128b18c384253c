package org.ipsisim.course;

import java.util.List;
import org.ipsisim.history.History;
import org.ipsisim.report.RunSection;

/**
 * What a learner is shown and asked, in a lesson or about any scenario.
 *
 * @param title what it is about
 * @param text what to know before, in paragraphs
 * @param scenarioName how the scenario is called on a command line
 * @param scenario the scenario for the learner to look at, in lines
 * @param questions what is asked, in order
 * @param history the run that the answers come from
 * @param shown what is shown of it, in order
 */
public record Exercise(
        String title,
        List<String> text,
        String scenarioName,
        List<String> scenario,
        List<Question> questions,
        History history,
        List<RunSection> shown) {
    /** Keeps copies of the lists. */
    public Exercise {
        text = List.copyOf(text);
        scenario = List.copyOf(scenario);
        questions = List.copyOf(questions);
        shown = List.copyOf(shown);
    }

    /** What is shown of the run of a question that has one of its own: its ladders, or else its timeline. */
    public List<RunSection> shownOfOwnRun() {
        return List.of(shown.contains(RunSection.LADDERS) ? RunSection.LADDERS : RunSection.TIMELINE);
    }
}
