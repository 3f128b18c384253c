package org.ipsisim.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ipsisim.document.Json;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.SessionManagerHistory.Load;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.timeline.Area;
import org.ipsisim.report.timeline.ClusterNames;

/**
 * Runs as Chrome trace events, which ui.perfetto.dev shows: a track for each port network with its states as slices, one for
 * each server with its roles, one for what befalls the network and the operator's orders, one for alarms; and as counters the
 * port networks out of service, the calls dropped, the alarms that stand, the phones in each state, and what session managers
 * have to do. Times are microseconds from the start of the run.
 */
public final class PerfettoReport {
    private static final int MICROS_OF_MILLI = 1000;
    private static final int SECOND = 1000;

    /** A process of the trace, which groups tracks, and a thread of it, which is one. */
    private record TrackId(int process, int thread) {}

    private final List<Consumer<Json>> events = new ArrayList<>();
    private int lastId;

    private PerfettoReport() {}

    /**
     * Writes the document with a line end after it; flushes the writer and leaves it open.
     *
     * @param out takes characters, to be encoded as UTF-8
     */
    public static void write(List<History> histories, Writer out) throws IOException {
        PerfettoReport report = new PerfettoReport();
        for (History history : histories) {
            report.add(history, histories.size() > 1 ? history.scenario().title() + ": " : "");
        }
        Json.write(
                out,
                json -> json.text("displayTimeUnit", "ms")
                        .rows("traceEvents", report.events, (event, members) -> members.accept(event)));
    }

    private void add(History history, String before) {
        ClusterNames names = ClusterNames.of(history);
        Map<String, TrackId> servers = new HashMap<>();
        Map<Integer, TrackId> portNetworks = new HashMap<>();

        int pnProcess = process(before + "port networks");
        for (PnHistory pn : history.portNetworks()) {
            TrackId track = track(
                    pnProcess, pn.subject().name() + " at " + pn.portNetwork().site());
            portNetworks.put(pn.portNetwork().number(), track);
            pn.timeline().forEach(span -> state(track, span, names));
        }
        int serverProcess = process(before + "servers");
        for (ServerHistory server : history.servers()) {
            TrackId track = track(
                    serverProcess,
                    server.server().id() + " at " + server.server().site());
            servers.put(server.server().id(), track);
            server.timeline().forEach(span -> role(track, span));
        }
        int otherProcess = process(before + "network, orders and alarms");
        TrackId other = track(otherProcess, "network and orders");
        for (TraceEntry entry : history.trace()) {
            TrackId track = portNetworks.getOrDefault(
                    entry.subject().pn(), servers.getOrDefault(entry.subject().name(), other));
            happening(track, history, entry, track.equals(other) ? entry.subject() + ": " : "");
        }
        List<Alarm> alarms = Alarms.of(history);
        TrackId alarmTrack = track(otherProcess, "alarms");
        alarms.forEach(alarm -> alarm(alarmTrack, alarm));

        Area.portNetworksOut(history)
                .steps()
                .forEach(step -> counter(pnProcess, "out of service", step.from(), step.count()));
        callsDropped(pnProcess, history);
        alarmsStanding(otherProcess, alarms);
        if (!history.sip().isEmpty()) {
            phones(process(before + "phones and session managers"), history.sip());
        }
    }

    private int process(String name) {
        int id = ++lastId;
        named("process_name", new TrackId(id, id), name);
        return id;
    }

    private TrackId track(int process, String name) {
        TrackId track = new TrackId(process, ++lastId);
        named("thread_name", track, name);
        return track;
    }

    private void named(String what, TrackId track, String name) {
        events.add(event -> of(event, "M", what, track).object("args", args -> args.text("name", name)));
    }

    private static Json of(Json event, String phase, String name, TrackId track) {
        return event.text("ph", phase)
                .text("name", name)
                .number("pid", track.process())
                .number("tid", track.thread());
    }

