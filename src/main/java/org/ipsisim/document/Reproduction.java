package org.ipsisim.document;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;

/** The command that gives the same run again. */
public final class Reproduction {
    private Reproduction() {}

    /** A line for a POSIX shell, with the seed and the overrides in force. */
    public static String command(Scenario scenario) {
        Stream<String> overrides = scenario.provenance().places().values().stream()
                .filter(Provenance.Place.CommandLine.class::isInstance)
                .map(place -> ((Provenance.Place.CommandLine) place).assignment())
                .distinct()
                .sorted(Comparator.comparing(Reproduction::quoted));
        return "ipsisim run " + quoted(scenario.provenance().file()) + settings(overrides) + " --seed "
                + scenario.seed() + " --report report";
    }

    /** The options that make some assignments, for a POSIX shell, each with a space before it. */
    public static String settings(Stream<String> assignments) {
        return assignments.map(assignment -> " --set " + quoted(assignment)).collect(Collectors.joining());
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
