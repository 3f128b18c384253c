package org.ipsisim.report;

import java.util.stream.Collectors;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Words;

/**
 * A port network's whole run in one line, such as
 * {@code pn-1: main 60s | lost 14s | warm 60s | cold 30s | none 270s | restart→10 60s | sc-10 706s}.
 */
public final class OneLine {
    private OneLine() {}

    /**
     * The spans of the timeline in order, each a word and its length in plain seconds with at most three decimals.
     *
     * @param mainCluster the main's cluster number; time in service under it is {@code main}
     */
    public static String of(PnHistory pn, int mainCluster) {
        return pn.timeline().stream()
                .map(span -> word(span, mainCluster) + " " + seconds(span.length()))
                .collect(Collectors.joining(" | ", pn.portNetwork().id() + ": ", ""));
    }

    /** The same in fewer words: many losses of contact that led to nothing are counted. */
    public static String brief(PnHistory pn, int mainCluster) {
        return StateRow.of(pn.timeline()).stream()
                .map(row -> brief(row, mainCluster))
                .collect(Collectors.joining(" | "));
    }

    private static String brief(StateRow row, int mainCluster) {
        String seconds = " " + seconds(row.to() - row.from());
        return row.isFolded()
                ? inService(row.first(), mainCluster) + seconds + " (lost "
                        + row.losses().count() + " times)"
                : word(row.first(), mainCluster) + seconds;
    }

    private static String seconds(long millis) {
        return Words.decimalSeconds(millis).toPlainString() + "s";
    }

    private static String word(PnSpan span, int mainCluster) {
        return switch (span.state()) {
            case IN_SERVICE -> inService(span, mainCluster);
            case CONTACT_LOST -> "lost";
            case WARM_RESET -> "warm";
            case COLD_RESET -> "cold";
            case NO_SERVICE -> "none";
            case RESTARTING -> "restart→" + span.controller();
            case DOWN -> "down";
        };
    }

    private static String inService(PnSpan span, int mainCluster) {
        return span.controller() == mainCluster ? "main" : "sc-" + span.controller();
    }
}
