package org.ipsisim.phones;

import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneEvent.What;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.Network;
import org.jspecify.annotations.Nullable;

/** A population of phones in a run: what each of them does, kept in arrays (U3 to U16). */
final class PopulationInRun {
    private static final byte NONE = Activations.NONE;

    private final PhonesInRun run;
    private final PhonePopulation population;
    private final SipSettings settings;
    private final boolean alternate;
    private final int number;
    private final Agenda agenda;
    private final Access[] accesses;
    private final Draws draws;
    private final Waits waits;
    private @Nullable KeepalivePhases keepalives;

    private final PhoneColumns rows;
    private final byte[] active;
    private final byte[] underWay;
    private final Activations activations;
    private final RequestsInRun requests;
    private boolean down;

    private final PhoneGroups groups;
    private final ServiceInRun service;
    private final PhoneWatch watch;

    private int lastLost;
    private int powerEntry;

    /**
     * Phones at the start (U6).
     *
     * @param number among the populations
     */
    PopulationInRun(PhonesInRun run, Agenda agenda, PhonePopulation population, int number) {
        this.run = run;
        this.agenda = agenda;
        this.population = population;
        this.number = number;
        settings = population.settings();
        alternate = settings.registration() == SipSettings.Registration.ALTERNATE;
        draws = run.draws().named(population.name());
        waits = new Waits(draws);
        int phones = population.size();
        int controllers = population.controllers().size();
        rows = new PhoneColumns(phones, 3 + 2 * controllers);
        active = new byte[phones];
        underWay = new byte[phones];
        activations = new Activations(this, run, agenda);
        requests = new RequestsInRun(this, run, agenda);
        groups = new PhoneGroups(controllers);
        service = new ServiceInRun(this, run, agenda);
        watch = new PhoneWatch(population, refreshPeriod(), agenda, run.kept());
        accesses = new Access[controllers];
        for (int place = 0; place < controllers; place++) {
            Registrar registrar = run.registrar(population.controllers().get(place));
            Access access = new Access(this, place, registrar, agenda, run.trace());
            accesses[place] = access;
            registrar.add(access);
        }
        long[] sinceBefore = new long[phones];
        Arrays.setAll(sinceBefore, phone -> phase(phone, refreshPeriod(), "refresh") - refreshPeriod());
        for (Access access : chains()) {
            access.registerAll(sinceBefore);
        }
    }

    PhonePopulation population() {
        return population;
    }

    Subject subject() {
        return Subject.phones(population.name());
    }

    SipSettings settings() {
        return settings;
    }

    int size() {
        return active.length;
    }

    PhoneColumns rows() {
        return rows;
    }

    int number() {
        return number;
    }

    List<Access> accesses() {
        return List.of(accesses);
    }

    Access access(int place) {
        return accesses[place];
    }

    /** The controllers that phones register with from the start, each by attempts of its own: one at a time with {@code alternate}. */
    private List<Access> chains() {
        return accesses().subList(0, alternate ? 1 : accesses.length);
    }

    PhoneGroups groups() {
        return groups;
    }

    ServiceInRun service() {
        return service;
    }

    boolean isAlternate() {
        return alternate;
    }

    PhoneWatch watch() {
        return watch;
    }

    Waits waits() {
        return waits;
    }

    Activations activations() {
        return activations;
    }

    RequestsInRun requests() {
        return requests;
    }

    /** The place of a phone among all phones. */
    int rank(int phone) {
        return run.place(number, phone);
    }

    /** The place of the active controller of a phone; -1 if there is none. */
    int active(int phone) {
        return active[phone];
    }

    // phases (U5)

    /** When its phones send keep-alives. */
    KeepalivePhases keepalives() {
        if (keepalives == null) {
            long[] phases = new long[size()];
            long interval = settings.keepaliveInterval().toMillis();
            Arrays.setAll(phases, phone -> phase(phone, interval, "keepalive"));
            keepalives = new KeepalivePhases(interval, phases);
        }
        return keepalives;
    }

    /** From one refresh of a phone to the next (U8). */
    long refreshPeriod() {
        return Math.max(1, Math.round(settings.refreshAt() * settings.expires().toMillis()));
    }

    private long phase(int phone, long interval, String cycle) {
        return switch (settings.phase()) {
            case EVEN -> phone * interval / size();
            case TOGETHER -> 0;
            case RANDOM -> (long) (draws.numbered(phone).named(cycle).uniform(0) * interval);
        };
    }

    // the network

