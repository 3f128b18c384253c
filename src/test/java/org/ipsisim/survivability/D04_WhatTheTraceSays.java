package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Each entry of the trace says how long the silence was, and what led to it. */
class D04_WhatTheTraceSays {
    private static final String HUB =
            "sites: [hq, hub, branch]\nlinks: [{id: a, between: [hq, hub]}, {id: b, between: [hub, branch]}]";

    @Test
    void silence_counts_from_the_last_contact() {
        Lesson lesson = lab().events("{at: 60s, fail: wan, for: 6m}").run();
        assertThat(lesson.texts("pn-1", "contact-lost"))
                .containsExactly("no heartbeat from the main; the last contact was at 59s");
        assertThat(lesson.texts("pn-1", "warm-reset")).first().asString().startsWith("warm reset after 15s of silence");
        assertThat(lesson.texts("pn-1", "cold-reset"))
                .containsExactly("cold reset after 1m15s of silence (PN cold reset delay)");
        assertThat(lesson.texts("pn-1", "contact-restored"))
                .containsExactly("a heartbeat from the main came after 6m1s of silence");
        assertThat(lesson.texts("pn-1", "no-service-stopped"))
                .containsExactly("no-service time-out stopped, 14s before its end");
    }

    @Test
    void a_loss_is_led_back_to_what_broke_the_path() {
        assertThat(lab().events("{at: 60s, fail: main}").run().causesOf("pn-1", "contact-lost"))
                .containsExactly("contact-lost", "server-failed");
        assertThat(lab().events("{at: 60s, fail: pn-1}").run().causesOf("pn-1", "contact-lost"))
                .containsExactly("contact-lost", "control-path-failed");
        assertThat(lab().sites(HUB).events("{at: 60s, fail: hub}").run().causesOf("pn-1", "contact-lost"))
                .containsExactly("contact-lost", "site-failed");
        assertThat(lab().sites(HUB).events("{at: 60s, fail: b}").run().causesOf("pn-1", "contact-lost"))
                .containsExactly("contact-lost", "link-failed");
        assertThat(lab().events("{at: 60s, fail: hq}").run().causesOf("pn-1", "contact-lost"))
                .containsExactly("contact-lost", "server-failed", "site-failed");
    }

    @Test
    void contact_is_led_back_to_what_mended_the_path() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 5s}").run().causesOf("pn-1", "contact-restored"))
                .containsExactly("contact-restored", "link-restored");
        assertThat(lab().events("{at: 60s, fail: main, for: 5s}").run().causesOf("pn-1", "contact-restored"))
                .containsExactly("contact-restored", "server-restored");
        assertThat(lab().events("{at: 60s, fail: pn-1, for: 5s}").run().causesOf("pn-1", "contact-restored"))
                .containsExactly("contact-restored", "control-path-restored");
        assertThat(lab().sites(HUB)
                        .events("{at: 60s, fail: hub, for: 5s}")
                        .run()
                        .causesOf("pn-1", "contact-restored"))
                .containsExactly("contact-restored", "site-restored");
        assertThat(lab().sites(HUB)
                        .events("{at: 60s, fail: a, for: 5s}", "{at: 61s, fail: b, for: 6s}")
                        .run()
                        .causesOf("pn-1", "contact-restored"))
                .containsExactly("contact-restored", "link-restored");
    }

    @Test
    void M2_what_happens_to_many_at_one_instant_is_told_in_the_order_of_their_numbers() {
        Lesson lesson = lab().portNetworks("[{pn: 1-64, site: branch}]")
                .events("{at: 60s, fail: wan}")
                .run();
        List<String> numbers =
                IntStream.rangeClosed(1, 64).mapToObj(pn -> "pn-" + pn).toList();
        for (String type : List.of("contact-lost", "warm-reset", "cold-reset", "service-requested")) {
            assertThat(lesson.history().trace().stream()
                            .filter(entry -> entry.what().type().equals(type))
                            .map(entry -> entry.subject().name()))
                    .as(type)
                    .isEqualTo(numbers);
        }
    }

    @Test
    void what_fails_later_on_its_own_is_not_led_back_to_its_site() {
        Lesson lesson = lab().events("{at: 60s, fail: branch, for: 10s}", "{at: 200s, fail: sc-10}")
                .run();
        assertThat(lesson.causesOf("sc-10", "server-failed")).containsExactly("server-failed");
    }

    @Test
    void a_loss_of_power_is_not_led_back_to_what_its_board_did_before() {
        Lesson lesson = lab().events("{at: 60s, fail: ipsi-1a, for: 10s}", "{at: 200s, fail: branch}")
                .run();
        assertThat(lesson.causesOf("pn-1", "pn-down")).containsExactly("pn-down", "site-failed");
    }

    @Test
    void contact_and_resets_name_the_rules_that_they_follow() {
        Lesson cuts = lab().events(
                        "{at: 60s, fail: wan, for: 5s}",
                        "{at: 100s, fail: wan, for: 20s}",
                        "{at: 300s, fail: wan, for: 3m}")
                .run();
        assertThat(cuts.rules("pn-1", "contact-restored")).containsExactly("M4", "M6", "M9");
        assertThat(cuts.rules("pn-1", "cold-reset")).containsExactly("R15 M7");
        assertThat(cuts.rules("pn-1", "contact-lost")).containsOnly("R6 M5");
        assertThat(cuts.rules("pn-1", "pn-restarted")).containsExactly("R17 M9");
        Lesson other = lab().with("timers: {reading: all-from-loss, calls-drop: at-takeover}")
                .with("heartbeat-transport: tcp")
                .events(
                        "{at: 60s, fail: wan, for: 10m}",
                        "{at: 800s, degrade: wan, loss: 1%}",
                        "{at: 900s, congestion: wan, every: 60s, burst: 1s, loss: 60%}",
                        "{at: 1000s, duplex-mismatch: ipsi-1a}")
                .run();
        assertThat(other.rules("pn-1", "cold-reset")).containsExactly("R15 M14");
        assertThat(other.rules("pn-1", "contact-lost")).containsOnly("R6 M5 N8");
        assertThat(other.rules("pn-1", "taken-over")).containsExactly("R42 M10");
        assertThat(other.rules("pn-1", "calls-dropped")).containsExactly("R26 M15");
        assertThat(other.rules("wan", "link-degraded")).containsExactly("R9 N3", "R9 N5");
        assertThat(other.rules("ipsi-1a", "ipsi-degraded")).containsExactly("R9 N6");
    }
}
