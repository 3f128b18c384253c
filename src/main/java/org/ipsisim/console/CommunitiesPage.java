package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;

/** The page with the community of each port network. Real pages may list port networks that are not administered. */
final class CommunitiesPage extends PageReader {
    static final Layout LAYOUT =
            new Layout("", "COMMUNITY ASSIGNMENTS FOR PORT NETWORKS", List.of(), CommunitiesPage::new);
    private static final int COLUMNS = 4;
    private static final int WIDTH = 18;

    private CommunitiesPage(Claims claims, String subject) {
        super(claims);
    }

    static List<String> of(Estate estate) {
        List<PortNetwork> pns = estate.portNetworksByNumber();
        int rows = (pns.size() + COLUMNS - 1) / COLUMNS;
        int columns = rows == 0 ? 1 : (pns.size() + rows - 1) / rows;
        List<String> lines = new ArrayList<>();
        lines.add(Sheet.centred(LAYOUT.title()));
        lines.add("");
        lines.add("   PN Community      ".substring(0, WIDTH).repeat(Math.min(COLUMNS, columns)));
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = row; i < pns.size(); i += rows) {
                PortNetwork pn = pns.get(i);
                line.append(Sheet.format("%-" + WIDTH + "s", Sheet.format("%5s: %s", pn.number(), pn.community())));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int found = 0;
        for (int i = 0; i + 1 < words.count(); i++) {
            String word = words.get(i);
            int pn = word.endsWith(":")
                    ? LineWords.number(word.substring(0, word.length() - 1), LineWords.MOST_PORT_NETWORK)
                    : 0;
            int community = words.number(i + 1, LineWords.MOST_COMMUNITY);
            boolean mayGoOn = line.full() && i + 2 == words.count();
            boolean mayHaveBegunBefore = i == 0
                    && words.column(0) == 0
                    && at > 0
                    && lines.get(at - 1).full();
            if (pn > 0 && community > 0 && !mayGoOn && !mayHaveBegunBefore) {
                claims.say(ScreenFact.PN_COMMUNITY, pn, String.valueOf(community), line);
                claims.say(ScreenFact.PN_LISTED, pn, "y", line);
                found++;
            }
        }
        return found > 0 ? 1 : 0;
    }
}
