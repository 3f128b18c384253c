package org.ipsisim.scenario;

import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;

/**
 * What reading a scenario file gave: a scenario, unless there are errors, and the diagnostics.
 *
 * @param scenario the scenario; empty if there is an error
 * @param diagnostics at most {@value #MOST_SHOWN} errors and as many warnings, errors first, in the order of the file
 * @param omitted how many errors and warnings were left out of the list
 */
public record ReadResult(Optional<Scenario> scenario, List<Diagnostic> diagnostics, int omitted) {
    /** Most errors, and most warnings, of one file that are listed. */
    public static final int MOST_SHOWN = 20;

    /** Keeps a copy of the list. */
    public ReadResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether something keeps the scenario from being run. */
    public boolean hasErrors() {
        return scenario.isEmpty();
    }

    /** The same with every warning an error: a scenario that gave one cannot be run. */
    public ReadResult withWarningsAsErrors() {
        return diagnostics.isEmpty()
                ? this
                : new ReadResult(
                        Optional.empty(),
                        diagnostics.stream().map(Diagnostic::asError).toList(),
                        omitted);
    }
}
