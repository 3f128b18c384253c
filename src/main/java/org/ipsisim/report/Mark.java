package org.ipsisim.report;

import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;
import org.ipsisim.history.PnSpan;

/** The marks of a timeline in text, the mildest state first. */
public enum Mark {
    /** In service under the main. */
    MAIN("in service", '─', '-', Ink.GREEN),
    /** In service under another cluster. */
    OTHER("in service under the cluster shown", '═', '=', Ink.BLUE),
    /** Contact lost (M5). */
    LOST("contact lost", '·', '.', Ink.YELLOW),
    /** Warm reset (M6). */
    WARM("warm reset", '░', 'w', Ink.ORANGE),
    /** A server restarts it (M9, M10). */
    RESTART("restarting", '▒', 'r', Ink.SKY),
    /** Cold reset (M7). */
    COLD("cold reset", '▓', 'C', Ink.VERMILION),
    /** It waits for a server (M8). */
    NONE("no service", '█', '#', Ink.PURPLE),
    /** No power or no working IPSI (M28). */
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

    /** How a span shows. */
    public static Mark of(PnSpan span, int mainCluster) {
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
    public String legend() {
        return legend;
    }

    /** The state's name in tables. */
    public String stateName() {
        return this == OTHER ? MAIN.legend : legend;
    }

    /** The character that a timeline is drawn with. */
    public char glyph(TextStyle style) {
        return style.unicode() ? unicode : ascii;
    }

    /** Its colour. */
    public Ink ink() {
        return ink;
    }
}
