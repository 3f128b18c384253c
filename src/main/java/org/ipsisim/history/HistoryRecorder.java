package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;

/** Records a run while it happens, and makes its {@link History} at the end. */
public final class HistoryRecorder {
    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<PnRecorder> portNetworks = new ArrayList<>();
    private final List<ServerRecorder> servers = new ArrayList<>();
    private final List<TimerRecorder> timers = new ArrayList<>();
    private final List<TimerSpan> timerSpans = new ArrayList<>();
    private final Map<String, SortedMap<Subject, Track<Boolean>>> reach = new HashMap<>();
    private long serverInterchanges;

    /** Adds the recorder of a port network, in the order of the numbers. */
    public void add(PnRecorder portNetwork) {
        portNetworks.add(portNetwork);
    }

    /** Adds the recorder of a server, in the order of the results. */
    public void add(ServerRecorder server) {
        servers.add(server);
    }

    /**
     * Records that something happened.
     *
     * @param at milliseconds from the start
     * @param subject whom it happened to
     * @param cause the id of the entry that led to it; 0 is the scenario
     * @param event the number of the event of the scenario that brought it about; 0 if none did
     * @param rules those that it follows
     * @return the id of the entry
     */
    public int entry(long at, Subject subject, int cause, int event, List<String> rules, Happening what) {
        int id = trace.size() + 1;
        trace.add(new TraceEntry(id, at, subject, cause, event, rules, what));
        return id;
    }

    /** Says more exactly what happened: an entry that counts grows with what it counts. */
    public void amend(int id, Happening what) {
        TraceEntry entry = trace.get(id - 1);
        trace.set(
                id - 1,
                new TraceEntry(id, entry.at(), entry.subject(), entry.cause(), entry.event(), entry.rules(), what));
    }

    /** The id of the latest entry; 0 if there is none. */
    public int latest() {
        return trace.size();
    }

    /** The recorder of a timer; there is one for each subject and setting. */
    public TimerRecorder timer(Subject subject, TimerSetting setting) {
        TimerRecorder recorder = new TimerRecorder(subject, setting, timerSpans);
        timers.add(recorder);
        return recorder;
    }

    /** From a time on a server can or cannot reach something over the network, such as {@code ipsi-1a} or {@code main-a}. */
    public void reach(long at, String server, Subject what, boolean reaches) {
        reach.computeIfAbsent(server, id -> new TreeMap<>())
                .computeIfAbsent(what, id -> new Track<>())
                .change(at, reaches);
    }

    private SortedMap<Subject, List<Span<Boolean>>> reachOf(String server, long end) {
        SortedMap<Subject, List<Span<Boolean>>> spans = new TreeMap<>();
        for (Map.Entry<Subject, Track<Boolean>> track :
                reach.getOrDefault(server, Collections.emptySortedMap()).entrySet()) {
            spans.put(track.getKey(), track.getValue().spans(end));
        }
        return Collections.unmodifiableSortedMap(spans);
    }

    /** The main servers changed roles. */
    public void countServerInterchange() {
        serverInterchanges++;
    }

    /** The last entries, at most {@code count}. */
    public List<TraceEntry> lastEntries(int count) {
        return List.copyOf(trace.subList(Math.max(0, trace.size() - count), trace.size()));
    }

    /** By start, subject and setting; they are nearly so as they have ended. */
    private List<TimerSpan> timerSpans(long end) {
        for (TimerRecorder timer : timers) {
            timer.stop(end);
        }
        timerSpans.sort(HistoryRecorder::compare);
        return List.copyOf(timerSpans);
    }

    private static int compare(TimerSpan span, TimerSpan other) {
        if (span.from() != other.from()) {
            return Long.compare(span.from(), other.from());
        }
        int bySubject = span.subject().compareTo(other.subject());
        int byTimer = span.timer().compareTo(other.timer());
        return bySubject != 0 ? bySubject : byTimer != 0 ? byTimer : Long.compare(span.due(), other.due());
    }

    /**
     * The history of the run that has ended.
     *
     * @param heartbeats the heartbeats that were kept; empty if none were
     * @param sip what happened to phones
     */
    public History finish(Scenario scenario, List<HeartbeatHistory> heartbeats, SipHistory sip, Detail detail) {
        long end = scenario.duration().toMillis();
        return new History(
                scenario,
                new Trace(trace),
                portNetworks.stream().map(pn -> pn.finish(end)).toList(),
                servers.stream()
                        .map(server -> server.finish(end, reachOf(server.id(), end)))
                        .toList(),
                detail.compareTo(Detail.LOSSES) > 0 ? timerSpans(end) : List.of(),
                serverInterchanges,
                heartbeats,
                detail,
                List.of(),
                sip);
    }
}
