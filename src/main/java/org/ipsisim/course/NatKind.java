package org.ipsisim.course;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.document.Markup;

/**
 * How a NAT treats UDP (W10; RFC 4787, sections 4 and 5), and what two browsers behind such NATs need to reach each other. A
 * mapping is the address outside that stands for one inside; a filter decides which packets to it come in.
 */
public enum NatKind {
    OPEN("no NAT", Scope.ALL, Scope.ALL),
    FULL_CONE("full cone", Scope.ALL, Scope.ALL),
    ADDRESS_RESTRICTED("address restricted", Scope.ALL, Scope.ADDRESS),
    PORT_RESTRICTED("port restricted", Scope.ALL, Scope.PORT),
    SYMMETRIC("symmetric", Scope.PORT, Scope.PORT),
    UDP_BLOCKED("UDP blocked", Scope.PORT, Scope.PORT);

    /** For whom a mapping is the same, and who may use it. */
    private enum Scope {
        /** Everybody. */
        ALL,
        /** An address that was sent to. */
        ADDRESS,
        /** An address and port that were sent to. */
        PORT
    }

    /** The least that two browsers need, beside signalling. */
    enum Help {
        NOTHING("nothing"),
        STUN("STUN"),
        TURN("TURN"),
        TURN_OVER_TCP("TURN over TCP");

        private final String words;

        Help(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final String words;
    private final Scope mapping;
    private final Scope filter;

    NatKind(String words, Scope mapping, Scope filter) {
        this.words = words;
        this.mapping = mapping;
        this.filter = filter;
    }

    String words() {
        return words;
    }

    /** The one that is called so. */
    static NatKind named(String words) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    /** What a browser behind this NAT and one behind another need. */
    Help needed(NatKind other) {
        if (this == UDP_BLOCKED || other == UDP_BLOCKED) {
            return Help.TURN_OVER_TCP;
        }
        if (this == OPEN || other == OPEN) {
            return Help.NOTHING;
        }
        return isAnsweredBy(other) || other.isAnsweredBy(this) ? Help.STUN : Help.TURN;
    }

    /** Whether a check sent to where a STUN server sees the other gets in there, and its answer back in here. */
    private boolean isAnsweredBy(NatKind other) {
        boolean getsIn = switch (other.filter) {
            case ALL -> true;
            case ADDRESS -> other.mapping == Scope.ALL;
            case PORT -> other.mapping == Scope.ALL && mapping == Scope.ALL;
        };
        boolean comesBack = other.mapping == Scope.ALL || filter != Scope.PORT;
        return getsIn && comesBack;
    }

    /** The table of all pairs: a row of words for each kind, its own name first. */
    static List<List<String>> table() {
        return Arrays.stream(values())
                .map(row -> Stream.concat(
                                Stream.of(row.words),
                                Arrays.stream(values())
                                        .map(column -> row.needed(column).words()))
                        .toList())
                .toList();
    }

    /** The same for a page. */
    public static String html() {
        Markup html = new Markup();
        html.open("table").open("thead").open("tr").leaf("td", "");
        Arrays.stream(values()).forEach(column -> html.leaf("th", column.words, "scope", "col"));
        html.close().close().open("tbody").line();
        for (List<String> row : table()) {
            html.open("tr").leaf("th", row.get(0), "scope", "row");
            row.stream().skip(1).forEach(help -> html.leaf("td", help));
            html.close();
        }
        return html.close().close().toString();
    }
}
