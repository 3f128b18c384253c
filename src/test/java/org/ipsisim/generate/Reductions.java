package org.ipsisim.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Bursts;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;

/** Scenarios that are one step simpler than a given one, the boldest steps first. */
final class Reductions {
    private final Scenario scenario;
    private final Estate estate;

    private Reductions(Scenario scenario) {
        this.scenario = scenario;
        this.estate = scenario.estate();
    }

    static Stream<Scenario> of(Scenario scenario) {
        Reductions reductions = new Reductions(scenario);
        return Stream.<Function<Reductions, Stream<Scenario>>>of(
                        Reductions::halfOfTheEvents,
                        Reductions::simplerMain,
                        Reductions::singleIpsi,
                        Reductions::withoutAnEvent,
                        Reductions::withoutACore,
                        Reductions::withoutAPortNetwork,
                        Reductions::withoutALink,
                        Reductions::withoutASite,
                        Reductions::shorter,
                        Reductions::plainer,
                        Reductions::standardTimer,
                        Reductions::simplerEvent,
                        Reductions::simplerCore,
                        Reductions::simplerLink,
                        Reductions::simplerHeartbeats,
                        Reductions::withoutTraffic)
                .flatMap(step -> step.apply(reductions));
    }

    private Stream<Scenario> halfOfTheEvents() {
        int half = scenario.events().size() / 2;
        return half < 2
                ? Stream.empty()
                : Stream.of(
                        withEvents(scenario.events().subList(0, half)),
                        withEvents(scenario.events()
                                .subList(half, scenario.events().size())));
    }

    private Stream<Scenario> withoutAnEvent() {
        return eachLeftOut(scenario.events()).map(this::withEvents);
    }

    private Stream<Scenario> withoutACore() {
        return estate.survivableCores().stream().map(core -> {
            List<SurvivableCore> cores = without(estate.survivableCores(), core);
            return with(new Parts(estate.sites(), estate.links(), cores, estate.portNetworks()), eventsWithout(core));
        });
    }

    private Stream<Scenario> withoutAPortNetwork() {
        if (estate.portNetworks().size() == 1) {
            return Stream.empty();
        }
        return estate.portNetworks().stream().map(pn -> {
            List<PortNetwork> pns = without(estate.portNetworks(), pn);
            return with(new Parts(estate.sites(), estate.links(), estate.survivableCores(), pns), eventsWithout(pn));
        });
    }

    private Stream<Scenario> withoutALink() {
        return estate.links().stream().map(link -> {
            List<Link> links = without(estate.links(), link);
            return with(
                    new Parts(estate.sites(), links, estate.survivableCores(), estate.portNetworks()),
                    eventsWithout(new Target.OfLink(link.id())));
        });
    }

    /** Only sites at which nothing stands and no link ends. */
    private Stream<Scenario> withoutASite() {
        return estate.sites().stream().filter(site -> !isUsed(site)).map(site -> {
            List<String> sites = without(estate.sites(), site);
            return with(
                    new Parts(sites, estate.links(), estate.survivableCores(), estate.portNetworks()),
                    eventsWithout(new Target.OfSite(site)));
        });
    }

    private boolean isUsed(String site) {
        return estate.main().site().equals(site)
                || estate.main().standbySite().equals(site)
                || estate.links().stream()
                        .anyMatch(link -> link.a().equals(site) || link.b().equals(site))
                || estate.survivableCores().stream()
                        .anyMatch(core -> core.site().equals(site))
                || estate.portNetworks().stream().anyMatch(pn -> pn.site().equals(site));
    }

    /** A simplex main at the site of either server, or both servers at one of these. */
    private Stream<Scenario> simplerMain() {
        MainCluster main = estate.main();
        if (!main.duplex()) {
            return Stream.empty();
        }
        List<ScenarioEvent> events = eventsWithoutTheStandby();
        Stream<Scenario> simplex = sitesOfMain()
                .map(site -> new Reductions(withMain(new MainCluster(main.cluster(), site, false, site)))
                        .withEvents(events));
        Stream<Scenario> together = main.standbySite().equals(main.site())
                ? Stream.empty()
                : sitesOfMain().map(site -> withMain(new MainCluster(main.cluster(), site, true, site)));
        return Stream.concat(simplex, together);
    }

