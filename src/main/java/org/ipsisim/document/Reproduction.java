package org.ipsisim.document;

import java.util.stream.Collectors;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;

/** The command that gives the same run again. */
public final class Reproduction {
    private Reproduction() {}

    /** A line for a POSIX shell, with the seed and the overrides in force. */
    public static String command(Scenario scenario) {
        String overrides = scenario.provenance().places().values().stream()
                .filter(Provenance.Place.CommandLine.class::isInstance)
                .map(place -> " --set " + quoted(((Provenance.Place.CommandLine) place).assignment()))
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        return "ipsisim run " + quoted(scenario.provenance().file()) + overrides + " --seed " + scenario.seed()
                + " --report report";
    }

    /** A word as a POSIX shell takes it. */
    public static String quoted(String word) {
        return word.matches("[\\w./:=,@%+-]+") ? word : inQuotes(word);
    }

    /** The same, in quotes also where it needs none. */
    public static String inQuotes(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
