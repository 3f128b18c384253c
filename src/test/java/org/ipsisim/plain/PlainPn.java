package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.List;
import java.util.TreeMap;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Histories;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PnTotals;
import org.ipsisim.history.Subject;

/**
 * One port network: its phase and its timers (M4 to M15, M28). It is silent while its active IPSI is (M20).
 *
 * <p>A timer takes the value in force when it is armed: sanity at the contact; the length of the warm reset, the cold
 * reset delay and a no-service time-out that does not wait for the cold reset at the warm reset; the length of the
 * cold reset and the other no-service time-outs at the cold reset. Contact is contact on either IPSI; an acceptance
 * counts as contact on both, and so does the restart of a Cold-2, which a server does that reaches one of them.
 */
final class PlainPn {
    private enum Phase {
        SERVICE,
        WARM_RESET,
        COLD,
        /** It has reset cold, or a restart has been called off, and a restart is due (M30). */
        COLD_WITH_CONTACT,
        RESTART,
        DOWN,
        WITHOUT_SERVER
    }

    private record Shown(PnState state, int controller) {}

    final PortNetwork identity;
    final List<PlainIpsi> ipsis;
    final Boards boards;
    private final TimersInForce timers;
    private final Trace trace;
    private final Calls calls;
    private final Timeline<Shown> states = new Timeline<>();

    PlainCluster controller;
    boolean wantsService;

    /** Since when its controller has it without a break. */
    long takenAt;

    /** Since when the main has a socket to one of the IPSIs without a break. */
    long mainConnectedSince = NEVER;

    private Phase phase = Phase.SERVICE;
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

    PlainPn(
            PortNetwork identity,
            PlainCluster controller,
            List<PlainCluster> clusters,
            TimersInForce timers,
            Trace trace) {
        this.identity = identity;
        this.controller = controller;
        this.timers = timers;
        this.trace = trace;
        ipsis = identity.ipsis().stream()
                .map(id -> new PlainIpsi(id, this, new PriorityList(identity, clusters, timers), timers, trace))
                .toList();
        boards = new Boards(ipsis, identity.nightlyInterchange());
        calls = new Calls(identity.calls());
        contact(0);
    }

