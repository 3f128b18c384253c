package org.ipsisim.report;

import org.ipsisim.estate.PnState;
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
        StringBuilder line = new StringBuilder(pn.portNetwork().id()).append(": ");
        String separator = "";
        for (PnSpan span : pn.timeline()) {
            line.append(separator);
            appendWord(line, span, mainCluster);
            line.append(' ')
                    .append(Words.decimalSeconds(span.length()).toPlainString())
                    .append('s');
            separator = " | ";
        }
        return line.toString();
    }

    /** The same in fewer words: many losses of contact that led to nothing are counted. */
    public static String brief(PnHistory pn, int mainCluster) {
        StringBuilder line = new StringBuilder();
        for (StateRow row : StateRow.of(pn.timeline())) {
            line.append(line.isEmpty() ? "" : " | ");
            PnSpan span = row.first();
            PnState state = row.isFolded() ? PnState.IN_SERVICE : span.state();
            appendWord(line, new PnSpan(row.from(), row.to(), state, span.controller()), mainCluster);
            line.append(' ')
                    .append(Words.decimalSeconds(row.to() - row.from()).toPlainString())
                    .append('s');
            if (row.isFolded()) {
                line.append(" (lost ").append(row.losses().count()).append(" times)");
            }
        }
        return line.toString();
    }

    private static void appendWord(StringBuilder line, PnSpan span, int mainCluster) {
        switch (span.state()) {
            case IN_SERVICE -> {
                if (span.controller() == mainCluster) {
                    line.append("main");
                } else {
                    line.append("sc-").append(span.controller());
                }
            }
            case CONTACT_LOST -> line.append("lost");
            case WARM_RESET -> line.append("warm");
            case COLD_RESET -> line.append("cold");
            case NO_SERVICE -> line.append("none");
            case RESTARTING -> line.append("restart→").append(span.controller());
            case DOWN -> line.append("down");
        }
    }
}
