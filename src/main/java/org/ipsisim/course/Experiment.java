package org.ipsisim.course;

import java.util.List;
import org.ipsisim.document.Reproduction;

/**
 * Something for the learner to try: another run of the scenario of a lesson.
 *
 * @param task what to find out
 * @param settings what is changed, such as {@code timers.pn-cold-reset-delay=120s}
 * @param result what the run shows
 */
public record Experiment(String task, List<String> settings, String result) {
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
        StringBuilder line =
                new StringBuilder(Reproduction.quoted(program)).append(" run ").append(Reproduction.quoted(scenario));
        settings.forEach(setting -> line.append(" --set ").append(Reproduction.quoted(setting)));
        return line.toString();
    }
}
