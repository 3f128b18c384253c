package org.ipsisim.scenario;

import java.util.Map;
import org.ipsisim.estate.Scenario;

/**
 * Writes a scenario with every default filled in as a scenario file; reading that file gives the same scenario.
 *
 * <p>Each port network has its own entry, and each expectation.
 */
public final class ScenarioWriter {
    private ScenarioWriter() {}

    /** The scenario as YAML; lines end with LF. */
    public static String yaml(Scenario scenario) {
        return YamlOutput.yaml(tree(scenario));
    }

    /** The scenario as one mapping of texts, numbers, lists and mappings. */
    static Map<String, Object> tree(Scenario scenario) {
        return new Written(scenario.estate().main().cluster(), scenario.story()).inner(ScenarioKeys.ROOT, scenario);
    }
}
