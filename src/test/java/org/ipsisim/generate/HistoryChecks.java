package org.ipsisim.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;

/** What is true of every history, whatever engine made it; knows nothing but the history and its scenario. */
public final class HistoryChecks {
    private final History history;
    private final Estate estate;
    private final List<String> violations = new ArrayList<>();

    private HistoryChecks(History history) {
        this.history = history;
        this.estate = history.scenario().estate();
    }

    /** What is wrong with a history, in words; empty if nothing is. */
    public static List<String> violations(History history) {
        HistoryChecks checks = new HistoryChecks(history);
        history.portNetworks().forEach(checks::check);
        history.servers().forEach(checks::check);
        checks.checkMains();
        new BusyOutChecks(history, checks.violations::add).check();
        return List.copyOf(checks.violations);
    }

    private void require(boolean truth, String otherwise) {
        if (!truth) {
            violations.add(otherwise);
        }
    }

    private void check(PnHistory pn) {
        String name = pn.portNetwork().id();
        checkCover(name + " timeline", pn.timeline(), PnSpan::from, PnSpan::to);
        for (int i = 1; i < pn.timeline().size(); i++) {
            PnSpan before = pn.timeline().get(i - 1);
            PnSpan span = pn.timeline().get(i);
            require(
                    before.state() != span.state() || before.controller() != span.controller(),
                    name + ": neighbours are equal at " + span.from());
            checkStep(name, before, span);
        }
        pn.lists().forEach((ipsi, spans) -> {
            checkCover("list of " + ipsi, spans, ListSpan::from, ListSpan::to);
            spans.forEach(span -> checkList("list of " + ipsi, pn, span));
        });
        checkTotals(name, pn);
        require(
                pn.portNetwork().duplicatedIpsis() || pn.totals().ipsiInterchanges() == 0,
                name + ": control moves to an IPSI that is not there");
        checkCalls(name, pn);
        checkColdResets(name, pn);
    }

    private <S> void checkCover(String what, List<S> spans, ToLongFunction<S> from, ToLongFunction<S> to) {
        long end = 0;
        for (S span : spans) {
            require(from.applyAsLong(span) == end, what + " has a gap or an overlap at " + end);
            require(to.applyAsLong(span) > from.applyAsLong(span), what + " has an empty span at " + end);
            end = to.applyAsLong(span);
        }
        require(end == history.duration(), what + " ends at " + end);
    }

    /** Resets come in order, and control changes with a restart; phases of length 0 leave no span to see. */
    private void checkStep(String name, PnSpan before, PnSpan span) {
        String at = name + " at " + span.from() + ": " + before.state() + " to " + span.state();
        if (before.controller() != span.controller()) {
            require(
                    span.state() == PnState.RESTARTING
                            || isInstant(TimerSetting.PN_RESTART_DURATION)
                            || isInstant(TimerSetting.SOCKET_SANITY_TIMEOUT),
                    at + ", control changes without a restart");
            require(span.state() != PnState.DOWN, at + ", control changes while it is down");
        }
        if (span.state() == PnState.COLD_RESET) {
            require(
                    before.state() == PnState.WARM_RESET
                            || before.state() == PnState.NO_SERVICE
                            || before.state() == PnState.RESTARTING
                            || isInstant(TimerSetting.PN_COLD_RESET_DELAY)
                            || readsColdFromLoss(),
                    at + ", without a warm reset before");
        }
        if (before.state() == PnState.DOWN) {
            require(
                    span.state() == PnState.RESTARTING
                            || span.state() == PnState.NO_SERVICE
                            || isInstant(TimerSetting.PN_RESTART_DURATION),
                    at);
        }
        if (span.state() == PnState.NO_SERVICE) {
            require(
                    before.state() == PnState.COLD_RESET
                            || before.state() == PnState.RESTARTING
                            || before.state() == PnState.DOWN
                            || isInstant(TimerSetting.COLD_RESET_DURATION),
                    at);
        }
        if (before.state() == PnState.NO_SERVICE) {
            require(
                    span.state() == PnState.RESTARTING
                            || span.state() == PnState.COLD_RESET
                            || span.state() == PnState.DOWN
                            || isInstant(TimerSetting.PN_RESTART_DURATION),
                    at);
        }
        if (before.state().isOutage() && !span.state().isOutage()) {
            require(
                    before.state() == PnState.RESTARTING
                                    && before.length() >= shortest(TimerSetting.PN_RESTART_DURATION)
                            || isInstant(TimerSetting.PN_RESTART_DURATION),
                    at + ", without a whole restart (M30)");
        }
    }

