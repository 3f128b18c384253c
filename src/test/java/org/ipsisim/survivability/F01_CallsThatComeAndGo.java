package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import java.util.function.Predicate;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.survivability.Lab.Lesson;
import org.ipsisim.traffic.PlainCalls;
import org.ipsisim.traffic.PlainCalls.Attempt;
import org.junit.jupiter.api.Test;

/**
 * Calls that come and go while a port network is out: what they would have been is known, so that what became of them
 * can be counted (R11 to R13, R18, R47, R67, M5 to M10, M15, M23, M24, M28, T1 to T8). The cut is that of the other
 * chapters: at 60 s; warm reset at 74 s, cold reset at 134 s, restart by the core from 434 s to 494 s.
 */
class F01_CallsThatComeAndGo {
    private static final String TRAFFIC = "calls-per-hour: 3000, mean-hold: 2m, set-up: 10s";
    private static final String CUT = "{at: 60s, fail: wan}";

    private static Lab busy(String more) {
        return lab().portNetworks("[{pn: 1, site: branch, traffic: {" + TRAFFIC + more + "}}]");
    }

    /** The calls within port network 1, as they would be if nothing ever happened. */
    private static Calls within(Lab lab) {
        return Calls.of(lab.scenario(), "within", 1);
    }

    private record Calls(List<Attempt> all) {
        static Calls of(Scenario scenario, String direction, double share) {
            return new Calls(PlainCalls.attempts(
                    scenario, scenario.estate().portNetworks().get(0), direction, share));
        }

        Calls that(Predicate<Attempt> condition) {
            return new Calls(all.stream().filter(condition).toList());
        }

        Calls triedFrom(double second, double to) {
            return that(call -> call.at() >= second * 1000 && call.at() < to * 1000);
        }

        Calls inSetUpAt(double second) {
            return that(call -> call.at() < second * 1000 && call.answered() > second * 1000);
        }

        Calls upAt(double second) {
            return that(call -> call.answered() <= second * 1000 && call.end() > second * 1000);
        }

        long count() {
            assertThat(all).as("calls to speak of").isNotEmpty();
            return all.size();
        }

        long talkTime() {
            return all.stream().mapToLong(Attempt::hold).sum();
        }

        long talkTimeAfter(double second) {
            return all.stream()
                    .mapToLong(call -> call.end() - (long) (second * 1000))
                    .sum();
        }
    }

    private static CallLosses losses(Lesson lesson) {
        return lesson.pn(1).randomCalls().losses();
    }

    private static CallLosses in(PnState state, Lesson lesson) {
        return lesson.pn(1).lossesByState().getOrDefault(state, CallLosses.NONE);
    }

    @Test
    void T3_on_a_quiet_day_every_call_comes_to_its_own_end() {
        Lab lab = busy("").events();
        RandomCalls calls = lab.run().pn(1).randomCalls();
        assertThat(calls.losses()).isEqualTo(CallLosses.NONE);
        assertThat(calls.offered()).isEqualTo(within(lab).triedFrom(0, 1200).count());
        assertThat(calls.upAtStart()).isEqualTo(within(lab).upAt(0).count());
        assertThat(calls.inSetUpAtStart()).isEqualTo(within(lab).inSetUpAt(0).count());
        assertThat(calls.ended())
                .isEqualTo(within(lab)
                        .that(call -> call.end() > 0 && call.end() <= 1_200_000)
                        .count());
        assertThat(calls.carried())
                .isEqualTo(within(lab)
                        .that(call -> call.answered() > 0 && call.answered() <= 1_200_000)
                        .count());
    }

    @Test
    void T1_other_timers_see_the_same_calls() {
        Lab longer = busy("").with("timers: {socket-sanity-timeout: 3s, pn-cold-reset-delay: 120s}");
        RandomCalls calls = busy("").events(CUT).run().pn(1).randomCalls();
        RandomCalls others = longer.events(CUT).run().pn(1).randomCalls();
        assertThat(others.offered()).isEqualTo(calls.offered());
        assertThat(others.upAtStart()).isEqualTo(calls.upAtStart());
        assertThat(others.losses()).isNotEqualTo(calls.losses());
    }

