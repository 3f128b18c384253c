package org.ipsisim.survivability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.History;
import org.ipsisim.network.Luck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every pattern of some beats that are lost or not, and of a way that works or not for so many tenths of a second, against a
 * loop that looks at each millisecond (M3 to M6, N2, N7 to N9). Nothing is left to a choice of examples.
 */
class AllPatternsTest {
    private static final long SEED = 1;
    private static final Target PATH = new Target.OfControlPath(1);

    /** What arrives and what is missed at each millisecond. */
    private interface Way {
        boolean arrives(long time);

        boolean misses(long time);
    }

    /** A state from a time on. */
    private record Change(long at, PnState state) {}

    /** The states of a port network by M4 to M6, with a cold reset far away. */
    private static List<Change> states(Way way, long sanity, long warmReset, long end) {
        List<Change> changes = new ArrayList<>();
        long lastContact = 0;
        long warmSince = -1;
        boolean back = false;
        boolean silent = false;
        for (long time = 0; time < end; time++) {
            if (way.arrives(time)) {
                lastContact = time;
                silent = false;
                back = true;
            }
            if (warmSince >= 0 && back && time >= warmSince + warmReset) {
                warmSince = -1;
            }
            silent |= way.misses(time);
            if (time == lastContact + sanity) {
                warmSince = time;
                back = false;
            }
            PnState state = warmSince >= 0 ? PnState.WARM_RESET : silent ? PnState.CONTACT_LOST : PnState.IN_SERVICE;
            if (changes.isEmpty() || changes.get(changes.size() - 1).state() != state) {
                changes.add(new Change(time, state));
            }
        }
        return changes;
    }

    private static List<Change> states(History history) {
        return history.portNetworks().get(0).timeline().stream()
                .map(span -> new Change(span.from(), span.state()))
                .toList();
    }

    private static Scenario scenario(
            long interval, long sanity, long warmReset, long end, Transport transport, List<ScenarioEvent> events) {
        Timers timers = Timers.defaultsOf(Release.CM_6)
                .with(TimerSetting.HEARTBEAT_INTERVAL, Duration.ofMillis(interval))
                .with(TimerSetting.SOCKET_SANITY_TIMEOUT, Duration.ofMillis(sanity))
                .with(TimerSetting.WARM_RESET_DURATION, Duration.ofMillis(warmReset));
        PortNetwork pn = new PortNetwork(1, "hq", 1, false, false, new StableCalls(0, 0), Optional.empty());
        Estate estate = new Estate(
                Release.CM_6,
                timers,
                new Fallback.Manual(),
                List.of("hq"),
                List.of(),
                new Servers(MainCluster.simplexAt("hq"), List.of(), List.of()),
                List.of(pn),
                new HeartbeatRules(transport, FirstWait.LINUX, false));
        return new Scenario(
                "", "", Duration.ofMillis(end), SEED, estate, events, List.of(), List.of(), Provenance.NONE);
    }

    private static boolean isIn(int pattern, long place) {
        return place < Integer.SIZE && (pattern >>> place & 1) != 0;
    }

    private static final long INTERVAL = 10;
    private static final long WARM_RESET = 4;

    /** Beats arrive when they are sent, but for those of the pattern. */
    private record Beats(int lost) implements Way {
        @Override
        public boolean arrives(long time) {
            return time % INTERVAL == 0 && !isIn(lost, time / INTERVAL);
        }

        @Override
        public boolean misses(long time) {
            return time % INTERVAL == 0 && isIn(lost, time / INTERVAL);
        }
    }

