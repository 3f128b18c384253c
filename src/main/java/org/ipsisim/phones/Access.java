package org.ipsisim.phones;

import java.util.BitSet;
import java.util.List;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.Registration;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Timer;
import org.ipsisim.kernel.Turn;
import org.ipsisim.network.Network;

/** What a population of phones has to do with one of its controllers: the way to it, and each phone's registration. */
final class Access {
    private static final int FETCHED_AHEAD = 64;

    private final PopulationInRun population;
    private final int place;
    private final Registrar registrar;
    private final Agenda agenda;
    private final Timer sweep;
    private final long interval;
    private final int misses;
    private final long expires;
    private final int refreshRequests;

    private final RegistrationAttempts attempts;
    private final PhoneColumns.Column bindingEnds;
    private final PhoneColumns.Column bindingEpochs;
    private final BitSet known = new BitSet();
    private final Refreshes refreshes;
    private final long refreshPeriod;
    private final DownTimes downTimes;
    private final PhoneStretch lost;
    private final PhoneStretch reset;
    private final PhoneStretch registering;
    private final PhoneStretch activating;

    private long latency;
    private int registered;
    private long reachedSince;
    private long missedRefreshes;
    private int occasion;
    private int fetchedFrom;
    private int fetchedTo;
    private int wayEntry;

    /** @param place of the controller on the list of the population */
    Access(PopulationInRun population, int place, Registrar registrar, Agenda agenda, PhoneTrace trace) {
        this.population = population;
        this.place = place;
        this.registrar = registrar;
        this.agenda = agenda;
        SipSettings settings = population.settings();
        interval = settings.keepaliveInterval().toMillis();
        misses = settings.keepaliveMisses();
        expires = settings.expires().toMillis();
        refreshPeriod = population.refreshPeriod();
        refreshRequests = settings.nonce() == SipSettings.Nonce.ONE_TIME ? 2 : 1;
        int phones = population.size();
        attempts = new RegistrationAttempts(population, place, agenda);
        PhoneColumns bindings = new PhoneColumns(phones, 2);
        bindingEnds = bindings.column();
        bindingEpochs = bindings.column();
        refreshes = new Refreshes(phones, refreshPeriod);
        downTimes = new DownTimes(Math.max(misses * interval, expires));
        sweep = agenda.timer(Turn.EXPIRY, PhoneRank.KEEPALIVE.rank(population.number(), place), this::sendKeepalives);
        Subject subject = population.subject();
        String name = registrar.name();
        lost = new PhoneStretch(trace, subject, count -> new PhoneHappening.SipLost(name, count, false), "A3", "U3");
        reset = new PhoneStretch(trace, subject, count -> new PhoneHappening.SipLost(name, count, true), "U4");
        registering =
                new PhoneStretch(trace, subject, count -> new PhoneHappening.SipRegistered(name, count), "A2", "U7");
        activating = new PhoneStretch(trace, subject, count -> new PhoneHappening.SipActive(name, count), "A4", "U12");
    }

    /** Every phone is registered since a time before the start (U6). */
    void registerAll(long[] since) {
        registered = population.size();
        known.set(0, registered);
        for (int phone = 0; phone < registered; phone++) {
            attempts.register(phone, since[phone]);
            refreshes.add(phone, since[phone]);
            population.watch().registeredBefore(phone, place, since[phone]);
        }
        registrar.countRegistered(registered);
    }

    int place() {
        return place;
    }

    Registrar registrar() {
        return registrar;
    }

    RegistrationAttempts attempts() {
        return attempts;
    }

    boolean isRegistered(int phone) {
        return attempts.isRegistered(phone);
    }

    /** When a phone that is registered got its 200. */
    private long since(int phone) {
        return attempts.at(phone);
    }

    /** Whether the session manager knows a phone's registration: it has not failed since. */
    boolean knows(int phone) {
        return known.get(phone);
    }

    /** Whether the phones reach the session manager: it is up, and a path of working links joins their sites. */
    boolean isReached() {
        return !downTimes.isDown();
    }

    /** How long a message takes now, in milliseconds. */
    long latency() {
        return latency;
    }

    /** Counts the times at which the way has changed: what phones do before and after are different occasions. */
    int occasion() {
        return occasion;
    }

    /** The trace entry that broke the way or mended it. */
    int wayEntry() {
        return wayEntry;
    }

    int lostEntry() {
        return Math.max(lost.entry(), reset.entry());
    }

    int registeredEntry() {
        return registering.entry();
    }

    int activeEntry() {
        return activating.entry();
    }

    // the way

