package org.ipsisim.course;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsisim.document.Document;
import org.ipsisim.ladder.CaptureLadder;
import org.ipsisim.ladder.Ladder;
import org.ipsisim.report.LadderSections;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.UnreadableCapture;
import org.ipsisim.sip.lint.LintFinding;
import org.ipsisim.sip.lint.SipLint;

/**
 * A capture that a question is about.
 *
 * @param name how it is called on a command line
 * @param rules that {@code sip lint} finds broken in it
 */
public record LintedCapture(String name, Ladder ladder, Set<String> rules) {
    /** @throws LessonTextError if it is no capture */
    static LintedCapture of(String name, byte[] content) throws LessonTextError {
        try {
            Capture capture = Capture.read(content);
            Set<String> rules = SipLint.check(capture).findings().stream()
                    .map(LintFinding::rule)
                    .collect(Collectors.toSet());
            return new LintedCapture(name, CaptureLadder.of("capture " + name, capture), rules);
        } catch (UnreadableCapture e) {
            throw new LessonTextError("is no capture: " + e.reason(), "a pcap or pcapng file");
        }
    }

    /** Whether lint finds a rule broken, or {@code nothing}. */
    boolean finds(String rule) {
        return rule.equals("nothing") ? rules.isEmpty() : rules.contains(rule);
    }

    /** The capture as a learner sees it: the ladder, and the command to try. */
    public Document shown() {
        Document document = new Document("", "", "");
        LadderSections.add(document, List.of(ladder));
        return document.note("To have it checked: ipsisim sip lint " + name);
    }
}
