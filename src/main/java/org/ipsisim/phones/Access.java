package org.ipsisim.phones;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneEvent.What;
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
    /** What a phone has to do with the controller. */
    enum Lane {
        /** Nothing. */
        NONE,
        /** As far as it knows it is registered. */
        REGISTERED,
        /** It waits for its next attempt to register. */
        WAITING,
        /** It has sent REGISTER. */
        CHALLENGED,
        /** It has sent REGISTER with credentials. */
        AUTHENTICATING
    }

    private static final Lane[] LANES = Lane.values();

    private final PopulationInRun population;
    private final int place;
    private final Registrar registrar;
    private final Agenda agenda;
    private final Timer sweep;
    private final long interval;
    private final int misses;
    private final long expires;
    private final int refreshRequests;

    private final byte[] lanes;
    private final long[] at;
    private final int[] sequences;
    private final int[] waits;
    private final long[] bindingEnds;
    private final int[] bindingEpochs;
    private final BitSet known = new BitSet();
    private final BitSet queued = new BitSet();
    private final Refreshes refreshes;
    private final long refreshPeriod;
    private final DownTimes downTimes;
    private final PhoneStretch lost;
    private final PhoneStretch reset;
    private final PhoneStretch registering;
    private final PhoneStretch activating;

    private long latency;
    private int registered;
    private int dormant;
    private long reachedSince;
    private long missedRefreshes;
    private int occasion;
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
        lanes = new byte[phones];
        at = new long[phones];
        sequences = new int[phones];
        waits = new int[phones];
        bindingEnds = new long[phones];
        bindingEpochs = new int[phones];
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

    /** Every phone is registered from before the start (U6). */
    void registerAll() {
        Arrays.fill(lanes, (byte) Lane.REGISTERED.ordinal());
        registered = lanes.length;
        known.set(0, lanes.length);
        for (int phone = 0; phone < lanes.length; phone++) {
            at[phone] = population.refreshPhase(phone) - refreshPeriod;
            refreshes.add(phone, at[phone]);
            population.watch().registeredBefore(phone, place, at[phone]);
        }
        registrar.countRegistered(registered);
    }

    int place() {
        return place;
    }

    Registrar registrar() {
        return registrar;
    }

    Lane lane(int phone) {
        return LANES[lanes[phone]];
    }

    private void setLane(int phone, Lane lane) {
        lanes[phone] = (byte) lane.ordinal();
    }

    boolean isRegistered(int phone) {
        return lanes[phone] == Lane.REGISTERED.ordinal();
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
        for (int i = first; i < end; i++) {
            int phone = phases.phone(i);
            if (isRegistered(phone) && (reached ? !knows(phone) : at[phone] <= inTime)) {
                population.lose(this, phone, reached);
            }
        }
        planKeepalives(now + 1);
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
            bindingEnds[phone] = lastAnsweredRefresh(phone) + expires;
            bindingEpochs[phone] = registrar.epoch();
            forget(phone);
        }
        population.watch().endsRegistration(phone, place, at[phone], isKept ? bindingEnds[phone] : PhoneExchange.NEVER);
        setLane(phone, Lane.NONE);
    }

    private long lastAnsweredRefresh(int phone) {
        long last = at[phone] + pointsUpTo(phone, agenda.now() - 1) * refreshPeriod;
        while (last > at[phone] && last + expires > agenda.now() && downTimes.includes(last)) {
            last -= refreshPeriod;
        }
        return last;
    }

    /** How often a phone has refreshed since it registered, up to a time. */
    private long pointsUpTo(int phone, long time) {
        return time < at[phone] ? 0 : (time - at[phone]) / refreshPeriod;
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
        return at[phone] < downTimes.since() ? 0 : 1 + (at[phone] - downTimes.since()) / refreshPeriod;
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
            long unfound = at[phone] >= begin ? 1 : 0;
            long lastBefore = Math.max(at[phone], begin - 1);
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
            watch.endsRegistration(watch.phone(), place, at[watch.phone()], PhoneExchange.NEVER);
        }
        lost.finish();
        reset.finish();
        registering.finish();
        activating.finish();
    }

    /** How many registrations the session manager keeps that their phones have given up. */
    int staleBindings(long end) {
        int stale = 0;
        for (int phone = 0; phone < lanes.length; phone++) {
            if (!knows(phone) && bindingEpochs[phone] == registrar.epoch() && bindingEnds[phone] > end) {
                stale++;
            }
        }
        return stale;
    }

    /** Adds the registrations that the session manager keeps at the end, by extension. */
    void addRegistrations(List<Registration> registrations, long end) {
        PhonePopulation phones = population.population();
        for (int phone = 0; phone < lanes.length; phone++) {
            boolean stale = !knows(phone);
            long expiry = stale ? bindingEnds[phone] : lastAnsweredRefresh(phone) + expires;
            if (expiry > end && (!stale || bindingEpochs[phone] == registrar.epoch())) {
                long extension = phones.firstExtension() + phone;
                registrations.add(new Registration(
                        registrar.name(), extension, phones.name(), expiry - expires, expiry - end, stale));
            }
        }
    }

    // attempts (U7, U9)

    /** A phone waits for its next attempt to register. */
    void waitFor(int phone, long time) {
        setLane(phone, Lane.WAITING);
        at[phone] = time;
        if (time > agenda.now()) {
            population.watch().noteUntil(phone, place, What.WAITS, time);
        }
        dormant++;
    }

    /** The next wait of a phone. */
    long draw(int phone, SipSettings.Wait wait) {
        return Waits.draw(population.waits().of(phone, place), waits[phone]++, wait);
    }

    /** The next attempt of a phone will happen: it is no more sure to fail. Gives its time. */
    long wake(int phone) {
        skipFailed(phone);
        queued.set(phone);
        dormant--;
        return at[phone];
    }

    /** Draws the waits after those attempts of a phone that have failed without an event. */
    private void skipFailed(int phone) {
        var draws = population.waits().of(phone, place);
        SipSettings.Wait wait = population.settings().recoveryWait();
        int before = waits[phone];
        long first = at[phone];
        long many = Waits.MANY * wait.max().toMillis();
        while (agenda.now() - at[phone] > many) {
            at[phone] += Waits.drawMany(draws, waits[phone], wait);
            waits[phone] += Waits.DRAWS_OF_MANY;
        }
        while (at[phone] < agenda.now()) {
            at[phone] += Waits.draw(draws, waits[phone]++, wait);
        }
        if (waits[phone] > before) {
            population.watch().note(phone, place, What.ATTEMPTS_FAIL, first, at[phone]);
        }
        agenda.spend((waits[phone] - before) / PhonesInRun.DRAWS_PER_STEP);
    }

    /** Whether some phones wait for attempts that would fail. */
    boolean hasDormant() {
        return dormant > 0;
    }

    boolean isDormant(int phone) {
        return lanes[phone] == Lane.WAITING.ordinal() && !queued.get(phone);
    }

    /** Takes the attempt of a phone that is due now; false if there is none any more. */
    boolean takeAttempt(int phone) {
        if (lanes[phone] != Lane.WAITING.ordinal() || !queued.get(phone) || at[phone] != agenda.now()) {
            return false;
        }
        stopWaiting(phone);
        return true;
    }

    /** A phone makes no attempt for now. */
    void stopWaiting(int phone) {
        if (lanes[phone] == Lane.WAITING.ordinal()) {
            if (!queued.get(phone)) {
                skipFailed(phone);
                dormant--;
            }
            queued.clear(phone);
            setLane(phone, Lane.NONE);
        }
    }

    boolean isUnderWay(int phone) {
        return lanes[phone] > Lane.WAITING.ordinal();
    }

    /** A phone sends a request to register now. */
    void send(int phone, int kind) {
        setLane(phone, kind == PhoneMessage.REGISTER ? Lane.CHALLENGED : Lane.AUTHENTICATING);
        at[phone] = agenda.now();
    }

    /** When a phone sent its request to register. */
    long sentAt(int phone) {
        return at[phone];
    }

    int sequence(int phone) {
        return sequences[phone];
    }

    /** A phone waits no more for the answer to the request that it has sent. */
    void endRequest(int phone) {
        sequences[phone] = sequences[phone] + 1 & PhoneMessage.SEQUENCE_MASK;
    }

    /** A phone has no power any more (U16). */
    void powerOff(int phone) {
        if (isRegistered(phone)) {
            giveUp(phone);
        } else if (isUnderWay(phone)) {
            endRequest(phone);
        }
        stopWaiting(phone);
        clear(phone);
    }

    /** A phone has nothing to do with the controller from now on. */
    void clear(int phone) {
        setLane(phone, Lane.NONE);
    }

    /** The session manager keeps a registration from now on (U7). */
    void bind(int phone) {
        bindingEnds[phone] = agenda.now() + expires;
        bindingEpochs[phone] = registrar.epoch();
    }

    /** A phone has got its 200. */
    void register(int phone, int cause) {
        setLane(phone, Lane.REGISTERED);
        at[phone] = agenda.now();
        registered++;
        registrar.look();
        if (registrar.isUp() && bindingEpochs[phone] == registrar.epoch()) {
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
