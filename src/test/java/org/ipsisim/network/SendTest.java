package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Plane;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.junit.jupiter.api.Test;

/** What becomes of single packets, against closed forms (M3, N2, N3). */
class SendTest {
    private static final int PACKETS = 200_000;

    private final Agenda agenda = new Agenda();
    private final LossDraws luck = new LossDraws(Draws.ofSeed(1), "phone-1>proxy");

    private static Link link(String id, String a, String b, int latency, double loss, ControlNetwork network) {
        return new Link(id, a, b, Duration.ofMillis(latency), loss, network, Optional.empty());
    }

    private Network network(double loss) {
        return new Network(
                agenda,
                List.of("hq", "dallas", "austin", "island"),
                List.of(
                        link("direct", "hq", "austin", 70, loss, ControlNetwork.A),
                        link("first", "hq", "dallas", 20, loss, ControlNetwork.BOTH),
                        link("second", "dallas", "austin", 30, loss, ControlNetwork.BOTH),
                        link("fibre", "hq", "austin", 5, loss, ControlNetwork.B)));
    }

    private int way(Network network, Plane plane, String to) {
        return network.way(plane, network.site("hq"), network.site(to));
    }

    @Test
    void N3_a_packet_takes_the_sum_of_the_latencies_of_the_shortest_route_of_its_plane() {
        Network network = network(0);
        agenda.runUntil(1000);
        assertThat(network.send(way(network, Plane.A, "austin"), luck, 1)).isEqualTo(1050);
        assertThat(network.send(way(network, Plane.B, "austin"), luck, 1)).isEqualTo(1005);
        assertThat(network.send(way(network, Plane.DATA, "austin"), luck, 1)).isEqualTo(1005);
        assertThat(network.send(way(network, Plane.DATA, "hq"), luck, 1)).isEqualTo(1000);
    }

    @Test
    void M3_what_is_sent_while_nothing_joins_the_ends_is_lost() {
        Network network = network(0);
        int way = way(network, Plane.A, "austin");
        assertThat(network.send(way(network, Plane.DATA, "island"), luck, 1)).isEqualTo(Agenda.NEVER);
        network.setLinkFailed("first", true, 0);
        network.settle(changed -> {});
        assertThat(network.send(way, luck, 2)).isEqualTo(70);
        network.setSiteFailed(network.site("austin"), true, 0);
        network.settle(changed -> {});
        assertThat(network.send(way, luck, 3)).isEqualTo(Agenda.NEVER);
        network.setSiteFailed(network.site("austin"), false, 0);
        network.settle(changed -> {});
        assertThat(network.send(way, luck, 4)).isEqualTo(70);
    }

    /** Two links that each lose 10 % let 81 % through; a share of so many has a standard deviation of sqrt(p q / n). */
    @Test
    void N2_the_links_of_a_route_lose_independently_of_each_other() {
        Network network = network(0.1);
        int way = way(network, Plane.A, "austin");
        double arrived = 0;
        for (int packet = 0; packet < PACKETS; packet++) {
            arrived += network.send(way, luck, packet) == Agenda.NEVER ? 0 : 1;
        }
        double deviation = Math.sqrt(0.81 * 0.19 / PACKETS);
        assertThat(arrived / PACKETS).isBetween(0.81 - 4 * deviation, 0.81 + 4 * deviation);
    }

    @Test
    void N2_a_packet_has_the_luck_of_its_number_in_its_stream() {
        Network network = network(0.3);
        int way = way(network, Plane.B, "austin");
        Luck plain = new Luck(1, "phone-1>proxy");
        LossDraws other = new LossDraws(Draws.ofSeed(1), "phone-2>proxy");
        int differing = 0;
        for (int packet = 0; packet < 1000; packet++) {
            long arrival = network.send(way, luck, packet);
            assertThat(arrival).isEqualTo(plain.loses(packet, 0.3) ? Agenda.NEVER : 5);
            assertThat(network.send(way, luck, packet)).isEqualTo(arrival);
            differing += network.send(way, other, packet) == arrival ? 0 : 1;
        }
        assertThat(differing).isBetween(320, 520);
    }

    @Test
    void a_way_is_broken_by_the_first_link_that_failed_or_by_the_site_at_either_end_of_it() {
        Network network = network(0);
        int way = way(network, Plane.A, "austin");
        network.setLinkFailed("second", true, 7);
        network.settle(changed -> {});
        assertThat(network.causeOfBreak(way)).isEqualTo(7);
        network.setLinkFailed("second", false, 8);
        network.settle(changed -> {});
        assertThat(network.causeOfMend(way)).isEqualTo(8);
        int onward = network.way(Plane.DATA, network.site("dallas"), network.site("austin"));
        network.setSiteFailed(network.site("dallas"), true, 9);
        network.settle(changed -> {});
        assertThat(network.causeOfBreak(way)).isEqualTo(9);
        assertThat(network.causeOfBreak(onward)).isEqualTo(9);
        network.setSiteFailed(network.site("dallas"), false, 10);
        network.settle(changed -> {});
        assertThat(network.causeOfMend(way)).isEqualTo(10);
        network.setSiteFailed(network.site("hq"), true, 11);
        network.settle(changed -> {});
        assertThat(network.causeOfBreak(way)).isEqualTo(11);
        network.setSiteFailed(network.site("hq"), false, 12);
        network.settle(changed -> {});
        network.setSiteFailed(network.site("austin"), true, 13);
        network.settle(changed -> {});
        assertThat(network.causeOfBreak(way)).isEqualTo(13);
        network.setSiteFailed(network.site("austin"), false, 14);
        network.settle(changed -> {});
        assertThat(network.causeOfMend(way)).isEqualTo(14);
    }

    @Test
    void a_search_of_routes_is_charged_for_the_sites_and_links_that_it_may_look_at_and_made_once() {
        Network network = network(0);
        int way = way(network, Plane.A, "austin");
        network.latency(way);
        network.latency(way);
        assertThat(agenda.steps())
                .as("five for each of four sites and four links")
                .isEqualTo(40);
        assertThat(network.areJoined(network.site("austin"), network.site("hq")))
                .isTrue();
        assertThat(network.areJoined(network.site("island"), network.site("hq")))
                .isFalse();
        assertThat(agenda.steps()).as("and one for each").isEqualTo(48);
    }
}
