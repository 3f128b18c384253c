package org.ipsisim.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;

/**
 * {@code display system-parameters ess}, the screen before CM 5: the main with its one or two servers, and what is administered
 * for each survivable core. The row of the main ends with the names of its servers, that of a core with score, community, and
 * whether it is system preferred, local preferred, local only.
 */
final class SurvivableCoresTable extends PageReader {
    static final Layout LAYOUT = new Layout(
            "display system-parameters ess",
            "SURVIVABLE SERVER INFORMATION",
            List.of("scr", "com", "prf"),
            SurvivableCoresTable::new);
    private static final String ROW = "%4s %-8s %3s %-10s %3s %-10s  %3s %3s  %-3s %-3s %s";
    private static final String SINGLE = "Simplex";
    private static final String PAIR = "Duplex";
    private static final int FLAGS = 3;

    private boolean mainNext;
    private boolean knowsColumns;
    private boolean scoreFirst;

    private SurvivableCoresTable(Claims claims, String subject) {
        super(claims);
    }

    static Screen of(ServerView view, List<SurvivableCore> cores) {
        List<String> heading = List.of(
                Sheet.centred("ENTERPRISE " + LAYOUT.title()),
                "",
                "                 Server A       Server B      Pri      Sys Loc Loc",
                "CLID Plat Type  ID Node Name   ID Node Name   Scr Com  Prf Prf Only");
        List<String> rows = new ArrayList<>();
        rows.add("MAIN SERVERS");
        rows.add(mainRow(view));
        rows.add("ENTERPRISE SURVIVABLE SERVERS");
        for (SurvivableCore core : cores) {
            rows.add(Sheet.format(
                    ROW,
                    core.cluster(),
                    SINGLE,
                    view.serverId(core.server()),
                    core.id(),
                    "",
                    "",
                    core.priorityScore(),
                    core.community(),
                    Sheet.yesNo(core.systemPreferred()),
                    Sheet.yesNo(core.localPreferred()),
                    Sheet.yesNo(core.localOnly())));
        }
        List<List<String>> pages = Sheet.table(heading, rows);
        pages.add(CommunitiesPage.of(view.estate()));
        pages.add(ParametersScreens.beforeCm5(view));
        return Sheet.screen(ScreenName.SURVIVABLE_CORES, LAYOUT.command(), pages);
    }

    private static String mainRow(ServerView view) {
        List<Server> servers = view.estate().main().servers();
        boolean duplex = servers.size() == 2;
        return Sheet.format(
                ROW,
                view.estate().main().cluster(),
                duplex ? PAIR : SINGLE,
                view.serverId(servers.get(0)),
                servers.get(0).id(),
                duplex ? view.serverId(servers.get(1)) : "",
                duplex ? servers.get(1).id() : "",
                "",
                "",
                "",
                "",
                "");
    }

    @Override
    void heading(CaptureLine line) {
        List<String> words = LineWords.of(line.text()).words();
        knowsColumns = words.contains("Scr") && words.contains("Com");
        scoreFirst = words.indexOf("Scr") < words.indexOf("Com");
    }

    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        if (line.text().strip().startsWith("MAIN SERVER")) {
            mainNext = true;
            return 1;
        }
        boolean ofMain = mainNext;
        mainNext = false;
        LineWords words = LineWords.of(line.text());
        int cluster = words.number(0, LineWords.MOST_CLUSTER);
        if (!isBeginning(words)) {
            return 0;
        }
        int taken = 1;
        if (!isCore(words) && !line.full()) {
            Optional<LineWords> joined = rest(lines, at)
                    .filter(rest -> !isBeginning(LineWords.of(rest.text())))
                    .map(rest -> LineWords.of(line.with(rest).text()))
                    .filter(SurvivableCoresTable::isCore);
            taken = joined.isPresent() ? 2 : 1;
            words = joined.orElse(words);
        }
        boolean duplex = words.get(1).equals(PAIR);
        if (ofMain && !line.full() && words.count() == (duplex ? 6 : 4)) {
            claims.cluster(cluster, line);
            claims.say(ScreenFact.MAIN_CLUSTER, String.valueOf(cluster), line);
            claims.say(ScreenFact.MAIN_DUPLEX, Sheet.yesNo(duplex), line);
            return 1;
        }
        if (!isCore(words)) {
            return 0;
        }
        readCore(words, cluster, line);
        return taken;
    }

    private static boolean isBeginning(LineWords words) {
        return words.count() >= 4
                && words.isNumber(0, LineWords.MOST_CLUSTER)
                && (words.get(1).equals(SINGLE) || words.get(1).equals(PAIR));
    }

    /** Whether a row is complete: two numbers and three flags at its end. */
    private static boolean isCore(LineWords words) {
        int last = words.count() - 1;
        return last >= 4 + FLAGS
                && words.words().subList(last - FLAGS + 1, last + 1).stream().allMatch(LineWords::isYesNo)
                && words.isNumber(last - FLAGS, LineWords.MOST_SCORE)
                && words.isNumber(last - FLAGS - 1, LineWords.MOST_SCORE);
    }

    private void readCore(LineWords words, int cluster, CaptureLine line) {
        int last = words.count() - 1;
        claims.cluster(cluster, line);
        claims.say(ScreenFact.CORE_SYSTEM_PREFERRED, cluster, words.get(last - 2), line);
        claims.say(ScreenFact.CORE_LOCAL_PREFERRED, cluster, words.get(last - 1), line);
        claims.say(ScreenFact.CORE_LOCAL_ONLY, cluster, words.get(last), line);
        int first = words.number(last - FLAGS - 1, LineWords.MOST_SCORE);
        int second = words.number(last - FLAGS, LineWords.MOST_SCORE);
        if (knowsColumns || first == second) {
            int score = scoreFirst ? first : second;
            int community = scoreFirst ? second : first;
            claims.say(ScreenFact.CORE_PRIORITY_SCORE, cluster, String.valueOf(score), line);
            if (community <= LineWords.MOST_COMMUNITY) {
                claims.say(ScreenFact.CORE_COMMUNITY, cluster, String.valueOf(community), line);
            }
        }
        if (words.get(1).equals(PAIR)) {
            claims.say(ScreenFact.CORE_DUPLEX, cluster, "y", line);
        }
    }
}