    boolean hasTwoIpsis() {
        return ipsis.size() == 2;
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

    /** No IPSI is in use, or the one that has control hangs (M28, M31). */
    boolean servesNobody() {
        return ipsis.stream().noneMatch(PlainIpsi::isInUse) || boards.active().isInUse() && boards.active().hung;
    }

    /** The IPSI that would have control is in use and does not hang. */
    boolean canServe() {
        return boards.activeFirst().stream()
                .filter(PlainIpsi::isInUse)
                .findFirst()
                .filter(ipsi -> !ipsi.hung)
                .isPresent();
    }

    /** Some cluster controls it, though it may be silent. */
    boolean isControlled() {
        return !isDown() && !isWithoutServer();
    }

    /** A heartbeat of a server of the controlling cluster arrives at one of the IPSIs. */
    void heartbeat(PlainIpsi ipsi, PlainServer server, long now) {
        boolean wasSilent = !hasTwoIpsis() && ipsi.isSilent();
        ipsi.heartbeat(server, now);
        if (ipsi.withdrawn) {
            return;
        }
        if (isControlled() && (wasSilent || sanityAt == NEVER)) {
            tell(now, new PnHappening.ContactRestored(controller.number, now - lastContact));
            if (askAt != NEVER) {
                tell(now, new PnHappening.NoServiceStopped(askAt - now));
            }
        }
        contact(now);
    }

    private void tell(long now, Happening what) {
        trace.tell(now, Subject.pn(identity.number()), what);
    }

    /** Contact with the controlling cluster, on whichever IPSI. */
    private void contact(long now) {
        if (!isControlled()) {
            return;
        }
        lastContact = now;
        sanityAt = now + timers.millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        if (phase == Phase.WARM_RESET && serviceAt == NEVER) {
            serviceAt = Math.max(now, warmResetOver);
            coldAt = NEVER;
            askAt = NEVER;
        } else if (phase == Phase.COLD) {
            phase = Phase.COLD_WITH_CONTACT;
            restartAt = Math.max(now, coldResetOver);
            coldAt = NEVER;
            askAt = NEVER;
        }
    }

    /** Ends of resets and of the restart (M6, M9). */
    void endPhases(long now) {
        if (restartAt <= now) {
            restart(now, timers.millis(TimerSetting.PN_RESTART_DURATION));
        }
        if (serviceAt <= now || restartOver <= now) {
            serviceAt = NEVER;
            restartOver = NEVER;
            phase = Phase.SERVICE;
        }
    }

    void expireSanity(long now) {
        if (sanityAt <= now) {
            disarm();
            warmReset = now;
            if (phase == Phase.COLD_WITH_CONTACT || phase == Phase.RESTART) {
                tell(now, new PnHappening.RestartCalledOff(now - lastContact));
                phase = Phase.COLD;
            } else {
                boolean callsStay = timers.get().callsDrop() != CallsDropReading.AT_WARM_RESET;
                tell(now, new PnHappening.WarmReset(now - lastContact, callsStay));
                warmResets++;
                phase = Phase.WARM_RESET;
                warmResetOver = now + timers.millis(TimerSetting.WARM_RESET_DURATION);
                if (callsStay) {
                    calls.freeze();
                } else {
                    calls.drop();
                }
            }
            armColdReset();
            armNoService(now, false);
        }
    }

    void expireColdResetDelay(long now) {
        if (coldAt <= now) {
            tell(now, new PnHappening.ColdReset(now - lastContact));
            coldAt = NEVER;
            coldResets++;
            phase = Phase.COLD;
            coldResetOver = now + timers.millis(TimerSetting.COLD_RESET_DURATION);
            calls.freeze();
            if (timers.get().callsDrop() != CallsDropReading.AT_TAKEOVER) {
                calls.drop();
            }
            armNoService(now, true);
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

    private void armNoService(long now, boolean atColdReset) {
        boolean afterColdReset = reading() == EscalationReading.SERIAL || reading() == EscalationReading.COLD_FROM_LOSS;
        if (afterColdReset == atColdReset) {
            long from = switch (reading()) {
                case SERIAL -> warmReset + coldDelay;
                case COLD_FROM_LOSS -> lastContact + coldDelay;
                case ALL_FROM_LOSS -> lastContact;
                case NO_SERVICE_FROM_WARM -> warmReset;
            };
            askAt = Math.max(now, from + timers.millis(TimerSetting.NO_SERVICE_TIMEOUT));
            tell(now, new PnHappening.NoServiceStarted(askAt));
        }
    }

    private EscalationReading reading() {
        return timers.get().reading();
    }

    /** Nobody accepted: the no-service time-out starts again (M11), 1 ms at least so that time goes on. */
    void waitAgain(long now) {
        askAt = now + Math.max(1, timers.millis(TimerSetting.NO_SERVICE_TIMEOUT));
        tell(now, new PnHappening.NoServiceStarted(askAt));
    }

    /** A cluster takes the port network and restarts it (M10, M27, M28). */
    void takenBy(PlainCluster cluster, long now) {
        if (cluster != controller) {
            tell(
                    now,
                    cluster.isMain()
                            ? new PnHappening.FellBack(cluster.number, controller.number)
                            : new PnHappening.TakenOver(cluster.number, controller.number));
            failovers += cluster.isMain() ? 0 : 1;
            fallbacks += cluster.isMain() ? 1 : 0;
        }
        controller = cluster;
        takenAt = now;
        restart(now, timers.millis(TimerSetting.PN_RESTART_DURATION));
        contactOnAll(now);
    }

    /** The main that controls it has gone through a Cold-2, and restarts it with everything else (M24). */
    void coldRestart(long now) {
        beginRestart(now, MainPair.COLD_2);
        calls.dropAll();
        contactOnAll(now);
    }

    /** Sockets may have been opened or closed. */
    void noteConnectionTo(PlainCluster main, long now) {
        boolean connected = ipsis.stream().anyMatch(ipsi -> ipsi.list.isConnected(main));
        mainConnectedSince = connected ? Math.min(mainConnectedSince, now) : NEVER;
    }

    private void contactOnAll(long now) {
        ipsis.forEach(ipsi -> ipsi.contact(now));
        contact(now);
    }

    private void restart(long now, long length) {
        beginRestart(now, length);
        calls.drop();
    }

    private void beginRestart(long now, long length) {
        long over = Math.max(now + length, systemRestartEnds());
        tell(now, new PnHappening.PnRestarted(controller.number, over - now));
        long sanity = sanityAt;
        disarm();
        sanityAt = sanity;
        coldResetOver = now;
        phase = Phase.RESTART;
        restartOver = over;
    }

    /** A restart of the whole system is over for no port network before it is over (M30). */
    private long systemRestartEnds() {
        return controller.systemRestartEnds == NEVER ? 0 : controller.systemRestartEnds;
    }

    /** Power or the last IPSI is gone (M28). */
    void fail(long now) {
        tell(now, new PnHappening.PnDown());
        disarm();
        coldResetOver = now;
        phase = Phase.DOWN;
        calls.drop();
    }

    /** The building has no power, and so neither have the phones in it (M32). */
    void losePowerOfPhones() {
        if (!identity.ipPhonesKeepPower()) {
            calls.dropBetweenIpPhones();
        }
    }

    /** Power and an IPSI are back, but no server is (M28). */
    void startWithoutServer() {
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
        long next = Math.min(Math.min(sanityAt, coldAt), Math.min(askAt, serviceAt));
        next = Math.min(next, Math.min(restartAt, restartOver));
        for (PlainIpsi ipsi : ipsis) {
            next = Math.min(next, ipsi.list.next());
        }
        return next;
    }

    /** When what it shows changes without a timer of its own; {@link PlainServer#NEVER} if it does not. */
    long nextChangeOfLooks(long now) {
        return Math.min(coldResetOver > now ? coldResetOver : NEVER, calls.redialAt());
    }

    void record(long now) {
        long redialled = calls.redial(state(now) == PnState.IN_SERVICE || state(now) == PnState.CONTACT_LOST, now);
        if (redialled > 0) {
            tell(now, new PnHappening.CallsRedialled(redialled));
        }
        states.record(now, new Shown(state(now), controller.number));
        ipsis.forEach(ipsi -> ipsi.record(now));
    }

    private PnState state(long now) {
        return switch (phase) {
            case SERVICE -> boards.active().isSilent() ? PnState.CONTACT_LOST : PnState.IN_SERVICE;
            case WARM_RESET -> PnState.WARM_RESET;
            case COLD, COLD_WITH_CONTACT -> now < coldResetOver ? PnState.COLD_RESET : PnState.NO_SERVICE;
            case RESTART -> PnState.RESTARTING;
            case DOWN -> PnState.DOWN;
            case WITHOUT_SERVER -> PnState.NO_SERVICE;
        };
    }

    PnHistory history(long end) {
        List<PnSpan> timeline =
                states.spans(end, (from, to, shown) -> new PnSpan(from, to, shown.state(), shown.controller()));
        TreeMap<IpsiId, List<ListSpan>> lists = new TreeMap<>();
        ipsis.forEach(ipsi -> lists.put(ipsi.id, ipsi.lists(end)));
        PnTotals totals = new PnTotals(
                length(timeline.stream().filter(span -> span.state().isOutage()).toList()),
                length(timeline.stream()
                        .filter(span -> span.state().isDegraded())
                        .toList()),
                warmResets,
                coldResets,
                failovers,
                fallbacks,
                boards.interchanges(),
                calls.pn().dropped() + calls.ip().dropped(),
                0,
                0);
        return Histories.pn(identity, timeline, lists, totals, calls.pn(), calls.ip());
    }

    private static long length(List<PnSpan> spans) {
        return spans.stream().mapToLong(PnSpan::length).sum();
    }
}
