package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.scenario.DurationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At any moment the page shows what the history knows: states, timers, IPSIs, lists, causes, calls, servers, alarms. */
class MomentsTest {
    @TempDir
    Path directory;

    @Test
    void of_a_cut_wan() {
        check(Reports.shipped("wan-cut"), 1, 2);
    }

    @Test
    void of_random_calls() {
        check(Reports.shipped("busy-hour"), 2);
    }

    @Test
    void of_two_main_servers_in_two_buildings() {
        check(Reports.shipped("separated-pair"), 1);
    }

    @Test
    void of_duplicated_IPSIs() {
        check(Reports.shipped("second-ipsi-helps"), 1);
    }

    @Test
    void of_sixty_four_port_networks() {
        check(Reports.run(Reports.sixtyFour()), 1, 64);
    }

    @Test
    void of_a_bad_hour() {
        check(Reports.run(Reports.BUSY), 4);
    }

    private void check(History history, int... numbers) {
        try (Tab tab = Chromium.open()) {
            tab.open(Reports.page(history, directory));
            for (int number : numbers) {
                PnHistory pn = history.findPortNetwork(number).orElseThrow();
                List<Long> moments = moments(history);
                List<String> addresses = moments.stream()
                        .map(at -> "#t=" + DurationText.of(Duration.ofMillis(at)) + "&pn=" + number)
                        .toList();
                List<Shown> shown = Shown.in(tab, addresses);
                for (int i = 0; i < shown.size(); i++) {
                    assertThat(shown.get(i)).as(addresses.get(i)).isEqualTo(Shown.by(history, moments.get(i), pn));
                }
            }
            tab.assertClean();
        }
    }

    /** Just before, at and well after what happens; of a long run, a part of that. */
    private static List<Long> moments(History history) {
        TreeSet<Long> moments = new TreeSet<>(List.of(0L, history.duration() - 1));
        for (TraceEntry entry : history.trace()) {
            moments.addAll(List.of(Math.max(0, entry.at() - 1), entry.at(), entry.at() + 7777));
        }
        history.timers().stream().map(TimerSpan::to).forEach(moments::add);
        moments.removeIf(at -> at >= history.duration());
        int every = moments.size() / 40 + 1;
        return moments.stream()
                .filter(at -> moments.headSet(at).size() % every == 0)
                .toList();
    }
}
