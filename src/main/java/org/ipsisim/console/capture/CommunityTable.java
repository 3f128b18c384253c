package org.ipsisim.console.capture;

import java.util.List;

/** The page with the community of each port network. It may list port networks that are not administered. */
final class CommunityTable extends Context {
    CommunityTable(Claims claims) {
        super(claims);
    }

    @Override
    int read(List<Line> lines, int at) {
        Line line = lines.get(at);
        LineWords words = LineWords.of(line.text());
        int found = 0;
        for (int i = 0; i + 1 < words.count(); i++) {
            String word = words.get(i);
            int pn =
                    word.endsWith(":") ? LineWords.number(word.substring(0, word.length() - 1), Limit.PORT_NETWORK) : 0;
            int community = words.number(i + 1, Limit.COMMUNITY);
            boolean mayGoOn = line.full() && i + 2 == words.count();
            boolean mayHaveBegunBefore = i == 0
                    && words.column(0) == 0
                    && at > 0
                    && lines.get(at - 1).full();
            if (pn > 0 && community > 0 && !mayGoOn && !mayHaveBegunBefore) {
                claims().say("pn " + pn + " community", String.valueOf(community), line);
                claims().say("listed " + pn, "y", line);
                found++;
            }
        }
        return found > 0 ? 1 : 0;
    }
}