    /** The shortest value that a timer has in the run, in milliseconds. */
    private long shortest(TimerSetting setting) {
        return LongStream.concat(
                        LongStream.of(estate.timers().millis(setting)),
                        history.scenario().events().stream()
                                .filter(ScenarioEvent.SetTimers.class::isInstance)
                                .map(event -> ((ScenarioEvent.SetTimers) event).settings())
                                .filter(settings -> settings.containsKey(setting))
                                .mapToLong(settings -> settings.get(setting).toMillis()))
                .min()
                .orElseThrow();
    }

    private boolean readsColdFromLoss() {
        return estate.timers().reading() != EscalationReading.SERIAL;
    }

    /** Whether a timer is, or in mid-run becomes, so short that what it measures may leave no trace in a timeline. */
    private boolean isInstant(TimerSetting setting) {
        return estate.timers().millis(setting) <= 1
                || history.scenario().events().stream()
                        .anyMatch(event -> event instanceof ScenarioEvent.SetTimers e
                                && e.settings().containsKey(setting)
                                && e.settings().get(setting).toMillis() <= 1);
    }

    private void checkList(String what, PnHistory pn, ListSpan span) {
        String at = what + " at " + span.from() + " " + span.clusters() + ": ";
        Set<Integer> clusters = new HashSet<>(span.clusters());
        require(clusters.size() == span.clusters().size(), at + "twice on it");
        require(clusters.size() <= 8, at + "more than eight");
        List<Integer> sorted = span.clusters().stream()
                .sorted(Comparator.comparing(cluster -> place(cluster, pn.portNetwork())))
                .toList();
        require(sorted.equals(span.clusters()), at + "not in the order of M16");
        for (int cluster : span.clusters()) {
            require(
                    estate.survivableCores().stream()
                            .noneMatch(core -> core.cluster() == cluster
                                    && core.localOnly()
                                    && core.community() != pn.portNetwork().community()),
                    at + "a local-only server away from home");
        }
        boolean whileDown = pn.timeline().stream()
                .anyMatch(s -> s.state() == PnState.DOWN && s.from() < span.to() && span.from() < s.to());
        require(
                !whileDown || clusters.isEmpty() || hasPartialFaults(pn),
                at + "not empty while the port network is down");
    }

    /** A word that sorts clusters as M16 does. */
    private String place(int cluster, PortNetwork pn) {
        for (SurvivableCore core : estate.survivableCores()) {
            if (core.cluster() == cluster) {
                boolean localPreferred = core.localPreferred() && core.community() == pn.community();
                String rank = core.systemPreferred() ? "1" : localPreferred ? "2" : "3";
                return rank + String.format(Locale.ROOT, " %03d %03d", 100 - core.priorityScore(), cluster);
            }
        }
        return "0";
    }

    private void checkTotals(String name, PnHistory pn) {
        long outage = 0;
        long degraded = 0;
        long changes = 0;
        long warm = 0;
        long cold = 0;
        PnSpan before = new PnSpan(0, 0, PnState.IN_SERVICE, estate.main().cluster());
        for (PnSpan span : pn.timeline()) {
            outage += span.state().isOutage() ? span.length() : 0;
            degraded += span.state().isDegraded() ? span.length() : 0;
            changes += span.controller() != before.controller() ? 1 : 0;
            warm += span.state() == PnState.WARM_RESET && before.state() != PnState.WARM_RESET ? 1 : 0;
            cold += span.state() == PnState.COLD_RESET && before.state() != PnState.COLD_RESET ? 1 : 0;
            before = span;
        }
        require(pn.totals().outage() == outage, name + ": outage is " + outage);
        require(pn.totals().degraded() == degraded, name + ": degraded is " + degraded);
        require(pn.totals().failovers() + pn.totals().fallbacks() >= changes, name + ": control moved " + changes);
        require(pn.totals().fallbacks() <= pn.totals().failovers(), name + ": more fallbacks than failovers");
        require(pn.totals().warmResets() >= warm, name + ": warm resets are at least " + warm);
        require(pn.totals().coldResets() >= cold, name + ": cold resets are at least " + cold);
        long calledOff = history.trace().stream()
                .filter(entry ->
                        entry.subject().equals(Subject.pn(pn.portNetwork().number())))
                .filter(entry -> entry.what() instanceof PnHappening.RestartCalledOff)
                .count();
        require(
                pn.totals().coldResets() <= pn.totals().warmResets() + calledOff,
                name + ": cold resets without warm resets or restarts that were called off");
    }

