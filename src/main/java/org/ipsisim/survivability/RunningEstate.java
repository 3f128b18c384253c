package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.heartbeat.Connections;
import org.ipsisim.heartbeat.ContactWatch;
import org.ipsisim.history.Detail;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.HistoryRecorder;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.phones.PhonesInRun;

/** The parts of one run, and how they find each other. */
final class RunningEstate {
    /** A look at a cluster or a port network that finds nothing changed is this much cheaper than a step. */
    private static final int REVIEWS_PER_STEP = 6;

    /** Most entries of a trace by default: more than anybody reads, and their results fit into 256 MiB. */
    private static final long MOST_ENTRIES = 250_000;

    private final Scenario scenario;
    private final long mostEntries;
    private final boolean drawsCalls;
    private final boolean countsCalls;
    private final boolean showsSilences;
    private final ContactWatch.Misses misses;
    private final Agenda agenda;
    private final HistoryRecorder recorder = new HistoryRecorder();
    private final TimersInForce timers;
    private final Connections connections;
    private final Fallback fallback;
    private final List<String> rulesOfLostContact;
    private final List<IpsiId> ipsis = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final Map<Server, Integer> serverIndexes = new HashMap<>();
    private final Map<IpsiId, Integer> ipsiIndexes = new HashMap<>();
    private MainServers main;
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<PortNetworkControl> portNetworks = new ArrayList<>();
    private RandomCallsInRun randomCalls;
    private ReachLog reach;
    private final KeptPhones keptPhones;
    private Optional<PhonesInRun> phones = Optional.empty();

    // build() makes the parts that know the whole.
    @SuppressWarnings("NullAway.Init")
    private RunningEstate(Scenario scenario, Detail detail, KeptPhones keptPhones, Agenda agenda) {
        this.scenario = scenario;
        mostEntries = MOST_ENTRIES * Math.max(1, scenario.workLimit() / Scenario.USUAL_WORK);
        this.keptPhones = keptPhones;
        drawsCalls = detail != Detail.CONTROL;
        countsCalls = detail.compareTo(Detail.LOSSES) > 0;
        showsSilences = detail.compareTo(Detail.RESETS) > 0;
        misses = missesOf(scenario, detail);
        this.agenda = agenda;
        Estate estate = scenario.estate();
        timers = new TimersInForce(estate.timers());
        fallback = estate.fallback();
        boolean tcp = estate.heartbeats().transport() == HeartbeatRules.Transport.TCP;
        rulesOfLostContact = tcp ? List.of("R6", "M5", "N8") : List.of("R6", "M5");
        for (PortNetwork pn : estate.portNetworksByNumber()) {
            ipsis.addAll(pn.ipsis());
        }
        servers.addAll(estate.main().servers());
        for (SurvivableCore core : estate.survivableCoresByCluster()) {
            servers.add(core.server());
        }
        long end = scenario.duration().toMillis();
        Draws draws = Draws.ofSeed(scenario.seed());
        connections = new Connections(agenda, estate, servers, ipsis, timers.sanity(), draws, end);
    }

    /**
     * Everything at its start.
     *
     * @param detail how much of the run is recorded
     * @param keptPhones the phones whose own histories are kept
     * @param agenda what is to come, still empty
     */
    static RunningEstate of(Scenario scenario, Detail detail, KeptPhones keptPhones, Agenda agenda) {
        RunningEstate run = new RunningEstate(scenario, detail, keptPhones, agenda);
        run.build();
        return run;
    }

    /** Makes the parts, which know the whole: clusters first, then what they control. */
    private void build() {
        Estate estate = scenario.estate();
        main = new MainServers(this, estate.main());
        clusters.add(main);
        for (SurvivableCore core : estate.survivableCoresByCluster()) {
            clusters.add(new CoreCluster(this, core));
        }
        for (PortNetwork pn : estate.portNetworksByNumber()) {
            portNetworks.add(new PortNetworkControl(this, pn, main, clusters));
        }
        randomCalls = new RandomCallsInRun(this, scenario);
        reach = new ReachLog(this, showsSilences);
        if (!estate.sip().isEmpty()) {
            phones = Optional.of(new PhonesInRun(
                    agenda,
                    connections.network(),
                    scenario,
                    servers,
                    new EntriesOfPhones(this),
                    keptPhones,
                    moments()));
        }
    }

    /** The moments at which the scenario expects something of phones, in order. */
    private long[] moments() {
        return scenario.expectations().stream()
                .filter(Expectation.PhonesAt.class::isInstance)
                .mapToLong(
                        expectation -> ((Expectation.PhonesAt) expectation).at().toMillis())
                .sorted()
                .distinct()
                .toArray();
    }

    /** Lets everything happen until the end of the run, and gives its history. */
    History runToEnd(Detail detail) {
        HeartbeatLog heartbeats = new HeartbeatLog(this, scenario.estate(), detail == Detail.HEARTBEATS);
        randomCalls.start();
        for (PortNetworkControl control : portNetworks) {
            control.start();
        }
        main.start();
        startPhones();
        long end = scenario.duration().toMillis();
        agenda.runUntil(end);
        randomCalls.finish(end);
        return recorder.finish(
                scenario,
                heartbeats.until(end),
                phones.map(all -> all.finish(end)).orElse(SipHistory.NONE),
                detail);
    }

    private void startPhones() {
        if (phones.isPresent()) {
            for (Cluster cluster : clusters) {
                cluster.servers().forEach(server -> phones.get().setActive(server, cluster.isActive(server)));
            }
            phones.get().start();
        }
    }

