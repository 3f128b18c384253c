package org.ipsisim.study.thresholds;

import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnTotals;

/** The worst that a port network went through in a run, mildest first. */
public enum WorstOutcome implements Keyed {
    /** Nothing was reset; heartbeats may have been missed. */
    NOTHING(PnState.IN_SERVICE, '─', '-', Ink.GREEN),
    /** No call could start for some time; stable calls stayed up. */
    WARM_RESET(PnState.WARM_RESET, '░', 'w', Ink.ORANGE),
    COLD_RESET(PnState.COLD_RESET, '▓', 'C', Ink.VERMILION),
    /** A server restarted it without a cold reset, as after the loss of every call of the system (M24). */
    RESTART(PnState.RESTARTING, '▒', 'r', Ink.SKY),
    /** It had no power or no working IPSI (M28). */
    DOWN(PnState.DOWN, '×', 'X', Ink.GREY),
    /** A survivable core took it over. */
    FAILOVER(PnState.NO_SERVICE, '█', '#', Ink.PURPLE);

    private final PnState look;
    private final char unicode;
    private final char ascii;
    private final Ink ink;

    WorstOutcome(PnState look, char unicode, char ascii, Ink ink) {
        this.look = look;
        this.unicode = unicode;
        this.ascii = ascii;
        this.ink = ink;
    }

    /** The worst that a port network went through in a run. */
    public static WorstOutcome of(PnHistory pn) {
        PnTotals totals = pn.totals();
        if (totals.failovers() > 0) {
            return FAILOVER;
        }
        if (pn.timeline().stream().anyMatch(span -> span.state() == PnState.DOWN)) {
            return DOWN;
        }
        if (totals.coldResets() > 0) {
            return COLD_RESET;
        }
        if (totals.outage() > 0) {
            return RESTART;
        }
        return totals.warmResets() > 0 || totals.degraded() > 0 ? WARM_RESET : NOTHING;
    }

    /** In words: {@code cold reset}. */
    public String words() {
        return key().replace('-', ' ');
    }

    /** The state that it looks like in an image. */
    PnState look() {
        return look;
    }

    Ink ink() {
        return ink;
    }

    /** Its mark in a text, several times. */
    String paint(int times, TextStyle style) {
        return ink.paint(String.valueOf(style.unicode() ? unicode : ascii).repeat(times), style);
    }
}
