package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Server;
import org.ipsisim.heartbeat.HeartbeatPath;
import org.ipsisim.history.HistoryRecorder;
import org.ipsisim.history.Subject;

/**
 * Records, for the console screens only, what a server sees of the estate: which IPSIs each server of a duplex main
 * reaches, and which survivable cores have working links to each server of the main.
 */
final class ReachLog {
    private final RunningEstate run;
    private final HistoryRecorder recorder;
    private final List<Pair> pairs = new ArrayList<>();

    /** A survivable core and a server of the main, and whether working links joined them last. */
    private static final class Pair {
        private final Server core;
        private final Subject main;
        private final int coreIndex;
        private final int mainIndex;
        private boolean known;
        private boolean joined;

        private Pair(RunningEstate run, Server core, Server main) {
            this.core = core;
            this.main = Subject.server(main.id());
            coreIndex = run.indexOf(core);
            mainIndex = run.indexOf(main);
        }
    }

    /** @param keeps whether anything is recorded */
    ReachLog(RunningEstate run, boolean keeps) {
        this.run = run;
        this.recorder = run.recorder();
        List<Server> mains = run.main().servers();
        if (keeps) {
            List<Server> cores =
                    run.servers().subList(mains.size(), run.servers().size());
            for (Server core : cores) {
                for (Server main : mains) {
                    pairs.add(new Pair(run, core, main));
                }
            }
        }
        if (keeps && mains.size() > 1) {
            mains.forEach(server -> run.ipsis().forEach(ipsi -> keep(server, ipsi)));
        }
        networkChanged();
    }

    private void keep(Server server, IpsiId ipsi) {
        HeartbeatPath path = run.connections().path(run.indexOf(server), run.indexOf(ipsi));
        Runnable record = () -> recorder.reach(run.agenda().now(), server.id(), Subject.ipsi(ipsi), path.delivers());
        record.run();
        path.addListener(record);
    }

    /** How many pairs a change of the network makes it look at. */
    int size() {
        return pairs.size();
    }

    /** Links or sites have failed or work again. */
    void networkChanged() {
        for (Pair pair : pairs) {
            boolean joined = run.connections().joinsSites(pair.coreIndex, pair.mainIndex);
            if (joined != pair.joined || !pair.known) {
                pair.known = true;
                pair.joined = joined;
                recorder.reach(run.agenda().now(), pair.core.id(), pair.main, joined);
            }
        }
    }
}
