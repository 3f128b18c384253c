package org.ipsisim.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code list survivable-processor}: every survivable core by its cluster, and every survivable remote by its name. */
final class SurvivableProcessorsList extends PageReader {
    static final Layout LAYOUT = new Layout(
            "list survivable-processor",
            "SURVIVABLE PROCESSORS",
            List.of("record number", "reg"),
            SurvivableProcessorsList::new);

    private static final Pattern CORE = Pattern.compile(" *[0-9]{1,3} +ESS +Cluster ID +([0-9]{1,3})(?![0-9]).*");
    private static final Pattern REMOTE = Pattern.compile(" *[0-9]{1,3} +LSP .*");

    private SurvivableProcessorsList(Claims claims, String subject) {
        super(claims);
    }

    @Override
    int read(List<CaptureLine> lines, int at) {
        CaptureLine line = lines.get(at);
        Matcher core = CORE.matcher(line.text());
        if (core.matches()) {
            int cluster = LineWords.number(core.group(1), LineWords.MOST_CLUSTER);
            boolean mayGoOn = line.full() && core.end(1) == line.text().length();
            if (cluster > 0 && !mayGoOn) {
                claims.cluster(cluster, line);
            }
            return 1;
        }
        if (!REMOTE.matcher(line.text()).matches()) {
            return 0;
        }
        Optional<CaptureLine> name = rest(lines, at).filter(next -> !next.full());
        name.ifPresent(next -> claims.remote(next.text().strip(), next));
        return name.isPresent() ? 2 : 1;
    }
}
