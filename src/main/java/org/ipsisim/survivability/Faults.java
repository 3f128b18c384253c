package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.Target;
import org.ipsisim.history.Happening;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.FaultPlan;
import org.ipsisim.phones.PhonesInRun;

/** Lets links, sites, servers, control paths and IPSIs fail and work again as the scenario says (M3, M28, M29). */
final class Faults {
    /** What boards that have changed at one instant do, each step for all boards before the next. */
    private enum Step {
        STARTED,
        BACK,
        FAILED,
        SETTLED
    }

    private final RunningEstate run;
    private final List<FaultPlan.Change> changes;
    private final Timer nextChange;
    private final Set<String> failedSites = new HashSet<>();
    private final Set<String> failedServers = new HashSet<>();
    private final Set<String> failedIpsis = new HashSet<>();
    private final Set<String> downServers = new HashSet<>();
    private final Set<String> downIpsis = new HashSet<>();

    /** The trace entries of the sites and boards that have changed at this instant. */
    private final Map<String, Integer> siteEntries = new HashMap<>();

    /** The events that have changed servers at this instant. */
    private final Map<String, Integer> serverEvents = new HashMap<>();

    private final Map<IpsiId, Integer> ipsiEntries = new HashMap<>();

    /** The port networks of which a part of an IPSI has changed at this instant, and the last entry that says so. */
    private final Map<PortNetworkControl, Integer> partEntries = new LinkedHashMap<>();

    private int next;

    Faults(RunningEstate run, List<ScenarioEvent> events) {
        this.run = run;
        this.changes = FaultPlan.of(events);
        this.nextChange = run.agenda().timer(Turn.CHANGE, EventRank.FAULT.rank(0), this::changeAll);
    }

    /** Waits for the next change, if there is one. */
    void schedule() {
        if (next < changes.size()) {
            nextChange.armAt(changes.get(next).at());
        }
    }

    /**
     * All changes of one instant take effect together: what works again and fails with its site at once was never up, and
     * a board that works again takes over from one that fails then.
     */
    private void changeAll() {
        siteEntries.clear();
        ipsiEntries.clear();
        partEntries.clear();
        serverEvents.clear();
        boolean review = false;
        while (next < changes.size() && changes.get(next).at() == run.agenda().now()) {
            FaultPlan.Change change = changes.get(next++);
            change(change.target(), change.fails(), change.event());
            review |= change.target().element().hasMachines();
        }
        Map<Step, List<Runnable>> steps = new EnumMap<>(Step.class);
        if (review) {
            run.agenda().spend(run.servers().size() + run.ipsis().size());
            run.servers().forEach(this::review);
            run.phones().ifPresent(phones -> phones.machines().forEach((name, site) -> review(phones, name, site)));
            for (PortNetworkControl control : run.portNetworks()) {
                control.portNetwork().ipsis().forEach(ipsi -> review(control, ipsi, steps));
            }
        }
        run.connections().settle();
        withPowerChanged((control, cause) -> control.calls()
                .sitePower(!failedSites.contains(control.portNetwork().site())));
        steps.values().forEach(step -> step.forEach(Runnable::run));
        partEntries.forEach(PortNetworkControl::ipsiPartsChanged);
        withPowerChanged((control, cause) -> control.calls().siteFailed(cause));
        run.reviewNetwork();
        schedule();
    }

