package org.ipsisim.survivability;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.network.FaultPlan;
import org.ipsisim.network.OutageDraws;

/**
 * Some port networks of an estate, with the survivable cores that they may ask or without any.
 *
 * <p>A port network that never asks for a server fares the same without survivable cores. Port networks depend on each other
 * through the cores that they ask (M27), through the roles of two main servers, for which all IPSIs count (M22), and through
 * the random calls from one to another (T6).
 */
public final class Excerpt {
    private Excerpt() {}

    /** Whether a port network asked for a server by its list, or went down, when it does that, too (M10, M28). */
    public static boolean asks(PnHistory pn, History history) {
        return history.trace().of(pn.subject()).stream().anyMatch(Excerpt::isOfAsking);
    }

    private static boolean isOfAsking(TraceEntry entry) {
        return entry.is(
                PnHappening.ServiceRequested.class,
                PnHappening.RequestRefused.class,
                PnHappening.PnUp.class,
                PnHappening.PnDown.class);
    }

    /** Whether nothing but port networks that ask for a server has to do with survivable cores. */
    public static boolean mayLeaveOutCores(Scenario scenario) {
        return scenario.estate().sip().isEmpty()
                && scenario.events().stream()
                        .noneMatch(event -> event instanceof ScenarioEvent.Disable
                                || event instanceof ScenarioEvent.Enable
                                || event instanceof ScenarioEvent.ForcedTakeover);
    }

    /**
     * Whether port networks depend on each other through survivable cores alone. Which main server is active matters to none
     * of them, unless one that came back of late may become active (R67, M24): that takes a second failure.
     */
    public static boolean mayLeaveOutPortNetworks(Scenario scenario) {
        Estate estate = scenario.estate();
        return mayLeaveOutCores(scenario)
                && (estate.main().servers().size() == 1 || failuresOfMain(scenario) <= 1)
                && !estate.heartbeats().dataCounts()
                && estate.portNetworks().stream()
                        .flatMap(pn -> pn.traffic().stream())
                        .allMatch(traffic -> traffic.shares().others().isEmpty());
    }

    /** How often something fails that main servers need, or an operator changes their roles. */
    private static int failuresOfMain(Scenario scenario) {
        int failures = 0;
        for (ScenarioEvent event : OutageDraws.eventsOf(scenario)) {
            if (event instanceof ScenarioEvent.Interchange) {
                failures++;
            } else if (event.isFault()
                    && event.findTarget()
                            .filter(target -> strikesMain(target, scenario.estate()))
                            .isPresent()) {
                failures += event instanceof ScenarioEvent.Flap flap ? flap.times() : 1;
            }
        }
        return failures;
    }

    private static boolean strikesMain(Target target, Estate estate) {
        return target.element() == Element.ARBITER_LINK
                || estate.main().servers().stream()
                        .anyMatch(server ->
                                target.covers(server.id()) || target.name().equals(server.site()));
    }

    /** Some port networks alone, and the cores that they may ask. */
    public static Estate of(Estate estate, Collection<Integer> numbers) {
        List<PortNetwork> portNetworks = estate.portNetworks().stream()
                .filter(pn -> numbers.contains(pn.number()))
                .toList();
        Set<SurvivableCore> cores = new LinkedHashSet<>();
        portNetworks.forEach(pn -> cores.addAll(Dependence.coresOf(pn, estate)));
        return estate.withSurvivableCores(List.copyOf(cores))
                .withSurvivableRemotes(List.of())
                .withPortNetworks(portNetworks);
    }

    /** The same scenario without survivable cores. */
    public static Scenario withoutCores(Scenario scenario) {
        return scenario.with(scenario.estate().withSurvivableCores(List.of()));
    }

    /** What happens to the only port network of an estate on the links that its heartbeats ever take. */
    public static Scenario onOwnLinks(Scenario alone) {
        Set<String> felt = feltBy(alone);
        List<Link> links = alone.estate().links().stream()
                .filter(link -> felt.contains(link.id()))
                .toList();
        List<ScenarioEvent> events = alone.events().stream()
                .filter(event -> event.findTarget().stream()
                        .allMatch(target -> !isPlace(target) || felt.contains(target.name())))
                .toList();
        return alone.with(alone.estate().withLinks(links)).withEvents(events);
    }

    /** What the only port network depends on at any time; a failure of anything else changes no route. */
    private static Set<String> feltBy(Scenario alone) {
        Dependence dependence = new Dependence(alone.estate());
        PortNetwork pn = alone.estate().portNetworks().get(0);
        List<FaultPlan.Change> changes = FaultPlan.of(alone.events());
        Set<String> felt = dependence.of(pn, List.of());
        Set<Set<String>> seen = new HashSet<>();
        int known = 0;
        while (known < felt.size()) {
            known = felt.size();
            Map<String, Target> failed = new TreeMap<>();
            for (FaultPlan.Change change : changes) {
                Target target = change.target();
                if (isPlace(target) && felt.contains(target.name())) {
                    if (change.fails()) {
                        failed.put(target.name(), target);
                    } else {
                        failed.remove(target.name());
                    }
                    if (seen.add(Set.copyOf(failed.keySet()))) {
                        felt.addAll(dependence.of(pn, List.copyOf(failed.values())));
                    }
                }
            }
        }
        return felt;
    }

    private static boolean isPlace(Target target) {
        return target.element() == Element.LINK || target.element() == Element.SITE;
    }

    /** What happens to some port networks alone, and to the cores that they may ask. */
    public static Scenario of(Scenario scenario, Collection<Integer> numbers) {
        List<ScenarioEvent> events = OutageDraws.eventsOf(scenario).stream()
                .filter(event -> isFeltBy(event, numbers))
                .toList();
        return scenario.with(of(scenario.estate(), numbers))
                .withOnly(events)
                .withoutExpectations()
                .with(Provenance.NONE);
    }

    private static boolean isFeltBy(ScenarioEvent event, Collection<Integer> numbers) {
        if (event instanceof ScenarioEvent.BusyOut out) {
            return numbers.contains(out.ipsi().pn());
        }
        if (event instanceof ScenarioEvent.ReleaseBusyOut release) {
            return numbers.contains(release.ipsi().pn());
        }
        return event.findTarget().stream().allMatch(target -> {
            if (target instanceof Target.OfControlPath path) {
                return numbers.contains(path.pn());
            }
            return !(target instanceof Target.OfIpsi ipsi)
                    || numbers.contains(ipsi.ipsi().pn());
        });
    }
}
