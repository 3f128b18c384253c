package org.ipsisim.report.page;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.ipsisim.console.ScreenName;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TimelineLayout;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the data of the page's cursor as JSON. Words that stand in the page's own tables, those of the trace and of the
 * alarms, are not repeated: the cursor takes them from there.
 */
final class PageJson {
    /** Most rows of all tracks; of a longer run the cursor covers the first part. */
    private static final int MOST_ROWS = 12_000;

    private final Report report;
    private final History history;
    private final List<TraceEntry> entries;
    private final PageData data;
    private final long until;
    private final StringWriter out = new StringWriter();
    private final JsonGenerator json;

    /** @param entries those in the page's table */
    PageJson(Report report, List<TraceEntry> entries) {
        this.report = report;
        this.history = report.history();
        this.entries = entries;
        this.data = new PageData(history);
        this.until = Math.min(lastOfTracks(), lastOfTrace());
        this.json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out);
    }

    /** How far the cursor goes, in milliseconds: to the end of the run, except for very long ones. */
    long until() {
        return until;
    }

    private long lastOfTracks() {
        List<TimedRows> tracks = data.tracks();
        if (tracks.stream().mapToInt(TimedRows::rows).sum() <= MOST_ROWS) {
            return history.duration();
        }
        long[] starts = tracks.stream()
                .flatMapToLong(track -> LongStream.range(0, track.rows()).map(row -> track.from((int) row)))
                .sorted()
                .toArray();
        return Math.max(0, starts[MOST_ROWS] - 1);
    }

    private long lastOfTrace() {
        boolean all = entries.size() == report.telling().size();
        return all ? history.duration() : entries.get(entries.size() - 1).at();
    }

    /** The JSON, safe within a script element. */
    String write() {
        json.writeStartObject();
        json.writeNumberProperty("duration", history.duration());
        json.writeNumberProperty("until", until);
        writePlot();
        json.writeArrayPropertyStart("states");
        for (PnState state : PnState.values()) {
            json.writeStartArray();
            json.writeString(state.words());
            json.writeString(state.key());
            json.writeString(SvgLook.fill(state, ChartStyle.standard()));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("words");
        data.words().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("tracks");
        data.tracks().forEach(track -> writeNumbers(track.until(until)));
        json.writeEndArray();
        writePortNetworks();
        writeServers();
        writeTrace();
        writeAlarms();
        writeScreens();
        json.writeName("stops");
        writeNumbers(stops());
        json.writeEndObject();
        json.close();
        return out.toString().replace("<", "\\u003c");
    }

    private void writePlot() {
        TimelineLayout plot = new TimelineLayout(report.timeline(), false);
        json.writeObjectPropertyStart("plot");
        json.writeNumberProperty("left", plot.left());
        json.writeNumberProperty("width", plot.width());
        json.writeNumberProperty("top", plot.top());
        json.writeNumberProperty("row", plot.rowHeight());
        json.writeNumberProperty("bottom", plot.bottom());
        json.writeEndObject();
    }

    private void writePortNetworks() {
        json.writeArrayPropertyStart("pns");
        for (PageData.PortNetworkData one : data.portNetworks()) {
            json.writeStartObject();
            json.writeNumberProperty("pn", one.pn().portNetwork().number());
            json.writeStringProperty("site", one.pn().portNetwork().site());
            json.writeBooleanProperty(
                    "traffic", one.pn().portNetwork().traffic().isPresent());
            json.writeNumberProperty("states", one.states());
            json.writeNumberProperty("timers", one.timers());
            json.writeNumberProperty("calls", one.calls());
            json.writeArrayPropertyStart("ipsis");
            for (PageData.IpsiData ipsi : one.ipsis()) {
                json.writeStartObject();
                json.writeStringProperty("id", ipsi.id().toString());
                json.writeNumberProperty("roles", ipsi.roles());
                json.writeNumberProperty("lists", ipsi.lists());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeServers() {
        json.writeArrayPropertyStart("servers");
        for (PageData.ServerData one : data.servers()) {
            json.writeStartObject();
            json.writeStringProperty("id", one.server().server().id());
            json.writeStringProperty("site", one.server().server().site());
            json.writeNumberProperty("roles", one.roles());
            json.writeNumberProperty("refreshes", one.refreshes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("serverTimers", data.serverTimers());
    }

    /** For each entry its number, time and cause, and the place of its port network among all, -1 for none. */
    private void writeTrace() {
        Map<Integer, Integer> places = new HashMap<>();
        List<PnHistory> pns = history.portNetworks();
        for (int i = 0; i < pns.size(); i++) {
            places.put(pns.get(i).portNetwork().number(), i);
        }
        json.writeArrayPropertyStart("trace");
        for (TraceEntry entry : entries) {
            json.writeStartArray();
            json.writeNumber(entry.id());
            json.writeNumber(entry.at());
            json.writeNumber(entry.cause());
            json.writeNumber(places.getOrDefault(entry.subject().pn(), -1));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** For each alarm of the page's table when it is raised and when it ends, -1 if it does not. */
    private void writeAlarms() {
        json.writeArrayPropertyStart("alarms");
        for (SharedAlarm shared : report.shownAlarms()) {
            json.writeStartArray();
            json.writeNumber(shared.alarm().at());
            json.writeNumber(shared.alarm().clearedAt().orElse(-1));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeScreens() {
        ScreenData screens = new ScreenData(history);
        json.writeObjectPropertyStart("screens");
        json.writeNumberProperty("until", screens.until());
        json.writeArrayPropertyStart("commands");
        screens.names().forEach(name -> json.writeString(name.command()));
        json.writeEndArray();
        json.writeArrayPropertyStart("lines");
        screens.lines().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("texts");
        screens.texts().forEach(text -> writeNumbers(text));
        json.writeEndArray();
        json.writeArrayPropertyStart("tracks");
        for (String server : screens.servers()) {
            json.writeStartArray();
            for (ScreenName name : screens.names()) {
                writeNumbers(screens.track(server, name).numbers());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The times to which the arrow keys go: what the trace tells, resets and waits, roles, and ends of timers. */
    private List<Long> stops() {
        TreeSet<Long> stops = new TreeSet<>(Comparator.naturalOrder());
        entries.forEach(entry -> stops.add(entry.at()));
        for (PnHistory pn : history.portNetworks()) {
            for (PnSpan span : pn.timeline()) {
                if (span.state().isOutage() || span.state().isDegraded()) {
                    stops.add(span.from());
                }
            }
        }
        for (ServerHistory server : history.servers()) {
            server.timeline().stream().map(RoleSpan::from).forEach(stops::add);
        }
        for (TimerSpan timer : history.timers()) {
            if (timer.timer() != TimerSetting.SOCKET_SANITY_TIMEOUT
                    && timer.timer() != TimerSetting.IPSI_INTERCHANGE_DELAY) {
                stops.add(timer.to());
            }
        }
        stops.add(0L);
        stops.add(until);
        return List.copyOf(stops.headSet(until, true));
    }

    private void writeNumbers(List<? extends Number> numbers) {
        json.writeStartArray();
        numbers.forEach(number -> json.writeNumber(number.longValue()));
        json.writeEndArray();
    }
}
