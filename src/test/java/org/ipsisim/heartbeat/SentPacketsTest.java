package org.ipsisim.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.RankedKind;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.Impairment;
import org.ipsisim.network.LossDraws;
import org.ipsisim.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heartbeats that are sent one by one arrive when the path says that they do, though it knows no single one (M3, N2). */
class SentPacketsTest {
    private static final String PATH = "main-a>ipsi-1a";
    private static final long INTERVAL = 1000;
    private static final int BEATS = 5000;
    private static final RankedKind SENDING = () -> 0;

    private final Agenda agenda = new Agenda();
    private final List<Long> sent = new ArrayList<>();

    private static Link link(String id, String a, String b, int latency, double loss) {
        return new Link(id, a, b, Duration.ofMillis(latency), loss, ControlNetwork.BOTH, Optional.empty());
    }

    private static Estate estate(double loss) {
        List<String> sites = List.of("hq", "dallas", "austin");
        List<Link> links = List.of(
                link("wan", "hq", "dallas", 20, loss),
                link("detour-1", "hq", "austin", 700, 0),
                link("detour-2", "austin", "dallas", 900, loss / 2));
        PortNetwork pn = new PortNetwork(1, "dallas", 1, false, false, StableCalls.NONE, Optional.empty());
        return new Estate(
                Release.CM_6,
                Timers.defaultsOf(Release.CM_6),
                new Fallback.Manual(),
                sites,
                links,
                new Servers(MainCluster.simplexAt("hq"), List.of(), List.of()),
                List.of(pn),
                HeartbeatRules.DEFAULT);
    }

    /** Sends every heartbeat, and changes both networks alike at certain times. */
    private List<Long> arrivalsOfPath(double loss, boolean changes) {
        Estate estate = estate(loss);
        Draws draws = Draws.ofSeed(7);
        IpsiId ipsi = estate.portNetworks().get(0).ipsis().get(0);
        long sanity = estate.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        Connections connections = new Connections(
                agenda,
                estate,
                estate.main().servers(),
                List.of(ipsi),
                new SanityTimeouts(sanity),
                draws,
                Agenda.NEVER);
        HeartbeatPath path = connections.path(0, 0);
        path.keepChanges();
        Network network = new Network(agenda, estate.sites(), estate.links());
        int way = network.way(ipsi.plane(), network.site("hq"), network.site("dallas"));
        LossDraws luck = new LossDraws(draws, PATH);
        for (int beat = 0; beat < BEATS; beat++) {
            long number = beat;
            agenda.once(beat * INTERVAL, Turn.ARRIVAL, SENDING.rank(beat), () -> {
                long arrival = network.send(way, luck, number);
                if (arrival != Agenda.NEVER) {
                    sent.add(arrival);
                }
            });
        }
        for (int i = 0; changes && i < BEATS / 10; i++) {
            int number = i;
            agenda.once(i * 7777L, Turn.CHANGE, SENDING.rank(i), () -> change(number, connections, network));
        }
        List<Long> arrivals = new ArrayList<>();
        for (long time = 1000; time <= BEATS * INTERVAL; time += 1000) {
            agenda.runUntil(time);
            // what may change later has not done so yet: asks only for what has arrived by now
            for (long next = path.firstArrivalAfter(time - 1001); next < time; next = path.firstArrivalAfter(next)) {
                arrivals.add(next);
            }
        }
        return arrivals;
    }

    private static void change(int number, Connections connections, Network network) {
        boolean fails = number % 3 == 0;
        connections.setLinkFailed("wan", fails, 0);
        network.setLinkFailed("wan", fails, 0);
        connections.setSiteFailed("austin", number % 4 == 0, 0);
        network.setSiteFailed(network.site("austin"), number % 4 == 0, 0);
        Impairment impairment = new Impairment(number % 5 * 0.1, number % 2 == 0 ? 250 : 30);
        connections.link("wan").impair(1, impairment, 0);
        network.link("wan").impair(1, impairment, 0);
        connections.markLink("wan");
        connections.settle();
        network.settle(way -> {});
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.4, 0.9, 1})
    void N2_each_arrives_when_the_path_says_so(double loss) {
        List<Long> arrivals = arrivalsOfPath(loss, false);
        assertThat(arrivals)
                .isEqualTo(sent.stream().filter(time -> time < BEATS * INTERVAL).toList());
        assertThat(arrivals).hasSizeBetween((int) (BEATS * (1 - loss) * 0.8), BEATS);
    }

    @Test
    void M3_each_arrives_when_the_path_says_so_while_links_fail_become_slow_and_lose() {
        List<Long> arrivals = arrivalsOfPath(0.1, true);
        assertThat(arrivals)
                .isEqualTo(sent.stream()
                        .filter(time -> time < BEATS * INTERVAL)
                        .distinct()
                        .sorted()
                        .toList());
        assertThat(arrivals).hasSizeBetween(BEATS / 3, BEATS * 9 / 10);
    }
}
