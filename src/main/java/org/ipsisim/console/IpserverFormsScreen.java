package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;

/** {@code display ipserver-interface}: a form for each port network, with what is administered for its IPSIs. */
final class IpserverFormsScreen extends PageReader {
    static final Layout LAYOUT = new Layout(
            "display ipserver-interface",
            "IP SERVER INTERFACE (IPSI) ADMINISTRATION",
            List.of(),
            IpserverFormsScreen::new);
    private static final Pattern TITLE = Pattern.compile("PORT NETWORK +([0-9]{1,2})(?![0-9])");
    private static final String IGNORE_LABEL = "Ignore Connectivity in Server Arbitration";
    private static final Field IGNORE = new Field(IGNORE_LABEL);
    private static final Field LOCATION = new Field("Location");

    private final int ofCommand;
    private int pn;
    private boolean secondary;
    private boolean answered;

    private IpserverFormsScreen(Claims claims, String subject) {
        super(claims);
        ofCommand = LineWords.number(subject, LineWords.MOST_PORT_NETWORK);
        pn = ofCommand;
    }

    static List<Screen> of(ServerView view) {
        return view.estate().portNetworksByNumber().stream()
                .map(IpserverFormsScreen::form)
                .toList();
    }

    private static Screen form(PortNetwork pn) {
        List<String> lines = new ArrayList<>();
        lines.add(Sheet.centred(LAYOUT.title() + " - PORT NETWORK " + pn.number()));
        lines.add("");
        lines.add("IP Control? y");
        lines.add(IGNORE_LABEL + "? " + Sheet.yesNo(pn.ignoreConnectivityInArbitration()));
        for (IpsiId ipsi : pn.ipsis()) {
            lines.add("");
            lines.add((ipsi.side() == IpsiId.Side.A ? "PRIMARY" : "SECONDARY") + " IP SERVER INTERFACE");
            lines.add(LOCATION.line(12, ServerView.board(ipsi)));
            lines.add("        Host: ipsi-" + ipsi);
        }
        return Sheet.screen(ScreenName.IPSERVER_FORMS, LAYOUT.command() + " " + pn.number(), List.of(lines));
    }

    @Override
    void title(CaptureLine line) {
        Matcher matcher = TITLE.matcher(line.text());
        if (!matcher.find()) {
            return;
        }
        int number = LineWords.number(matcher.group(1), LineWords.MOST_PORT_NETWORK);
        boolean mayGoOn = line.full() && matcher.end() == line.text().length();
        pn = ofCommand == number || ofCommand == 0 && !mayGoOn ? number : 0;
        if (pn > 0) {
            claims.portNetwork(pn, line);
        }
    }

    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        if (pn == 0 || !isTitled()) {
            return 0;
        }
        String ignores = IGNORE.in(line);
        if (LineWords.isYesNo(ignores)) {
            pn = answered ? 0 : pn;
            answered = true;
            if (pn > 0) {
                claims.say(ScreenFact.PN_IGNORES_CONNECTIVITY, pn, ignores, line);
            }
            return 1;
        }
        String text = line.text().strip();
        if (text.startsWith("SECONDARY IP SERVER")) {
            secondary = true;
        } else if (text.startsWith("PRIMARY IP SERVER")) {
            secondary = false;
        } else if (secondary && isBoard(LOCATION.in(line))) {
            claims.say(ScreenFact.PN_IPSIS, pn, "duplicated", line);
        }
        return 0;
    }

    private static boolean isBoard(String word) {
        return word.length() > 3 && LineWords.of(word).isBoard(0);
    }
}
