package org.ipsisim.plain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipsisim.estate.ControlNetwork;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.estate.SurvivableRemote;
import org.ipsisim.estate.Target;
import org.ipsisim.history.History;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;

/**
 * The phones of a scenario, plainly: every keep-alive, refresh and attempt of every phone is an event, and what each phone is
 * in is looked up at the end of every instant. Written from the rulings U1 to U16.
 *
 * <p>What the servers of port networks do is taken from a history; {@link PlainEngine} speaks for that.
 */
public final class PlainPhones {
    /** What happens at one instant, in the order of U2; refreshes, which delay nobody, come last. */
    enum Turn {
        CHANGE,
        AT_MANAGER,
        AT_PHONE,
        KEEPALIVE,
        EXPIRY,
        REFRESH,
        NOTHING
    }

    private record Event(
            long at, Turn turn, long extension, String population, int place, long serial, Runnable action) {}

    private static final Comparator<Event> ORDER = Comparator.comparingLong(Event::at)
            .thenComparing(Event::turn)
            .thenComparingLong(Event::extension)
            .thenComparing(Event::population)
            .thenComparingInt(Event::place)
            .thenComparingLong(Event::serial);

    final Scenario scenario;
    final Estate estate;
    final Faults faults;
    final Map<String, PlainManager> managers = new LinkedHashMap<>();
    final List<PlainRemote> remotes = new ArrayList<>();
    final List<PlainPhone> phones = new ArrayList<>();
    private final List<ServerHistory> servers;
    private final PriorityQueue<Event> events = new PriorityQueue<>(ORDER);
    private long serial;
    long now;

    /** The ways at one instant, by the sites that they join. */
    private final Map<List<String>, Optional<List<Link>>> ways = new HashMap<>();

    private long waysAt;

    private PlainPhones(Scenario scenario, List<ServerHistory> servers) {
        this.scenario = scenario;
        this.servers = servers;
        estate = scenario.estate();
        faults = new Faults(scenario.events());
        for (SessionManager sm : estate.sip().sessionManagers()) {
            managers.put(sm.name(), new PlainManager(this, sm));
        }
        for (SurvivableRemote remote : estate.survivableRemotes()) {
            remotes.add(new PlainRemote(this, remote));
        }
        for (PhonePopulation population : estate.sip().phones()) {
            for (int i = 0; i < population.size(); i++) {
                phones.add(new PlainPhone(this, population, i));
            }
        }
    }

    /**
     * Runs the phones of a scenario to its end.
     *
     * @param history of the same scenario, for the roles of its servers
     */
    public static PlainPhones run(Scenario scenario, History history) {
        PlainPhones run = new PlainPhones(scenario, history.servers());
        run.run();
        return run;
    }

    /** Everything that happened to one phone. */
    public List<PlainPhone> phones() {
        return phones;
    }

    /** The session managers by name. */
    public Map<String, PlainManager> managers() {
        return managers;
    }

    private void run() {
        long end = scenario.duration().toMillis();
        SortedSet<Long> changes = new TreeSet<>(faults.instants());
        scenario.events().forEach(event -> {
            changes.add(event.at().toMillis());
            event.length()
                    .ifPresent(length -> changes.add(event.at().plus(length).toMillis()));
        });
        servers.forEach(server -> server.timeline().forEach(span -> changes.add(span.from())));
        changes.add(0L);
        changes.stream().filter(at -> at < end).forEach(at -> schedule(at, Turn.CHANGE, this::change));
        phones.forEach(PlainPhone::start);
        while (!events.isEmpty() && events.peek().at < end) {
            now = events.peek().at;
            while (!events.isEmpty() && events.peek().at == now) {
                events.poll().action.run();
            }
            remotes.forEach(PlainRemote::review);
            phones.forEach(PlainPhone::record);
            managers.values().forEach(PlainManager::record);
        }
        now = end;
    }

    void schedule(long at, Turn turn, Runnable action) {
        events.add(new Event(at, turn, 0, "", 0, serial++, action));
    }

    void schedule(long at, Turn turn, PlainPhone phone, int place, Runnable action) {
        events.add(new Event(at, turn, phone.extension, phone.population.name(), place, serial++, action));
    }

    private void change() {
        managers.values().forEach(PlainManager::change);
        phones.forEach(PlainPhone::change);
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.Failback failback && event.at().toMillis() == now) {
                phones.stream()
                        .filter(phone -> failback.populations().contains(phone.population.name()))
                        .forEach(PlainPhone::failBack);
            }
        }
    }

    boolean hasPower(String site) {
        return !faults.failed(new Target.OfSite(site), now);
    }

    boolean isUp(String machine, String site) {
        return !faults.failed(machine, now) && hasPower(site);
    }

    /** The links from one site to another that carry phones now. */
    Optional<List<Link>> way(String from, String to) {
        if (waysAt != now) {
            waysAt = now;
            ways.clear();
        }
        return ways.computeIfAbsent(List.of(from, to), sites -> findWay(from, to));
    }

    private Optional<List<Link>> findWay(String from, String to) {
        List<Link> both = estate.links().stream()
                .filter(link -> link.network() == ControlNetwork.BOTH)
                .toList();
        return new Paths(both, IpsiId.Side.A, faults, now).find(from, to);
    }

    /** How long a message takes now (U1). */
    long latency(String from, String to) {
        long sum = way(from, to).orElseThrow().stream().mapToLong(this::latency).sum();
        return Math.max(1, sum);
    }

    private long latency(Link link) {
        long slowest = -1;
        for (ScenarioEvent event : scenario.events()) {
            if (event instanceof ScenarioEvent.Degrade degrade
                    && degrade.target().name().equals(link.id())
                    && degrade.latency().isPresent()) {
                long from = degrade.at().toMillis();
                long to = degrade.duration()
                        .map(Duration::toMillis)
                        .map(length -> from + length)
                        .orElse(Long.MAX_VALUE);
                if (from <= now && now < to) {
                    slowest = Math.max(slowest, degrade.latency().get().toMillis());
                }
            }
        }
        return slowest < 0 ? link.latency().toMillis() : slowest;
    }

    /** Whether a site reaches an active server of the main, or any server that is active (U13, U14). */
    boolean reachesActive(String site, boolean coresToo) {
        return servers.stream()
                .filter(server ->
                        coresToo || server.server().cluster() == estate.main().cluster())
                .filter(server -> roleOf(server) == ServerRole.ACTIVE)
                .anyMatch(server -> way(site, server.server().site()).isPresent());
    }

    private ServerRole roleOf(ServerHistory server) {
        return server.timeline().stream()
                .filter(span -> span.from() <= now && now < span.to())
                .map(RoleSpan::role)
                .findFirst()
                .orElseThrow();
    }

    PlainRemote remote(String name) {
        return remotes.stream()
                .filter(remote -> remote.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
