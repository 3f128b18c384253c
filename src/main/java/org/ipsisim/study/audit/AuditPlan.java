package org.ipsisim.study.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.Words;
import org.ipsisim.study.Fault;
import org.ipsisim.study.WrongPlan;

/**
 * Which faults are tried on an estate: each alone, or each alone and each pair at once, for each of some lengths.
 *
 * @param scenario gives the estate; its own events are left out
 * @param faults how many faults strike together at most, 1 or 2
 * @param lengths of a fault in milliseconds, ascending
 */
public record AuditPlan(Scenario scenario, int faults, List<Long> lengths) {
    /** Most runs of an audit. */
    public static final long MOST_RUNS = 2_000_000;

    /** When the faults begin, in milliseconds: a heartbeat is due then, which is the worst time. */
    public static final long AT = 60_000;

    private static final long FIVE_MINUTES = 300_000;

    /** What {@link TimerSetting} does not have: two beats, waits of TCP, the return to the A side, a Cold-2 restart. */
    private static final long FIXED_WAITS = 60_000 + 60_000 + 225_000;

    /** Keeps a copy of the lengths. */
    public AuditPlan {
        lengths = List.copyOf(lengths);
    }

    /**
     * A plan that can be carried out.
     *
     * @throws WrongPlan if a length is given twice, or there are too many runs
     */
    public static AuditPlan of(Scenario scenario, int faults, List<Long> lengths) throws WrongPlan {
        if (new HashSet<>(lengths).size() < lengths.size()) {
            throw new WrongPlan("a duration is given twice");
        }
        AuditPlan plan =
                new AuditPlan(scenario, faults, lengths.stream().sorted().toList());
        if (plan.runs() > MOST_RUNS) {
            throw new WrongPlan("that would take " + Words.grouped(plan.runs()) + " runs (" + Words.grouped(plan.sets())
                    + (faults == 2 ? " single faults and pairs" : " single faults") + " x " + lengths.size()
                    + (lengths.size() == 1 ? " duration" : " durations") + "), more than " + Words.grouped(MOST_RUNS)
                    + "; choose fewer durations" + (faults == 2 ? " or --faults 1" : ""));
        }
        return plan;
    }

    /**
     * What can fail: each link, site, server, session manager, control path and IPSI, and the arbiter link. {@code main} is
     * the pair of its servers; a survivable remote counts only if a branch session manager needs it (R41, U13).
     */
    public List<Fault> elements() {
        Estate estate = scenario.estate();
        Set<String> unused =
                estate.survivableRemotes().stream().map(SurvivableRemote::name).collect(Collectors.toSet());
        estate.sip().sessionManagers().forEach(sm -> sm.survivableRemote().ifPresent(unused::remove));
        return Fault.all(estate).stream()
                .filter(fault -> !(fault.target() instanceof Target.OfServers servers)
                        || servers.serverIds().equals(List.of(servers.name())) && !unused.contains(servers.name()))
                .toList();
    }

    /** How many single faults and pairs. */
    public long sets() {
        long elements = elements().size();
        return faults == 1 ? elements : elements + elements * (elements - 1) / 2;
    }

    /** How many runs that is. */
    public long runs() {
        return sets() * lengths.size();
    }

    /** The longest fault in milliseconds. */
    public long longest() {
        return lengths.get(lengths.size() - 1);
    }

    /** Whether every timer runs out within the longest fault, so that every port network that can fail over has done so by its end. */
    public boolean outlastsTimers() {
        return longest() >= scenario.estate().outlastingMillis();
    }

    /** How many events of the scenario are left out: all. */
    public int leftOut() {
        return scenario.events().size();
    }

    /** Whether heartbeats are lost by chance, so that another seed may have other results. */
    public boolean isByChance() {
        return scenario.estate().links().stream()
                .anyMatch(link -> link.loss() > 0 || link.bursts().isPresent());
    }

    /**
     * The length of each run in milliseconds: the longest fault, and everything that can follow its end one after the
     * other: silence until the sanity time-out, resets, two restarts, a return and the reset of the core it leaves; in
     * whole five minutes.
     */
    public long horizon() {
        Estate estate = scenario.estate();
        Timers timers = estate.timers();
        long settling = FIXED_WAITS + 2 * timers.millis(TimerSetting.HEARTBEAT_INTERVAL);
        for (TimerSetting each : List.of(
                TimerSetting.SOCKET_SANITY_TIMEOUT,
                TimerSetting.IPSI_INTERCHANGE_DELAY,
                TimerSetting.WARM_RESET_DURATION,
                TimerSetting.COLD_RESET_DURATION,
                TimerSetting.PN_RESTART_DURATION,
                TimerSetting.PN_RESTART_DURATION,
                TimerSetting.SURVIVABLE_CORE_RESET)) {
            settling += timers.millis(each);
        }
        for (Link link : estate.links()) {
            settling += 2 * link.latency().toMillis();
        }
        settling += settlingOfPhones(estate);
        if (estate.fallback() instanceof Fallback.ConnectionUp up) {
            settling += up.upTime().toMillis();
        }
        return ((AT + longest() + settling) / FIVE_MINUTES + 1) * FIVE_MINUTES;
    }

    /** How long phones take to notice, to try again, to register and to move, and survivable remotes to be idle again. */
    private static long settlingOfPhones(Estate estate) {
        long longest = 0;
        for (PhonePopulation phones : estate.sip().phones()) {
            SipSettings settings = phones.settings();
            long lost = settings.keepaliveInterval().toMillis() * settings.keepaliveMisses();
            long attempts = 2
                    * (settings.recoveryWait().max().toMillis()
                            + settings.answerTimeout().toMillis());
            longest = Math.max(
                    longest, lost + attempts + settings.activationDelay().toMillis());
        }
        for (SurvivableRemote remote :
                estate.sip().isEmpty() ? List.<SurvivableRemote>of() : estate.survivableRemotes()) {
            longest = Math.max(longest, remote.returnDelay().toMillis());
        }
        return longest;
    }

    /** The same with faults of one length. */
    AuditPlan ofLength(long length) {
        return new AuditPlan(scenario, faults, List.of(length));
    }

    /** An estate with some faults of one length. */
    Scenario with(Estate estate, FaultSet set, long length) {
        List<ScenarioEvent> events = new ArrayList<>();
        for (Fault fault : set.faults()) {
            long at = events.isEmpty() ? AT : AT + set.delay();
            events.add(new ScenarioEvent.Fail(
                    Duration.ofMillis(at), fault.target(), Optional.of(Duration.ofMillis(length))));
        }
        return scenario.titled(scenario.title(), "")
                .lasting(Duration.ofMillis(horizon() + set.delay()))
                .with(estate)
                .withOnly(events)
                .withoutExpectations();
    }
}
