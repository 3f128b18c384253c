package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;

/**
 * One port network with one IPSI: its phase and its timers (M4 to M15, M28).
 *
 * <p>A timer takes the value in force when it is armed: sanity at the contact; the length of the warm reset, the cold
 * reset delay and a no-service time-out that does not wait for the cold reset at the warm reset; the length of the
 * cold reset and the other no-service time-outs at the cold reset. A server of the controlling cluster is silent from
 * the due time of a heartbeat of it that does not come until its next one arrives, even if that is an older one that
 * came a longer way. The port network is silent while all servers of its controlling cluster are.
 *
 * <p>The restart of a Cold-2 is done by a server that reaches the IPSI, so it counts as contact, like an acceptance.
 */
final class PlainPn {
    private enum Phase {
        SERVICE,
        WARM_RESET,
        COLD_RESET,
        CONTACT_AFTER_COLD_RESET,
        RESTART,
        DOWN,
        WITHOUT_SERVER
    }

    private record Shown(PnState state, int controller) {}

    final PortNetwork identity;
    final PriorityList list;
    private final TimersInForce timers;
    private final Calls calls;
    private final Timeline<Shown> states = new Timeline<>();
    private final Timeline<List<Integer>> lists = new Timeline<>();

    PlainCluster controller;
    boolean wantsService;

    /** Since when its controller has it without a break. */
    long takenAt;

    /** When the IPSI last failed. */
    long failedAt = -1;

    /** When the IPSI last started anew; heartbeats sent before are none of its business. */
    long startedAt;

    private Phase phase = Phase.SERVICE;
    private final Set<PlainServer> silent = new HashSet<>();
    private long lastContact;
    private long warmReset;
    private long warmResetOver;
    private long coldResetOver;
    private long sanityAt = NEVER;
    private long coldAt = NEVER;
    private long askAt = NEVER;
    private long serviceAt = NEVER;
    private long restartAt = NEVER;
    private long restartOver = NEVER;
    private long coldDelay;
    private long warmResets;
    private long coldResets;
    private long failovers;
    private long fallbacks;

    PlainPn(PortNetwork identity, PlainCluster controller, PriorityList list, TimersInForce timers) {
        this.identity = identity;
        this.controller = controller;
        this.list = list;
        this.timers = timers;
        calls = new Calls(identity.calls());
        contact(0);
    }

    boolean isDown() {
        return phase == Phase.DOWN;
    }

    /** The cluster whose socket is never refused; 0 while there is none. */
    int controllerOrNone() {
        return isWithoutServer() ? 0 : controller.number;
    }

    boolean isWithoutServer() {
        return phase == Phase.WITHOUT_SERVER;
    }

    /** A heartbeat of a server of the controlling cluster arrives. */
    void heartbeat(PlainServer server, long now) {
        silent.remove(server);
        contact(now);
    }

    private void contact(long now) {
        if (isDown() || isWithoutServer()) {
            return;
        }
        lastContact = now;
        sanityAt = now + timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        if (phase == Phase.WARM_RESET && serviceAt == NEVER) {
            serviceAt = Math.max(now, Math.max(warmResetOver, coldResetOver));
            coldAt = NEVER;
            askAt = NEVER;
        } else if (phase == Phase.COLD_RESET) {
            phase = Phase.CONTACT_AFTER_COLD_RESET;
            restartAt = Math.max(now, coldResetOver);
            askAt = NEVER;
        }
    }

    /** A heartbeat of a server of the controlling cluster was due and did not come (M5). */
    void missHeartbeat(PlainServer server) {
        silent.add(server);
    }

    private boolean isSilent() {
        return silent.containsAll(controller.servers);
    }

    /** Ends of resets and of the restart (M6, M9). */
    void endPhases(long now) {
        if (serviceAt <= now || restartOver <= now) {
            serviceAt = NEVER;
            restartOver = NEVER;
            phase = Phase.SERVICE;
        } else if (restartAt <= now) {
            restart(now, timers.millis(TimerSetting.PN_RESTART_DURATION));
        }
    }

    void expireSanity(long now) {
        if (sanityAt <= now) {
            disarm();
            warmReset = now;
            warmResets++;
            phase = Phase.WARM_RESET;
            warmResetOver = now + timers.millis(TimerSetting.WARM_RESET_DURATION);
            calls.freeze();
            armColdReset();
            armNoService(false);
        }
    }

    void expireColdResetDelay(long now) {
        if (coldAt <= now) {
            coldAt = NEVER;
            coldResets++;
            phase = Phase.COLD_RESET;
            coldResetOver = now + timers.millis(TimerSetting.COLD_RESET_DURATION);
            calls.freeze();
            if (timers.get().callsDrop() == CallsDropReading.AT_COLD_RESET) {
                calls.drop();
            }
            armNoService(true);
        }
    }

    void expireNoService(long now) {
        if (askAt <= now) {
            askAt = NEVER;
            wantsService = true;
        }
    }