    /** A message takes so long from now on; {@link Network#UNREACHABLE} if it does not arrive. */
    boolean setLatency(long newLatency, int entry) {
        boolean reaches = newLatency != Network.UNREACHABLE;
        if (reaches) {
            latency = Math.max(1, newLatency);
        }
        population.watch().way(place, reaches, latency);
        if (reaches == isReached()) {
            return false;
        }
        occasion++;
        wayEntry = entry;
        if (reaches) {
            mend();
        } else {
            registrar.look();
            registrar.addRefreshes(refreshes(agenda.now()));
            downTimes.begin(agenda.now());
        }
        return true;
    }

    private void mend() {
        registrar.look();
        missedRefreshes += refreshes.count(downTimes.since(), agenda.now());
        downTimes.end(agenda.now());
        reachedSince = agenda.now();
    }

    /** The session manager fails: it forgets every registration (U4). */
    void forgetAll() {
        registrar.look();
        population.watch().fails(place);
        registrar.countRegistered(-refreshes.size());
        for (int phone = known.nextSetBit(0); phone >= 0; phone = known.nextSetBit(phone + 1)) {
            countRefreshes(phone);
            known.clear(phone);
            population.service().knownChanged(this, phone);
            population.changed(phone);
        }
        refreshes.clear();
    }

    // keep-alives (U3, U4)

    /** Sends the keep-alives of this instant that may not be answered. */
    private void sendKeepalives() {
        long now = agenda.now();
        KeepalivePhases phases = population.keepalives();
        boolean reached = isReached();
        long inTime = now - (misses - 1) * interval;
        int first = phases.firstAt(now);
        int end = phases.endAt(now);
        agenda.spend(1 + (end - first) / PhonesInRun.EVENTS_PER_STEP);
        fetchAhead(phases, first, end);
        for (int i = first; i < end; i++) {
            int phone = phases.phone(i);
            if (isRegistered(phone) && (reached ? !knows(phone) : since(phone) <= inTime)) {
                population.lose(this, phone, reached);
            }
        }
        planKeepalives(now + 1);
    }

    /** The next ones are those of the next phones in order: many rows are fetched at a time. */
    private void fetchAhead(KeepalivePhases phases, int first, int end) {
        if (first < fetchedFrom || end > fetchedTo) {
            fetchedFrom = first;
            fetchedTo = Math.min(Math.max(end, first + FETCHED_AHEAD), population.size());
            for (int i = first; i < fetchedTo; i++) {
                population.rows().fetch(phases.phone(i));
            }
        }
    }

    /** Waits for the next keep-alive that may not be answered. */
    void planKeepalives(long from) {
        sweep.armAt(nextUnanswered(from));
    }

    private long nextUnanswered(long from) {
        if (registered == 0 || isReached() && refreshes.size() == registered) {
            return Agenda.NEVER;
        }
        KeepalivePhases phases = population.keepalives();
        if (isReached()) {
            return phases.next(from);
        }
        long time = downTimes.firstMissed(from, interval, misses);
        long sent = phases.next(time);
        while (sent != time) {
            agenda.spend(1);
            time = downTimes.firstMissed(sent, interval, misses);
            sent = phases.next(time);
        }
        return sent;
    }

    /** A phone has found the controller lost; it refreshes no more there (U8). */
    void lose(int phone, boolean wasReset) {
        giveUp(phone);
        if (wasReset) {
            reset.add(occasion, registrar.cause());
        } else {
            lost.add(occasion, population.service().limboEntry(this));
        }
    }

    /** A phone keeps its registration no more; the session manager does until it expires (U8). */
    void giveUp(int phone) {
        registered--;
        boolean isKept = knows(phone);
        if (isKept) {
            bindingEnds.set(phone, lastAnsweredRefresh(phone) + expires);
            bindingEpochs.set(phone, registrar.epoch());
            forget(phone);
        }
        population
                .watch()
                .endsRegistration(phone, place, since(phone), isKept ? bindingEnds.get(phone) : PhoneExchange.NEVER);
        attempts.clear(phone);
    }

    private long lastAnsweredRefresh(int phone) {
        long last = since(phone) + pointsUpTo(phone, agenda.now() - 1) * refreshPeriod;
        while (last > since(phone) && last + expires > agenda.now() && downTimes.includes(last)) {
            last -= refreshPeriod;
        }
        return last;
    }

    /** How often a phone has refreshed since it registered, up to a time. */
    private long pointsUpTo(int phone, long time) {
        return time < since(phone) ? 0 : (time - since(phone)) / refreshPeriod;
    }

    // refreshes (U8)

