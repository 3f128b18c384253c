package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.Target;
import org.ipsisim.history.Element;
import org.ipsisim.history.Happening;
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
    private final Set<String> downIpsis = new HashSet<>();
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
        run.reviewNetwork();
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
            run.servers().forEach(server -> review(server, 0));
        } else if (target instanceof Target.OfControlPath path) {
            int cause = entry(path.name(), Element.CONTROL_PATH, fails, 0);
            run.getPortNetwork(path.pn())
                    .portNetwork()
                    .ipsis()
                    .forEach(ipsi -> run.connections().setControlPathWorks(run.indexOf(ipsi), !fails, cause));
        } else if (target instanceof Target.OfArbiterLink link) {
            run.main().setArbiterLinkFailed(fails, entry(link.name(), Element.ARBITER_LINK, fails, 0));
        } else if (target instanceof Target.OfIpsi ipsi) {
            mark(failedIpsis, ipsi.ipsi().toString(), fails);
            int cause = entry(ipsi.name(), Element.IPSI, fails, 0);
            review(run.getPortNetwork(ipsi.ipsi().pn()), ipsi.ipsi(), cause, afterwards);
        }
    }

    private void changeSite(String site, boolean fails, List<Runnable> afterwards) {
        int cause = entry(site, Element.SITE, fails, 0);
        mark(failedSites, site, fails);
        run.connections().setSiteFailed(site, fails, cause);
        run.servers().forEach(server -> review(server, cause));
        for (PortNetworkControl control : run.portNetworks()) {
            control.portNetwork().ipsis().forEach(ipsi -> review(control, ipsi, cause, afterwards));
        }
    }

    /** A server is down if it or its site has failed. */
    private void review(Server server, int cause) {
        boolean down = failedSites.contains(server.site()) || failedServers.contains(server.id());
        if (mark(downServers, server.id(), down)) {
            int entry = entry(server.id(), Element.SERVER, down, cause);
            run.getCluster(server.cluster()).setFailed(server, down, entry);
        }
    }

    /** A board is down if it or its site has failed. */
    private void review(PortNetworkControl control, IpsiId ipsi, int cause, List<Runnable> afterwards) {
        boolean down = failedSites.contains(control.portNetwork().site()) || failedIpsis.contains(ipsi.toString());
        if (mark(downIpsis, ipsi.toString(), down)) {
            run.connections().setIpsiWorks(run.indexOf(ipsi), !down, cause);
            afterwards.add(() -> {
                if (down) {
                    control.boardFailed(ipsi, cause);
                } else {
                    control.boardWorks(ipsi, cause);
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
}
