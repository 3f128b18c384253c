package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.history.PnHistory;

/**
 * {@code status ess port-networks}: what each IPSI tells the server that asks. Without a connection to an IPSI the controlling
 * cluster is a {@code *}, and the list is blank (ESS-160).
 *
 * <p>The heading says which of the first two numbers of a row is the port network; a row without heading says only that its
 * clusters exist.
 */
final class EssPortNetworksScreen extends PageReader {
    static final Layout LAYOUT = new Layout(
            "status ess port-networks", "PORT NETWORK INFORMATION", List.of("clus(ter)"), EssPortNetworksScreen::new);
    private static final String ROW = "%3s %3s %-4s %-4s %-4s %-5s %-7s %4s %s";
    private static final int NONE = -1;

    private int pnPlace = NONE;
    private int listColumn = NONE;
    private int pn;
    private String cabinet = "";
    private int next = NONE;

    private EssPortNetworksScreen(Claims claims, String subject) {
        super(claims);
    }

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.titleOf(view, "ESS " + LAYOUT.title()),
                "",
                "             Port IPSI Pri/  Pri/    Cntl Connected",
                "Com PN  Intf Ntwk Gtwy Sec   Sec     Clus Clus(ter)",
                "Num Num Type Ste  Ste  Loc   State   ID   IDs");
        List<String> rows = new ArrayList<>();
        for (PnHistory pn : view.history().portNetworks()) {
            for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                rows.add(row(view, pn, ipsi));
            }
        }
        return Sheet.table(ScreenName.ESS_PORT_NETWORKS, heading, rows);
    }

    private static String row(ServerView view, PnHistory pn, IpsiId ipsi) {
        boolean connected = view.isConnectedTo(pn, ipsi);
        String controller = connected ? String.valueOf(pn.spanAt(view.at()).controller()) : "*";
        String list = connected
                ? pn.listAt(ipsi, view.at()).stream().map(String::valueOf).collect(Collectors.joining(" "))
                : "";
        PortNetwork own = pn.portNetwork();
        boolean primary = ipsi.side() == IpsiId.Side.A;
        return Sheet.format(
                ROW,
                primary ? own.community() : "",
                primary ? own.number() : "",
                primary ? "IPSI" : "",
                primary ? upOrDown(view.isUp(pn)) : "",
                upOrDown(connected),
                ServerView.board(ipsi),
                view.stateOf(pn, ipsi),
                controller,
                list);
    }

    private static String upOrDown(boolean up) {
        return up ? "up" : "down";
    }

    @Override
    void heading(CaptureLine line) {
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
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int state = stateOf(words);
        int taken = 1;
        Optional<CaptureLine> rest = state == NONE && !line.full() && isBeginning(words)
                ? rest(lines, at).filter(further -> !isPrimary(LineWords.of(further.text())))
                : Optional.empty();
        boolean wrapped = rest.isPresent();
        if (wrapped) {
            words = LineWords.of(line.with(rest.get()).text());
            state = stateOf(words);
            taken = 2;
        }
        if (state == NONE) {
            order(words);
            return 0;
        }
        String side = readIpsi(words, state, line, at);
        ListTail tail = new ListTail(words, state, lines, at + taken - 1, wrapped ? NONE : listColumn);
        tail.clusters().forEach(cluster -> claims.cluster(cluster, line));
        if (!side.isEmpty() && !tail.list().isEmpty() && !wrapped) {
            claims.list(pn + side, tail.list(), tail.isWhole(), line);
        }
        next = at + taken + tail.furtherLines();
        return taken + tail.furtherLines();
    }

    /** The index of the state of an IPSI, which comes right after the location of its board. */
    private static int stateOf(LineWords words) {
        for (int i = 1; i < words.count(); i++) {
            if (ServerView.IPSI_STATES.contains(words.get(i)) && words.isBoard(i - 1)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether words belong to a port network, before its first board; the board that follows may be its second one. */
    private static boolean isBeginning(LineWords words) {
        return isPrimary(words) && words.count() > 2 && words.number(2, LineWords.MOST_CLUSTER) == 0;
    }

    private static boolean isPrimary(LineWords words) {
        return words.isNumber(0, LineWords.MOST_PORT_NETWORK) && words.isNumber(1, LineWords.MOST_PORT_NETWORK);
    }

    /**
     * Reads up to the state; returns the side of the IPSI, empty if it is not certain to which port network the IPSI
     * belongs.
     */
    private String readIpsi(LineWords words, int state, CaptureLine line, int at) {
        String place = LineWords.cabinet(words.get(state - 1));
        if (!isPrimary(words)) {
            if (next != at || pn == 0 || !place.equals(cabinet)) {
                return "";
            }
            claims.say(ScreenFact.PN_IPSIS, pn, "duplicated", line);
            return "b";
        }
        cabinet = place;
        int a = words.number(0, LineWords.MOST_PORT_NETWORK);
        int b = words.number(1, LineWords.MOST_PORT_NETWORK);
        if (pnPlace == NONE && a != b) {
            pn = 0;
            return "";
        }
        pn = pnPlace == 0 ? a : b;
        claims.portNetwork(pn, line);
        claims.say(ScreenFact.PN_COMMUNITY, pn, String.valueOf(pnPlace == 0 ? b : a), line);
        return "a";
    }
}
