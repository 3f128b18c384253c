package org.ipsisim.sip.lint;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.sip.capture.CapturedMessage;

/** Collects findings, at most so many. */
final class Findings {
    private static final int MOST = 1000;
    private static final int LONGEST_QUOTE = 60;

    private final List<LintFinding> findings = new ArrayList<>();
    private int omitted;

    void error(CapturedMessage at, String rule, String problem, String right) {
        add(new LintFinding(at, rule, Severity.ERROR, problem, right));
    }

    void warning(CapturedMessage at, String rule, String problem, String right) {
        add(new LintFinding(at, rule, Severity.WARNING, problem, right));
    }

    void note(CapturedMessage at, String rule, String problem, String right) {
        add(new LintFinding(at, rule, Severity.NOTE, problem, right));
    }

    private void add(LintFinding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        } else {
            omitted++;
        }
    }

    List<LintFinding> list() {
        return findings;
    }

    int omitted() {
        return omitted;
    }

    /** A text of a message in quotes, shortened. */
    static String quoted(String text) {
        return "'" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text) + "'";
    }
}
