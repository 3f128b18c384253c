package org.ipsisim.study.thresholds;

import java.time.Duration;
import java.util.List;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Subject;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.ReadResult;
import org.ipsisim.scenario.ScenarioSource;
import org.ipsisim.study.RefusedSettings;
import org.ipsisim.study.WrongPlan;

/**
 * Which values of a setting are tried, with the failures of the scenario itself.
 *
 * @param source the scenario is read from it with each value
 * @param scenario as it is without
 * @param key of the setting, such as {@code sip.settings.answer-timeout}
 * @param from the shortest value in milliseconds
 * @param to the longest one
 * @param step between two values that are tried first, in milliseconds, 1 or more
 */
public record SettingPlan(ScenarioSource source, Scenario scenario, String key, long from, long to, long step)
        implements EdgePlan {
    private static final String TO = "..";

    /**
     * Reads a plan: {@code sip.settings.answer-timeout=4s..40s}.
     *
     * @throws WrongPlan if it is none, or takes too many runs
     */
    public static SettingPlan of(ScenarioSource source, Scenario scenario, String text, Duration step)
            throws WrongPlan {
        int equals = text.indexOf('=');
        int to = text.indexOf(TO, equals + 1);
        if (equals < 1 || to < 0) {
            throw new WrongPlan("'" + text + "' is not KEY=FROM..TO, such as sip.settings.answer-timeout=4s..40s");
        }
        long shortest = millis(text.substring(equals + 1, to).strip());
        long longest = millis(text.substring(to + TO.length()).strip());
        if (shortest >= longest) {
            throw new WrongPlan("'" + text + "': the first value is not shorter than the last one");
        }
        SettingPlan plan = new SettingPlan(
                source, scenario, text.substring(0, equals).strip(), shortest, longest, step.toMillis());
        if ((longest - shortest) / plan.step >= CutPlan.MOST_RUNS) {
            throw new WrongPlan("'" + text + "' has too many steps; choose a longer one");
        }
        return plan;
    }

    private static long millis(String word) throws WrongPlan {
        return DurationText.parse(word)
                .map(Duration::toMillis)
                .orElseThrow(() -> new WrongPlan("'" + word + "' is not a duration such as 4s or 1m30s"
                        + "; for other settings use `ipsisim sweep`"));
    }

    /** The assignment that gives the setting a value. */
    public String assignment(long value) {
        return key + "=" + DurationText.of(Duration.ofMillis(value));
    }

    @Override
    public int courses() {
        return 1;
    }

    @Override
    public List<Long> lengths() {
        return CutPlan.steps(from, to, step);
    }

    @Override
    public String name(int course, long length) {
        return assignment(length);
    }

    @Override
    public Scenario scenario(int course, long length) {
        List<String> settings = List.of(assignment(length));
        ReadResult result = source.read(settings);
        return result.scenario()
                .orElseThrow(() -> new RefusedSettings.InRun(new RefusedSettings(settings, result)))
                .withoutExpectations();
    }

    @Override
    public List<Subject> subjects() {
        return CutPlan.subjects(scenario);
    }
}
