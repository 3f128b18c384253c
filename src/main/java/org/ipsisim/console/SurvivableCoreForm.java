package org.ipsisim.console;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.SurvivableCore;

/** {@code display survivable-processor}, since CM 5: a form for each survivable core. */
final class SurvivableCoreForm extends PageReader {
    static final Layout LAYOUT =
            new Layout("display survivable-processor", "SURVIVABLE PROCESSOR", List.of(), SurvivableCoreForm::new);
    private static final Field CLUSTER = new Field("Cluster ID");
    private static final Field TYPE = new Field("Type");
    private static final Field NODE = new Field("Node Name");
    private static final Map<ScreenFact, Field> FLAGS = new EnumMap<>(Map.of(
            ScreenFact.CORE_SYSTEM_PREFERRED, new Field("System Preferred"),
            ScreenFact.CORE_LOCAL_PREFERRED, new Field("Local Preferred"),
            ScreenFact.CORE_LOCAL_ONLY, new Field("Local Only")));
    private static final Field SCORE = new Field("Priority Score");
    private static final Field COMMUNITY = new Field("Community");

    private final Set<ScreenFact> seen = EnumSet.noneOf(ScreenFact.class);
    private final String node;
    private int cluster;
    private boolean hasCluster;
    private boolean broken;

    private SurvivableCoreForm(Claims claims, String subject) {
        super(claims);
        node = subject;
    }

    static List<Screen> of(ServerView view) {
        List<SurvivableCore> cores = view.estate().survivableCoresByCluster();
        return view.release().compareTo(Release.CM_5) < 0
                ? List.of(SurvivableCoresTable.of(view, cores))
                : cores.stream().map(core -> form(view, core)).toList();
    }

    private static Screen form(ServerView view, SurvivableCore core) {
        List<String> page = List.of(
                Sheet.centred(LAYOUT.title()),
                "",
                Sheet.format("     Type: simplex-ess         Cluster ID/MID: %s", core.cluster()),
                Sheet.format("Node Name: %-20s    Server ID: %s", core.id(), view.serverId(core.server())),
                "",
                "PORT NETWORK PARAMETERS",
                Sheet.format(
                        " System Preferred? %s              Community: %s",
                        Sheet.yesNo(core.systemPreferred()), core.community()),
                Sheet.format(
                        "  Local Preferred? %s         Priority Score: %s",
                        Sheet.yesNo(core.localPreferred()), core.priorityScore()),
                Sheet.format("       Local Only? %s", Sheet.yesNo(core.localOnly())));
        return Sheet.screen(ScreenName.SURVIVABLE_CORES, LAYOUT.command() + " " + core.id(), List.of(page));
    }

    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        String number = CLUSTER.in(line);
        if (!number.isEmpty()) {
            cluster = LineWords.number(number, LineWords.MOST_CLUSTER);
            broken = hasCluster || cluster == 0;
            hasCluster = true;
            if (!broken) {
                claims.cluster(cluster, line);
                if (TYPE.in(line).startsWith("duplex")) {
                    claims.say(ScreenFact.CORE_DUPLEX, cluster, "y", line);
                }
            }
            return 1;
        }
        String ofForm = NODE.in(line);
        broken |= !ofForm.isEmpty() && !node.isEmpty() && !ofForm.equals(node);
        if (cluster == 0) {
            return 0;
        }
        FLAGS.forEach((fact, field) -> {
            String value = field.in(line);
            if (LineWords.isYesNo(value)) {
                say(fact, value, line);
            } else if (!value.isEmpty()) {
                claims.misunderstand(fact, cluster, field.label(), value, line);
            }
        });
        sayNumber(ScreenFact.CORE_PRIORITY_SCORE, SCORE, LineWords.MOST_SCORE, line);
        sayNumber(ScreenFact.CORE_COMMUNITY, COMMUNITY, LineWords.MOST_COMMUNITY, line);
        return 0;
    }

    private void sayNumber(ScreenFact fact, Field field, int most, CaptureLine line) {
        String value = field.in(line);
        if (LineWords.number(value, most) > 0) {
            say(fact, String.valueOf(LineWords.number(value, most)), line);
        } else if (!value.isEmpty()) {
            claims.misunderstand(fact, cluster, field.label(), value, line);
        }
    }

    /** A field that appears twice in one form belongs to another form whose beginning is lost. */
    private void say(ScreenFact fact, String value, CaptureLine line) {
        broken |= !seen.add(fact);
        if (!broken) {
            claims.say(fact, cluster, value, line);
        }
    }
}
