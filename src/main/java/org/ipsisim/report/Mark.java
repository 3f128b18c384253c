package org.ipsisim.report;

import org.ipsisim.history.PnSpan;

/** How a timeline in text shows what a port network does; the milder states come first. */
enum Mark {
    MAIN("in service", '─', '-', Ink.GREEN),
    OTHER("in service under the cluster shown", '═', '=', Ink.BLUE),
    LOST("contact lost", '·', '.', Ink.YELLOW),
    WARM("warm reset", '░', 'w', Ink.ORANGE),
    RESTART("restarting", '▒', 'r', Ink.SKY),
    COLD("cold reset", '▓', 'C', Ink.VERMILION),
    NONE("no service", '█', '#', Ink.PURPLE),
    DOWN("down", '×', 'X', Ink.GREY);

    private final String legend;
    private final char unicode;
    private final char ascii;
    private final Ink ink;

    Mark(String legend, char unicode, char ascii, Ink ink) {
        this.legend = legend;
        this.unicode = unicode;
        this.ascii = ascii;
        this.ink = ink;
    }

    static Mark of(PnSpan span, int mainCluster) {
        return switch (span.state()) {
            case IN_SERVICE -> span.controller() == mainCluster ? MAIN : OTHER;
            case CONTACT_LOST -> LOST;
            case WARM_RESET -> WARM;
            case COLD_RESET -> COLD;
            case NO_SERVICE -> NONE;
            case RESTARTING -> RESTART;
            case DOWN -> DOWN;
        };
    }

    /** What a legend says of it. */
    String legend() {
        return legend;
    }

    /** The state's name in tables. */
    String stateName() {
        return this == OTHER ? MAIN.legend : legend;
    }

    char glyph(TextStyle style) {
        return style.unicode() ? unicode : ascii;
    }

    Ink ink() {
        return ink;
    }
}
