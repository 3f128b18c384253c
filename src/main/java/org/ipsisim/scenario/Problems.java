package org.ipsisim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Scenario;

/** What is wrong with one scenario file, collected while it is read. */
final class Problems {
    private static final int MOST_KEPT = 1000;

    private final List<Finding> findings = new ArrayList<>();
    private int errors;
    private int dropped;
    private boolean isPartMissing;
    private int values;

    /** Counts a key or value, and returns how many there are by now in all files that belong together. */
    int countValue() {
        return ++values;
    }

    /** Adds an error; the caller completes it. */
    Finding error(SourceSpan span, String key, String message) {
        errors++;
        return addUnlessPartMissing(new Finding(true, span, key, message));
    }

    /** Adds an error about the spelling of a key, which stands whatever the rest of the scenario says. */
    Finding keyError(SourceSpan span, String key, String message) {
        errors++;
        return add(new Finding(true, span, key, message));
    }

    /** Adds a warning; the caller completes it. */
    Finding warning(SourceSpan span, String key, String message) {
        return addUnlessPartMissing(new Finding(false, span, key, message));
    }

    /** From now on leaves out what may only come of a part of the scenario that could not be read. */
    void setPartMissing() {
        isPartMissing = true;
    }

    private Finding addUnlessPartMissing(Finding finding) {
        return isPartMissing ? finding : add(finding);
    }

    int errors() {
        return errors;
    }

    /** Whether further ones are only counted, because there are many already. */
    boolean isFull() {
        return findings.size() >= MOST_KEPT;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    private Finding add(Finding finding) {
        if (!isFull()) {
            findings.add(finding);
        } else {
            dropped++;
        }
        return finding;
    }

    /** The result with the scenario; without it there must be an error. */
    ReadResult result(Optional<Scenario> scenario) {
        if (findings.isEmpty()) {
            return new ReadResult(scenario, List.of(), 0);
        }
        findings.sort(inOrder());
        List<Diagnostic> shown = new ArrayList<>();
        int shownErrors = 0;
        int shownWarnings = 0;
        for (Finding finding : findings) {
            if ((finding.isError() ? shownErrors++ : shownWarnings++) < ReadResult.MOST_SHOWN) {
                shown.add(finding.toDiagnostic());
            }
        }
        return new ReadResult(scenario, shown, findings.size() + dropped - shown.size());
    }

    /** Errors first, then by place; those about the command line last, in their order. */
    private static Comparator<Finding> inOrder() {
        return Comparator.comparing((Finding f) -> !f.isError())
                .thenComparing(f -> f.span().source().isCommandLine())
                .thenComparing(f -> f.span().source().includedBy().isPresent())
                .thenComparing(f -> f.span().source().name())
                .thenComparingInt(f -> f.span().line())
                .thenComparingInt(
                        f -> f.span().source().isCommandLine() ? 0 : f.span().column());
    }
}
