package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SessionManager;
import org.ipsisim.history.KeptPhones;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PhoneStep;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Registration;
import org.ipsisim.history.SipHistory;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.Network;

/**
 * The SIP phones and session managers of a run (U1 to U16).
 *
 * <p>A phone that is registered and reached costs nothing. When a way breaks, the phones that send the last of the missed
 * keep-alives are found one after another, in the order of their cycles; attempts that are sure to fail are counted, not
 * made. So a break that is shorter than detection costs as much for 100 000 phones as for one.
 */
public final class PhonesInRun {
    /** A step of the agenda pays for so many events of phones. */
    static final int EVENTS_PER_STEP = 4;

    /** A step of the agenda pays for so many draws, or looks at phones. */
    static final int DRAWS_PER_STEP = 64;

    /** Milliseconds. */
    private static final int FETCHED_AHEAD = 16;

    private final Agenda agenda;
    private final Network network;
    private final PhoneTrace trace;
    private final KeptPhones kept;
    private final Set<Long> extensionsOfCalls;
    private final long[] moments;
    private final Draws draws;

    private final Map<String, Registrar> registrars = new LinkedHashMap<>();
    private final Map<String, RemoteInRun> remotes = new LinkedHashMap<>();
    private final PopulationInRun[] populations;
    private final PhoneOrder order;

    private final List<Server> servers;
    private final int mains;
    private final boolean[] active;
    private final Map<String, int[]> waysToServers = new HashMap<>();
    private final List<int[]> waysOfPopulation = new ArrayList<>();
    private final Map<String, Integer> failedSites = new HashMap<>();
    private final Map<String, Integer> restoredSites = new HashMap<>();

    private final EventQueue requests;
    private final EventQueue answers;
    private final EventQueue expiries;
    private final Timer nextArrival;
    private final Timer nextExpiry;
    private int unpaid;
    private long fetchedUntil;

    /**
     * Phones at the start of a run.
     *
     * @param servers the servers of the main, then the survivable cores
     * @param trace what happens is recorded there
     * @param kept the phones whose own histories are kept
     * @param moments at which states are counted besides whole seconds, in milliseconds, sorted
     */
    public PhonesInRun(
            Agenda agenda,
            Network network,
            Scenario scenario,
            List<Server> servers,
            PhoneTrace trace,
            KeptPhones kept,
            long[] moments) {
        this.agenda = agenda;
        this.network = network;
        this.trace = trace;
        this.kept = kept;
        this.moments = moments.clone();
        this.servers = List.copyOf(servers);
        draws = Draws.ofSeed(scenario.seed()).named("phones");
        requests = new EventQueue(agenda);
        answers = new EventQueue(agenda);
        expiries = new EventQueue(agenda);
        nextArrival = agenda.timer(Turn.ARRIVAL, PhoneRank.ARRIVAL.rank(0), this::arriveAll);
        nextExpiry = agenda.timer(Turn.EXPIRY, PhoneRank.EXPIRY.rank(0), this::expireAll);
        Estate estate = scenario.estate();
        extensionsOfCalls = estate.sip().calls().stream()
                .flatMap(call -> Stream.of(call.from(), call.to()))
                .collect(Collectors.toSet());
        mains = estate.main().servers().size();
        active = new boolean[servers.size()];
        for (SessionManager sm : estate.sip().sessionManagers()) {
            registrars.put(sm.name(), new Registrar(this, agenda, sm, registrars.size()));
            addWaysToServers(sm.site());
        }
        estate.survivableRemotes().forEach(remote -> {
            remotes.put(remote.name(), new RemoteInRun(this, agenda, remote, remotes.size()));
            addWaysToServers(remote.site());
        });
        List<PhonePopulation> all = estate.sip().phones();
        order = new PhoneOrder(all);
        populations = new PopulationInRun[all.size()];
        for (int i = 0; i < all.size(); i++) {
            populations[i] = new PopulationInRun(this, agenda, all.get(i), i);
            waysOfPopulation.add(waysOf(all.get(i)));
        }
    }

    private void addWaysToServers(String site) {
        waysToServers.computeIfAbsent(
                site,
                from -> servers.stream().mapToInt(to -> way(from, to.site())).toArray());
    }

    private int[] waysOf(PhonePopulation phones) {
        return phones.controllers().stream()
                .mapToInt(name ->
                        way(phones.site(), registrar(name).sessionManager().site()))
                .toArray();
    }

    private int way(String from, String to) {
        return network.way(Plane.PHONES, network.site(from), network.site(to));
    }

    /** The place of a phone of a population among all phones. */
    int place(int population, int phone) {
        return order.place(population, phone);
    }

