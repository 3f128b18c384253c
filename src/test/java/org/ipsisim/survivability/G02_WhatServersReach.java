package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.survivability.Lab.lab;

import java.util.List;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.NamedSubject;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.Subject;
import org.junit.jupiter.api.Test;

/** The history knows what each server of a duplex main reaches, and which survivable cores the network joins with the main. */
class G02_WhatServersReach {
    private static ServerHistory server(History history, String id) {
        return history.findServer(id).orElseThrow();
    }

    /** The stretches of time in which a server does not reach something, in seconds. */
    private static List<String> gaps(History history, String id, String name) {
        return server(history, id)
                .reach()
                .get(name.startsWith("main") ? Subject.server(name) : NamedSubject.of(name))
                .stream()
                .filter(span -> !span.value())
                .map(span -> span.from() / 1000 + ".." + span.to() / 1000)
                .toList();
    }

    private static Lab separatedPair() {
        return lab().servers("{main: {site: hq, duplex: y, standby-site: branch}}")
                .portNetworks("[{pn: 1, site: branch, ipsis: duplicated}]");
    }

    @Test
    void M3_a_server_of_the_pair_does_not_reach_an_IPSI_beyond_a_link_that_is_down() {
        History history =
                separatedPair().events("{at: 60s, fail: wan, for: 30s}").run().history();
        assertThat(gaps(history, "main-a", "ipsi-1b")).containsExactly("60..90");
        assertThat(gaps(history, "main-b", "ipsi-1b")).isEmpty();
    }

    @Test
    void M3_nor_one_that_does_not_work_nor_any_when_it_is_down_itself() {
        History history = separatedPair()
                .events("{at: 60s, fail: ipsi-1b, for: 30s}", "{at: 5m, fail: main-b, for: 1m}")
                .run()
                .history();
        assertThat(gaps(history, "main-a", "ipsi-1b")).containsExactly("60..90");
        assertThat(gaps(history, "main-b", "ipsi-1b")).containsExactly("60..90", "300..360");
        assertThat(gaps(history, "main-b", "ipsi-1a")).containsExactly("300..360");
    }

    @Test
    void links_join_a_core_with_the_main_whichever_control_network_they_serve() {
        History history = lab().sites(
                        "sites: [hq, branch]\nlinks: [{id: net-a, between: [hq, branch], control-network: a},"
                                + " {id: net-b, between: [hq, branch], control-network: b}]")
                .events("{at: 60s, fail: net-a, for: 2m}", "{at: 2m, fail: net-b, for: 2m}")
                .run()
                .history();
        assertThat(gaps(history, "sc-10", "main-a")).containsExactly("120..180");
    }

    @Test
    void a_site_without_power_joins_nothing() {
        History history = lab().sites(
                        "sites: [hq, hub, branch]\nlinks: [{id: up, between: [hq, hub]}, {id: down, between: [hub, branch]}]")
                .events("{at: 60s, fail: hub, for: 2m}")
                .run()
                .history();
        assertThat(gaps(history, "sc-10", "main-a")).containsExactly("60..180");
    }

    @Test
    void a_stretch_of_time_counts_with_both_its_ends() {
        History history =
                separatedPair().events("{at: 60s, fail: wan, for: 30s}").run().history();
        ServerHistory mainA = server(history, "main-a");
        assertThat(mainA.reachedWithin(NamedSubject.of("ipsi-1a"), 59_999, 70_000))
                .isTrue();
        assertThat(mainA.reachedWithin(NamedSubject.of("ipsi-1a"), 60_000, 89_999))
                .isFalse();
        assertThat(mainA.reachedWithin(NamedSubject.of("ipsi-1a"), 60_000, 90_000))
                .isTrue();
        assertThat(mainA.reachedWithin(NamedSubject.of("ipsi-1a"), 1_200_000, 1_200_000))
                .isTrue();
    }

    @Test
    void a_run_that_shows_resets_alone_does_not_take_it_down() {
        History history = Simulation.run(lab().events("{at: 60s, fail: wan}").scenario(), Detail.RESETS);
        assertThat(server(history, "sc-10").reach()).isEmpty();
        assertThat(server(history, "sc-10").reachedWithin(Subject.server("main-a"), 70_000, 70_000))
                .isTrue();
    }
}
