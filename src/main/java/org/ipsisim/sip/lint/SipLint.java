package org.ipsisim.sip.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.sip.capture.Capture;
import org.ipsisim.sip.capture.CapturedMessage;
import org.ipsisim.sip.message.MessageCheck;
import org.ipsisim.sip.message.SipMessage;

/** Holds the messages of a capture to the S, D, P and X rules. */
public final class SipLint {
    private SipLint() {}

    /** What is wrong in a capture. */
    public static LintResult check(Capture capture) {
        Findings findings = new Findings();
        List<LintRules> rules = List.of(
                new SpellingRules(findings),
                new RegistrationRules(findings),
                new BindingRules(findings),
                new RetryAfterRules(findings),
                new DigestRules(findings),
                new PrackRules(findings),
                new SessionRules(findings));
        Set<String> seen = new HashSet<>();
        for (CapturedMessage captured : capture.messages()) {
            SipMessage message = captured.message();
            if (message == null) {
                findings.error(captured, "syntax", "not a SIP message: " + captured.problem(), "RFC 3261 section 7");
                continue;
            }
            List<String> problems = MessageCheck.problems(message);
            problems.forEach(problem ->
                    findings.error(captured, "syntax", problem, "RFC 3261 section 8.1.1 says what every message has"));
            if (problems.isEmpty()) {
                boolean isCopy = !seen.add(captured.from() + " " + captured.to() + " " + message.text());
                rules.forEach(each -> each.see(captured, message, isCopy));
            }
        }
        rules.forEach(LintRules::end);
        List<LintFinding> sorted = new ArrayList<>(findings.list());
        sorted.sort(Comparator.comparingInt(finding -> finding.at().frame()));
        return new LintResult(capture, sorted, findings.omitted());
    }
}