    private void checkCalls(String name, PnHistory pn) {
        for (CallOutcome calls : List.of(pn.pnCalls(), pn.ipCalls())) {
            require(calls.dropped() >= 0 && calls.kept() >= 0, name + ": calls come from nowhere");
            require(calls.frozen() >= 0 && calls.frozen() <= calls.atStart(), name + ": too many frozen calls");
        }
        Set<Long> coldTwos = history.servers().stream()
                .filter(server -> server.server().cluster() == history.mainCluster())
                .flatMap(server -> server.timeline().stream())
                .filter(span -> span.role() == ServerRole.RESETTING)
                .map(RoleSpan::from)
                .collect(Collectors.toSet());
        boolean systemRestarted = history.trace().stream()
                .filter(entry -> entry.subject().name().equals(name) && coldTwos.contains(entry.at()))
                .anyMatch(entry -> entry.as(PnHappening.PnRestarted.class)
                        .filter(restarted -> restarted.cluster() == history.mainCluster())
                        .isPresent());
        boolean phonesLostPower = !pn.portNetwork().ipPhonesKeepPower()
                && history.scenario().events().stream()
                        .filter(event -> event.at().compareTo(history.scenario().duration()) < 0)
                        .filter(event -> event instanceof ScenarioEvent.Fail || event instanceof ScenarioEvent.Flap)
                        .flatMap(event -> event.findTarget().stream())
                        .anyMatch(target -> target instanceof Target.OfSite
                                && target.name().equals(pn.portNetwork().site()));
        boolean ipCallsEnd = systemRestarted || phonesLostPower;
        require(
                (pn.ipCalls().dropped() > 0) == (ipCallsEnd && pn.ipCalls().atStart() > 0),
                name + ": calls between IP phones dropped, or stayed in a Cold-2 or in a building without power");
        require(
                pn.totals().callsDropped()
                        == pn.pnCalls().dropped() + pn.ipCalls().dropped(),
                name + ": dropped calls do not agree");
        boolean restartedOrDown = pn.timeline().stream()
                .anyMatch(span -> span.state() == PnState.RESTARTING || span.state() == PnState.DOWN);
        boolean mustDrop = restartedOrDown
                || pn.totals().coldResets() > 0 && estate.timers().callsDrop() != CallsDropReading.AT_TAKEOVER
                || pn.totals().warmResets() > 0 && estate.timers().callsDrop() == CallsDropReading.AT_WARM_RESET;
        require(
                !mustDrop || pn.pnCalls().kept() == 0 || pn.pnCalls().redialled() > 0,
                name + ": calls outlived a restart or a cold reset");
        boolean mayDrop =
                mustDrop || pn.totals().coldResets() > 0 || pn.totals().failovers() > 0;
        require(mayDrop || pn.pnCalls().dropped() == 0, name + ": calls dropped for nothing");
        require(
                pn.totals().warmResets() == 0
                        || ipCallsEnd
                        || pn.ipCalls().frozen() == pn.ipCalls().atStart(),
                name + ": IP calls");
    }

