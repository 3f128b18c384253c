package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.heartbeat.HeartbeatPath;
import org.ipsisim.history.HeartbeatHistory;

/** Keeps the heartbeats of a run, if asked to. */
final class HeartbeatLog {
    private final RunningEstate run;
    private final long interval;
    private final boolean keeps;

    HeartbeatLog(RunningEstate run, Estate estate, boolean keeps) {
        this.run = run;
        this.interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        this.keeps = keeps;
        if (keeps) {
            for (Server server : run.servers()) {
                for (IpsiId ipsi : run.ipsis()) {
                    path(server, ipsi).keepChanges();
                }
            }
        }
    }

    private HeartbeatPath path(Server server, IpsiId ipsi) {
        return run.connections().path(run.indexOf(server), run.indexOf(ipsi));
    }

    /** By server, then by IPSI; empty if they were not kept. */
    List<HeartbeatHistory> until(long end) {
        List<HeartbeatHistory> all = new ArrayList<>();
        if (keeps) {
            for (Server server : run.servers()) {
                for (IpsiId ipsi : run.ipsis()) {
                    all.add(new HeartbeatHistory(server, ipsi, interval, stretches(path(server, ipsi), end)));
                }
            }
        }
        return all;
    }

    private static List<HeartbeatHistory.Stretch> stretches(HeartbeatPath path, long end) {
        List<HeartbeatPath.Change> changes = path.changes(end);
        List<HeartbeatHistory.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            HeartbeatPath.Change change = changes.get(i);
            long to = i + 1 < changes.size() ? changes.get(i + 1).from() : end;
            stretches.add(new HeartbeatHistory.Stretch(change.from(), to, change.delivers(), change.latency()));
        }
        return stretches;
    }
}
