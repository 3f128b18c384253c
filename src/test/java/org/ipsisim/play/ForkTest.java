package org.ipsisim.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.ToldTrace;
import org.ipsisim.history.TraceEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Something is broken, restored or ordered while a run is played: the history forks. */
class ForkTest {
    private static ScenarioEvent last(Viewer viewer) {
        List<ScenarioEvent> events = viewer.session().run().scenario().events();
        return events.get(events.size() - 1);
    }

    private static String complaint(Viewer viewer) {
        return viewer.session().prompt().orElseThrow().complaint();
    }

    private static String stateOf(Viewer viewer, int pn, long at) {
        PnHistory history = viewer.session().run().history().findPortNetwork(pn).orElseThrow();
        return history.spanAt(at).state().key();
    }

    @Test
    void a_link_breaks_now_and_for_as_long_as_one_says() {
        Viewer viewer = Viewer.of("wan-cut").press("g20s<enter>bwan 16s<enter>");
        assertThat(last(viewer).toString()).contains("Fail", "PT20S", "wan", "PT16S");
        assertThat(viewer.session().message()).isEqualTo("fork 2, from 20s on: fail wan for 16s");
        assertThat(stateOf(viewer, 2, 35_000)).isEqualTo("warm-reset");
        assertThat(stateOf(viewer, 2, 50_000)).isEqualTo("in-service");
    }

    @Test
    void it_stays_broken_without_a_time_until_it_is_restored() {
        Viewer viewer = Viewer.of("wan-cut").press("g10s<enter>bsc-10<enter>g30s<enter>rsc-10<enter>");
        assertThat(viewer.session().forks().all()).hasSize(3);
        assertThat(viewer.session()
                        .run()
                        .history()
                        .findServer("sc-10")
                        .orElseThrow()
                        .timeline())
                .extracting(span -> span.from() + " " + span.role().key())
                .startsWith("0 idle", "10000 down", "30000 idle");
    }

    @Test
    void every_kind_of_fault_can_be_typed() {
        assertThat(Stream.of(
                        "flap wan down 20s up 5s times 12",
                        "degrade wan loss 30% latency 80ms for 2m",
                        "degrade wan loss 30% 2m",
                        "congestion wan every 10s burst 2s loss 60%",
                        "duplex-mismatch ipsi-2a peak-loss 40% for 5m",
                        "fail wan for 9s",
                        "wan for 9s"))
                .allSatisfy(words -> {
                    Viewer viewer = Viewer.of("wan-cut").press("g10s<enter>b" + words + "<enter>");
                    assertThat(viewer.session().prompt()).as(words).isEmpty();
                    assertThat(last(viewer).at()).isEqualTo(Duration.ofSeconds(10));
                });
    }

    @Test
    void every_order_can_be_typed() {
        assertThat(Stream.of(
                        "forced-takeover 10 all",
                        "forced-takeover 10 1-2,3",
                        "forced-takeover 10 port-networks 2",
                        "disable sc-10",
                        "enable sc-10",
                        "busyout ipsi-2a",
                        "release-busyout ipsi-2a"))
                .allSatisfy(words -> {
                    Viewer viewer = Viewer.of("wan-cut").press("g10s<enter>o" + words + "<enter>");
                    assertThat(viewer.session().forks().all()).as(words).hasSize(2);
                });
        Viewer duplex = Viewer.of("separated-pair").press("g10s<enter>ointerchange<enter>");
        assertThat(last(duplex)).isInstanceOf(ScenarioEvent.Interchange.class);
    }

    @Test
    void a_forced_takeover_moves_a_port_network_at_once() {
        Viewer viewer = Viewer.of("wan-cut").press("g10s<enter>oforced-takeover 10 2<enter>");
        assertThat(stateOf(viewer, 2, 10_000)).isEqualTo("restarting");
        assertThat(viewer.screen(80, 24)).contains("pn 2  r", "restarting   core 10");
    }

    @Test
    void timers_are_set_from_now_on() {
        Viewer viewer = Viewer.of("wan-cut").press("g50s<enter>tno-service-timeout 2m pn-cold-reset-delay 90s<enter>");
        assertThat(viewer.session().message())
                .isEqualTo("fork 2, from 50s on: set-timers no-service-timeout 2m, pn-cold-reset-delay 90s");
        assertThat(viewer.press("g3m<enter><tab>").screen(80, 24)).contains("1m44.02s left of 2m");
    }

    @Test
    void what_is_wrong_is_said_as_the_reader_of_files_says_it_and_nothing_happens() {
        Viewer viewer = Viewer.of("wan-cut").press("g10s<enter>bwna<enter>");
        assertThat(complaint(viewer)).isEqualTo("`wna` is not a name in this scenario; did you mean wan?");
        assertThat(complaint(viewer.press("<ctrl-u>wan 95<enter>"))).contains("`95`", "did you mean 95s?");
        assertThat(complaint(viewer.press("<ctrl-u>wan 9s 10s<enter>"))).isEqualTo("'10s' is one word too many");
        assertThat(complaint(viewer.press("<ctrl-u>{a: b}<enter>")))
                .isEqualTo("'{a:' is not a word of a scenario file");
        assertThat(complaint(viewer.press("<ctrl-u>flap wan<enter>"))).contains("down");
        assertThat(viewer.press("<esc>").session().forks().all()).hasSize(1);
        assertThat(complaint(viewer.press("tno-service-timeout 1m<enter>"))).contains("2m", "15m");
        assertThat(complaint(viewer.press("<ctrl-u>no-service-timeout<enter>")))
                .isEqualTo("a word is missing after 'no-service-timeout'");
        assertThat(complaint(viewer.press("<esc>rwan wan<enter>"))).isEqualTo("'wan' is one word too many");
        assertThat(complaint(viewer.press("<esc>ointerchange<enter>"))).contains("no standby");
        assertThat(viewer.press("<esc>").session().forks().all()).hasSize(1);
    }