    /** In the reading {@code serial} a visible cold reset comes S+C after the last contact, and C after the warm reset. */
    private void checkColdResets(String name, PnHistory pn) {
        boolean changesTimers =
                history.scenario().events().stream().anyMatch(ScenarioEvent.SetTimers.class::isInstance);
        if (estate.timers().reading() != EscalationReading.SERIAL || changesTimers) {
            return;
        }
        long coldDelay = estate.timers().millis(TimerSetting.PN_COLD_RESET_DELAY);
        long sanity = estate.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        long warmSince = -1;
        for (int i = 0; i < pn.timeline().size(); i++) {
            PnSpan span = pn.timeline().get(i);
            boolean resetting = span.state() == PnState.WARM_RESET || span.state() == PnState.COLD_RESET;
            if (span.state() == PnState.COLD_RESET && warmSince >= 0) {
                require(span.from() >= warmSince + coldDelay, name + ": cold reset too early at " + span.from());
                require(span.from() >= sanity + coldDelay, name + ": cold reset too early at " + span.from());
            }
            warmSince = !resetting ? -1 : warmSince < 0 ? span.from() : warmSince;
        }
    }

    private void check(ServerHistory server) {
        String name = server.server().id();
        checkCover(name + " roles", server.timeline(), RoleSpan::from, RoleSpan::to);
        for (RoleSpan span : server.timeline()) {
            if (!isMain(server) && span.role() != ServerRole.DOWN) {
                checkControl(name, server.server().cluster(), span);
            }
        }
    }

    private boolean isMain(ServerHistory server) {
        return server.server().cluster() == estate.main().cluster();
    }

    private void checkMains() {
        List<ServerHistory> mains =
                history.servers().stream().filter(this::isMain).toList();
        mains.forEach(this::checkDisabled);
        if (mains.size() == 2) {
            new DuplexChecks(history, mains, violations::add).check();
            return;
        }
        require(history.serverInterchanges() == 0, "a server interchange with nobody");
        for (ServerHistory main : mains) {
            for (RoleSpan span : main.timeline()) {
                require(
                        span.role() == ServerRole.ACTIVE
                                || span.role() == ServerRole.DOWN
                                || span.role() == ServerRole.DISABLED,
                        main.server().id() + ": a main is " + span.role());
            }
        }
    }

    /** A main that is disabled controls nothing (R60). */
    private void checkDisabled(ServerHistory main) {
        for (RoleSpan span : main.timeline()) {
            if (span.role() == ServerRole.DISABLED) {
                checkControl(main.server().id(), estate.main().cluster(), span);
            }
        }
    }

    private void checkControl(String name, int cluster, RoleSpan role) {
        boolean active = role.role() == ServerRole.ACTIVE;
        Cover control = new Cover(role.from(), role.to());
        for (PnHistory pn : history.portNetworks()) {
            pn.timeline().stream()
                    .filter(span -> span.controller() == cluster)
                    .forEach(span -> control.add(span.from(), span.to()));
        }
        require(
                active ? control.isWhole() : control.isEmpty(),
                name + " is " + role.role() + " from " + role.from() + " to " + role.to()
                        + (active ? ", and for a time controls nothing" : " and controls a port network"));
    }

    /** Which part of a stretch of time some intervals cover. */
    private static final class Cover {
        private final long from;
        private final long to;
        private final List<long[]> parts = new ArrayList<>();

        Cover(long from, long to) {
            this.from = from;
            this.to = to;
        }

        void add(long start, long end) {
            if (Math.max(start, from) < Math.min(end, to)) {
                parts.add(new long[] {Math.max(start, from), Math.min(end, to)});
            }
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        boolean isWhole() {
            parts.sort(Comparator.comparingLong(part -> part[0]));
            long covered = from;
            for (long[] part : parts) {
                if (part[0] > covered) {
                    return false;
                }
                covered = Math.max(covered, part[1]);
            }
            return covered >= to;
        }
    }

    /** Whether parts of its IPSIs fail, which then answer although the port network is down (M31). */
    private boolean hasPartialFaults(PnHistory pn) {
        return history.scenario().events().stream()
                .flatMap(event -> event.findTarget().stream())
                .anyMatch(target -> target instanceof Target.OfIpsi ipsi
                        && ipsi.ipsi().pn() == pn.portNetwork().number()
                        && ipsi.fault() != IpsiFault.BOARD);
    }
}