    private PopulationInRun population(int place) {
        return populations[order.population(place)];
    }

    PhoneTrace trace() {
        return trace;
    }

    KeptPhones kept() {
        return kept;
    }

    /** The extensions whose phones have a timeline of their own: all of a population, or those of calls. */
    LongStream keptExtensions(PhonePopulation phones) {
        return kept.all()
                ? LongStream.rangeClosed(phones.firstExtension(), phones.lastExtension())
                : extensionsOfCalls.stream().mapToLong(extension -> extension);
    }

    long[] moments() {
        return moments;
    }

    Draws draws() {
        return draws;
    }

    Registrar registrar(String name) {
        return Objects.requireNonNull(registrars.get(name));
    }

    // what the rest of the run tells

    /** The machines that can fail, session managers and survivable remotes, and their sites. */
    public Map<String, String> machines() {
        Map<String, String> machines = new LinkedHashMap<>();
        registrars.forEach((name, registrar) ->
                machines.put(name, registrar.sessionManager().site()));
        remotes.forEach((name, remote) -> machines.put(name, remote.remote().site()));
        return machines;
    }

    /** A machine fails, or works again; what follows is decided in {@link #networkChanged}. */
    public void setFailed(String machine, boolean fails, int entry) {
        Registrar registrar = registrars.get(machine);
        if (registrar != null) {
            registrar.setUp(!fails, entry);
        } else {
            Objects.requireNonNull(remotes.get(machine)).setUp(!fails);
        }
    }

    /** A site fails, or works again; what follows is decided in {@link #networkChanged}. */
    public void setSiteFailed(String site, boolean fails, int entry) {
        restoredSites.remove(site);
        failedSites.remove(site);
        (fails ? failedSites : restoredSites).put(site, entry);
    }

    /**
     * A server of the main is the active one, or a survivable core controls a port network, from now on or no more (U13); what
     * follows is decided in {@link #networkChanged}.
     *
     * @return whether that is new
     */
    public boolean setActive(Server server, boolean isActive) {
        int place = servers.indexOf(server);
        boolean isNew = active[place] != isActive;
        active[place] = isActive;
        return isNew;
    }

    /** Everything works, and every phone is in service (U6). */
    public void start() {
        reviewCallProcessing();
        for (PopulationInRun population : populations) {
            population.service().start();
        }
        review();
    }

    /** Sites, links or machines have failed or work again, or are slow. */
    public void networkChanged() {
        for (PopulationInRun population : populations) {
            Integer entry = failedSites.get(population.population().site());
            if (entry != null && !population.isDown()) {
                population.fail(entry);
            }
        }
        review();
        for (PopulationInRun population : populations) {
            if (population.isDown()
                    && restoredSites.containsKey(population.population().site())) {
                population.restore();
            }
        }
    }

    /** Operators send phones back to their best controllers (U12). */
    public void failBack(SortedSet<String> names, int event) {
        for (PopulationInRun population : populations) {
            if (names.contains(population.population().name())) {
                population.failBack(event);
            }
        }
    }

    // who reaches whom

    /** The ways to session managers and their call processing have changed. */
    void review() {
        reviewCallProcessing();
        agenda.spend(populations.length / EVENTS_PER_STEP);
        for (int i = 0; i < waysOfPopulation.size(); i++) {
            PopulationInRun population = populations[i];
            int[] ways = waysOfPopulation.get(i);
            for (Access access : population.accesses()) {
                review(population, access, ways[access.place()]);
            }
        }
    }

    private void review(PopulationInRun population, Access access, int way) {
        Registrar registrar = access.registrar();
        long latency = registrar.isUp() ? network.latency(way) : Network.UNREACHABLE;
        boolean reaches = latency != Network.UNREACHABLE;
        int entry = 0;
        if (reaches && !access.isReached()) {
            entry = Math.max(registrar.cause(), network.causeOfMend(way));
        } else if (!reaches && access.isReached()) {
            entry = registrar.isUp() ? network.causeOfBreak(way) : registrar.cause();
        }
        population.review(access, latency, entry);
    }

    private void reviewCallProcessing() {
        remotes.values().forEach(remote -> remote.review(reaches(remote.remote().site(), 0, mains)));
        for (Registrar registrar : registrars.values()) {
            SessionManager sm = registrar.sessionManager();
            registrar.setCallProcessing(sm.survivableRemote()
                    .map(remote -> Objects.requireNonNull(remotes.get(remote)).isActive())
                    .orElseGet(() -> reaches(sm.site(), 0, servers.size())));
        }
    }

