package org.ipsisim.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.MainCluster;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Release;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Servers;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.Timers;

/** The scenarios that are measured. */
final class Scenarios {
    private Scenarios() {}

    /**
     * One day of 64 port networks at eight sites, a main and a survivable core: 20 link outages, from blips to failovers
     * of all port networks and their return. {@code access-8} has a backup.
     */
    static Scenario day() {
        List<String> sites = new ArrayList<>(List.of("hq", "hub", "recovery"));
        List<Link> links = new ArrayList<>();
        links.add(link("uplink", "hq", "hub", 10));
        links.add(link("core", "recovery", "hub", 3));
        List<PortNetwork> pns = new ArrayList<>();
        for (int site = 1; site <= 8; site++) {
            sites.add("site-" + site);
            links.add(link("access-" + site, "hub", "site-" + site, 5 + site));
            for (int i = 0; i < 8; i++) {
                pns.add(portNetwork(pns.size() + 1, "site-" + site));
            }
        }
        links.add(link("backup", "hub", "site-8", 40));
        List<ScenarioEvent> events = List.of(
                outage("access-1", "PT30M0.3S", "PT5S"),
                outage("access-2", "PT1H10M", "PT14S"),
                outage("access-3", "PT2H0.7S", "PT15.5S"),
                outage("uplink", "PT3H0.1S", "PT8S"),
                outage("access-4", "PT3H45M10S", "PT17S"),
                outage("access-5", "PT4H20M0.5S", "PT40S"),
                outage("access-6", "PT5H3S", "PT75S"),
                outage("access-7", "PT5H40M0.02S", "PT85S"),
                outage("access-8", "PT6H10M0.4S", "PT5M"),
                outage("core", "PT7H", "PT60S"),
                outage("uplink", "PT8H0.9S", "PT20S"),
                outage("uplink", "PT9H30M", "PT10M"),
                outage("access-2", "PT11H0.25S", "PT2M"),
                outage("core", "PT12H0.6S", "PT20.01S"),
                outage("core", "PT14H", "PT700S"),
                outage("access-3", "PT15H30M0.999S", "PT20M"),
                outage("uplink", "PT17H0.001S", "PT100S"),
                outage("uplink", "PT18H30M", "PT7M"),
                outage("access-1", "PT20H0.5S", "PT700S"),
                outage("core", "PT22H", "PT30.5S"));
        List<SurvivableCore> cores = List.of(new SurvivableCore(10, "recovery", 1, true, false, false, 1));
        return scenario("a day", Duration.ofDays(1), sites, links, MainCluster.simplexAt("hq"), cores, pns, events);
    }

