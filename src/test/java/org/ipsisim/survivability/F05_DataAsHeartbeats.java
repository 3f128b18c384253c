package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.Luck;
import org.ipsisim.survivability.Lab.Lesson;
import org.junit.jupiter.api.Test;

/** Data that counts as contact like a heartbeat (R3, N11, N12). */
class F05_DataAsHeartbeats {
    private static final Draws DRAWS = Draws.ofSeed(1);
    private static final String WAY = "main-a>ipsi-1a";
    private static final long SECOND = 1000;
    private static final long BEATS = 1200;
    private static final long SANITY = 3 * SECOND;

    private static Lab calling(int callsPerHour) {
        return lab().portNetworks(
                        "[{pn: 1, site: branch, traffic: {calls-per-hour: " + callsPerHour + ", mean-hold: 1m}}]");
    }

    private static Lab withData(int callsPerHour) {
        return calling(callsPerHour).with("data-as-heartbeats: y");
    }

    /** When the first message after a beat is sent, in milliseconds: 10 messages for each call. */
    private static OptionalLong message(long beat, int callsPerHour) {
        return message(WAY, beat, callsPerHour);
    }

    private static OptionalLong message(String way, long beat, int callsPerHour) {
        return message(way, beat, SECOND, callsPerHour);
    }

    private static OptionalLong message(String way, long beat, long interval, int callsPerHour) {
        double rate = callsPerHour * 10.0 / 3_600_000;
        double wait = -StrictMath.log(1 - DRAWS.named("data").named(way).uniform(beat)) / rate;
        long after = 1 + (long) Math.floor(wait);
        return after < interval ? OptionalLong.of(beat * interval + after) : OptionalLong.empty();
    }

    private static boolean isMessageLost(long beat, double share) {
        return DRAWS.named("data-loss").named(WAY).uniform(beat) < share;
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }

    private static List<String> warmResets(Lesson lesson) {
        return lesson.trace("pn-1").stream()
                .filter(entry -> entry.endsWith("warm-reset"))
                .toList();
    }

    /** After each contact that no other follows in time. */
    private static List<String> warmResets(TreeSet<Long> contacts, long sanity) {
        return contacts.stream()
                .filter(contact -> contacts.higher(contact) == null || contacts.higher(contact) > contact + sanity)
                .map(contact -> contact + sanity)
                .filter(reset -> reset < BEATS * SECOND)
                .map(reset -> seconds(reset) + " warm-reset")
                .toList();
    }

    @Test
    void R3_N11_the_sanity_time_out_counts_from_the_last_message() {
        String cut = "{at: 60s, fail: wan, for: 30s}";
        long last = message(59, 3600).orElseThrow();
        assertThat(last).isBetween(59_001L, 59_999L);
        assertThat(warmResets(calling(3600).events(cut).run())).containsExactly("74.0 warm-reset");
        assertThat(warmResets(withData(3600).events(cut).run()))
                .containsExactly(seconds(last + 15 * SECOND) + " warm-reset");
    }

    @Test
    void N11_a_message_comes_once_between_two_beats_if_at_all() {
        String cut = "{at: 60s, fail: wan, for: 30s}";
        assertThat(message(59, 1)).isEmpty();
        assertThat(warmResets(withData(1).events(cut).run())).containsExactly("74.0 warm-reset");
        assertThat(warmResets(withData(3600)
                        .events("{at: 59001ms, fail: wan, for: 30s}")
                        .run()))
                .as("the message of that second is sent after the failure")
                .containsExactly("74.0 warm-reset");
    }

    @Test
    void N11_data_ends_a_silence_before_the_next_heartbeat() {
        long first = message(66, 3600).orElseThrow();
        long restored = first - 1;
        assertThat(withData(3600)
                        .events("{at: 60s, fail: wan}", "{at: " + restored + "ms, restore: wan}")
                        .run()
                        .trace("pn-1"))
                .containsExactly("60.0 contact-lost", seconds(first) + " contact-restored");
    }

    @Test
    void N11_where_beats_are_lost_by_chance_data_prevents_resets() {
        double share = 0.6;
        int calls = 1200;
        String loss = "{at: 0s, degrade: wan, loss: 60%}";
        Lab lab = withData(calls).with("timers: {socket-sanity-timeout: 3s}").events(loss);
        Luck luck = new Luck(1, WAY);
        TreeSet<Long> contacts = new TreeSet<>();
        for (long beat = 0; beat < BEATS; beat++) {
            if (!luck.loses(beat, share)) {
                contacts.add(beat * SECOND);
            }
            if (!isMessageLost(beat, share)) {
                message(beat, calls).ifPresent(contacts::add);
            }
        }
        List<String> expected = warmResets(contacts, SANITY);
        Lesson lesson = lab.run();
        assertThat(warmResets(lesson)).isEqualTo(expected).isNotEmpty();
        Lesson without = calling(calls)
                .with("timers: {socket-sanity-timeout: 3s}")
                .events(loss)
                .run();
        assertThat(warmResets(without)).hasSizeGreaterThan(expected.size());
    }