    private void armColdReset() {
        coldDelay = timers.millis(TimerSetting.PN_COLD_RESET_DELAY);
        long from = reading() == EscalationReading.SERIAL ? warmReset : lastContact;
        coldAt = Math.max(warmReset, from + coldDelay);
    }

    private void armNoService(boolean atColdReset) {
        boolean afterColdReset = reading() == EscalationReading.SERIAL || reading() == EscalationReading.COLD_FROM_LOSS;
        if (afterColdReset == atColdReset) {
            long from = switch (reading()) {
                case SERIAL -> warmReset + coldDelay;
                case COLD_FROM_LOSS -> lastContact + coldDelay;
                case ALL_FROM_LOSS -> lastContact;
                case NO_SERVICE_FROM_WARM -> warmReset;
            };
            askAt = Math.max(warmReset, from + timers.millis(TimerSetting.NO_SERVICE_TIMEOUT));
        }
    }

    private EscalationReading reading() {
        return timers.get().reading();
    }

    /** Nobody accepted: the no-service time-out starts again (M11), 1 ms at least so that time goes on. */
    void waitAgain(long now) {
        askAt = now + Math.max(1, timers.millis(TimerSetting.NO_SERVICE_TIMEOUT));
    }

    /** A cluster takes the port network and restarts it (M10, M27, M28). */
    void takenBy(PlainCluster cluster, long now) {
        if (cluster != controller) {
            failovers += cluster.isMain() ? 0 : 1;
            fallbacks += cluster.isMain() ? 1 : 0;
        }
        controller = cluster;
        takenAt = now;
        list.connectController(cluster, now);
        restart(now, timers.millis(TimerSetting.PN_RESTART_DURATION));
        silent.clear();
        contact(now);
    }

    /** The main that controls it has gone through a Cold-2, and restarts it with everything else (M24). */
    void coldRestart(long now) {
        restart(now, MainPair.COLD_2);
        silent.clear();
        contact(now);
    }

    private void restart(long now, long length) {
        long sanity = sanityAt;
        disarm();
        sanityAt = sanity;
        coldResetOver = now;
        phase = Phase.RESTART;
        restartOver = now + length;
        calls.drop();
    }

    /** Power or the IPSI is gone (M28). */
    void fail(long now) {
        disarm();
        failedAt = now;
        coldResetOver = now;
        phase = Phase.DOWN;
        calls.drop();
        list.clear();
    }

    /** Power and the IPSI are back, but no server is (M28). */
    void startWithoutServer(long now) {
        startedAt = now;
        phase = Phase.WITHOUT_SERVER;
    }

    private void disarm() {
        wantsService = false;
        sanityAt = NEVER;
        coldAt = NEVER;
        askAt = NEVER;
        serviceAt = NEVER;
        restartAt = NEVER;
        restartOver = NEVER;
    }

    /** When its next timer expires, those of its sockets included. */
    long nextTimer() {
        return LongStream.of(sanityAt, coldAt, askAt, serviceAt, restartAt, restartOver, list.next())
                .min()
                .orElseThrow();
    }

    /** When the state it shows changes without a timer; {@link PlainServer#NEVER} if it does not. */
    long nextChangeOfLooks(long now) {
        return coldResetOver > now ? coldResetOver : NEVER;
    }

    void record(long now) {
        states.record(now, new Shown(state(now), controller.number));
        lists.record(now, list.clusters());
    }

    private PnState state(long now) {
        return switch (phase) {
            case SERVICE -> isSilent() ? PnState.CONTACT_LOST : PnState.IN_SERVICE;
            case WARM_RESET -> now < coldResetOver ? PnState.COLD_RESET : PnState.WARM_RESET;
            case COLD_RESET, CONTACT_AFTER_COLD_RESET -> now < coldResetOver ? PnState.COLD_RESET : PnState.NO_SERVICE;
            case RESTART -> PnState.RESTARTING;
            case DOWN -> PnState.DOWN;
            case WITHOUT_SERVER -> PnState.NO_SERVICE;
        };
    }

    PnHistory history(long end) {
        List<PnSpan> timeline =
                states.spans(end, (from, to, shown) -> new PnSpan(from, to, shown.state(), shown.controller()));
        TreeMap<IpsiId, List<ListSpan>> lists = new TreeMap<>();
        lists.put(identity.ipsis().get(0), this.lists.spans(end, ListSpan::new));
        PnTotals totals = new PnTotals(
                length(timeline.stream().filter(span -> span.state().isOutage()).toList()),
                length(timeline.stream()
                        .filter(span -> span.state().isDegraded())
                        .toList()),
                warmResets,
                coldResets,
                failovers,
                fallbacks,
                0,
                calls.pn().dropped(),
                0,
                0);
        return new PnHistory(identity, timeline, lists, totals, calls.pn(), calls.ip());
    }

    private static long length(List<PnSpan> spans) {
        return spans.stream().mapToLong(PnSpan::length).sum();
    }
}