    private void learn(int phone) {
        long now = agenda.now();
        known.set(phone);
        population.service().knownChanged(this, phone);
        refreshes.add(phone, now);
        registrar.countRegistered(1);
        if (isReached()) {
            registrar.addRefreshes(-refreshRequests);
        } else {
            missedRefreshes -= pointsBefore(phone);
        }
    }

    /** Points of a phone that has registered since the way broke: it did not refresh then, and will be found to have missed them. */
    private long pointsBefore(int phone) {
        return since(phone) < downTimes.since() ? 0 : 1 + (since(phone) - downTimes.since()) / refreshPeriod;
    }

    private void forget(int phone) {
        registrar.look();
        registrar.countRegistered(-1);
        countRefreshes(phone);
        known.clear(phone);
        population.service().knownChanged(this, phone);
        refreshes.remove(phone);
    }

    /** Counts the refreshes of a phone up to now, before it is forgotten. */
    private void countRefreshes(int phone) {
        long now = agenda.now();
        long end = Math.min(now, downTimes.since());
        registrar.countRefreshes(refreshRequests * pointsUpTo(phone, end - 1));
        if (isReached()) {
            long begin = Math.max(registrar.second(), reachedSince);
            long unfound = since(phone) >= begin ? 1 : 0;
            long lastBefore = Math.max(since(phone), begin - 1);
            unfound += pointsUpTo(phone, now - 1) - pointsUpTo(phone, lastBefore);
            registrar.addRefreshes(refreshRequests * unfound);
        } else {
            missedRefreshes += pointsBefore(phone);
        }
    }

    /** Requests that refresh, from the present second on up to a time. */
    long refreshes(long to) {
        return isReached() ? refreshRequests * refreshes.count(Math.max(registrar.second(), reachedSince), to) : 0;
    }

    /** Counts all refreshes that have not been counted, at the end. */
    void finish(long end) {
        long until = Math.min(end, downTimes.since());
        long points = -missedRefreshes;
        for (int phone = known.nextSetBit(0); phone >= 0; phone = known.nextSetBit(phone + 1)) {
            points += pointsUpTo(phone, until - 1) - pointsBefore(phone);
        }
        registrar.countRefreshes(refreshRequests * points);
        PhoneWatch watch = population.watch();
        if (watch.isWatching() && isRegistered(watch.phone())) {
            watch.endsRegistration(watch.phone(), place, since(watch.phone()), PhoneExchange.NEVER);
        }
        lost.finish();
        reset.finish();
        registering.finish();
        activating.finish();
    }

    /** How many registrations the session manager keeps that their phones have given up. */
    int staleBindings(long end) {
        int stale = 0;
        for (int phone = 0; phone < population.size(); phone++) {
            if (!knows(phone) && bindingEpochs.get(phone) == registrar.epoch() && bindingEnds.get(phone) > end) {
                stale++;
            }
        }
        return stale;
    }

    /** Adds the registrations that the session manager keeps at the end, by extension. */
    void addRegistrations(List<Registration> registrations, long end) {
        PhonePopulation phones = population.population();
        for (int phone = 0; phone < population.size(); phone++) {
            boolean stale = !knows(phone);
            long expiry = stale ? bindingEnds.get(phone) : lastAnsweredRefresh(phone) + expires;
            if (expiry > end && (!stale || bindingEpochs.get(phone) == registrar.epoch())) {
                long extension = phones.firstExtension() + phone;
                registrations.add(new Registration(
                        registrar.name(), extension, phones.name(), expiry - expires, expiry - end, stale));
            }
        }
    }

    /** A phone has no power any more (U16). */
    void powerOff(int phone) {
        if (isRegistered(phone)) {
            giveUp(phone);
        }
        attempts.powerOff(phone);
    }

    /** The session manager keeps a registration from now on (U7). */
    void bind(int phone) {
        bindingEnds.set(phone, agenda.now() + expires);
        bindingEpochs.set(phone, registrar.epoch());
    }

    /** A phone has got its 200. */
    void register(int phone, int cause) {
        attempts.register(phone, agenda.now());
        registered++;
        registrar.look();
        if (registrar.isUp() && bindingEpochs.get(phone) == registrar.epoch()) {
            learn(phone);
        }
        population.watch().registered(phone, place, knows(phone));
        registering.add(occasion, cause);
        if (!isReached() || !knows(phone)) {
            planKeepalives(agenda.now());
        }
    }

    /** The controller is active for a phone. */
    void activate(int timesBack, int cause) {
        activating.add(timesBack + occasion, cause);
    }
}
