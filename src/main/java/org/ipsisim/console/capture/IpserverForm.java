package org.ipsisim.console.capture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code display ipserver-interface}: what is administered for the IPSIs of one port network. */
final class IpserverForm extends Context {
    private static final Pattern TITLE = Pattern.compile("PORT NETWORK +([0-9]{1,2})(?![0-9])");
    private static final Field IGNORE = new Field("ignore connectivity in server arbitration");
    private static final Field LOCATION = new Field("location");

    private final int ofCommand;
    private int pn;
    private boolean secondary;
    private boolean answered;

    IpserverForm(Claims claims, String subject) {
        super(claims);
        ofCommand = LineWords.number(subject, Limit.PORT_NETWORK);
        pn = ofCommand;
    }

    @Override
    void title(Line line) {
        Matcher matcher = TITLE.matcher(line.text());
        if (!matcher.find()) {
            return;
        }
        int number = LineWords.number(matcher.group(1), Limit.PORT_NETWORK);
        boolean mayGoOn = line.full() && matcher.end() == line.text().length();
        pn = ofCommand == number || ofCommand == 0 && !mayGoOn ? number : 0;
        if (pn > 0) {
            claims().portNetwork(pn, line);
        }
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (pn == 0 || !isTitled()) {
            return 0;
        }
        String ignores = IGNORE.in(line);
        if (ignores.equals("y") || ignores.equals("n")) {
            pn = answered ? 0 : pn;
            answered = true;
            if (pn > 0) {
                claims().say("pn " + pn + " ignore-connectivity-in-arbitration", ignores, line);
            }
            return 1;
        }
        String text = line.text().strip();
        if (text.startsWith("SECONDARY IP SERVER")) {
            secondary = true;
        } else if (text.startsWith("PRIMARY IP SERVER")) {
            secondary = false;
        } else if (secondary && isBoard(LOCATION.in(line))) {
            claims().say("pn " + pn + " ipsis", "duplicated", line);
        }
        return 0;
    }

    private static boolean isBoard(String word) {
        LineWords words = LineWords.of(word);
        return word.length() > 3 && words.isBoard(0);
    }
}