    /**
     * The way to a controller, or its call processing, may have changed.
     *
     * @param latency of the way; {@link Network#UNREACHABLE} if the phones do not reach it
     * @param entry what has broken or mended the way
     */
    void review(Access access, long latency, int entry) {
        boolean reaches = latency != Network.UNREACHABLE;
        if (reaches != access.isReached()) {
            service.willChange();
        }
        boolean wayHasChanged = access.setLatency(latency, entry);
        service.review(access, wayHasChanged);
        if (wayHasChanged) {
            access.planKeepalives(agenda.now());
            if (access.isReached()) {
                wake(access);
            }
        }
    }

    /** The site of the phones fails (U16). */
    void fail(int entry) {
        down = true;
        watch.power(What.POWER_OFF);
        powerEntry = run.trace().entry(subject(), entry, new PhoneHappening.SipDown(size()), "U16");
        agenda.spend(1 + size() / PhonesInRun.EVENTS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            activations.end(phone);
            active[phone] = NONE;
            underWay[phone] = 0;
            for (Access access : accesses) {
                access.powerOff(phone);
            }
            changed(phone);
        }
    }

    /** The site of the phones works again: each begins as one that has just lost every controller (U16). */
    void restore() {
        down = false;
        watch.power(What.POWER_ON);
        agenda.spend(1 + size() / PhonesInRun.EVENTS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            for (Access access : chains()) {
                attemptNow(access, phone);
            }
            changed(phone);
        }
    }

    boolean isDown() {
        return down;
    }

    // what a phone is in (U15)

    /** Something about a phone has changed. */
    void changed(int phone) {
        int entry = active[phone] == NONE ? 0 : accesses[active[phone]].activeEntry();
        service.move(phone, groupOf(phone), entry);
    }

    private int groupOf(int phone) {
        if (down) {
            return groups.down();
        }
        if (activations.isUnderWay(phone)) {
            return groups.moving(activations.target(phone));
        }
        int place = active[phone];
        if (place != NONE) {
            return accesses[place].knows(phone) ? groups.active(place) : groups.stale(place);
        }
        return underWay[phone] > 0 ? groups.registering() : groups.searching();
    }

    // attempts (U9)

    /** A phone finds a controller lost. */
    void lose(Access access, int phone, boolean wasReset) {
        int place = access.place();
        access.lose(phone, wasReset);
        watch.note(phone, place, wasReset ? What.RESET : What.LOST);
        lastLost = access.lostEntry();
        boolean wasTarget = activations.target(phone) == place;
        boolean wasActive = active[phone] == place;
        if (wasTarget) {
            activations.end(phone);
        }
        if (wasActive) {
            active[phone] = NONE;
        }
        int best = bestRegistered(phone);
        boolean isBetter = active[phone] == NONE ? best < accesses.length : best < active[phone];
        if ((wasTarget || wasActive) && isBetter && !activations.isUnderWay(phone)) {
            activations.begin(phone, best, lastLost);
        }
        if (!alternate) {
            attemptNow(access, phone);
        } else if (underWay[phone] == 0 && best > 0) {
            attemptNow(accesses[0], phone);
        }
        changed(phone);
    }

    /** The place of the best controller that a phone is registered with; the number of controllers if there is none. */
    private int bestRegistered(int phone) {
        int place = 0;
        while (place < accesses.length && !accesses[place].isRegistered(phone)) {
            place++;
        }
        return place;
    }

    /**
     * An attempt to register is due at once. One that is sure to fail has failed; with {@code alternate} that is clear only when
     * the phone has found all controllers that it loses at this instant.
     */
    private void attemptNow(Access chain, int phone) {
        chain.attempts().stopWaiting(phone);
        if (alternate) {
            chain.attempts().waitFor(phone, agenda.now());
            expectAttempt(chain, phone);
        } else {
            boolean fails = !chain.isReached();
            schedule(chain, phone, agenda.now() + (fails ? chain.attempts().draw(phone, settings.recoveryWait()) : 0));
        }
    }

    private void expectAttempt(Access chain, int phone) {
        run.expire(chain.attempts().wake(phone), Expiry.of(rank(phone), chain.place(), Expiry.ATTEMPT, 0));
    }

    /** The place of the controller that an attempt would go to now; -1 if it would fail. */
    private int canReach(Access chain, int phone) {
        if (!alternate) {
            return chain.isReached() ? chain.place() : NONE;
        }
        int best = bestRegistered(phone);
        for (int place = 0; place < best; place++) {
            if (accesses[place].isReached()) {
                return place;
            }
        }
        return NONE;
    }

