package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.Target;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;

/** Which way heartbeats take while something has failed: a square of sites, with a shorter side and a longer one. */
class StandingRoutesTest {
    private final StandingRoutes routes =
            new StandingRoutes(Branch.variant(Branch.source("""
                    title: Two ways to the branch
                    duration: 1m
                    sites: [hq, north, south, branch]
                    links:
                      - {id: hq-north, between: [hq, north], latency: 5ms}
                      - {id: north-branch, between: [north, branch], latency: 5ms}
                      - {id: hq-south, between: [hq, south], latency: 9ms}
                      - {id: south-branch, between: [south, branch], latency: 9ms, control-network: a}
                    servers: {main: {site: hq}}
                    port-networks: [{pn: 1, site: branch}]
                    """)).scenario().estate());

    private static final Target NORTH = new Target.OfSite("north");
    private static final Target SOUTH_BRANCH = new Target.OfLink("south-branch");

    @Test
    void the_shorter_way_is_taken_and_the_longer_one_when_a_link_of_it_fails() {
        assertThat(routes.links(Plane.A, "hq", "branch", List.of())).contains(List.of("hq-north", "north-branch"));
        assertThat(routes.links(Plane.A, "hq", "branch", List.of(new Target.OfLink("hq-north"))))
                .contains(List.of("hq-south", "south-branch"));
        assertThat(routes.links(Plane.A, "branch", "hq", List.of())).contains(List.of("north-branch", "hq-north"));
    }

    @Test
    void a_site_takes_its_links_with_it() {
        assertThat(routes.links(Plane.A, "hq", "branch", List.of(NORTH))).contains(List.of("hq-south", "south-branch"));
        assertThat(routes.links(Plane.A, "hq", "north", List.of(NORTH))).isEmpty();
    }

    @Test
    void a_link_of_one_control_network_carries_no_other() {
        assertThat(routes.links(Plane.B, "hq", "branch", List.of(NORTH))).isEmpty();
        assertThat(routes.links(Plane.A, "hq", "branch", List.of(NORTH, SOUTH_BRANCH)))
                .isEmpty();
    }

    @Test
    void what_is_at_one_site_needs_no_link_and_what_is_no_link_cuts_none() {
        assertThat(routes.links(Plane.A, "hq", "hq", List.of(NORTH))).contains(List.of());
        assertThat(routes.links(Plane.A, "hq", "branch", List.of(new Target.OfControlPath(1))))
                .contains(List.of("hq-north", "north-branch"));
    }

    @Test
    void each_way_has_a_number_of_its_own_also_where_two_look_alike_to_a_hash_table() {
        Ways ways = new Ways();
        assertThat(ways.number(Plane.A, 1, 0)).isEqualTo(0);
        assertThat(ways.number(Plane.A, 0, 31)).isEqualTo(1);
        assertThat(ways.number(Plane.A, 0, 1)).isEqualTo(2);
        assertThat(ways.number(Plane.B, 0, 1)).isEqualTo(3);
        assertThat(ways.number(Plane.A, 1, 0)).isEqualTo(0);
        assertThat(ways.count()).isEqualTo(4);
    }
}
