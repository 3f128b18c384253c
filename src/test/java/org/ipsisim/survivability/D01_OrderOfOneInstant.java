package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.ToldTrace;
import org.junit.jupiter.api.Test;

/** What falls on one instant happens in a fixed order, whatever the order in the file (M1, M2). */
class D01_OrderOfOneInstant {
    @Test
    void M2_events_of_the_scenario_come_before_heartbeats() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 1ms}").run().line()).startsWith("main 60s | lost 1s");
    }

    @Test
    void M2_heartbeats_come_before_timers() {
        assertThat(lab().events("{at: 60s, fail: wan, for: 14s}")
                        .run()
                        .pn(1)
                        .totals()
                        .warmResets())
                .isZero();
    }

    @Test
    void M2_a_server_that_fails_at_the_instant_of_the_request_does_not_accept() {
        assertThat(lab().events("{at: 60s, fail: wan}", "{at: 434s, fail: sc-10, for: 1s}")
                        .run()
                        .causesOf("pn-1", "no-service-started"))
                .startsWith("no-service-started", "request-refused", "service-requested");
    }

    @Test
    void the_run_ends_before_its_duration() {
        assertThat(lab().lasting("74s")
                        .events("{at: 60s, fail: wan}")
                        .run()
                        .pn(1)
                        .totals()
                        .warmResets())
                .isZero();
        assertThat(lab().lasting("74001ms")
                        .events("{at: 60s, fail: wan}")
                        .run()
                        .pn(1)
                        .totals()
                        .warmResets())
                .isEqualTo(1);
    }

    @Test
    void M1_M2_the_order_of_the_file_changes_nothing() {
        Scenario scenario = lab().sites(
                        "sites: [hq, a, b]\nlinks: [{id: wan-a, between: [hq, a]}, {id: wan-b, between: [hq, b]}]")
                .servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: a}, {cluster: 20, site: b}]}")
                .portNetworks("[{pn: 1, site: a}, {pn: 2, site: b}, {pn: 3, site: b}]")
                .events(
                        "{at: 60s, fail: wan-a, for: 8m}",
                        "{at: 60s, fail: wan-b, for: 30s}",
                        "{at: 60s, fail: sc-10, for: 20s}",
                        "{at: 90s, fail: wan-b}",
                        "{at: 90s, flap: pn-2, down: 20s, up: 20s, times: 9}",
                        "{at: 10m, restore: wan-b}",
                        "{at: 11m, disable: sc-10}",
                        "{at: 11m, set-timers: {no-service-timeout: 2m}}",
                        "{at: 12m, forced-takeover: 1, port-networks: all}",
                        "{at: 12m, forced-takeover: 20, port-networks: [1, 2]}")
                .scenario();
        var expected = Simulation.run(scenario);
        for (int seed = 0; seed < 20; seed++) {
            var actual = Simulation.run(shuffled(scenario, new Random(seed)));
            assertThat(ToldTrace.of(actual)).isEqualTo(ToldTrace.of(expected));
            assertThat(actual.portNetworks()).isEqualTo(expected.portNetworks());
            assertThat(actual.servers()).isEqualTo(expected.servers());
        }
    }

    @Test
    void M2_nor_does_the_order_of_commands_of_one_kind() {
        Lab lab = lab().servers("{main: {site: hq}, survivable-cores: [{cluster: 10, site: branch},"
                + " {cluster: 20, site: branch}]}");
        String[] down = {"{at: 60s, disable: sc-10}", "{at: 60s, disable: sc-20}"};
        String[] up = {"{at: 90s, enable: sc-10}", "{at: 90s, enable: sc-20}"};
        assertThat(ToldTrace.of(lab.events(up[1], up[0], down[1], down[0]).run().history()))
                .isEqualTo(ToldTrace.of(
                        lab.events(down[0], down[1], up[0], up[1]).run().history()))
                .hasSize(4);
    }

    private static Scenario shuffled(Scenario s, Random random) {
        Estate e = s.estate();
        List<Link> links = shuffle(e.links(), random);
        List<SurvivableCore> cores = shuffle(e.survivableCores(), random);
        List<PortNetwork> pns = shuffle(e.portNetworks(), random);
        List<ScenarioEvent> events = shuffle(s.events(), random);
        Estate estate = e.withLinks(links).withSurvivableCores(cores).withPortNetworks(pns);
        return s.with(estate).withEvents(events);
    }

    private static <T> List<T> shuffle(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