    private void schedule(Access chain, int phone, long time) {
        chain.attempts().waitFor(phone, time);
        if (canReach(chain, phone) != NONE) {
            expectAttempt(chain, phone);
        }
    }

    /** A controller is reached again: attempts do not fail any more. */
    private void wake(Access reached) {
        Access chain = alternate ? accesses[0] : reached;
        if (!chain.attempts().hasDormant()) {
            return;
        }
        agenda.spend(1 + size() / PhonesInRun.DRAWS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            if (chain.attempts().isDormant(phone) && canReach(chain, phone) != NONE) {
                expectAttempt(chain, phone);
            }
        }
    }

    private void attempt(Access chain, int phone) {
        if (!chain.attempts().take(phone)) {
            return;
        }
        int place = canReach(chain, phone);
        if (place == NONE) {
            schedule(chain, phone, agenda.now() + chain.attempts().draw(phone, settings.recoveryWait()));
            return;
        }
        underWay[phone]++;
        register(accesses[place], phone, PhoneMessage.REGISTER);
        changed(phone);
    }

    private void register(Access access, int phone, int kind) {
        access.attempts().send(phone, kind);
        requests.send(access, phone, kind);
    }

    /** A phone has got 401: it registers with credentials (U7). */
    void challenged(Access access, int phone) {
        register(access, phone, PhoneMessage.CREDENTIALS);
    }

    private void failAttempt(Access access, int phone, SipSettings.Wait wait) {
        underWay[phone]--;
        access.attempts().clear(phone);
        Access chain = alternate ? accesses[0] : access;
        schedule(chain, phone, agenda.now() + chain.attempts().draw(phone, wait));
        changed(phone);
    }

    /** A phone gets 200 (U7). */
    void registered(Access access, int phone) {
        underWay[phone]--;
        int lost = alternate ? lastLost : access.lostEntry();
        access.register(phone, Math.max(Math.max(access.wayEntry(), lost), powerEntry));
        if (alternate && access.place() > 0) {
            Access chain = accesses[0];
            schedule(chain, phone, agenda.now() + chain.attempts().draw(phone, settings.recoveryWait()));
        }
        if (activations.isWanted(access.place(), phone)) {
            activations.begin(phone, access.place(), access.registeredEntry());
        }
        changed(phone);
    }

    /** A request of a phone has failed: it tries again after a wait. */
    void fail(Access access, int phone, SipSettings.Wait wait) {
        if (access.attempts().isUnderWay(phone)) {
            failAttempt(access, phone, wait);
        } else {
            activations.fail(access, phone, wait);
        }
    }

    // activation (U12)

    /** A controller is active for a phone from now on. */
    void activated(Access access, int phone, int cause) {
        active[phone] = (byte) access.place();
        watch.note(phone, access.place(), What.ACTIVE);
        access.activate(service.timesBack(), cause);
        if (alternate) {
            giveUpWorse(access.place(), phone);
        }
        changed(phone);
    }

    /** A phone that registers with one controller at a time keeps no worse one than its active one. */
    private void giveUpWorse(int place, int phone) {
        for (Access worse : accesses().subList(place + 1, accesses.length)) {
            if (worse.isRegistered(phone)) {
                watch.note(phone, worse.place(), What.GIVEN_UP);
                worse.giveUp(phone);
            }
        }
    }

    /** An operator sends the phones back (U12). */
    void failBack(int event) {
        int entry = run.trace().entryOfEvent(subject(), event, new PhoneHappening.SipFailback(), "A7", "U12");
        agenda.spend(1 + size() / PhonesInRun.EVENTS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            int best = bestRegistered(phone);
            boolean isUnderWay = activations.isUnderWay(phone) && activations.target(phone) == best;
            if (active[phone] != NONE && best < active[phone] && !isUnderWay) {
                activations.begin(phone, best, entry);
                changed(phone);
            }
        }
    }

    /** A time-out or an attempt is due. */
    void expire(int phone, long expiry) {
        Access access = accesses[Expiry.controller(expiry)];
        switch (Expiry.kind(expiry)) {
            case Expiry.TIME_OUT -> requests.timeOut(access, phone, Expiry.sequence(expiry));
            case Expiry.ATTEMPT -> attempt(access, phone);
            default -> activations.goOn(access, phone);
        }
    }

    /** What has happened to it, at the end. */
    PopulationHistory finish(long end) {
        accesses().forEach(access -> access.finish(end));
        return service.finish(end);
    }
}
