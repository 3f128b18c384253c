package org.ipsisim.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.explain.AskedRun.branch;
import static org.ipsisim.explain.AskedRun.shipped;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ipsisim.history.Words;
import org.ipsisim.study.Allowance;
import org.junit.jupiter.api.Test;

/** What would have prevented a state: each difference is a run of its own. */
class PreventionTest {
    private static List<String> words(List<Remedy> remedies) {
        return remedies.stream()
                .map(remedy -> remedy.verdict().key() + ": " + remedy.words())
                .toList();
    }

    private static String cost(Remedy remedy) {
        return remedy.cost().callsDropped() + " calls, "
                + Words.duration(remedy.cost().outage());
    }

    private static Remedy get(Prevention prevention, String words) {
        return prevention.remedies().stream()
                .filter(remedy -> remedy.words().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_whole_second_of_the_cold_reset_delay_that_saves_the_calls() {
        Prevention prevention = Prevention.of(shipped("switch-reboot").at("4m"));
        assertThat(prevention.harm()).isEqualTo(Harm.OUT);
        Remedy remedy = get(prevention, "pn-cold-reset-delay");
        assertThat(remedy.words()).isEqualTo("pn-cold-reset-delay 1m16s or more, up to 2m (it is 1m)");
        assertThat(remedy.verdict()).isEqualTo(Remedy.Verdict.PREVENTS);
        assertThat(cost(remedy)).isEqualTo("0 calls, 0s");
        assertThat(cost(prevention.asItIs())).isEqualTo("60 calls, 1m30s");
    }

    @Test
    void when_the_work_is_used_up_what_was_found_is_told_and_the_rest_counted() {
        Explanation outage = shipped("wan-cut").at(2, "5m");
        Prevention all = Prevention.of(outage);
        List<Integer> told = new CopyOnWriteArrayList<>();
        Prevention some = Prevention.of(outage, new Allowance(70_000, 20, told::add));

        assertThat(some.runs()).isBetween(10, all.runs() - 10);
        assertThat(told).hasSize(some.runs());
        assertThat(some.remedies()).isNotEmpty();
        assertThat(words(all.remedies())).containsAll(words(some.remedies()));
        assertThat(all.inVain()).containsAll(some.inVain());
        assertThat(all.unfinished().words()).isEmpty();
        assertThat(some.unfinished().notTried()).isPositive();
        assertThat(some.unfinished().words())
                .endsWith(
                        "more changes were not tried. All runs together may take 600 million steps of work; --limit 200"
                                + " lets them take ten times as much.");
    }

    @Test
    void a_delay_that_only_puts_it_off_is_no_help() {
        Prevention soonAfter = Prevention.of(branch("  - {at: 1m, fail: wan}").at("2m15s"));
        assertThat(soonAfter.noBetter()).contains("pn-cold-reset-delay (1m to 2m)");
    }

    @Test
    void the_end_of_the_range_that_shortens_it_most() {
        Prevention prevention = Prevention.of(shipped("wan-cut").at(2, "5m"));
        Remedy remedy = get(prevention, "no-service-timeout");
        assertThat(remedy.words()).isEqualTo("no-service-timeout 2m (it is 5m)");
        assertThat(remedy.verdict()).isEqualTo(Remedy.Verdict.SHORTENS);
        assertThat(cost(remedy)).isEqualTo("40 calls, 3m");
    }

    @Test
    void the_event_to_blame() {
        Prevention prevention = Prevention.of(shipped("two-actives").at(2, "16m"));
        assertThat(words(prevention.events()))
                .containsExactly(
                        "prevents: at 10m, fail arbiter-link, for 2m (scenarios/two-actives.yaml:21)",
                        "prevents: at 15m, fail main-b, for 6m (scenarios/two-actives.yaml:23)");
    }

    @Test
    void two_events_that_are_to_blame_together() {
        Prevention prevention = Prevention.of(branch("""
                  - {at: 1m, fail: wan, for: 10m}
                  - {at: 50s, fail: pn-1, for: 10m}
                """).at("5m"));
        assertThat(words(prevention.events()))
                .containsExactly(
                        "shortens: at 50s, fail pn-1, for 10m (branch.yaml:9)",
                        "prevents: at 50s, fail pn-1, for 10m (branch.yaml:9) and at 1m, fail wan, for 10m (branch.yaml:8)");
    }

    @Test
    void what_comes_after_the_moment_has_no_part_in_it() {
        Prevention prevention = Prevention.of(branch("""
                  - {at: 1m, fail: wan, for: 2m}
                  - {at: 10m, fail: wan, for: 2m}
                """).at("3m"));
        assertThat(words(prevention.events())).containsExactly("prevents: at 1m, fail wan, for 2m (branch.yaml:8)");
        assertThat(cost(prevention.events().get(0))).isEqualTo("40 calls, 1m46s");
    }

    @Test
    void a_second_IPSI_helps_on_a_network_of_its_own_alone() {
        Prevention prevention = Prevention.of(shipped("wan-cut").at(2, "5m"));
        assertThat(words(prevention.remedies())).contains("prevents: a second IPSI on a control network of its own");
        assertThat(prevention.inVain()).contains("a second IPSI on the same control network");
        assertThat(words(Prevention.of(shipped("second-ipsi-does-not").at("1m30s"))
                        .remedies()))
                .contains("prevents: a control network of its own for the second IPSI");
    }

    @Test
    void a_core_where_there_was_none_and_one_that_was_local_only() {
        AskedRun none = AskedRun.read("none.yaml", """
                title: No core
                duration: 20m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}}
                port-networks: [{pn: 1, site: branch}]
                events: [{at: 1m, fail: wan}]
                """);
        assertThat(words(Prevention.of(none.at("15m")).remedies()))
                .contains("shortens: one more survivable core at branch");
        AskedRun local = AskedRun.read("local.yaml", """
                title: Local only
                duration: 20m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}, survivable-cores: [{cluster: 10, site: branch, community: 3,
                          system-preferred: n, local-only: y}]}
                port-networks: [{pn: 1, site: branch}]
                events: [{at: 1m, fail: wan}]
                """);
        assertThat(words(Prevention.of(local.at("15m")).remedies())).contains("shortens: core 10 not local only");
    }

    @Test
    void a_ninth_core_that_the_list_had_no_room_for() {
        StringBuilder cores = new StringBuilder();
        for (int cluster = 10; cluster < 17; cluster++) {
            cores.append("{cluster: ").append(cluster).append(", site: hq, priority-score: 50}, ");
        }
        AskedRun crowded = AskedRun.read("crowded.yaml", """
                title: Crowded
                duration: 20m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq}, survivable-cores: [%s{cluster: 20, site: branch, system-preferred: n}]}
                port-networks: [{pn: 1, site: branch}]
                events: [{at: 6m, fail: wan}]
                """.formatted(cores));
        Prevention prevention = Prevention.of(crowded.at("14m"));
        assertThat(words(prevention.remedies()))
                .contains("shortens: core 20 system preferred, with priority-score 100");
        assertThat(WhyNot.of(crowded.at("14m"), ExpectedOutcome.FAILOVER).obstacles())
                .extracting(Step::text)
                .contains("core 20 is on no list: the list of eight servers was full, and it tries again every 15m");
    }

    @Test
    void the_way_back() {
        Prevention prevention = Prevention.of(shipped("stays-on-core").at(2, "1d"));
        assertThat(prevention.harm()).isEqualTo(Harm.AWAY);
        assertThat(words(prevention.remedies()))
                .contains(
                        "shortens: auto-return: connection-up, after 3m",
                        "shortens: a forced takeover to the main at 9h20m0.02s, when it was back");
    }

    @Test
    void ignore_connectivity_ends_the_storm() {
        Prevention prevention = Prevention.of(shipped("interchange-storm").at(2, "11m6s"));
        assertThat(prevention.harm()).isEqualTo(Harm.WAITING);
        Remedy remedy = get(prevention, "ignore connectivity");
        assertThat(remedy.verdict()).isEqualTo(Remedy.Verdict.PREVENTS);
        assertThat(remedy.all().serverInterchanges()).isZero();
    }

    @Test
    void a_standby_main_does_not_help_if_the_event_takes_the_whole_main() {
        assertThat(Prevention.of(shipped("main-lost").at(1, "5m")).inVain())
                .contains("a standby main server, its arbiter link intact, at hq");
        AskedRun one = branch("  - {at: 1m, fail: main-a, for: 10m}");
        assertThat(words(Prevention.of(one.at("5m")).remedies()))
                .contains("prevents: a standby main server, its arbiter link intact, at hq");
    }

    @Test
    void there_is_nothing_to_prevent() {
        Prevention prevention = Prevention.of(shipped("wan-cut").at(1, "5m"));
        assertThat(prevention.harm()).isEqualTo(Harm.NONE);
        assertThat(prevention.remedies()).isEmpty();
        assertThat(prevention.runs()).isZero();
    }

    @Test
    void a_remedy_that_others_pay_for_is_told() {
        AskedRun busy = shipped("busy-hour");
        Prevention prevention = Prevention.of(busy.at(2, "10h33m"));
        Remedy remedy = get(prevention, "no-service-timeout");
        assertThat(remedy.others().callsDropped())
                .isEqualTo(
                        remedy.all().findPortNetwork(3).orElseThrow().totals().callsDropped());
    }

    @Test
    void the_servers_of_a_pair_are_moved_as_well() {
        AskedRun room = AskedRun.read("room.yaml", """
                title: A duplex main in one room
                duration: 20m
                sites: [hq, branch]
                links: [{id: wan, between: [hq, branch]}]
                servers: {main: {site: hq, duplex: y}}
                port-networks: [{pn: 1, site: branch, calls: {pn: 30}}]
                events: [{at: 1m, fail: wan, for: 10m}]
                """);
        assertThat(words(Prevention.of(room.at("2m14s")).remedies()))
                .contains(
                        "prevents: main-b at branch",
                        "prevents: a second link beside wan",
                        "shortens: one more survivable core at branch");
    }

    @Test
    void what_saves_minutes_at_another_time_of_the_run_is_a_remedy_too() {
        AskedRun twice = branch("""
                  - {at: 1m, fail: wan, for: 70s}
                  - {at: 5m, fail: wan}
                """);
        Prevention prevention = Prevention.of(twice.at("1m30s"));
        assertThat(words(prevention.remedies())).contains("saves: no-service-timeout 2m (it is 5m)");
        assertThat(prevention.inVain()).isNotEmpty().noneMatch(tried -> tried.startsWith("no-service-timeout"));
    }
}
