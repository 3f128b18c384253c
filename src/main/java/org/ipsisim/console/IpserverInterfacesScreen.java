package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.PnHistory;

/** {@code list ipserver-interface}: the state of every IPSI; its health as clock, packet interface, archangel link. */
final class IpserverInterfacesScreen extends PageReader {
    static final Layout LAYOUT = new Layout(
            "list ipserver-interface",
            "IP SERVER INTERFACE INFORMATION",
            List.of("c p e g"),
            IpserverInterfacesScreen::new);
    private static final String ROW = "%3s  %-4s %-7s  %-16s %-5s  %-8s %s";
    private static final String HEALTHY = "0.0.0.0";
    private static final String SILENT = "0.1.1.0";
    private static final Pattern HEALTH = Pattern.compile("[0-9]\\.[0-9]\\.[0-9]\\.[0-9]");
    private static final int NONE = -1;

    private int pn;
    private String cabinet = "";
    private int next = NONE;

    private IpserverInterfacesScreen(Claims claims, String subject) {
        super(claims);
    }

    static List<Screen> of(ServerView view) {
        List<String> heading = List.of(
                Sheet.centred(LAYOUT.title()),
                "",
                "Port Pri/ Board                     Serv   Control  State of",
                "Ntwk Sec  Location Host Name        State  State    Health",
                "Num                                                 C P E G");
        List<String> rows = new ArrayList<>();
        for (PnHistory pn : view.history().portNetworks()) {
            for (IpsiId ipsi : pn.portNetwork().ipsis()) {
                boolean connected = view.isConnectedTo(pn, ipsi);
                rows.add(Sheet.format(
                        ROW,
                        ipsi.pn(),
                        ipsi.side() == IpsiId.Side.A ? "pri" : "sec",
                        ServerView.board(ipsi),
                        "ipsi-" + ipsi,
                        connected && !view.isBusiedOut(pn, ipsi) ? "IN" : "OUT",
                        view.stateOf(pn, ipsi),
                        connected ? HEALTHY : SILENT));
            }
        }
        return Sheet.table(ScreenName.IPSERVER_INTERFACES, heading, rows);
    }

    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int taken = 1;
        if (boardOf(words) != NONE && !isWhole(words) && !line.full()) {
            Optional<CaptureLine> rest =
                    rest(lines, at).filter(further -> boardOf(LineWords.of(further.text())) == NONE);
            words = rest.map(further -> LineWords.of(line.with(further).text())).orElse(words);
            taken = rest.isPresent() ? 2 : 1;
        }
        int board = boardOf(words);
        if (board == NONE || !isWhole(words)) {
            return 0;
        }
        String place = LineWords.cabinet(words.get(board));
        int number = words.number(0, LineWords.MOST_PORT_NETWORK);
        boolean marked = words.get(Math.max(0, board - 1)).equals("sec");
        if (number > 0) {
            pn = number;
            cabinet = place;
            claims.portNetwork(pn, line);
            if (marked) {
                claims.say(ScreenFact.PN_IPSIS, pn, "duplicated", line);
            }
        } else if (next == at && place.equals(cabinet)) {
            claims.say(ScreenFact.PN_IPSIS, pn, "duplicated", line);
        }
        next = at + taken;
        return taken;
    }

    /** The index of the location of a board: first, or after the port network and the side. */
    private static int boardOf(LineWords words) {
        for (int i = 0; i < Math.min(3, words.count()); i++) {
            if (words.isBoard(i)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether the row ends with service state, control state and health. */
    private static boolean isWhole(LineWords words) {
        int last = words.count() - 1;
        return last >= 3
                && HEALTH.matcher(words.get(last)).matches()
                && (words.get(last - 2).equals("IN") || words.get(last - 2).equals("OUT"));
    }
}