    private void slice(TrackId track, String name, long from, long to, Consumer<Json> args) {
        events.add(event -> of(event, "X", name, track)
                .number("ts", from * MICROS_OF_MILLI)
                .number("dur", (to - from) * MICROS_OF_MILLI)
                .object("args", args));
    }

    private void instant(TrackId track, String name, long at, Consumer<Json> args) {
        events.add(event -> of(event, "i", name, track)
                .number("ts", at * MICROS_OF_MILLI)
                .text("s", "t")
                .object("args", args));
    }

    private void counter(int process, String name, long at, long value) {
        events.add(event -> of(event, "C", name, new TrackId(process, process))
                .number("ts", at * MICROS_OF_MILLI)
                .object("args", args -> args.number("value", value)));
    }

    private void state(TrackId track, PnSpan span, ClusterNames names) {
        String controller = names.of(span.controller());
        slice(
                track,
                span.state().words() + ", " + controller,
                span.from(),
                span.to(),
                args -> args.text("state", span.state().key()).text("controller", controller));
    }

    private void role(TrackId track, RoleSpan span) {
        slice(
                track,
                span.role().key(),
                span.from(),
                span.to(),
                args -> args.text("role", span.role().key()));
    }

    private void happening(TrackId track, History history, TraceEntry entry, String before) {
        instant(track, before + history.textOf(entry), entry.at(), args -> JsonReport.entry(args, history, entry));
    }

    private void alarm(TrackId track, Alarm alarm) {
        instant(
                track,
                alarm.severity().word() + " " + alarm.object() + ", " + alarm.subject() + ": " + alarm.text(),
                alarm.at(),
                args -> JsonReport.alarm(args, alarm));
    }

    private void phones(int process, SipHistory sip) {
        for (PopulationHistory phones : sip.populations()) {
            String name = phones.population().name() + ", ";
            Set<PhoneState> states = EnumSet.noneOf(PhoneState.class);
            for (PhoneSample sample : phones.samples()) {
                Map<PhoneState, Long> counts = new EnumMap<>(PhoneState.class);
                states.forEach(state -> counts.put(state, 0L));
                sample.counts().forEach(count -> counts.merge(count.state(), (long) count.phones(), Long::sum));
                states.addAll(counts.keySet());
                counts.forEach((state, count) -> counter(process, name + state.words(), sample.at(), count));
            }
        }
        for (SessionManagerHistory sm : sip.sessionManagers()) {
            String name = sm.sessionManager().name() + ", ";
            sm.registered().forEach(span -> counter(process, name + "registered", span.from(), span.value()));
            long next = 0;
            for (Load load : sm.load()) {
                if (load.at() > next) {
                    load(process, name, new Load(next, 0, 0, 0, 0, 0, 0));
                }
                load(process, name, load);
                next = load.at() + SECOND;
            }
            load(process, name, new Load(next, 0, 0, 0, 0, 0, 0));
        }
    }

    private void load(int process, String name, Load load) {
        counter(process, name + "requests per second", load.at(), load.register() + load.activation());
        counter(process, name + "answered 503", load.at(), load.refused());
        counter(process, name + "queue", load.at(), load.queue());
    }

    private void callsDropped(int process, History history) {
        long[] sum = {0};
        counter(process, "calls dropped", 0, 0);
        history.trace()
                .all(PnHappening.CallsDropped.class)
                .forEach(entry -> entry.as(PnHappening.CallsDropped.class).ifPresent(dropped -> {
                    sum[0] += dropped.count();
                    counter(process, "calls dropped", entry.at(), sum[0]);
                }));
    }

    private void alarmsStanding(int process, List<Alarm> alarms) {
        Map<Long, Integer> changes = new TreeMap<>();
        changes.put(0L, 0);
        for (Alarm alarm : alarms) {
            changes.merge(alarm.at(), 1, Integer::sum);
            alarm.clearedAt().ifPresent(at -> changes.merge(at, -1, Integer::sum));
        }
        int standing = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            standing += change.getValue();
            counter(process, "alarms that stand", change.getKey(), standing);
        }
    }
}
