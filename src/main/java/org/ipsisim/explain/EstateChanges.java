package org.ipsisim.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Names;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Words;

/** What could be administered or built differently for a port network, one thing at a time. */
final class EstateChanges {
    private static final int BEST_SCORE = 100;
    private static final Duration SHORTEST_UP_TIME = Duration.ofMinutes(3);

    private final PnMoment moment;
    private final Scenario scenario;
    private final Estate estate;
    private final PortNetwork pn;
    private final Names names;
    private final List<Counterfactual> changes = new ArrayList<>();

    private EstateChanges(PnMoment moment) {
        this.moment = moment;
        this.scenario = moment.drawn();
        this.estate = scenario.estate();
        this.pn = moment.pn().portNetwork();
        this.names = moment.history().names();
    }

    /** The scenario with another estate. */
    private Scenario with(Estate changed) {
        return scenario.with(changed).withoutExpectations();
    }

    /** All of them, whether they help or not. */
    static List<Counterfactual> of(PnMoment moment) {
        EstateChanges all = new EstateChanges(moment);
        all.addIpsis();
        all.addLinks();
        all.addCores();
        all.addStandby();
        all.addMoves();
        all.addArbitration();
        all.addReturns();
        return all.changes;
    }

    private void add(Remedy.Kind kind, String words, Estate changed) {
        changes.add(new Counterfactual(kind, words, with(changed)));
    }

    /** A second board, and a second network to connect it to (R81, R82). */
    private void addIpsis() {
        boolean shared = estate.links().stream().anyMatch(link -> link.network() == ControlNetwork.BOTH);
        Estate two = estate.with(pn.withDuplicatedIpsis(true));
        if (!pn.duplicatedIpsis()) {
            add(Remedy.Kind.IPSI, shared ? "a second IPSI on the same control network" : "a second IPSI", two);
        }
        if (shared) {
            String words = pn.duplicatedIpsis()
                    ? "a control network of its own for the second IPSI"
                    : "a second IPSI on a control network of its own";
            add(Remedy.Kind.IPSI, words, two.withLinks(withTwins()));
        }
    }

    /** Each link of both networks serves the first IPSIs alone, and a twin that no event strikes the second ones. */
    private List<Link> withTwins() {
        List<Link> links = new ArrayList<>();
        for (Link link : estate.links()) {
            boolean shared = link.network() == ControlNetwork.BOTH;
            links.add(shared ? link.with(link.id(), ControlNetwork.A) : link);
            if (shared) {
                links.add(twinOf(link, ControlNetwork.B));
            }
        }
        return links;
    }

    /** A second way beside each link, which no event strikes. */
    private void addLinks() {
        for (Link link : estate.links()) {
            List<Link> links = new ArrayList<>(estate.links());
            links.add(twinOf(link, link.network()));
            add(Remedy.Kind.LINK, "a second link beside " + names.of(link.id()), estate.withLinks(links));
        }
    }

    /** A link of the same kind beside another one, which no event strikes. */
    static Link twinOf(Link link, ControlNetwork network) {
        return link.with("twin of " + link.id(), network);
    }

    private void addCores() {
        for (SurvivableCore core : estate.survivableCores()) {
            boolean atHome = core.community() == pn.community();
            if (core.localOnly() && !atHome) {
                add(
                        Remedy.Kind.CORE,
                        names.cluster(core.cluster()) + " not local only",
                        estate.with(core, core.seenByAll()));
            } else if (!core.systemPreferred() && !isListed(core)) {
                String words = names.cluster(core.cluster()) + " system preferred, with priority-score " + BEST_SCORE;
                add(Remedy.Kind.CORE, words, withPreferred(estate, core));
            }
        }
        if (estate.survivableCores().size() < Estate.MAX_SURVIVABLE_CORES) {
            for (String site : estate.sites()) {
                List<SurvivableCore> cores = new ArrayList<>(estate.survivableCores());
                cores.add(new SurvivableCore(freeCluster(), site, pn.community(), false, true, true, 1));
                add(
                        Remedy.Kind.CORE,
                        "one more survivable core at " + names.of(site),
                        estate.withSurvivableCores(cores));
            }
        }
    }