    /** Random calls wait in every silence, also if it is not shown (T4). */
    private static ContactWatch.Misses missesOf(Scenario scenario, Detail detail) {
        if (detail.compareTo(Detail.RESETS) > 0) {
            return ContactWatch.Misses.TOLD;
        }
        boolean callsWait = detail != Detail.CONTROL
                && scenario.estate().portNetworks().stream()
                        .anyMatch(pn -> pn.traffic().isPresent());
        return callsWait ? ContactWatch.Misses.FOUND : ContactWatch.Misses.IGNORED;
    }

    Agenda agenda() {
        return agenda;
    }

    HistoryRecorder recorder() {
        return recorder;
    }

    TimersInForce timers() {
        return timers;
    }

    Connections connections() {
        return connections;
    }

    MainServers main() {
        return main;
    }

    /** By number. */
    List<PortNetworkControl> portNetworks() {
        return portNetworks;
    }

    /** Links, sites, servers or boards have changed: everything that depends on the ways follows. */
    void networkChanged() {
        connections.settle();
        reviewNetwork();
    }

    /** What is decided when the ways have changed. */
    void reviewNetwork() {
        agenda.spend(1 + (reach.size() + clusters.size() + portNetworks.size()) / REVIEWS_PER_STEP);
        reach.networkChanged();
        main.networkChanged();
        portNetworks.forEach(PortNetworkControl::networkChanged);
        phones.ifPresent(PhonesInRun::networkChanged);
    }

    /** The SIP phones, if the estate has session managers. */
    Optional<PhonesInRun> phones() {
        return phones;
    }

    /** The roles of the servers of a cluster may have changed. */
    void rolesChanged(Cluster cluster) {
        if (phones.isPresent()) {
            boolean isNew = false;
            for (Server server : cluster.servers()) {
                isNew |= phones.get().setActive(server, cluster.isActive(server));
            }
            if (isNew) {
                phones.get().networkChanged();
            }
        }
    }

    RandomCallsInRun randomCalls() {
        return randomCalls;
    }

    Cluster getCluster(int number) {
        return clusters.stream()
                .filter(cluster -> cluster.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cluster " + number));
    }

    PortNetworkControl getPortNetwork(int number) {
        return portNetworks.stream()
                .filter(control -> control.portNetwork().number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no port network " + number));
    }

    /** M26: how long a connection to the main has to be up; never if that kind of return is not administered. */
    long connectionUpTime() {
        return fallback instanceof Fallback.ConnectionUp up ? up.upTime().toMillis() : Agenda.NEVER;
    }

    /** Whether random calls come and go; if not, one call that is up stands for those of a port network. */
    boolean drawsCalls() {
        return drawsCalls;
    }

    /** Whether random calls are counted that nothing happens to. */
    boolean countsCalls() {
        return countsCalls;
    }

    /** Whether silences that end before the socket sanity time-out are recorded. */
    boolean showsSilences() {
        return showsSilences;
    }

    /** What becomes of heartbeats of the controlling cluster that are missed. */
    ContactWatch.Misses misses() {
        return misses;
    }

    /** N11. */
    boolean dataCounts() {
        return scenario.estate().heartbeats().dataCounts();
    }

    /** What a loss of contact follows: M5, and over TCP that a heartbeat that is lost is sent again. */
    List<String> rulesOfLostContact() {
        return rulesOfLostContact;
    }

    /** In the order of their indexes. */
    List<IpsiId> ipsis() {
        return ipsis;
    }

    /** The mains, then the survivable cores by cluster number; in the order of their indexes. */
    List<Server> servers() {
        return servers;
    }

    int indexOf(Server server) {
        return serverIndexes.computeIfAbsent(server, servers::indexOf);
    }

    int indexOf(IpsiId ipsi) {
        return ipsiIndexes.computeIfAbsent(ipsi, ipsis::indexOf);
    }

    /**
     * Records that something happens now.
     *
     * @param cause the entry that led to it; 0 if the scenario did
     * @param rules those that it follows in this case; none where its kind always follows the same
     * @throws RunTooLarge if too much has happened
     */
    int entry(Subject subject, int cause, Happening what, String... rules) {
        return entry(subject, cause, 0, what, List.of(rules));
    }

    /** The same, of what happens so often that its rules are kept. */
    int entry(Subject subject, int cause, Happening what, List<String> rules) {
        return entry(subject, cause, 0, what, rules);
    }

    /**
     * Records that an event of the scenario does something now.
     *
     * @param event its number; 0 if none
     * @throws RunTooLarge if too much has happened
     */
    int entryOfEvent(Subject subject, int event, Happening what, String... rules) {
        return entry(subject, TraceEntry.SCENARIO, event, what, List.of(rules));
    }

    private int entry(Subject subject, int cause, int event, Happening what, List<String> rules) {
        List<String> followed = rules.isEmpty() ? what.rules() : rules;
        int id = recorder.entry(agenda.now(), subject, cause, event, followed, what);
        if (id > mostEntries) {
            throw RunTooLarge.tooManyEntries(scenario, mostEntries, agenda.now());
        }
        return id;
    }

    /** A cluster leaves every priority list at once (R40, R59). */
    void dropFromLists(Cluster cluster) {
        for (PortNetworkControl pn : portNetworks) {
            pn.ipsis().all().forEach(side -> side.list().drop(cluster));
            pn.reviewMain();
        }
    }
}