    @Test
    void N11_a_message_that_does_not_come_is_no_missed_heartbeat() {
        String loss = "{at: 0s, degrade: wan, loss: 30%}";
        List<Long> lost = withData(3600).events(loss).runWithHeartbeats().lost();
        assertThat(lost)
                .isEqualTo(calling(3600).events(loss).runWithHeartbeats().lost());
        List<String> begins = withData(3600).events(loss).run().trace("pn-1").stream()
                .filter(entry -> entry.endsWith("contact-lost"))
                .toList();
        assertThat(begins)
                .isSubsetOf(lost.stream()
                        .map(beat -> (double) beat + " contact-lost")
                        .toList());
    }

    @Test
    void N11_the_controlling_cluster_alone_sends_data() {
        List<String> trace = withData(3600)
                .events("{at: 60s, fail: wan}", "{at: 800s, fail: sc-10}")
                .run()
                .trace("pn-1");
        long fromCore = message("sc-10>ipsi-1a", 799, 3600).orElseThrow();
        assertThat(trace).filteredOn(entry -> entry.endsWith("taken-over")).hasSize(1);
        assertThat(trace).contains(seconds(fromCore + 15 * SECOND) + " warm-reset");
    }

    @Test
    void N11_over_TCP_a_message_that_is_lost_keeps_the_next_beat_waiting() {
        long beat = LongStream.range(60, BEATS)
                .filter(k -> message(k, 720).orElse(0) > k * SECOND + 800)
                .findFirst()
                .orElseThrow();
        long lostAt = message(beat, 720).orElseThrow();
        String cut = "{at: " + (lostAt - 1) + "ms, fail: wan, for: 2ms}";
        Lab overTcp = calling(720).with("heartbeat-transport: tcp").events(cut);
        assertThat(overTcp.run().trace("pn-1")).as("heartbeats alone").isEmpty();
        assertThat(overTcp.with("data-as-heartbeats: y").run().trace("pn-1"))
                .containsExactly(
                        seconds((beat + 1) * SECOND) + " contact-lost", seconds(lostAt + 200) + " contact-restored");
    }

    @Test
    void N11_over_TCP_a_try_that_gets_through_carries_data_as_well() {
        long beat = 60;
        String cut = "{at: " + (beat * SECOND) + "ms, fail: wan, for: 100ms}";
        assertThat(withData(720)
                        .with("heartbeat-transport: tcp")
                        .events(cut)
                        .run()
                        .trace("pn-1"))
                .containsExactly("60.0 contact-lost", "60.2 contact-restored");
    }

    @Test
    void M4_N11_where_beats_are_further_apart_than_the_time_out_each_gap_in_the_data_is_a_reset() {
        long interval = 2 * SECOND;
        int calls = 720;
        TreeSet<Long> contacts = new TreeSet<>();
        for (long beat = 0; beat * interval < BEATS * SECOND; beat++) {
            contacts.add(beat * interval);
            message(WAY, beat, interval, calls).ifPresent(contacts::add);
        }
        Lesson lesson = withData(calls)
                .with("enforce-ranges: n\ntimers: {heartbeat-interval: 2s, socket-sanity-timeout: 1500ms}")
                .run();
        assertThat(warmResets(lesson)).hasSizeBetween(100, 500).isEqualTo(warmResets(contacts, 1500));
    }

    @Test
    void N11_a_beat_that_is_missed_as_the_data_changes_servers_is_missed() {
        List<String> trace = withData(720)
                .servers("{main: {site: hq, duplex: y}}")
                .events("{at: 50s, interchange: main}", "{at: 59999ms, fail: wan, for: 5s}")
                .run()
                .trace("pn-1");
        assertThat(trace)
                .filteredOn(entry -> entry.endsWith("contact-lost"))
                .first()
                .isEqualTo("60.0 contact-lost");
    }

    @Test
    void M28_N11_nobody_sends_data_to_a_port_network_that_nobody_controls() {
        int calls = 360;
        long beat = LongStream.range(100, BEATS)
                .filter(k -> message(k, calls).orElse(0) > k * SECOND + 300)
                .findFirst()
                .orElseThrow();
        long back = message(beat, calls).orElseThrow() - 1;
        Lesson lesson = withData(calls)
                .servers("{main: {site: hq}}")
                .events(
                        "{at: 60s, fail: main}",
                        "{at: 61s, fail: ipsi-1a, for: 1s}",
                        "{at: " + back + "ms, restore: main}")
                .run();
        assertThat(lesson.line())
                .startsWith("main 60s | lost 1s | down 1s | none " + (beat + 1 - 62) + "s | restart→1 60s");
    }

    @Test
    void M23_N11_after_an_interchange_the_new_active_server_sends_the_data() {
        Lesson lesson = withData(3600)
                .servers("{main: {site: hq, duplex: y}}")
                .events("{at: 40s, interchange: main}", "{at: 60s, fail: wan, for: 30s}")
                .run();
        long last = message("main-b>ipsi-1a", 59, 3600).orElseThrow();
        assertThat(warmResets(lesson)).containsExactly(seconds(last + 15 * SECOND) + " warm-reset");
    }
}