    @Test
    void what_is_doubtful_happens_and_is_told() {
        Viewer viewer = Viewer.of("wan-cut").press("g10s<enter>obusyout ipsi-2a<enter>");
        assertThat(viewer.session().message()).contains("fork 2", "the command will be refused");
    }

    @Test
    void nothing_can_happen_after_the_end_until_the_run_is_made_longer() {
        Viewer viewer = Viewer.of("wan-cut").press("<end>b");
        assertThat(viewer.session().prompt()).isEmpty();
        assertThat(viewer.session().message()).startsWith("the run is over at 20m");
        assertThat(complaint(viewer.press("x10m<enter>"))).startsWith("choose a time after the end, 20m");
        viewer.press("<ctrl-u>30m<enter>bwan<enter>");
        assertThat(viewer.session().run().duration()).isEqualTo(1_800_000);
        assertThat(viewer.session().forks().all())
                .extracting(Forks.Fork::what)
                .containsExactly("as given", "run until 30m", "fail wan");
    }

    @Test
    void one_can_go_back_to_a_former_fork_and_part_from_there_again() {
        Viewer viewer = Viewer.of("wan-cut").press("g20s<enter>bwan 16s<enter>f<up><enter>");
        assertThat(viewer.session().forks().current()).isEqualTo(1);
        assertThat(viewer.session().message()).isEqualTo("fork 1: as given");
        assertThat(stateOf(viewer, 2, 35_000)).isEqualTo("in-service");
        viewer.press("g40s<enter>bhq 1m<enter>");
        assertThat(viewer.session().forks().all())
                .extracting(Forks.Fork::number, Forks.Fork::parent, Forks.Fork::at)
                .containsExactly(tuple(1, 0, 0L), tuple(2, 1, 20_000L), tuple(3, 1, 40_000L));
        assertThat(viewer.press("f2").session().forks().current()).isEqualTo(2);
        assertThat(viewer.press("f9").session().message()).isEqualTo("there is no fork 9");
    }

    @Test
    void a_shorter_fork_is_entered_at_its_end() {
        Viewer viewer = Viewer.of("wan-cut").press("x1h<enter>g50m<enter>f1");
        assertThat(viewer.session().now()).isEqualTo(1_200_000);
    }

    @Test
    void what_is_too_much_for_a_run_is_told() {
        Viewer viewer = Viewer.of("month-by-chance").press("bflap wan-dallas down 14s up 1s times 100000<enter>");
        assertThat(viewer.session().forks().all()).hasSize(1);
        assertThat(viewer.session().message()).contains("things happen in this run");
    }

    static Stream<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everything_before_a_fork_is_as_it_was(String stem) {
        for (int part = 1; part < 6; part++) {
            Viewer viewer = Viewer.of(stem);
            History before = viewer.session().run().history();
            long at = before.duration() * part / 6 + 7;
            viewer.with(viewer.session().at(at)).press("b" + viewer.firstTarget() + " 100s<enter>");
            assertThat(viewer.session().forks().all()).hasSize(2);
            History after = viewer.session().run().history();
            if (before.sip().isEmpty()) {
                assertThat(ToldTrace.of(after, at)).isEqualTo(ToldTrace.of(before, at));
            }
            // An entry about phones counts those of a stretch, which may go on after the fork.
            for (int index = 0; index < before.sip().populations().size(); index++) {
                assertThat(after.sip().populations().get(index).samplesBetween(0, at - 1))
                        .isEqualTo(before.sip().populations().get(index).samplesBetween(0, at - 1));
            }
            for (int index = 0; index < before.portNetworks().size(); index++) {
                assertThat(spansBefore(after.portNetworks().get(index), at))
                        .isEqualTo(spansBefore(before.portNetworks().get(index), at));
            }
        }
    }

    /** With the calls lost in those that are over by then. */
    private static List<Object> spansBefore(PnHistory pn, long at) {
        return pn.timeline().stream()
                .filter(span -> span.from() < at)
                .<Object>map(span -> span.to() < at ? span : List.of(span.from(), span.state(), span.controller()))
                .toList();
    }

    @Test
    void the_event_that_was_typed_is_the_first_difference() {
        Viewer viewer = Viewer.of("busy-hour").press("}}}}bwan-dallas 40s<enter>");
        List<TraceEntry> trace = viewer.session().run().history().trace();
        assertThat(trace.get(0).at()).isEqualTo(14_400_000);
        assertThat(trace.get(0).subject().name()).isEqualTo("wan-dallas");
        PnSpan first = viewer.session()
                .run()
                .history()
                .findPortNetwork(2)
                .orElseThrow()
                .timeline()
                .get(0);
        assertThat(first.to()).isBetween(14_400_000L, 14_401_000L);
    }
}
