package org.ipsisim.console.capture;

import java.util.List;
import java.util.regex.Pattern;

/** {@code list ipserver-interface}: port networks, and which of them have a second IPSI. */
final class IpserverTable extends Context {
    private static final Pattern HEALTH = Pattern.compile("[0-9]\\.[0-9]\\.[0-9]\\.[0-9]");
    private static final int NONE = -1;

    private int pn;
    private String cabinet = "";
    private int next = NONE;

    IpserverTable(Claims claims) {
        super(claims);
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int taken = 1;
        if (boardOf(words) != NONE && !isWhole(words) && !line.full()) {
            Line rest = rest(lines, at);
            boolean another = rest == null || boardOf(LineWords.of(rest.text())) != NONE;
            words = another ? words : LineWords.of(line.with(rest).text());
            taken = another ? 1 : 2;
        }
        int board = boardOf(words);
        if (board == NONE || !isWhole(words)) {
            return 0;
        }
        String place = LineWords.cabinet(words.get(board));
        int number = words.number(0, Limit.PORT_NETWORK);
        boolean marked = words.get(Math.max(0, board - 1)).equals("sec");
        if (number > 0) {
            pn = number;
            cabinet = place;
            claims().portNetwork(pn, line);
            if (marked) {
                claims().say("pn " + pn + " ipsis", "duplicated", line);
            }
        } else if (next == at && place.equals(cabinet)) {
            claims().say("pn " + pn + " ipsis", "duplicated", line);
        }
        next = at + taken;
        return taken;
    }

    /** Where the place of a board stands: first, or after the port network and the side. */
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
