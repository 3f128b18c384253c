package org.ipsisim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PopulationHistory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trace events of a run have the structure that their viewers demand, and lose nothing of the run. */
class PerfettoReportTest {
    private static List<JsonNode> events(History... histories) throws IOException {
        StringWriter out = new StringWriter();
        PerfettoReport.write(List.of(histories), out);
        return new JsonMapper()
                .readTree(out.toString())
                .get("traceEvents")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> ofPhase(String phase, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.get("ph").asString().equals(phase))
                .toList();
    }

    private static List<JsonNode> onTrack(String name, List<JsonNode> events) {
        JsonNode track = ofPhase("M", events).stream()
                .filter(event -> event.get("args").get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        return events.stream()
                .filter(event -> !event.equals(track) && event.get("tid").equals(track.get("tid")))
                .toList();
    }

    @Test
    void every_event_has_what_its_phase_demands() throws IOException {
        for (History history : SampleHistories.all().values()) {
            List<JsonNode> events = events(history, history);
            assertThat(events).isNotEmpty().allSatisfy(event -> {
                assertThat(event.get("ph").asString()).isIn("M", "X", "i", "C");
                assertThat(event.get("name").asString()).isNotBlank();
                assertThat(event.get("pid").isInt() && event.get("tid").isInt()).isTrue();
                assertThat(event.get("args").isObject()).isTrue();
                boolean isNamed = event.get("ph").asString().equals("M");
                assertThat(event.has("ts")).isNotEqualTo(isNamed);
                assertThat(event.has("dur"))
                        .isEqualTo(event.get("ph").asString().equals("X"));
                assertThat(event.has("s")).isEqualTo(event.get("ph").asString().equals("i"));
            });
        }
    }

    @Test
    void every_track_has_a_name_and_belongs_to_one_group() throws IOException {
        List<JsonNode> events = events(SampleHistories.failover(), SampleHistories.warmReset());
        Map<Integer, Integer> groups = new HashMap<>();
        Set<Integer> named = new HashSet<>();
        for (JsonNode event : events) {
            int track = event.get("tid").asInt();
            assertThat(groups.merge(track, event.get("pid").asInt(), (one, other) -> one.equals(other) ? one : -1))
                    .isPositive();
            if (event.get("ph").asString().equals("M")) {
                assertThat(named.add(track)).isTrue();
            }
            assertThat(named).contains(track);
        }
    }

    @Test
    void the_states_of_a_port_network_are_slices_that_cover_the_run() throws IOException {
        History history = SampleHistories.failover();
        for (PnHistory pn : history.portNetworks()) {
            String name = pn.subject() + " at " + pn.portNetwork().site();
            List<JsonNode> slices = ofPhase("X", onTrack(name, events(history)));
            assertThat(slices).hasSameSizeAs(pn.timeline());
            long end = 0;
            for (JsonNode slice : slices) {
                assertThat(slice.get("ts").asLong()).isEqualTo(end);
                end += slice.get("dur").asLong();
            }
            assertThat(end).isEqualTo(history.duration() * 1000);
        }
        assertThat(history.portNetworks()).isNotEmpty();
    }

    @Test
    void every_entry_of_the_trace_and_every_alarm_is_an_instant() throws IOException {
        History history = SampleHistories.failover();
        List<JsonNode> instants = ofPhase("i", events(history));
        List<Integer> ids = instants.stream()
                .filter(instant -> instant.get("args").has("id"))
                .map(instant -> instant.get("args").get("id").asInt())
                .sorted()
                .toList();
        assertThat(ids)
                .containsExactlyElementsOf(
                        history.trace().stream().map(entry -> entry.id()).toList());
        assertThat(ofPhase("i", onTrack("alarms", events(history))))
                .hasSameSizeAs(Alarms.of(history))
                .isNotEmpty();
        assertThat(instants).hasSize(ids.size() + Alarms.of(history).size());
    }

    @Test
    void counters_end_with_what_the_totals_say() throws IOException {
        History history = SampleHistories.failover();
        List<JsonNode> dropped = ofPhase("C", events(history)).stream()
                .filter(counter -> counter.get("name").asString().equals("calls dropped"))
                .toList();
        long total = history.portNetworks().stream()
                .mapToLong(pn -> pn.totals().callsDropped())
                .sum();
        assertThat(total).isPositive();
        assertThat(dropped.get(0).get("args").get("value").asLong()).isZero();
        assertThat(dropped.get(dropped.size() - 1).get("args").get("value").asLong())
                .isEqualTo(total);
        List<Integer> out = ofPhase("C", events(history)).stream()
                .filter(counter -> counter.get("name").asString().equals("out of service"))
                .map(counter -> counter.get("args").get("value").asInt())
                .toList();
        assertThat(out).startsWith(0, 1).endsWith(0);
    }

    @Test
    void phones_are_counted_by_state_and_none_is_lost() throws IOException {
        History history = SampleHistories.all().get("phones");
        PopulationHistory phones = history.sip().populations().get(0);
        String name = phones.population().name() + ", ";
        Map<Long, Long> sums = new HashMap<>();
        ofPhase("C", events(history)).stream()
                .filter(counter -> counter.get("name").asString().startsWith(name))
                .forEach(counter -> sums.merge(
                        counter.get("ts").asLong(),
                        counter.get("args").get("value").asLong(),
                        Long::sum));
        assertThat(sums).hasSameSizeAs(phones.samples()).hasSizeGreaterThan(1);
        assertThat(sums.values()).containsOnly((long) phones.population().size());
    }

    @Test
    void the_tracks_of_several_scenarios_are_told_apart() throws IOException {
        List<String> groups = events(SampleHistories.failover(), SampleHistories.warmReset()).stream()
                .filter(event -> event.get("name").asString().equals("process_name"))
                .map(event -> event.get("args").get("name").asString())
                .toList();
        assertThat(groups).hasSize(6).doesNotHaveDuplicates();
    }
}
