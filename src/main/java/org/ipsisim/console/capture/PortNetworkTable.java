package org.ipsisim.console.capture;

import java.util.List;
import java.util.Set;

/**
 * {@code status ess port-networks}: port networks, communities, boards and priority lists. Which of the first two numbers of
 * a row is the port network follows from the heading; without it the row says only that its clusters exist.
 */
final class PortNetworkTable extends Context {
    private static final Set<String> STATES = Set.of("actv-aa", "active", "standby", "unknown");
    private static final int NONE = -1;

    private int pnPlace = NONE;
    private int listColumn = NONE;
    private int pn;
    private String cabinet = "";
    private int next = NONE;

    PortNetworkTable(Claims claims) {
        super(claims);
    }

    @Override
    void heading(Line line) {
        boolean isWhole = line.text().contains("Clus Clus(ter)") || line.text().contains("Clus  Clus(ter)");
        listColumn = isWhole ? line.text().indexOf("Clus(ter)") : NONE;
        order(LineWords.of(line.text()));
    }

    private void order(LineWords words) {
        if (words.words().indexOf("Com") == 0 && words.words().indexOf("PN") == 1) {
            pnPlace = 1;
        } else if (words.words().indexOf("PN") == 0 && words.words().indexOf("Com") == 1) {
            pnPlace = 0;
        }
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int state = stateOf(words);
        int taken = 1;
        Line rest = state == NONE && !line.full() && isBeginning(words) ? rest(lines, at) : null;
        boolean wrapped = rest != null && !isPrimary(LineWords.of(rest.text()));
        if (wrapped) {
            words = LineWords.of(line.with(rest).text());
            state = stateOf(words);
            taken = 2;
        }
        if (state == NONE) {
            order(words);
            return 0;
        }
        String side = readIpsi(words, state, line, at);
        ListTail tail = new ListTail(words, state, lines, at + taken - 1, wrapped ? NONE : listColumn);
        tail.clusters().forEach(cluster -> claims().cluster(cluster, line));
        if (!side.isEmpty() && !tail.list().isEmpty() && !wrapped) {
            claims().list(pn + side, tail.list(), tail.isWhole(), line);
        }
        next = at + taken + tail.furtherLines();
        return taken + tail.furtherLines();
    }

    /** Where the state of an IPSI stands, right after the place of its board. */
    private static int stateOf(LineWords words) {
        for (int i = 1; i < words.count(); i++) {
            if (STATES.contains(words.get(i)) && words.isBoard(i - 1)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether words are those of a port network before its first board; the board that follows may be its second one. */
    private static boolean isBeginning(LineWords words) {
        return isPrimary(words) && words.count() > 2 && words.number(2, Limit.CLUSTER) == 0;
    }

    private static boolean isPrimary(LineWords words) {
        return words.isNumber(0, Limit.PORT_NETWORK) && words.isNumber(1, Limit.PORT_NETWORK);
    }

    /** Reads up to the state. The side of the IPSI; empty if it is not sure which port network the IPSI is of. */
    private String readIpsi(LineWords words, int state, Line line, int at) {
        String place = LineWords.cabinet(words.get(state - 1));
        if (!isPrimary(words)) {
            if (next != at || pn == 0 || !place.equals(cabinet)) {
                return "";
            }
            claims().say("pn " + pn + " ipsis", "duplicated", line);
            return "b";
        }
        cabinet = place;
        int a = words.number(0, Limit.PORT_NETWORK);
        int b = words.number(1, Limit.PORT_NETWORK);
        if (pnPlace == NONE && a != b) {
            pn = 0;
            return "";
        }
        pn = pnPlace == 0 ? a : b;
        claims().portNetwork(pn, line);
        claims().say("pn " + pn + " community", String.valueOf(pnPlace == 0 ? b : a), line);
        return "a";
    }
}