    /** Lets a target fail or work again. */
    private void change(Target target, boolean fails, int event) {
        target.accept(new Target.Visitor() {
            @Override
            public void visit(Target.OfLink link) {
                run.connections().setLinkFailed(link.name(), fails, entry(target, fails, event));
            }

            @Override
            public void visit(Target.OfControlPath path) {
                int cause = entry(path, fails, event);
                run.getPortNetwork(path.pn())
                        .portNetwork()
                        .ipsis()
                        .forEach(ipsi -> run.connections().setControlPathWorks(run.indexOf(ipsi), !fails, cause));
            }

            @Override
            public void visit(Target.OfArbiterLink link) {
                run.main().setArbiterLinkFailed(fails, entry(link, fails, event));
            }

            @Override
            public void visit(Target.OfSite site) {
                int cause = entry(site, fails, event);
                siteEntries.put(site.name(), cause);
                mark(failedSites, site.name(), fails);
                run.connections().setSiteFailed(site.name(), fails, cause);
                run.phones().ifPresent(phones -> phones.setSiteFailed(site.name(), fails, cause));
            }

            @Override
            public void visit(Target.OfServers servers) {
                mark(failedServers, servers.name(), fails);
                serverEvents.put(servers.name(), event);
            }

            @Override
            public void visit(Target.OfIpsi board) {
                int cause = entry(board, fails, event);
                if (board.fault() == IpsiFault.BOARD) {
                    mark(failedIpsis, board.ipsi().toString(), fails);
                    ipsiEntries.put(board.ipsi(), cause);
                } else {
                    PortNetworkControl control = run.getPortNetwork(board.ipsi().pn());
                    control.ipsis().get(board.ipsi()).setFault(board.fault(), fails, cause);
                    partEntries.put(control, cause);
                }
            }
        });
    }

    /** Those at the sites that have changed at this instant, each with the entry that says so (M32). */
    private void withPowerChanged(ObjIntConsumer<PortNetworkControl> action) {
        if (!siteEntries.isEmpty()) {
            for (PortNetworkControl control : run.portNetworks()) {
                Integer cause = siteEntries.get(control.portNetwork().site());
                if (cause != null) {
                    action.accept(control, cause);
                }
            }
        }
    }

    private int entry(Target target, boolean fails, int event) {
        IpsiFault fault = target instanceof Target.OfIpsi ipsi ? ipsi.fault() : IpsiFault.BOARD;
        return run.entryOfEvent(
                Subject.of(target),
                event,
                fails
                        ? new NetworkHappening.Failed(target.element(), fault)
                        : new NetworkHappening.Restored(target.element(), fault));
    }

    /** A server is down if it or its site has failed. */
    private void review(Server server) {
        if (changes(server.id(), server.site())) {
            boolean down = downServers.contains(server.id());
            run.getCluster(server.cluster()).setFailed(server, down, entry(server.id(), server.site(), down));
        }
    }

    /** A session manager or a survivable remote is down if it or its site has failed. */
    private void review(PhonesInRun phones, String name, String site) {
        if (changes(name, site)) {
            boolean down = downServers.contains(name);
            phones.setFailed(name, down, entry(name, site, down));
        }
    }

    private boolean changes(String server, String site) {
        return mark(downServers, server, failedSites.contains(site) || failedServers.contains(server));
    }

    private int entry(String server, String site, boolean down) {
        Subject subject = Subject.server(server);
        Integer cause = siteEntries.get(site);
        return cause == null
                ? run.entryOfEvent(subject, serverEvents.getOrDefault(server, 0), change(Element.SERVER, down))
                : run.entry(subject, cause, change(Element.SERVER, down));
    }

    /** A board is down if it or its site has failed. */
    private void review(PortNetworkControl control, IpsiId ipsi, Map<Step, List<Runnable>> steps) {
        String site = control.portNetwork().site();
        boolean down = failedSites.contains(site) || failedIpsis.contains(ipsi.toString());
        if (mark(downIpsis, ipsi.toString(), down)) {
            int cause = ipsiEntries.getOrDefault(ipsi, siteEntries.getOrDefault(site, 0));
            run.connections().setIpsiWorks(run.indexOf(ipsi), !down, cause);
            if (down) {
                add(steps, Step.FAILED, () -> control.boardFailed(ipsi, cause));
            } else {
                add(steps, Step.STARTED, () -> control.ipsis().get(ipsi).startAnew());
                add(steps, Step.BACK, () -> control.boardWorks(ipsi, cause));
            }
            add(steps, Step.SETTLED, () -> control.boardsHaveChanged(cause));
        }
    }

    private static void add(Map<Step, List<Runnable>> steps, Step step, Runnable action) {
        steps.computeIfAbsent(step, any -> new ArrayList<>()).add(action);
    }

    private static boolean mark(Set<String> set, String name, boolean in) {
        return in ? set.add(name) : set.remove(name);
    }

    private static Happening change(Element element, boolean fails) {
        return fails ? new NetworkHappening.Failed(element) : new NetworkHappening.Restored(element);
    }
}