    /** A port network with its A side alone. */
    private Stream<Scenario> singleIpsi() {
        return estate.portNetworks().stream()
                .filter(PortNetwork::duplicatedIpsis)
                .map(pn -> {
                    PortNetwork single = pn.withDuplicatedIpsis(false);
                    List<PortNetwork> pns = estate.portNetworks().stream()
                            .map(other -> other.equals(pn) ? single : other)
                            .toList();
                    return with(
                            new Parts(estate.sites(), estate.links(), estate.survivableCores(), pns),
                            eventsWithout(new Target.OfIpsi(pn.ipsis().get(1))));
                });
    }

    private Stream<String> sitesOfMain() {
        return Stream.of(estate.main().site(), estate.main().standbySite()).distinct();
    }

    private Scenario withMain(MainCluster main) {
        return with(estate.with(main));
    }

    private List<ScenarioEvent> eventsWithoutTheStandby() {
        return eventsWithout(new Target.OfServers("main-b", List.of("main-b"))).stream()
                .filter(event -> !(event instanceof ScenarioEvent.Interchange))
                .map(Reductions::onMainA)
                .toList();
    }

    private static ScenarioEvent onMainA(ScenarioEvent event) {
        Target main = new Target.OfServers("main", List.of("main-a"));
        if (!(target(event) instanceof Target.OfServers servers)
                || !servers.name().equals("main")) {
            return event;
        }
        if (event instanceof ScenarioEvent.Fail e) {
            return new ScenarioEvent.Fail(e.at(), main, e.duration());
        }
        if (event instanceof ScenarioEvent.Flap e) {
            return new ScenarioEvent.Flap(e.at(), main, e.down(), e.up(), e.times());
        }
        if (event instanceof ScenarioEvent.Degrade e) {
            return new ScenarioEvent.Degrade(e.at(), main, e.loss(), e.latency(), e.bursts(), e.duration());
        }
        if (event instanceof ScenarioEvent.Congestion e) {
            return new ScenarioEvent.Congestion(e.at(), main, e.every(), e.burst(), e.loss(), e.duration());
        }
        return new ScenarioEvent.Restore(event.at(), main);
    }

    private Stream<Scenario> shorter() {
        return smaller(scenario.duration())
                .filter(d -> !d.isZero())
                .map(duration -> scenario.lasting(duration).with(estate));
    }

    private Stream<Scenario> plainer() {
        List<Scenario> candidates = new ArrayList<>();
        if (!(estate.fallback() instanceof Fallback.Manual)) {
            candidates.add(with(estate.with(new Fallback.Manual())));
        }
        if (estate.timers().reading() != EscalationReading.SERIAL) {
            candidates.add(scenario.with(estate.timers().with(EscalationReading.SERIAL)));
        }
        if (estate.timers().callsDrop() != CallsDropReading.AT_COLD_RESET) {
            candidates.add(scenario.with(estate.timers().with(CallsDropReading.AT_COLD_RESET)));
        }
        List<PortNetwork> plain = estate.portNetworks().stream()
                .map(pn -> new PortNetwork(
                        pn.number(), pn.site(), 1, pn.duplicatedIpsis(), false, new StableCalls(1, 1), pn.traffic()))
                .toList();
        if (!plain.equals(estate.portNetworks())) {
            candidates.add(with(
                    new Parts(estate.sites(), estate.links(), estate.survivableCores(), plain), scenario.events()));
        }
        return candidates.stream();
    }

    private Stream<Scenario> standardTimer() {
        return Stream.of(TimerSetting.values()).flatMap(setting -> {
            Duration value = estate.timers().get(setting);
            Duration second = Duration.ofSeconds(1);
            Duration whole = value.compareTo(second) < 0 ? value : Duration.ofSeconds(value.toSeconds());
            return Stream.of(setting.standard(), whole)
                    .filter(other -> !other.equals(value) && !value.equals(setting.standard()))
                    .map(other -> scenario.with(estate.timers().with(setting, other)));
        });
    }

