package org.ipsisim.survivability;

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
    private final List<Server> mains;
    private final List<Server> cores;
    private final HistoryRecorder recorder;

    /** @param keeps whether anything is recorded */
    ReachLog(RunningEstate run, boolean keeps) {
        this.run = run;
        this.recorder = run.recorder();
        mains = run.main().servers();
        cores = keeps ? run.servers().subList(mains.size(), run.servers().size()) : List.of();
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

    /** Links or sites have failed or work again. */
    void networkChanged() {
        for (Server core : cores) {
            for (Server main : mains) {
                boolean joined = run.connections().joinsSites(run.indexOf(core), run.indexOf(main));
                recorder.reach(run.agenda().now(), core.id(), Subject.server(main.id()), joined);
            }
        }
    }
}
