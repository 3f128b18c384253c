package org.ipsisim.history;

import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;

/**
 * One alarm that a server raises in a run.
 *
 * @param at when, in milliseconds from the start
 * @param clearedAt when it is cleared; empty if it is still active at the end of the run
 * @param severity how bad it is
 * @param object the maintenance object: {@code PKT-INT}, {@code EXP-PN}, {@code ESS}, {@code ARB}, {@code IPSV-CTL}
 * @param subject what it is about: {@code pn-1}, {@code ipsi-1a}, {@code main-b}
 * @param raisedBy the cluster that raises it
 * @param text what it says, in a clause without the subject
 * @param confidence how sure it is that this alarm comes
 * @param source who says so
 * @param cause the id of the trace entry that led to it; 0 if the trace has none
 */
public record Alarm(
        long at,
        OptionalLong clearedAt,
        Severity severity,
        String object,
        Subject subject,
        int raisedBy,
        String text,
        Confidence confidence,
        String source,
        int cause) {

    /** How bad an alarm is; a pager shows the major ones. */
    public enum Severity {
        MAJOR("major"),
        MINOR("minor"),
        WARNING("warning");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /** The word in results. */
        public String word() {
            return word;
        }
    }
}
