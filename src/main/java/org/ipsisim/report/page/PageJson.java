package org.ipsisim.report.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.document.Json;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.Drops;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.TimelineLayout;

/**
 * What the page's cursor needs to know of a run, as JSON, each thing once: words, and tracks, which are rows of numbers
 * that say what holds from when on. Words that stand in the page's own tables, those of the trace and of the alarms, are
 * not repeated: the cursor takes them from there.
 */
final class PageJson {
    /** Most rows of all tracks; of a longer run the cursor covers the first part. */
    private static final int MOST_ROWS = 12_000;

    private static final List<String> LOOKS =
            BandState.LOOKS.stream().map(BandState::key).toList();

    private final Report report;
    private final History history;
    private final List<TraceEntry> entries;
    private final ClusterNames names;
    private final Drops drops;
    private final Numbered<String> words = new Numbered<>();
    private final Numbered<TimedRows> tracks = new Numbered<>();
    private final Map<String, TimedRows> timers = new HashMap<>();
    private final List<PnTracks> portNetworks;
    private final List<ServerTracks> servers;
    private final Numbered<List<String>> looks = new Numbered<>();
    private final List<EstatePart> estate;
    private final int serverTimers;
    private final long until;

    /** Numbers of tracks: of state and controller; of running timers; of call losses, -1 without calls. */
    private record PnTracks(PnHistory pn, int states, int timers, int calls, List<IpsiTracks> ipsis) {}

    /** Numbers of tracks: of role and contact, -1 if the history does not tell; of the priority list. */
    private record IpsiTracks(IpsiId id, int roles, int lists) {}

    /** Numbers of tracks: of the role; of when it is refreshed, -1 for a server that always is. */
    private record ServerTracks(ServerHistory server, int roles, int refreshes) {}

    /** A part of the diagram that changes, and the number of the track of its looks; of port networks the states tell. */
    private record EstatePart(String name, int looks) {}

    /** @param entries those in the page's table */
    PageJson(Report report, EstateDiagram diagram, List<TraceEntry> entries) {
        this.report = report;
        this.history = report.history();
        this.entries = entries;
        this.names = ClusterNames.of(history);
        this.drops = new Drops(history);
        history.timers().forEach(this::add);
        this.portNetworks = history.portNetworks().stream().map(this::tracks).toList();
        this.servers = history.servers().stream().map(this::tracks).toList();
        this.estate = diagram.bands().entrySet().stream()
                .filter(part -> !part.getKey().isPn() && part.getValue().bands().size() > 1)
                .map(part -> new EstatePart(EstateDiagram.nameOf(part.getKey()), tracks.of(looks(part.getValue()))))
                .toList();
        this.serverTimers = tracks.of(timers.getOrDefault("", new TimedRows(5)));
        this.until = Math.min(lastOfTracks(), lastOfTrace());
    }

    /** Adds a timer to its port network, or to the servers. */
    private void add(TimerSpan timer) {
        Subject subject = timer.subject();
        String owner = subject.pn() == 0 ? "" : Subject.pn(subject.pn()).name();
        timers.computeIfAbsent(owner, name -> new TimedRows(5))
                .row(
                        timer.from(),
                        timer.due(),
                        timer.to(),
                        words.of(timer.timer().key()),
                        words.of(briefly(subject)));
    }

    /** Whose timer it is, under the name of its owner; empty for the port network itself. */
    private static String briefly(Subject subject) {
        String name = subject.name();
        return subject.isPn() ? "" : subject.pn() == 0 ? name : "IPSI " + name.substring(name.length() - 1);
    }

    private PnTracks tracks(PnHistory pn) {
        TimedRows states = new TimedRows(3);
        for (PnSpan span : pn.timeline()) {
            states.row(span.from(), LOOKS.indexOf(names.look(span).key()), words.of(names.of(span.controller())));
        }
        boolean hasCalls =
                pn.pnCalls().atStart() > 0 || pn.portNetwork().traffic().isPresent();
        return new PnTracks(
                pn,
                tracks.of(states),
                tracks.of(timers.getOrDefault(pn.portNetwork().id(), new TimedRows(5))),
                hasCalls ? tracks.of(calls(pn)) : -1,
                pn.lists().entrySet().stream()
                        .map(lists -> tracks(pn, lists.getKey(), lists.getValue()))
                        .toList());
    }

    /** What was lost before each span: dropped, blocked, delayed, lost in set-up, talk time; and in the whole run. */
    private TimedRows calls(PnHistory pn) {
        TimedRows rows = new TimedRows(6);
        CallLosses losses = CallLosses.NONE;
        long dropped = 0;
        for (PnSpan span : pn.timeline()) {
            calls(rows, span.from(), dropped, losses);
            losses = losses.plus(span.losses());
            dropped += drops.in(span, pn);
        }
        return calls(rows, history.duration(), dropped, losses);
    }

    private static TimedRows calls(TimedRows rows, long at, long dropped, CallLosses losses) {
        return rows.row(at, dropped, losses.blocked(), losses.delayed(), losses.setUpsLost(), losses.talkTime());
    }

    private IpsiTracks tracks(PnHistory pn, IpsiId id, List<ListSpan> spans) {
        TimedRows lists = new TimedRows(2);
        spans.forEach(span -> lists.row(span.from(), words.of(names.of(span.clusters()))));
        TimedRows roles = new TimedRows(3);
        pn.ipsis()
                .getOrDefault(id, List.of())
                .forEach(span -> roles.row(span.from(), words.of(span.role().word()), span.hasContact() ? 1 : 0));
        return new IpsiTracks(id, roles.rows() == 0 ? -1 : tracks.of(roles), tracks.of(lists));
    }

