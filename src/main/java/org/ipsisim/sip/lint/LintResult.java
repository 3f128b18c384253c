package org.ipsisim.sip.lint;

import java.util.List;
import org.ipsisim.sip.capture.Capture;

/**
 * What is wrong in a capture.
 *
 * @param findings in the order of the frames
 * @param omitted how many more there are
 */
public record LintResult(Capture capture, List<LintFinding> findings, int omitted) {
    /** How many findings have a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
