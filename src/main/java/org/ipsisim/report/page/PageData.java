package org.ipsisim.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.IpsiSpan;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.Span;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.report.Drops;
import org.ipsisim.report.timeline.ClusterNames;

/** What the cursor of a page needs to know of a run, each thing once: words, and tracks of what holds when. */
final class PageData {
    private final History history;
    private final Numbered<String> words = new Numbered<>();
    private final Numbered<TimedRows> tracks = new Numbered<>();
    private final List<PortNetworkData> portNetworks = new ArrayList<>();
    private final List<ServerData> servers = new ArrayList<>();
    private final int serverTimers;

    /** Numbers of tracks: rows of state and controller; of running timers; of call losses, -1 without calls. */
    record PortNetworkData(PnHistory pn, int states, int timers, int calls, List<IpsiData> ipsis) {}

    /** Numbers of tracks: rows of role and contact, -1 if the history does not tell; rows of the priority list. */
    record IpsiData(IpsiId id, int roles, int lists) {}

    /** Numbers of tracks: rows of the role; of when it is refreshed, -1 for a server that always is. */
    record ServerData(ServerHistory server, int roles, int refreshes) {}

    PageData(History history) {
        this.history = history;
        Map<String, TimedRows.Writer> timers = timers();
        Drops drops = new Drops(history);
        for (PnHistory pn : history.portNetworks()) {
            portNetworks.add(new PortNetworkData(
                    pn,
                    tracks.of(states(pn)),
                    tracks.of(timers.get(pn.portNetwork().id()).track()),
                    hasCalls(pn) ? tracks.of(calls(pn, drops)) : -1,
                    pn.lists().keySet().stream().map(id -> ipsi(pn, id)).toList()));
        }
        for (ServerHistory server : history.servers()) {
            int refreshes = server.refreshes().isEmpty() ? -1 : tracks.of(refreshes(server));
            servers.add(new ServerData(server, tracks.of(roles(server)), refreshes));
        }
        serverTimers = tracks.of(timers.get("").track());
    }

    History history() {
        return history;
    }

    List<PortNetworkData> portNetworks() {
        return portNetworks;
    }

    List<ServerData> servers() {
        return servers;
    }

    /** Number of the track of the timers that belong to no port network. */
    int serverTimers() {
        return serverTimers;
    }

    List<String> words() {
        return words.all();
    }

    List<TimedRows> tracks() {
        return tracks.all();
    }

    /** By port network, those of its IPSIs among them; those of servers under the empty name. */
    private Map<String, TimedRows.Writer> timers() {
        Map<String, TimedRows.Writer> writers = new HashMap<>(Map.of("", new TimedRows.Writer(5)));
        for (PnHistory pn : history.portNetworks()) {
            writers.put(pn.portNetwork().id(), new TimedRows.Writer(5));
        }
        for (TimerSpan timer : history.timers()) {
            Subject subject = timer.subject();
            String owner = subject.pn() == 0 ? "" : Subject.pn(subject.pn()).name();
            writers.get(owner)
                    .row(
                            timer.from(),
                            timer.due(),
                            timer.to(),
                            words.of(timer.timer().key()),
                            words.of(briefly(subject)));
        }
        return writers;
    }

    /** Whose timer it is, where it stands under its owner: nothing more for the port network itself. */
    private static String briefly(Subject subject) {
        if (subject.isPn()) {
            return "";
        }
        String name = subject.name();
        return subject.pn() == 0 ? name : "IPSI " + name.substring(name.length() - 1);
    }

    private TimedRows states(PnHistory pn) {
        ClusterNames names = new ClusterNames(history.mainCluster());
        TimedRows.Writer rows = new TimedRows.Writer(3);
        for (PnSpan span : pn.timeline()) {
            rows.row(span.from(), span.state().ordinal(), words.of(names.of(span.controller())));
        }
        return rows.track();
    }

    private static boolean hasCalls(PnHistory pn) {
        return pn.pnCalls().atStart() > 0 || pn.portNetwork().traffic().isPresent();
    }

    /** What was lost before each span: dropped, blocked, delayed, lost in set-up, talk time; and in the whole run. */
    private TimedRows calls(PnHistory pn, Drops drops) {
        TimedRows.Writer rows = new TimedRows.Writer(6);
        CallLosses losses = CallLosses.NONE;
        long dropped = 0;
        for (PnSpan span : pn.timeline()) {
            rows.row(span.from(), dropped, losses.blocked(), losses.delayed(), losses.setUpsLost(), losses.talkTime());
            losses = losses.plus(span.losses());
            dropped += drops.in(span, pn);
        }
        long end = history.duration();
        return rows.row(end, dropped, losses.blocked(), losses.delayed(), losses.setUpsLost(), losses.talkTime())
                .track();
    }

    private IpsiData ipsi(PnHistory pn, IpsiId id) {
        ClusterNames names = new ClusterNames(history.mainCluster());
        TimedRows.Writer lists = new TimedRows.Writer(2);
        for (ListSpan span : pn.lists().get(id)) {
            lists.row(span.from(), words.of(names.of(span.clusters())));
        }
        TimedRows.Writer roles = new TimedRows.Writer(3);
        for (IpsiSpan span : pn.ipsis().getOrDefault(id, List.of())) {
            roles.row(span.from(), words.of(span.role().word()), span.hasContact() ? 1 : 0);
        }
        TimedRows track = roles.track();
        return new IpsiData(id, track.rows() == 0 ? -1 : tracks.of(track), tracks.of(lists.track()));
    }

    private TimedRows roles(ServerHistory server) {
        TimedRows.Writer rows = new TimedRows.Writer(2);
        for (RoleSpan span : server.timeline()) {
            rows.row(span.from(), words.of(span.role().key()));
        }
        return rows.track();
    }

    private static TimedRows refreshes(ServerHistory server) {
        TimedRows.Writer rows = new TimedRows.Writer(2);
        for (Span<Long> span : server.refreshes()) {
            rows.row(span.from(), span.value());
        }
        return rows.track();
    }
}
