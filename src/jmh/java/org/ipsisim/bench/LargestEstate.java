package org.ipsisim.bench;

import org.ipsisim.scenario.ScenarioWriter;

/** Prints the largest estate with its year of outages as a scenario file, for commands that are measured as a whole. */
public final class LargestEstate {
    private LargestEstate() {}

    public static void main(String[] arguments) {
        System.out.print(ScenarioWriter.yaml(Scenarios.year(0)));
    }
}