    private static void compareBeats(int lost, int beats, long sanity, List<ScenarioEvent> events) {
        long end = (beats + 6) * INTERVAL;
        History history = Simulation.run(scenario(INTERVAL, sanity, WARM_RESET, end, Transport.IDEAL, events));
        assertThat(states(history))
                .as("sanity time-out %d, lost: %s from the right", sanity, Integer.toBinaryString(lost))
                .isEqualTo(states(new Beats(lost), sanity, WARM_RESET, end));
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 30})
    void M4_every_pattern_of_16_beats_that_a_cut_loses(long sanity) {
        for (int lost = 0; lost < 1 << 16; lost++) {
            compareBeats(lost, 16, sanity, cuts(lost, 16, INTERVAL));
        }
    }

    /** The time-out between two beats, on one, and 1 ms beside. */
    @ParameterizedTest
    @ValueSource(longs = {5, 9, 10, 11, 29, 31, 45})
    void M4_every_pattern_of_11_beats_for_other_time_outs(long sanity) {
        for (int lost = 0; lost < 1 << 11; lost++) {
            compareBeats(lost, 11, sanity, cuts(lost, 11, INTERVAL));
        }
    }

    /** Each beat meets a loss just above its number or just below (N12): what is lost, then, is lost by chance. */
    @ParameterizedTest
    @ValueSource(longs = {9, 20, 30})
    void N2_every_pattern_of_12_beats_that_are_lost_by_chance(long sanity) {
        Luck luck = new Luck(SEED, "main-a>ipsi-1a");
        for (int lost = 0; lost < 1 << 12; lost++) {
            List<ScenarioEvent> losses = new ArrayList<>();
            for (int beat = 0; beat < 12; beat++) {
                double number = luck.of(beat);
                losses.add(new ScenarioEvent.Degrade(
                        Duration.ofMillis(beat * INTERVAL),
                        PATH,
                        OptionalDouble.of(isIn(lost, beat) ? number + 0x1p-53 : number),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofMillis(INTERVAL))));
            }
            compareBeats(lost, 12, sanity, losses);
        }
    }

    /** The way does not work in the slots of a pattern. */
    private static List<ScenarioEvent> cuts(int pattern, int slots, long slot) {
        List<ScenarioEvent> cuts = new ArrayList<>();
        for (int from = 0; from < slots; from++) {
            int to = from;
            while (to < slots && isIn(pattern, to)) {
                to++;
            }
            if (to > from) {
                cuts.add(new ScenarioEvent.Fail(
                        Duration.ofMillis(from * slot), PATH, Optional.of(Duration.ofMillis((to - from) * slot))));
                from = to;
            }
        }
        return cuts;
    }

    private static final int SLOTS = 14;
    private static final long SLOT = 100;
    private static final long BEAT = 200;
    private static final long SANITY = 600;
    private static final long RTO = 200;

    /** N7 to N9 on a way without latency. */
    private static final class OverTcp implements Way {
        private final boolean[] arrives;
        private final boolean[] misses;

        OverTcp(int cut, int end) {
            arrives = new boolean[end];
            misses = new boolean[end];
            boolean recovers = false;
            boolean closed = false;
            int last = 0;
            int lossAt = 0;
            int wait = 0;
            int nextTry = 0;
            for (int time = 0; time < end; time++) {
                boolean works = !isIn(cut, time / SLOT);
                if (recovers && time > Math.max(lossAt, last + SANITY)) {
                    recovers = false;
                    closed = true;
                }
                if (recovers && time == nextTry) {
                    wait *= 2;
                    nextTry += wait;
                    recovers = !works;
                    arrives[time] = works;
                }
                if (time % BEAT == 0) {
                    boolean sent = !recovers && works;
                    arrives[time] |= sent;
                    misses[time] = !sent;
                    closed &= !sent;
                    if (!sent && !recovers && !closed) {
                        recovers = true;
                        lossAt = time;
                        wait = (int) RTO;
                        nextTry = time + wait;
                    }
                }
                last = arrives[time] ? time : last;
            }
        }

        @Override
        public boolean arrives(long time) {
            return arrives[(int) time];
        }

        @Override
        public boolean misses(long time) {
            return misses[(int) time];
        }
    }

    /** A way that comes and goes every tenth of a second: tries come 0.2, 0.6 and 1.4 s after a loss. */
    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void N7_N8_N9_every_pattern_of_14_tenths_of_a_second_over_TCP(long warmReset) {
        int end = (int) (SLOTS * SLOT + 1500);
        for (int cut = 0; cut < 1 << SLOTS; cut++) {
            History history =
                    Simulation.run(scenario(BEAT, SANITY, warmReset, end, Transport.TCP, cuts(cut, SLOTS, SLOT)));
            assertThat(states(history))
                    .as("cut: %s from the right", Integer.toBinaryString(cut))
                    .isEqualTo(states(new OverTcp(cut, end), SANITY, warmReset, end));
        }
    }
}
