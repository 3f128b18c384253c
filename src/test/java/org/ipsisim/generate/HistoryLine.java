package org.ipsisim.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.Words;

/**
 * Histories on one line: {@code main 60s | lost 14s | warm 60s | cold 30s | none 285s | restart→10 60s | sc-10 …}.
 * The last stretch, which the end of the run cuts off, has no length. Lengths are seconds.
 */
public final class HistoryLine {
    private final int mainCluster;
    private final long end;

    private HistoryLine(History history) {
        mainCluster = history.scenario().estate().main().cluster();
        end = history.duration();
    }

    /** The states of a port network. */
    public static String of(History history, int pn) {
        return of(history, get(history, pn));
    }

    /** The states of a port network. */
    public static String of(History history, PnHistory pn) {
        HistoryLine line = new HistoryLine(history);
        return pn.timeline().stream()
                .map(span -> line.word(span) + line.length(span.from(), span.to()))
                .collect(Collectors.joining(" | "));
    }

    /** The priority lists of a port network's A IPSI, such as {@code [1, 10] 75s | [10] …}. */
    public static String lists(History history, int pn) {
        return lists(history, new IpsiId(pn, IpsiId.Side.A));
    }

    /** The priority lists of an IPSI. */
    public static String lists(History history, IpsiId ipsi) {
        return lists(history, get(history, ipsi.pn()).lists().get(ipsi));
    }

    /** Priority lists over time. */
    public static String lists(History history, List<ListSpan> spans) {
        HistoryLine line = new HistoryLine(history);
        return spans.stream()
                .map(span -> span.clusters() + line.length(span.from(), span.to()))
                .collect(Collectors.joining(" | "));
    }

    /** The roles of a server, such as {@code idle 375s | active …}. */
    public static String roles(History history, String server) {
        ServerHistory found = history.servers().stream()
                .filter(s -> s.server().id().equals(server))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no server " + server));
        return roles(history, found.timeline());
    }

    /** Roles over time. */
    public static String roles(History history, List<RoleSpan> spans) {
        HistoryLine line = new HistoryLine(history);
        return spans.stream()
                .map(span -> span.role().key() + line.length(span.from(), span.to()))
                .collect(Collectors.joining(" | "));
    }

    private static PnHistory get(History history, int pn) {
        return history.findPortNetwork(pn).orElseThrow(() -> new IllegalArgumentException("no port network " + pn));
    }

    private String word(PnSpan span) {
        return switch (span.state()) {
            case IN_SERVICE -> span.controller() == mainCluster ? "main" : "sc-" + span.controller();
            case CONTACT_LOST -> "lost";
            case WARM_RESET -> "warm";
            case COLD_RESET -> "cold";
            case NO_SERVICE -> "none";
            case RESTARTING ->
                "restart→" + (span.controller() == mainCluster ? "main" : String.valueOf(span.controller()));
            case DOWN -> "down";
        };
    }

    private String length(long from, long to) {
        if (to == end) {
            return " …";
        }
        BigDecimal seconds = Words.decimalSeconds(to - from);
        return " " + seconds.toPlainString() + "s";
    }
}