    /** Whether working links join a site to one of some servers that is active. */
    private boolean reaches(String site, int from, int to) {
        int[] ways = Objects.requireNonNull(waysToServers.get(site));
        for (int server = from; server < to; server++) {
            if (active[server] && network.latency(ways[server]) != Network.UNREACHABLE) {
                return true;
            }
        }
        return false;
    }

    // events

    /** A request arrives at a session manager at a time. */
    void requestArrives(long time, long request) {
        requests.add(time, request);
        nextArrival(time);
    }

    /** An answer arrives at a phone at a time. */
    void answerArrives(long time, long answer) {
        answers.add(time, answer);
        nextArrival(time);
    }

    private void nextArrival(long time) {
        if (time < nextArrival.time()) {
            nextArrival.armAt(time);
        }
    }

    /** A time-out or an attempt is due at a time. */
    void expire(long time, long expiry) {
        expiries.add(time, expiry);
        if (time < nextExpiry.time()) {
            nextExpiry.armAt(time);
        }
    }

    /** Requests come first; none that is sent now arrives now. */
    private void arriveAll() {
        takeRequests();
        takeAnswers();
        nextArrival.armAt(Math.min(requests.nextTime(), answers.nextTime()));
    }

    private void takeRequests() {
        int count = requests.takeAll();
        pay(count);
        for (int i = 0; i < count; i++) {
            long request = requests.taken(i);
            int place = PhoneMessage.phone(request);
            population(place).requests().arriveAtManager(order.phone(place), request);
        }
    }

    private void takeAnswers() {
        int count = answers.takeAll();
        pay(count);
        for (int i = 0; i < count; i++) {
            long answer = answers.taken(i);
            int place = PhoneMessage.phone(answer);
            population(place).requests().arriveAtPhone(order.phone(place), answer);
        }
    }

    /** What is due at this instant may bring about more of the same instant, which is taken afterwards. */
    private void expireAll() {
        fetchAhead();
        int count = expiries.takeAll();
        pay(count);
        for (int i = 0; i < count; i++) {
            long expiry = expiries.taken(i);
            int place = Expiry.phone(expiry);
            population(place).expire(order.phone(place), expiry);
        }
        nextExpiry.armAt(expiries.nextTime());
    }

    /** Phones that have waited are out of the caches; many reads side by side are quicker than each when it is needed. */
    private void fetchAhead() {
        if (agenda.now() >= fetchedUntil) {
            expiries.look(FETCHED_AHEAD, this::fetch);
            fetchedUntil = agenda.now() + FETCHED_AHEAD;
        }
    }

    private void fetch(long expiry) {
        int place = Expiry.phone(expiry);
        population(place).rows().fetch(order.phone(place));
    }

    private void pay(int events) {
        unpaid += events;
        agenda.spend(unpaid / EVENTS_PER_STEP);
        unpaid %= EVENTS_PER_STEP;
    }

    /** A session manager answers a request now. */
    void answer(long request, long sentAt) {
        int place = PhoneMessage.phone(request);
        population(place).requests().answer(order.phone(place), request, sentAt);
    }

    /** A request is lost: no answer will come. */
    void foreseeNoAnswer(long request) {
        int place = PhoneMessage.phone(request);
        population(place).requests().foreseeAnswer(order.phone(place), request, 0, Agenda.NEVER);
    }

    /** What has happened, at the end of the run. */
    public SipHistory finish(long end) {
        List<PopulationHistory> histories = new ArrayList<>();
        List<PhoneHistory> timelines = new ArrayList<>();
        List<PhoneStep> steps = new ArrayList<>();
        for (PopulationInRun population : populations) {
            histories.add(population.finish(end));
            timelines.addAll(population.service().timelines(end));
            steps.addAll(population.watch().finish());
        }
        return new SipHistory(
                histories,
                registrars.values().stream()
                        .map(registrar -> registrar.finish(end))
                        .toList(),
                kept.all() ? timelines : List.of(),
                timelines.stream()
                        .filter(phone -> extensionsOfCalls.contains(phone.extension()))
                        .toList(),
                registrations(end),
                kept.watched(),
                steps);
    }

    /** The registrations that are kept, by extension, then by population. */
    private List<Registration> registrations(long end) {
        List<Registration> registrations = new ArrayList<>();
        for (PopulationInRun population : populations) {
            population.accesses().stream()
                    .filter(access ->
                            kept.registrars().contains(access.registrar().name()))
                    .forEach(access -> access.addRegistrations(registrations, end));
        }
        registrations.sort(Comparator.comparingLong(Registration::extension).thenComparing(Registration::population));
        return registrations;
    }
}