    private Stream<Scenario> simplerEvent() {
        return IntStream.range(0, scenario.events().size())
                .boxed()
                .flatMap(i -> simpler(scenario.events().get(i)).map(event -> {
                    List<ScenarioEvent> events = new ArrayList<>(scenario.events());
                    events.set(i, event);
                    return withEvents(events);
                }));
    }

    private static Stream<ScenarioEvent> simpler(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Fail e) {
            Stream<ScenarioEvent> lengths = e.duration().stream()
                    .flatMap(Reductions::smaller)
                    .map(d -> new ScenarioEvent.Fail(e.at(), e.target(), Optional.of(d)));
            return Stream.concat(
                    lengths, smaller(e.at()).map(at -> new ScenarioEvent.Fail(at, e.target(), e.duration())));
        }
        if (event instanceof ScenarioEvent.Flap e) {
            return Stream.of(
                            Optional.<ScenarioEvent>of(
                                    new ScenarioEvent.Fail(e.at(), e.target(), Optional.of(e.down()))),
                            Optional.<ScenarioEvent>of(
                                            new ScenarioEvent.Flap(e.at(), e.target(), e.down(), e.up(), e.times() - 1))
                                    .filter(any -> e.times() > 1))
                    .flatMap(Optional::stream);
        }
        if (event instanceof ScenarioEvent.Degrade || event instanceof ScenarioEvent.Congestion) {
            return SimplerDegradation.of(event);
        }
        if (event instanceof ScenarioEvent.SetTimers e && e.settings().size() > 1) {
            return e.settings().keySet().stream().sorted().map(setting -> {
                TreeMap<TimerSetting, Duration> fewer = new TreeMap<>(e.settings());
                fewer.remove(setting);
                return new ScenarioEvent.SetTimers(e.at(), fewer);
            });
        }
        return Stream.empty();
    }

    private Stream<Scenario> simplerCore() {
        return estate.survivableCores().stream()
                .filter(core -> !core.equals(plain(core)))
                .map(core -> {
                    List<SurvivableCore> cores = estate.survivableCores().stream()
                            .map(other -> other.equals(core) ? plain(core) : other)
                            .toList();
                    return with(
                            new Parts(estate.sites(), estate.links(), cores, estate.portNetworks()), scenario.events());
                });
    }

    private static SurvivableCore plain(SurvivableCore core) {
        return new SurvivableCore(core.cluster(), core.site(), 1, true, false, false, 1);
    }

    private Stream<Scenario> simplerLink() {
        return estate.links().stream().flatMap(link -> {
            Optional<Bursts> none = Optional.empty();
            Stream<Link> shorter = smaller(link.latency())
                    .map(latency -> new Link(
                            link.id(), link.a(), link.b(), latency, link.loss(), link.network(), link.bursts()));
            Link lossless = link.withLoss(0);
            Link steady = new Link(link.id(), link.a(), link.b(), link.latency(), link.loss(), link.network(), none);
            Link ofBoth = new Link(
                    link.id(), link.a(), link.b(), link.latency(), link.loss(), ControlNetwork.BOTH, link.bursts());
            return Stream.concat(shorter, Stream.of(lossless, steady, ofBoth))
                    .filter(simpler -> !simpler.equals(link))
                    .map(simpler -> withLink(link, simpler));
        });
    }

    private Stream<Scenario> simplerHeartbeats() {
        HeartbeatRules rules = estate.heartbeats();
        return Stream.of(
                        rules.with(Transport.IDEAL),
                        new HeartbeatRules(rules.transport(), rules.firstWait(), false),
                        new HeartbeatRules(rules.transport(), FirstWait.LINUX, rules.dataCounts()))
                .filter(simpler -> !simpler.equals(rules))
                .map(simpler -> with(estate.with(simpler)));
    }

    private Stream<Scenario> withoutTraffic() {
        return estate.portNetworks().stream()
                .filter(pn -> pn.traffic().isPresent())
                .map(pn -> {
                    PortNetwork quiet = pn.with(Optional.empty());
                    return with(estate.withPortNetworks(estate.portNetworks().stream()
                            .map(other -> other.equals(pn) ? quiet : other)
                            .toList()));
                });
    }

    private Scenario withLink(Link link, Link instead) {
        List<Link> links = estate.links().stream()
                .map(other -> other.equals(link) ? instead : other)
                .toList();
        return with(
                new Parts(estate.sites(), links, estate.survivableCores(), estate.portNetworks()), scenario.events());
    }

    /** Nothing, half, whole seconds, and the value without its leading part. */
    static Stream<Duration> smaller(Duration value) {
        long millis = value.toMillis();
        return Stream.of(0L, millis / 2000 * 1000, millis / 1000 * 1000, millis - 10_000, millis - 1000, millis / 2)
                .filter(other -> other >= 0 && other < millis)
                .distinct()
                .map(Duration::ofMillis);
    }

    private static <T> Stream<List<T>> eachLeftOut(List<T> items) {
        return IntStream.range(0, items.size()).mapToObj(i -> {
            List<T> fewer = new ArrayList<>(items);
            fewer.remove(i);
            return fewer;
        });
    }

    private static <T> List<T> without(List<T> items, T item) {
        return items.stream().filter(other -> !other.equals(item)).toList();
    }

    private List<ScenarioEvent> eventsWithout(SurvivableCore core) {
        return eventsWithout(new Target.OfServers(core.id(), List.of(core.id()))).stream()
                .filter(event -> !(event instanceof ScenarioEvent.ForcedTakeover e && e.cluster() == core.cluster()
                        || event instanceof ScenarioEvent.Disable d && d.cluster() == core.cluster()
                        || event instanceof ScenarioEvent.Enable n && n.cluster() == core.cluster()))
                .toList();
    }

    private List<ScenarioEvent> eventsWithout(PortNetwork pn) {
        return eventsWithout(new Target.OfControlPath(pn.number())).stream()
                .filter(event -> !(target(event) instanceof Target.OfIpsi target
                        && target.ipsi().pn() == pn.number()))
                .map(event -> event instanceof ScenarioEvent.ForcedTakeover e
                        ? new ScenarioEvent.ForcedTakeover(
                                e.at(),
                                e.cluster(),
                                e.portNetworks().stream()
                                        .filter(number -> number != pn.number())
                                        .collect(Collectors.toCollection(TreeSet::new)))
                        : event)
                .toList();
    }

    private List<ScenarioEvent> eventsWithout(Target target) {
        return scenario.events().stream()
                .filter(event -> target(event) == null
                        || !target.name().equals(target(event).name()))
                .toList();
    }

    private static Target target(ScenarioEvent event) {
        if (event instanceof ScenarioEvent.Fail e) {
            return e.target();
        }
        if (event instanceof ScenarioEvent.Degrade e) {
            return e.target();
        }
        if (event instanceof ScenarioEvent.Congestion e) {
            return e.target();
        }
        if (event instanceof ScenarioEvent.DuplexMismatch e) {
            return e.target();
        }
        if (event instanceof ScenarioEvent.Restore e) {
            return e.target();
        }
        return event instanceof ScenarioEvent.Flap e ? e.target() : null;
    }

    private record Parts(
            List<String> sites, List<Link> links, List<SurvivableCore> cores, List<PortNetwork> portNetworks) {}

    private Scenario with(Parts parts, List<ScenarioEvent> events) {
        Estate smaller = new Estate(
                estate.release(),
                estate.timers(),
                estate.fallback(),
                parts.sites(),
                parts.links(),
                new Servers(estate.main(), parts.cores(), estate.survivableRemotes()),
                parts.portNetworks(),
                estate.heartbeats());
        return new Reductions(with(smaller)).withEvents(events);
    }

    private Scenario with(Estate other) {
        return scenario.with(other);
    }

    private Scenario withEvents(List<ScenarioEvent> events) {
        return scenario.with(estate).withEvents(events);
    }
}
