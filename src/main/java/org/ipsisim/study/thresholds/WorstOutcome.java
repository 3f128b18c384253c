package org.ipsisim.study.thresholds;

import java.util.Comparator;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Happening;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Trace;
import org.ipsisim.report.timeline.BandState;

/** The worst that a port network, or phones, went through in a run, mildest first. */
public enum WorstOutcome implements Keyed {
    /** Nothing was reset, no phone lost service; heartbeats may have been missed. */
    NOTHING(PnState.IN_SERVICE, '─', '-', Ink.GREEN),
    /** No call could start for some time; stable calls stayed up. */
    WARM_RESET(PnState.WARM_RESET, '░', 'w', Ink.ORANGE),
    COLD_RESET(PnState.COLD_RESET, '▓', 'C', Ink.VERMILION),
    /** A server restarted it without a cold reset, as after the loss of every call of the system (M24). */
    RESTART(PnState.RESTARTING, '▒', 'r', Ink.SKY),
    /** Phones could not call and did not notice: all was well when the cut was over (U3). */
    LIMBO(PnState.CONTACT_LOST, '·', '.', Ink.ORANGE),
    /** Phones were on a session manager that passed no calls on (U13). */
    NO_CALL_PROCESSING(PnState.WARM_RESET, '○', 'o', Ink.ORANGE),
    /** Phones lost a controller, and registered anew (U3). */
    LOST(PnState.COLD_RESET, '◇', '?', Ink.VERMILION),
    /** It had no power or no working IPSI (M28); phones had no power (U16). */
    DOWN(PnState.DOWN, '×', 'X', Ink.GREY),
    /** A survivable core took it over. */
    FAILOVER(PnState.NO_SERVICE, '█', '#', Ink.PURPLE),
    /** Phones went to another controller than their best one (U12). */
    MOVED(PnState.NO_SERVICE, '▶', '>', Ink.PURPLE);

    private final PnState as;
    private final char unicode;
    private final char ascii;
    private final Ink ink;

    WorstOutcome(PnState as, char unicode, char ascii, Ink ink) {
        this.as = as;
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

    /** The worst that phones of a population went through in a run. */
    public static WorstOutcome of(PopulationHistory phones, Trace trace) {
        if (phones.outage().phonesAffected() == 0) {
            return NOTHING;
        }
        String best = phones.population().controllers().get(0);
        return trace.of(Subject.phones(phones.population().name())).stream()
                .map(entry -> of(entry.what(), best))
                .max(Comparator.naturalOrder())
                .orElse(NOTHING);
    }

    private static WorstOutcome of(Happening what, String best) {
        if (what instanceof PhoneHappening.SipActive active) {
            return active.controller().equals(best) ? NOTHING : MOVED;
        }
        return what instanceof PhoneHappening.SipDown
                ? DOWN
                : what instanceof PhoneHappening.SipLost
                        ? LOST
                        : what instanceof PhoneHappening.SipNoCallProcessing ? NO_CALL_PROCESSING : LIMBO;
    }

    /** In words: {@code cold reset}. */
    public String words() {
        return key().replace('-', ' ');
    }

    /** How bands of it look: as the state of a port network that means the same to a caller. */
    BandState look() {
        return BandState.of(as).named(ordinal(), words());
    }

    Ink ink() {
        return ink;
    }

    /** Its mark in a text, several times. */
    String paint(int times, TextStyle style) {
        return ink.paint(String.valueOf(style.unicode() ? unicode : ascii).repeat(times), style);
    }
}