    @Test
    void M5_T4_attempts_in_a_short_silence_wait_and_nothing_is_lost() {
        Lab lab = busy("").events("{at: 60s, fail: wan, for: 14s}");
        Lesson lesson = lab.run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 14s | main 1126s");
        long waited = within(lab).triedFrom(60, 74).count();
        assertThat(losses(lesson)).isEqualTo(new CallLosses(0, waited, 0, 0, 0));
        assertThat(in(PnState.CONTACT_LOST, lesson).delayed()).isEqualTo(waited);
    }

    @Test
    void T4_a_call_that_waited_ends_as_much_later() {
        Lab lab = busy(", hold: lognormal, hold-variation: 0").events("{at: 60s, fail: wan, for: 14s}");
        long before = lab.lasting("190s").run().pn(1).randomCalls().ended();
        long after = lab.lasting("200s").run().pn(1).randomCalls().ended();
        assertThat(before)
                .as("no call begun in the silence is over before 74s + 120s")
                .isEqualTo(within(lab)
                        .that(call -> call.end() > 0 && call.answered() <= 60_000)
                        .count());
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void R13_M6_the_warm_reset_loses_what_waits_and_what_is_in_set_up() {
        Lab lab = busy("").events("{at: 60s, fail: wan, for: 16s}");
        Lesson lesson = lab.run();
        assertThat(lesson.line()).isEqualTo("main 60s | lost 14s | warm 4s | main 1122s");
        long lost = within(lab).inSetUpAt(60).count()
                + within(lab).triedFrom(60, 74).count();
        long blocked = within(lab).triedFrom(74, 78).count();
        assertThat(in(PnState.WARM_RESET, lesson).setUpsLost()).isEqualTo(lost);
        assertThat(in(PnState.WARM_RESET, lesson).blocked()).isEqualTo(blocked);
        assertThat(losses(lesson).dropped()).isZero();
        assertThat(losses(lesson).talkTime())
                .isEqualTo(within(lab).inSetUpAt(60).talkTime()
                        + within(lab).triedFrom(60, 78).talkTime());
        assertThat(lesson.texts("pn-1", "set-ups-lost")).containsExactly(lost + " calls in set-up lost");
        assertThat(lesson.causesOf("pn-1", "set-ups-lost"))
                .containsExactly("set-ups-lost", "warm-reset", "contact-lost", "link-failed");
    }

    @Test
    void R12_M6_calls_that_are_up_stay_in_a_warm_reset_without_features() {
        Lab lab = busy("").events("{at: 60s, fail: wan, for: 16s}");
        RandomCalls calls = lab.run().pn(1).randomCalls();
        assertThat(calls.frozen())
                .isEqualTo(within(lab)
                        .upAt(74)
                        .that(call -> call.answered() <= 60_000)
                        .count());
    }

    @Test
    void R15_M7_the_cold_reset_drops_what_is_still_up() {
        Lab lab = busy("").events(CUT);
        Lesson lesson = lab.run();
        Calls dropped = within(lab).upAt(134).that(call -> call.answered() <= 60_000);
        assertThat(in(PnState.COLD_RESET, lesson).dropped()).isEqualTo(dropped.count());
        assertThat(losses(lesson).dropped()).isEqualTo(dropped.count());
        assertThat(lesson.texts("pn-1", "calls-dropped")).containsExactly(dropped.count() + " calls dropped");
        assertThat(in(PnState.COLD_RESET, lesson).talkTime())
                .isEqualTo(dropped.talkTimeAfter(134)
                        + within(lab).triedFrom(134, 164).talkTime());
    }

    @Test
    void M8_M10_no_call_starts_until_the_restart_is_over() {
        Lab lab = busy("").events(CUT);
        Lesson lesson = lab.run();
        assertThat(in(PnState.COLD_RESET, lesson).blocked())
                .isEqualTo(within(lab).triedFrom(134, 164).count());
        assertThat(in(PnState.NO_SERVICE, lesson).blocked())
                .isEqualTo(within(lab).triedFrom(164, 434).count());
        assertThat(in(PnState.RESTARTING, lesson).blocked())
                .isEqualTo(within(lab).triedFrom(434, 494).count());
        assertThat(in(PnState.IN_SERVICE, lesson)).isEqualTo(CallLosses.NONE);
        assertThat(losses(lesson).blocked())
                .isEqualTo(within(lab).triedFrom(74, 494).count());
    }

    @Test
    void M15_with_the_other_reading_calls_last_until_a_server_takes_the_port_network() {
        Lab lab = busy("").with("timers: {calls-drop: at-takeover}").events(CUT);
        Lesson lesson = lab.run();
        assertThat(in(PnState.COLD_RESET, lesson).dropped()).isZero();
        assertThat(in(PnState.RESTARTING, lesson).dropped())
                .isEqualTo(within(lab)
                        .upAt(434)
                        .that(call -> call.answered() <= 60_000)
                        .count());
    }

    @Test
    void R18_M7_calls_between_shuffled_IP_phones_stay_without_features() {
        Lab lab = busy(", ip: 100%").events(CUT);
        Lesson lesson = lab.run();
        Calls ip = Calls.of(lab.scenario(), "ip", 1);
        assertThat(losses(lesson).dropped()).isZero();
        assertThat(lesson.pn(1).randomCalls().frozen())
                .isEqualTo(ip.upAt(74).that(call -> call.answered() <= 60_000).count());
        assertThat(losses(lesson).blocked()).isEqualTo(ip.triedFrom(74, 494).count());
        assertThat(losses(lesson).setUpsLost())
                .isEqualTo(ip.inSetUpAt(60).count() + ip.triedFrom(60, 74).count());
    }

    @Test
    void M28_a_port_network_without_power_drops_its_calls_at_once() {
        Lab lab = busy("").events("{at: 60500ms, fail: ipsi-1a, for: 1m}");
        Lesson lesson = lab.run();
        Calls dropped = within(lab).upAt(60.5);
        assertThat(in(PnState.DOWN, lesson).dropped()).isEqualTo(dropped.count());
        assertThat(in(PnState.DOWN, lesson).setUpsLost())
                .isEqualTo(within(lab).inSetUpAt(60.5).count());
        assertThat(losses(lesson).delayed()).isZero();
        assertThat(lesson.pn(1).randomCalls().frozen()).isZero();
        assertThat(lesson.causesOf("pn-1", "calls-dropped")).containsExactly("calls-dropped", "pn-down", "ipsi-failed");
    }

    @Test
    void T3_a_call_that_finds_all_trunks_busy_is_blocked() {
        RandomCalls calls =
                busy(", trunk: 100%, trunk-circuits: 100").run().pn(1).randomCalls();
        assertThat(calls.trunksBusy()).isPositive().isEqualTo(calls.losses().blocked());
        assertThat(calls.upAtEnd() + calls.inSetUpAtEnd()).isBetween(50L, 100L);
        assertThat(busy(", trunk: 100%").run().pn(1).randomCalls().losses())
                .as("without a number of circuits there are enough")
                .isEqualTo(CallLosses.NONE);
    }

    /** Port network 1 at the branch, port network 2 at headquarters; all calls of the first one go to the second. */
    private static Lab calling() {
        return lab().portNetworks("[{pn: 1, site: branch, traffic: {" + TRAFFIC
                + ", to: [{pn: 2, share: 100%}]}}, {pn: 2, site: hq}]");
    }

    @Test
    void R47_T6_port_networks_under_different_servers_are_separate_systems() {
        Lab lab = calling().events("{at: 60500ms, forced-takeover: 10, port-networks: 1}");
        Lesson lesson = lab.run();
        assertThat(lesson.line()).isEqualTo("main 60.5s | restart→10 60s | sc-10 1079.5s");
        Calls calls = Calls.of(lab.scenario(), "pn-2", 1);
        assertThat(lesson.pn(1).randomCalls().separate())
                .isEqualTo(calls.triedFrom(120.5, 1200).count());
        assertThat(losses(lesson).blocked())
                .isEqualTo(calls.triedFrom(60.5, 1200).count());
        assertThat(in(PnState.RESTARTING, lesson).blocked())
                .isEqualTo(calls.triedFrom(60.5, 120.5).count());
        assertThat(in(PnState.RESTARTING, lesson).dropped())
                .isEqualTo(calls.upAt(60.5).count());
    }

    @Test
    void T6_a_call_needs_both_its_port_networks() {
        Lab lab = calling().events("{at: 60500ms, fail: ipsi-2a, for: 1m}");
        Lesson lesson = lab.run();
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(lesson.line(2)).isEqualTo("main 60.5s | down 60s | restart→1 60s | main 1019.5s");
        Calls calls = Calls.of(lab.scenario(), "pn-2", 1);
        assertThat(losses(lesson).dropped()).isEqualTo(calls.upAt(60.5).count());
        assertThat(lesson.pn(1).randomCalls().farEndOut())
                .isEqualTo(losses(lesson).blocked())
                .isEqualTo(calls.triedFrom(60.5, 180.5).count());
        assertThat(lesson.causesOf("pn-1", "calls-dropped")).containsExactly("calls-dropped", "pn-down", "ipsi-failed");
        assertThat(lesson.pn(2).randomCalls()).isEqualTo(RandomCalls.NONE);
        assertThat(lesson.pn(2).totals().callsDropped())
                .as("counted with the one that calls")
                .isZero();
    }

    private static Lab duplex() {
        return busy("").servers("{main: {site: hq, duplex: y, standby-site: hq}}");
    }

    @Test
    void R67_M23_during_a_server_interchange_new_calls_wait_and_those_in_set_up_are_lost() {
        Lab lab = duplex().events("{at: 60500ms, interchange: main}");
        Lesson lesson = lab.run();
        assertThat(lesson.line()).isEqualTo("main 1200s");
        assertThat(losses(lesson).delayed())
                .isEqualTo(within(lab).triedFrom(60.5, 70.5).count());
        assertThat(losses(lesson).setUpsLost())
                .isEqualTo(within(lab).inSetUpAt(60.5).count());
        assertThat(losses(lesson).dropped() + losses(lesson).blocked()).isZero();
        assertThat(lesson.trace("pn-1")).containsExactly("60.5 set-ups-lost");
        assertThat(lesson.causesOf("pn-1", "set-ups-lost")).containsExactly("set-ups-lost", "server-interchange");
    }

    @Test
    void R67_M24_between_the_death_of_the_active_and_the_takeover_new_calls_wait() {
        Lab lab = duplex().events("{at: 60500ms, fail: main-a}");
        Lesson lesson = lab.run();
        assertThat(lesson.trace("main-b")).containsExactly("64.6 server-active");
        assertThat(losses(lesson).delayed())
                .isEqualTo(within(lab).triedFrom(60.5, 64.6).count());
        assertThat(losses(lesson).setUpsLost())
                .isEqualTo(within(lab).inSetUpAt(60.5).count());
        assertThat(losses(lesson).dropped()).isZero();
    }

    @Test
    void R67_M24_a_standby_that_is_not_refreshed_drops_every_call_that_uses_a_port_network() {
        Lab lab = duplex().events("{at: 60s, fail: main-b, for: 60s}", "{at: 200500ms, fail: main-a}");
        Lesson lesson = lab.run();
        assertThat(lesson.line()).isEqualTo("main 204.6s | restart→1 225s | main 770.4s");
        assertThat(in(PnState.RESTARTING, lesson).dropped())
                .isEqualTo(within(lab)
                        .upAt(204.6)
                        .that(call -> call.answered() <= 200_500)
                        .count());
        assertThat(in(PnState.RESTARTING, lesson).blocked())
                .isEqualTo(within(lab).triedFrom(204.6, 429.6).count());
        assertThat(in(PnState.RESTARTING, lesson).setUpsLost())
                .isEqualTo(losses(lesson).setUpsLost())
                .isPositive();
    }

    @Test
    void T5_stable_and_random_calls_drop_together() {
        Lab lab = lab().portNetworks("[{pn: 1, site: branch, calls: {pn: 40}, traffic: {" + TRAFFIC + "}}]")
                .events(CUT);
        Lesson lesson = lab.run();
        long random = losses(lesson).dropped();
        assertThat(lesson.texts("pn-1", "calls-dropped")).containsExactly((40 + random) + " calls dropped");
        assertThat(lesson.pn(1).totals().callsDropped()).isEqualTo(40 + random);
        assertThat(lesson.pn(1).pnCalls().dropped()).isEqualTo(40);
    }

    @Test
    void T8_what_is_lost_in_the_phases_is_all_that_is_lost() {
        PnHistory pn = busy(", trunk: 40%, trunk-circuits: 5, ip: 20%")
                .events(CUT, "{at: 15m, restore: wan}", "{at: 16m, forced-takeover: 1, port-networks: 1}")
                .run()
                .pn(1);
        assertThat(pn.lossesByState().values().stream().reduce(CallLosses.NONE, CallLosses::plus))
                .isEqualTo(pn.randomCalls().losses());
        assertThat(pn.lossesByState())
                .containsOnlyKeys(
                        PnState.IN_SERVICE,
                        PnState.CONTACT_LOST,
                        PnState.WARM_RESET,
                        PnState.COLD_RESET,
                        PnState.NO_SERVICE,
                        PnState.RESTARTING);
        assertThat(pn.lossesByState().get(PnState.IN_SERVICE).blocked())
                .isEqualTo(pn.randomCalls().trunksBusy());
    }

    @Test
    void R18_M27_a_move_leaves_IP_calls_up_and_loses_those_in_set_up() {
        Lab lab = busy(", ip: 100%").events("{at: 60500ms, forced-takeover: 10, port-networks: 1}");
        Lesson lesson = lab.run();
        Calls ip = Calls.of(lab.scenario(), "ip", 1);
        assertThat(lesson.pn(1).randomCalls().frozen()).isEqualTo(ip.upAt(60.5).count());
        assertThat(losses(lesson).setUpsLost()).isEqualTo(ip.inSetUpAt(60.5).count());
        assertThat(losses(lesson).dropped()).isZero();
    }

    @Test
    void T6_the_calls_of_the_port_network_that_ends_them_are_told_first() {
        Lesson lesson = lab().portNetworks("[{pn: 1, site: branch, traffic: {" + TRAFFIC
                        + ", to: [{pn: 2, share: 50%}]}}, {pn: 2, site: hq, traffic: {" + TRAFFIC + "}}]")
                .events("{at: 60500ms, fail: ipsi-2a}")
                .run();
        assertThat(lesson.history().trace().stream()
                        .filter(entry -> entry.what().type().equals("calls-dropped"))
                        .map(entry -> entry.subject().name()))
                .containsExactly("pn-2", "pn-1");
    }

    @Test
    void R47_M23_an_interchange_of_the_main_servers_is_nothing_to_the_calls_of_a_core() {
        Lab lab = busy("").servers("{main: {site: hq, duplex: y}, survivable-cores: [{cluster: 10, site: branch}]}")
                .events("{at: 60500ms, forced-takeover: 10, port-networks: 1}");
        CallLosses without = losses(lab.run());
        Lesson lesson = lab.events(
                        "{at: 60500ms, forced-takeover: 10, port-networks: 1}", "{at: 300500ms, interchange: main}")
                .run();
        assertThat(lesson.history().serverInterchanges()).isEqualTo(1);
        assertThat(losses(lesson)).isEqualTo(without);
    }

    @Test
    void T4_T6_a_call_waits_for_the_contact_of_both_its_port_networks() {
        Lab lab = calling().events("{at: 60s, fail: pn-2, for: 14s}");
        Lesson lesson = lab.run();
        assertThat(lesson.line(2)).isEqualTo("main 60s | lost 14s | main 1126s");
        assertThat(losses(lesson).delayed())
                .isEqualTo(Calls.of(lab.scenario(), "pn-2", 1).triedFrom(60, 74).count());
    }
}
