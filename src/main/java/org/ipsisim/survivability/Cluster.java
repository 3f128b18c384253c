package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.heartbeat.HeartbeatPath;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Subject;

/** A cluster that can control port networks: the main with its one or two servers, or a survivable core. */
abstract class Cluster {
    private final RunningEstate run;
    private final int number;
    private int[] serverIndexes = {};
    private boolean disabled;

    Cluster(RunningEstate run, int number) {
        this.run = run;
        this.number = number;
    }

    final RunningEstate run() {
        return run;
    }

    final int number() {
        return number;
    }

    /** Its servers; a duplex main has two. */
    abstract List<Server> servers();

    /** The one of its servers that controls. */
    abstract Server activeServer();

    /** Whether one of its servers processes calls now: the active one of the main, or a core that controls. */
    abstract boolean isActive(Server server);

    /** The survivable core it is; empty for the main. */
    abstract Optional<SurvivableCore> core();

    /** When its restart of the whole system is over, in milliseconds from the start (M24, M30); 0 if there is none. */
    long systemRestartEnds() {
        return 0;
    }

    final boolean isMain() {
        return core().isEmpty();
    }

    /** The clusters that may be on the lists of a port network's IPSIs, best first; the main is before all cores. */
    static List<Cluster> candidates(List<Cluster> clusters, PortNetwork pn) {
        List<Cluster> candidates = new ArrayList<>();
        Map<Integer, Cluster> byNumber = new HashMap<>();
        List<SurvivableCore> cores = new ArrayList<>();
        for (Cluster cluster : clusters) {
            byNumber.put(cluster.number(), cluster);
            if (cluster.isMain()) {
                candidates.add(cluster);
            } else {
                cores.add(cluster.core().orElseThrow());
            }
        }
        for (SurvivableCore core : PriorityLists.candidates(cores, pn)) {
            candidates.add(byNumber.get(core.cluster()));
        }
        return candidates;
    }

    /** The ways of the heartbeats of its servers to an IPSI. */
    final List<HeartbeatPath> paths(int ipsi) {
        List<HeartbeatPath> paths = new ArrayList<>(2);
        for (int server : serverIndexes()) {
            paths.add(run.connections().path(server, ipsi));
        }
        return paths;
    }

    private int[] serverIndexes() {
        if (serverIndexes.length == 0) {
            serverIndexes = servers().stream().mapToInt(run::indexOf).toArray();
        }
        return serverIndexes;
    }

    /** Whether it would accept a request for service from an IPSI now (M10): one of its servers is up and reaches it. */
    final boolean accepts(int ipsi) {
        for (int server : serverIndexes()) {
            if (run.connections().reaches(server, ipsi)) {
                return true;
            }
        }
        return false;
    }

    /** Why it does not accept, in a few words. */
    abstract String reasonForRefusal();

    /** One of its servers fails, or works again (M24, M25, M29). */
    abstract void setFailed(Server server, boolean fails, int cause);

    /** An operator disables or enables it; refused while it controls a port network (R60). */
    final void setDisabled(boolean disables, int event) {
        if (disables == disabled) {
            return;
        }
        Optional<PortNetworkControl> controlled = run.portNetworks().stream()
                .filter(control -> control.controller() == this)
                .findFirst();
        if (disables && controlled.isPresent()) {
            String pn = controlled.get().portNetwork().id();
            run.entryOfEvent(subject(), event, new CommandHappening.CommandRefused("it controls " + pn));
            return;
        }
        disabled = disables;
        tellDisabled(run.entryOfEvent(
                subject(),
                event,
                disables ? new ServerHappening.ServerDisabled() : new ServerHappening.ServerEnabled()));
        servers().forEach(server -> run.connections().settleServer(run.indexOf(server)));
        if (disables) {
            run.dropFromLists(this);
        }
    }

    /** Whether an operator has disabled it: it has no sockets to IPSIs (R40). */
    final boolean isDisabled() {
        return disabled;
    }

    /** Its name in events and results: {@code main}, {@code sc-10}. */
    abstract Subject subject();

    /** Its servers cease to send, or send again, because of an entry. */
    abstract void tellDisabled(int entry);

    /** It controls a port network from now on. */
    abstract void gain(int pn);

    /** A port network has gone to another cluster. */
    abstract void lose(int pn, int cause);
}
