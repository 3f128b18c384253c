package org.ipsisim.study.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/**
 * What the columns of a table of outages are, found by their names; the first of several words that fits counts.
 *
 * @param header the row of names
 * @param start when an outage began, or when a change happened; -1 if no column says so, as for the others
 * @param end when it was over
 * @param element what was out
 * @param state whether it was down or up from then on; without an end alone
 */
record Columns(CSVRecord header, int start, int end, int element, int state) {
    private static final List<String> STARTS = List.of(
            "start",
            "starttime",
            "started",
            "begin",
            "began",
            "down",
            "downtime",
            "downat",
            "from",
            "failed",
            "occurred",
            "opened",
            "raised",
            "time",
            "datetime",
            "timestamp",
            "date");
    private static final List<String> ENDS = List.of(
            "end",
            "endtime",
            "ended",
            "up",
            "upat",
            "clear",
            "cleared",
            "to",
            "until",
            "recovered",
            "recoverytime",
            "resolved",
            "restored",
            "closed");
    private static final List<String> ELEMENTS = List.of(
            "element",
            "host",
            "hostname",
            "object",
            "device",
            "node",
            "target",
            "link",
            "interface",
            "monitor",
            "resource",
            "name");
    private static final List<String> STATES = List.of("state", "status", "event", "eventtype", "type");

    static Columns of(CSVRecord header) {
        return new Columns(
                header, find(header, STARTS), find(header, ENDS), find(header, ELEMENTS), find(header, STATES));
    }

    private static int find(CSVRecord header, List<String> words) {
        for (String word : words) {
            for (int i = 0; i < header.size(); i++) {
                String name = header.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
                if (name.equals(word)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether each row is a change between down and up, rather than an outage. */
    boolean isLog() {
        return end < 0 && state >= 0;
    }

    /** What no column says, a message each. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (start < 0) {
            missing.add(missing("when outages begin", STARTS));
        }
        if (end < 0 && state < 0) {
            missing.add(missing("when outages end", ENDS) + "; in a table of changes from down to up: "
                    + String.join(", ", STATES));
        }
        if (element < 0) {
            missing.add(missing("what was out", ELEMENTS));
        }
        return missing;
    }

    private static String missing(String what, List<String> words) {
        return "no column says " + what + "; allowed: a column called " + String.join(", ", words);
    }

    /** A column for messages. */
    String name(int column) {
        return "column " + (column + 1) + " (" + header.get(column) + ")";
    }
}
