package org.ipsisim.sip.lint;

import org.ipsisim.sip.capture.CapturedMessage;

/**
 * What is wrong with a message.
 *
 * @param at the message
 * @param rule such as {@code P11}, or {@code syntax}
 * @param problem what is wrong, with bytes of the message in it: not to be shown as it is
 * @param right what would be right
 */
public record LintFinding(CapturedMessage at, String rule, Severity severity, String problem, String right) {}