    /** Each server at each other site. */
    private void addMoves() {
        MainCluster main = estate.main();
        for (String site : estate.sites()) {
            if (!site.equals(main.site())) {
                String standby = main.duplex() ? main.standbySite() : site;
                MainCluster moved = main.at(site, main.duplex(), standby);
                add(
                        Remedy.Kind.MAIN,
                        (main.duplex() ? "main-a" : "the main server") + " at " + names.of(site),
                        estate.with(moved));
            }
            if (main.duplex() && !site.equals(main.standbySite())) {
                MainCluster moved = main.at(main.site(), true, site);
                add(Remedy.Kind.MAIN, "main-b at " + names.of(site), estate.with(moved));
            }
            for (SurvivableCore core : estate.survivableCores()) {
                if (!site.equals(core.site())) {
                    add(
                            Remedy.Kind.CORE,
                            names.cluster(core.cluster()) + " at " + names.of(site),
                            estate.with(core, core.movedTo(site)));
                }
            }
        }
    }

    private boolean isListed(SurvivableCore core) {
        return pn.ipsis().stream()
                .anyMatch(ipsi -> moment.listedSince(ipsi, core.cluster()).isPresent());
    }

    /** A core that no other one beats on any list, but for another one like it. */
    static Estate withPreferred(Estate estate, SurvivableCore core) {
        return estate.with(core, core.preferredWithScore(BEST_SCORE));
    }

    private int freeCluster() {
        TreeSet<Integer> taken = new TreeSet<>(List.of(estate.main().cluster()));
        estate.survivableCores().forEach(core -> taken.add(core.cluster()));
        int free = 2;
        while (taken.contains(free)) {
            free++;
        }
        return free;
    }

    /** A standby main; an event that strikes {@code main} strikes both servers then. */
    private void addStandby() {
        MainCluster main = estate.main();
        if (main.duplex()) {
            return;
        }
        for (String site : estate.sites()) {
            MainCluster two = main.at(main.site(), true, site);
            List<String> both = two.servers().stream().map(Server::id).toList();
            Scenario retargeted = scenario.withTargets(
                    target -> target.name().equals("main") ? new Target.OfServers("main", both) : target);
            changes.add(new Counterfactual(
                    Remedy.Kind.MAIN,
                    "a standby main server, its arbiter link intact, at " + names.of(site),
                    retargeted.with(estate.with(two)).withoutExpectations()));
        }
    }

    private void addArbitration() {
        if (estate.main().duplex()) {
            boolean ignores = pn.ignoreConnectivityInArbitration();
            add(
                    Remedy.Kind.ARBITRATION,
                    ignores
                            ? "connectivity not ignored in server arbitration"
                            : "ignore connectivity in server arbitration",
                    estate.with(pn.ignoringConnectivity(!ignores)));
        }
    }

    /** Only where a core has, or had, the port network. */
    private void addReturns() {
        boolean moved = moment.ownEntries().stream().anyMatch(entry -> entry.is(PnHappening.TakenOver.class));
        if (!moved) {
            return;
        }
        Fallback fallback = estate.fallback();
        if (!(fallback instanceof Fallback.Manual)) {
            add(Remedy.Kind.RETURN, "auto-return: no", estate.with(new Fallback.Manual()));
        }
        boolean shortest =
                fallback instanceof Fallback.ConnectionUp up && up.upTime().equals(SHORTEST_UP_TIME);
        if (estate.release().returnsByConnection() && !shortest) {
            add(
                    Remedy.Kind.RETURN,
                    "auto-return: connection-up, after " + Words.duration(SHORTEST_UP_TIME.toMillis()),
                    estate.with(new Fallback.ConnectionUp(SHORTEST_UP_TIME)));
        }
        mainIsBack().ifPresent(this::addMoveByHand);
    }

    /** When the main came back on the list of an IPSI, if a core has the port network. */
    private Optional<Long> mainIsBack() {
        int main = moment.history().mainCluster();
        if (moment.span().controller() == main) {
            return Optional.empty();
        }
        return pn.ipsis().stream()
                .flatMap(ipsi -> moment.listedSince(ipsi, main).stream())
                .min(Long::compare);
    }

    private void addMoveByHand(long at) {
        List<ScenarioEvent> events = new ArrayList<>(scenario.events());
        events.add(new ScenarioEvent.ForcedTakeover(
                Duration.ofMillis(at), estate.main().cluster(), new TreeSet<>(List.of(pn.number()))));
        changes.add(new Counterfactual(
                Remedy.Kind.RETURN,
                "a forced takeover to the main at " + Moments.of(scenario).exact(at) + ", when it was back",
                scenario.withEvents(events)));
    }
}