    private TimedRows looks(BandRow part) {
        TimedRows rows = new TimedRows(2);
        part.bands().forEach(band -> rows.row(band.from(), looks.of(EstateDiagram.look(band))));
        return rows;
    }

    private ServerTracks tracks(ServerHistory server) {
        TimedRows refreshes = new TimedRows(2);
        server.refreshes().forEach(span -> refreshes.row(span.from(), span.value()));
        int refreshed = refreshes.rows() == 0 ? -1 : tracks.of(refreshes);
        TimedRows roles = new TimedRows(2);
        server.timeline()
                .forEach(span -> roles.row(span.from(), words.of(span.role().key())));
        return new ServerTracks(server, tracks.of(roles), refreshed);
    }

    /** How far the cursor goes, in milliseconds: to the end of the run, except for very long ones. */
    long until() {
        return until;
    }

    private long lastOfTracks() {
        long[] starts = tracks.all().stream()
                .flatMapToLong(track -> LongStream.range(0, track.rows()).map(row -> track.from((int) row)))
                .sorted()
                .toArray();
        return starts.length <= MOST_ROWS ? history.duration() : Math.max(0, starts[MOST_ROWS] - 1);
    }

    private long lastOfTrace() {
        boolean all = entries.size() == report.telling().size();
        return all ? history.duration() : entries.get(entries.size() - 1).at();
    }

    /** Its id, and what the customer calls it if that is something else. */
    private Json named(Json one, Server server) {
        String whose = server.cluster() == history.mainCluster() ? "main" : server.id();
        String name = history.names().of(whose);
        one.text("id", server.id());
        return name.equals(whose) ? one : one.text("name", name);
    }

    /** The JSON, safe within a script element. */
    String write() {
        return Json.compact(this::write).replace("<", "\\u003c");
    }

    private void write(Json json) {
        TimelineLayout plot = new TimelineLayout(report.timeline(), false);
        json.clock(history.moments())
                .number("duration", history.duration())
                .number("until", until)
                .object(
                        "plot",
                        one -> one.number("left", report.timeline().left())
                                .number("width", report.timeline().width())
                                .number("from", report.timeline().window().from())
                                .number("to", report.timeline().window().to())
                                .number("top", plot.top())
                                .number("row", plot.rowHeight())
                                .number("bottom", plot.bottom()))
                .list(
                        "states",
                        BandState.LOOKS.stream()
                                .map(state -> List.of(state.words(), state.key(), SvgLook.fill(state)))
                                .toList())
                .list("words", words.all())
                .list(
                        "tracks",
                        tracks.all().stream().map(track -> track.until(until)).toList())
                .objects("pns", portNetworks, this::write)
                .objects(
                        "servers",
                        servers,
                        (one, server) -> named(one, server.server.server())
                                .text(
                                        "site",
                                        history.names()
                                                .of(server.server.server().site()))
                                .number("roles", server.roles)
                                .number("refreshes", server.refreshes))
                .list("looks", looks.all())
                .objects(
                        "estate",
                        estate,
                        (one, part) -> one.text("part", part.name).number("looks", part.looks))
                .number("serverTimers", serverTimers)
                .list("trace", trace())
                .list(
                        "alarms",
                        report.shownAlarms().stream()
                                .map(shared -> List.of(
                                        shared.alarm().at(),
                                        shared.alarm().clearedAt().orElse(-1)))
                                .toList());
        if (!portNetworks.isEmpty()) {
            json.object("screens", new ScreenData(history)::write);
        }
        json.list("stops", stops());
    }

    private void write(Json json, PnTracks one) {
        json.number("pn", one.pn.portNetwork().number())
                .text("site", history.names().of(one.pn.portNetwork().site()))
                .flag("traffic", one.pn.portNetwork().traffic().isPresent())
                .number("states", one.states)
                .number("timers", one.timers)
                .number("calls", one.calls)
                .objects(
                        "ipsis",
                        one.ipsis,
                        (json2, ipsi) -> json2.text("id", ipsi.id.toString())
                                .number("roles", ipsi.roles)
                                .number("lists", ipsi.lists));
    }

    /** For each entry its number, time and cause, and the place of its port network among all, -1 for none. */
    private List<List<Number>> trace() {
        Map<Integer, Integer> places = new HashMap<>();
        history.portNetworks().forEach(pn -> places.put(pn.portNetwork().number(), places.size()));
        return entries.stream()
                .map(entry -> List.<Number>of(
                        entry.id(),
                        entry.at(),
                        entry.cause(),
                        places.getOrDefault(entry.subject().pn(), -1)))
                .toList();
    }

    /** The times to which the arrow keys go: what the trace tells, resets and waits, roles, and ends of timers. */
    private TreeSet<Long> stops() {
        TreeSet<Long> stops = new TreeSet<>(List.of(0L, until));
        Stream<Long> states = history.portNetworks().stream()
                .flatMap(pn -> pn.timeline().stream())
                .filter(span -> span.state().isOutage() || span.state().isDegraded())
                .map(PnSpan::from);
        Stream<Long> roles = history.servers().stream()
                .flatMap(server -> server.timeline().stream())
                .map(RoleSpan::from);
        Stream<Long> expiries = history.timers().stream()
                .filter(timer -> timer.timer() != TimerSetting.SOCKET_SANITY_TIMEOUT
                        && timer.timer() != TimerSetting.IPSI_INTERCHANGE_DELAY)
                .map(TimerSpan::to);
        Stream.of(entries.stream().map(TraceEntry::at), states, roles, expiries)
                .flatMap(times -> times)
                .filter(time -> time <= until)
                .forEach(stops::add);
        return stops;
    }
}