    /**
     * The day that is pinned: 64 port networks at 16 sites, a main and a survivable core, and 20 outages of the line of one site,
     * half of which reset its four port networks warm.
     *
     * @param loss share of heartbeats that each site's line loses at all times
     */
    static Scenario pinnedDay(double loss) {
        List<String> sites = new ArrayList<>(List.of("hq", "recovery"));
        List<Link> links = new ArrayList<>(List.of(link("core", "recovery", "hq", 3)));
        List<PortNetwork> pns = new ArrayList<>();
        for (int site = 1; site <= 16; site++) {
            sites.add("site-" + site);
            links.add(link("line-" + site, "hq", "site-" + site, 5 + site, loss, ControlNetwork.BOTH));
            for (int i = 0; i < 4; i++) {
                pns.add(portNetwork(pns.size() + 1, "site-" + site));
            }
        }
        List<ScenarioEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Duration at = Duration.ofHours(1 + i).plusMillis(137L * i);
            events.add(outage("line-1", at, Duration.ofSeconds(i % 2 == 0 ? 10 : 40)));
        }
        List<SurvivableCore> cores = List.of(new SurvivableCore(10, "recovery", 1, true, false, false, 1));
        return scenario(
                "the pinned day", Duration.ofDays(1), sites, links, MainCluster.simplexAt("hq"), cores, pns, events);
    }

    /** How long an outage is on average, in milliseconds. */
    private static final double MEAN_OUTAGE = 60_000;

    private static final int OUTAGES_OF_A_LINK = 50;

    /**
     * One year of the largest estate: 64 port networks with two IPSIs each at 64 sites, a main whose two servers are at two
     * more, 6 survivable cores for all and 57 that are local only. Each IPSI has a link of its own; each link has 50
     * outages.
     *
     * @param loss share of heartbeats that each of these links loses at all times
     */
    static Scenario year(double loss) {
        return year(loss, Estate.MAX_PORT_NETWORKS);
    }

    /** The same where only the links of the first sites lose heartbeats. */
    static Scenario year(double lossOfFirst, int lossySites) {
        List<String> sites = new ArrayList<>(List.of("hq", "recovery"));
        List<Link> links = new ArrayList<>();
        List<PortNetwork> pns = new ArrayList<>();
        List<SurvivableCore> cores = new ArrayList<>();
        links.add(link("backbone", "hq", "recovery", 3, 0, ControlNetwork.BOTH));
        for (int number = 1; number <= Estate.MAX_PORT_NETWORKS; number++) {
            String site = "site-" + number;
            double loss = number <= lossySites ? lossOfFirst : 0;
            sites.add(site);
            links.add(link("wan-a-" + number, "hq", site, 5 + number % 40, loss, ControlNetwork.A));
            links.add(link("wan-b-" + number, "recovery", site, 7 + number % 40, loss, ControlNetwork.B));
            pns.add(new PortNetwork(number, site, number, true, false, new StableCalls(40, 10), Optional.empty()));
            if (number <= 57) {
                cores.add(new SurvivableCore(100 + number, site, number, false, false, true, 1));
            }
        }
        for (int i = 1; i <= 6; i++) {
            cores.add(new SurvivableCore(i * 10, i % 2 == 0 ? "hq" : "recovery", 1, true, false, false, i));
        }
        Duration year = Duration.ofDays(365);
        SplittableRandom random = new SplittableRandom(1);
        List<ScenarioEvent> events = new ArrayList<>();
        for (Link link : links) {
            for (int i = 0; i < OUTAGES_OF_A_LINK; i++) {
                Duration at = Duration.ofMillis(random.nextLong(year.toMillis()));
                Duration length = Duration.ofMillis(1 + (long) (-MEAN_OUTAGE * Math.log(1 - random.nextDouble())));
                events.add(outage(link.id(), at, length));
            }
        }
        MainCluster main = new MainCluster(1, "hq", true, "recovery");
        return scenario("a year", year, sites, links, main, cores, pns, events);
    }

    /** The same scenario for another time. */
    static Scenario lasting(Duration duration, Scenario scenario) {
        return scenario.titled(scenario.title(), "")
                .lasting(duration)
                .withoutExpectations()
                .with(Provenance.NONE);
    }

    private static Scenario scenario(
            String title,
            Duration duration,
            List<String> sites,
            List<Link> links,
            MainCluster main,
            List<SurvivableCore> cores,
            List<PortNetwork> pns,
            List<ScenarioEvent> events) {
        Estate estate = new Estate(
                Release.CM_6,
                Timers.defaultsOf(Release.CM_6),
                new Fallback.Manual(),
                sites,
                links,
                new Servers(main, cores, List.of()),
                pns,
                HeartbeatRules.DEFAULT);
        return new Scenario(
                title, "", duration, Scenario.DEFAULT_SEED, estate, events, List.of(), List.of(), Provenance.NONE);
    }

    private static Link link(String id, String a, String b, int latency) {
        return link(id, a, b, latency, 0, ControlNetwork.BOTH);
    }

    private static Link link(String id, String a, String b, int latency, double loss, ControlNetwork network) {
        return new Link(id, a, b, Duration.ofMillis(latency), loss, network, Optional.empty());
    }

    private static PortNetwork portNetwork(int number, String site) {
        return new PortNetwork(number, site, 1, false, false, new StableCalls(40, 10), Optional.empty());
    }

    private static ScenarioEvent outage(String link, String at, String length) {
        return outage(link, Duration.parse(at), Duration.parse(length));
    }

    private static ScenarioEvent outage(String link, Duration at, Duration length) {
        return new ScenarioEvent.Fail(at, new Target.OfLink(link), Optional.of(length));
    }
}
