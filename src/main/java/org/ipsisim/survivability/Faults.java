package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Target;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Happening.Element;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.FaultPlan;

/** Lets links, sites, servers, control paths and IPSIs fail and work again as the scenario says (M3, M28, M29). */
final class Faults {
    private final RunningEstate run;
    private final List<FaultPlan.Change> changes;
    private final Timer nextChange;
    private final Set<String> failedSites = new HashSet<>();
    private final Set<String> failedServers = new HashSet<>();
    private final Set<String> failedIpsis = new HashSet<>();
    private final Set<String> downServers = new HashSet<>();
    private final Set<String> downPortNetworks = new HashSet<>();
    private int next;

    Faults(RunningEstate run, List<ScenarioEvent> events) {
        this.run = run;
        this.changes = FaultPlan.of(events);
        this.nextChange = run.agenda().timer(Turn.CHANGE, Kind.FAULT.rank(0), this::changeAll);
        armNext();
    }

    private void armNext() {
        if (next < changes.size()) {
            nextChange.armAt(changes.get(next).at());
        }
    }

    /** All changes of one instant take effect together. */
    private void changeAll() {
        List<Runnable> afterwards = new ArrayList<>();
        while (next < changes.size() && changes.get(next).at() == run.agenda().now()) {
            FaultPlan.Change change = changes.get(next++);
            change(change.target(), change.fails(), afterwards);
        }
        run.connections().settle();
        afterwards.forEach(Runnable::run);
        run.portNetworks().forEach(PortNetworkControl::networkChanged);
        armNext();
    }

    private void change(Target target, boolean fails, List<Runnable> afterwards) {
        if (target instanceof Target.OfLink link) {
            int cause = entry(link.name(), Element.LINK, fails, 0);
            run.connections().setLinkFailed(link.name(), fails, cause);
        } else if (target instanceof Target.OfSite site) {
            changeSite(site.name(), fails, afterwards);
        } else if (target instanceof Target.OfServers servers) {
            mark(failedServers, servers.name(), fails);
            run.clusters().forEach(cluster -> review(cluster, 0));
        } else if (target instanceof Target.OfControlPath path) {
            int cause = entry(path.name(), Element.CONTROL_PATH, fails, 0);
            portNetwork(path.pn())
                    .ipsis()
                    .forEach(ipsi -> run.connections().setControlPathWorks(run.indexOf(ipsi), !fails, cause));
        } else if (target instanceof Target.OfIpsi ipsi) {
            mark(failedIpsis, ipsi.ipsi().toString(), fails);
            int cause = entry(ipsi.name(), Element.IPSI, fails, 0);
            review(control(ipsi.ipsi().pn()), cause, afterwards);
        }
    }

    private void changeSite(String site, boolean fails, List<Runnable> afterwards) {
        int cause = entry(site, Element.SITE, fails, 0);
        mark(failedSites, site, fails);
        run.connections().setSiteFailed(site, fails, cause);
        run.clusters().forEach(cluster -> review(cluster, cause));
        run.portNetworks().forEach(control -> review(control, cause, afterwards));
    }

    /** A server is down if it or its site has failed. */
    private void review(Cluster cluster, int cause) {
        String id = cluster.server().id();
        boolean down = failedSites.contains(cluster.server().site()) || failedServers.contains(id);
        if (mark(downServers, id, down)) {
            cluster.setFailed(down, entry(id, Element.SERVER, down, cause));
        }
    }

    /** A port network is down if its site or its IPSI has failed. */
    private void review(PortNetworkControl control, int cause, List<Runnable> afterwards) {
        PortNetwork pn = control.portNetwork();
        boolean down = failedSites.contains(pn.site())
                || pn.ipsis().stream().allMatch(ipsi -> failedIpsis.contains(ipsi.toString()));
        if (mark(downPortNetworks, pn.id(), down)) {
            pn.ipsis().forEach(ipsi -> run.connections().setIpsiWorks(run.indexOf(ipsi), !down, cause));
            afterwards.add(() -> {
                if (down) {
                    control.goDown(cause);
                } else {
                    control.comeUp(cause);
                }
            });
        }
    }

    private static boolean mark(Set<String> set, String name, boolean in) {
        return in ? set.add(name) : set.remove(name);
    }

    private int entry(String subject, Element element, boolean fails, int cause) {
        return run.entry(subject, cause, fails ? new Happening.Failed(element) : new Happening.Restored(element));
    }

    private PortNetwork portNetwork(int number) {
        return control(number).portNetwork();
    }

    private PortNetworkControl control(int number) {
        return run.portNetworks().stream()
                .filter(control -> control.portNetwork().number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no port network " + number));
    }
}
