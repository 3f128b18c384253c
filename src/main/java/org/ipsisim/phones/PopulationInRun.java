package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneEvent.What;
import org.ipsisim.history.PhoneExchange;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Agenda;
import org.ipsisim.kernel.Draws;
import org.ipsisim.network.Network;
import org.jspecify.annotations.Nullable;

/** A population of phones in a run: what each of them does, kept in arrays (U3 to U16). */
final class PopulationInRun {
    private static final byte NONE = -1;

    /** How far the activation of a controller is (U12). */
    private enum Stage {
        /** There is none. */
        NONE,
        /** It has failed, and begins again after a wait. */
        WAIT,
        /** It begins. */
        DELAY,
        /** A request is under way. */
        REQUEST
    }

    private static final Stage[] STAGES = Stage.values();

    private final PhonesInRun run;
    private final PhonePopulation population;
    private final SipSettings settings;
    private final boolean alternate;
    private final int number;
    private final int[] ranks;
    private final Agenda agenda;
    private final List<Access> accesses = new ArrayList<>();
    private final Draws draws;
    private final Waits waits;
    private final long timeout;
    private @Nullable KeepalivePhases keepalives;

    private final byte[] active;
    private final byte[] targets;
    private final byte[] stages;
    private final byte[] steps;
    private final byte[] underWay;
    private final long[] movesAt;
    private boolean down;

    private final PhoneGroups groups;
    private final OutageMeter service;
    private final OutageMeter callable;
    private final Samples samples;
    private final KeptTimelines timelines;
    private final PhoneWatch watch;

    private final int[] limboEntries;
    private final int[] activationCauses;
    private int lastLost;
    private int powerEntry;
    private int failbackEntry;
    private boolean isDisturbed;
    private int timesBack;

    /**
     * Phones at the start (U6).
     *
     * @param number among the populations
     * @param ranks the place of each phone among all phones
     */
    PopulationInRun(PhonesInRun run, Agenda agenda, PhonePopulation population, int number, int[] ranks) {
        this.run = run;
        this.agenda = agenda;
        this.population = population;
        this.number = number;
        this.ranks = ranks;
        settings = population.settings();
        alternate = settings.registration() == SipSettings.Registration.ALTERNATE;
        draws = run.draws().named(population.name());
        waits = new Waits(draws);
        timeout = settings.answerTimeout().toMillis();
        int phones = population.size();
        int controllers = population.controllers().size();
        active = new byte[phones];
        targets = new byte[phones];
        Arrays.fill(targets, NONE);
        stages = new byte[phones];
        steps = new byte[phones];
        underWay = new byte[phones];
        movesAt = new long[phones];
        limboEntries = new int[controllers];
        activationCauses = new int[controllers];
        groups = new PhoneGroups(controllers);
        service = new OutageMeter(phones, groups.count(), 0, groups::isActive);
        int everywhere = alternate ? 1 : (1 << controllers) - 1;
        callable = new OutageMeter(phones, 1 << controllers, everywhere, mask -> mask != 0);
        samples = new Samples(this, agenda, run.moments());
        timelines = new KeptTimelines(this, agenda, run.keptExtensions(population));
        watch = new PhoneWatch(population, refreshPeriod(), agenda, run.kept());
        for (int place = 0; place < controllers; place++) {
            Registrar registrar = run.registrar(population.controllers().get(place));
            Access access = new Access(this, place, registrar, agenda, run.trace());
            accesses.add(access);
            registrar.add(access);
        }
        for (Access access : alternate ? accesses.subList(0, 1) : accesses) {
            access.registerAll();
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

    int number() {
        return number;
    }

    List<Access> accesses() {
        return accesses;
    }

    PhoneGroups groups() {
        return groups;
    }

    OutageMeter service() {
        return service;
    }

    PhoneWatch watch() {
        return watch;
    }

    Waits waits() {
        return waits;
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

    long refreshPhase(int phone) {
        return phase(phone, refreshPeriod(), "refresh");
    }

    private long phase(int phone, long interval, String cycle) {
        return switch (settings.phase()) {
            case EVEN -> phone * interval / size();
            case TOGETHER -> 0;
            case RANDOM -> (long) (draws.numbered(phone).named(cycle).uniform(0) * interval);
        };
    }

    // the network

    /** Everything works (U6); a branch session manager has no call processing yet. */
    void start() {
        accesses.forEach(this::setServed);
        timelines.start();
        isDisturbed = !service.isOver();
    }

    private void setServed(Access access) {
        service.setServed(access.place(), serves(access), agenda.now());
        for (int mask = 1; mask < 1 << accesses.size(); mask++) {
            callable.setServed(mask, canBeCalled(mask), agenda.now());
        }
    }

    /**
     * The way to a controller, or its call processing, may have changed.
     *
     * @param latency of the way; {@link Network#UNREACHABLE} if the phones do not reach it
     * @param entry what has broken or mended the way
     */
    void review(Access access, long latency, int entry) {
        boolean reaches = latency != Network.UNREACHABLE;
        if (reaches != access.isReached()) {
            samples.willChange();
        }
        boolean wayHasChanged = access.setLatency(latency, entry);
        reviewService(access, wayHasChanged);
        if (wayHasChanged) {
            access.planKeepalives(agenda.now());
            if (access.isReached()) {
                wake(access);
            }
        }
    }

    /** Whether phones are in service on a controller, and can be called, may have changed (U15). */
    private void reviewService(Access access, boolean wayHasChanged) {
        boolean before = service.isServed(access.place());
        boolean serves = serves(access);
        if (before == serves && !wayHasChanged) {
            return;
        }
        samples.willChange();
        tell(access, wayHasChanged, serves);
        setServed(access);
        timelines.groupChanged(access.place());
        tellIfAllAreBack(wayHasChanged ? access.wayEntry() : run.trace().latest());
    }

    private void tell(Access access, boolean wayHasChanged, boolean serves) {
        int place = access.place();
        int phones = service.members(groups.active(place)) + service.members(groups.stale(place));
        String name = access.registrar().name();
        limboEntries[place] = 0;
        if (phones == 0) {
            return;
        }
        if (!access.isReached()) {
            PhoneHappening what = new PhoneHappening.SipLimbo(name, phones);
            limboEntries[place] = run.trace().entry(subject(), access.wayEntry(), what, "A10", "U15");
        } else if (!serves) {
            PhoneHappening what = new PhoneHappening.SipNoCallProcessing(name, phones);
            int cause = wayHasChanged ? access.wayEntry() : run.trace().latest();
            run.trace().entry(subject(), cause, what, "A13", "U13");
        }
    }

    private boolean serves(Access access) {
        return access.isReached() && access.registrar().hasCallProcessing();
    }

    private boolean canBeCalled(int mask) {
        for (Access access : accesses) {
            if ((mask & 1 << access.place()) != 0 && serves(access)) {
                return true;
            }
        }
        return false;
    }

    /** What led phones to lose a controller. */
    int limboEntry(Access access) {
        int entry = limboEntries[access.place()];
        return entry == 0 ? access.wayEntry() : entry;
    }

    /** The site of the phones fails (U16). */
    void fail(int entry) {
        down = true;
        watch.power(What.POWER_OFF);
        powerEntry = run.trace().entry(subject(), entry, new PhoneHappening.SipDown(size()), "U16");
        agenda.spend(1 + size() / PhonesInRun.EVENTS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            endActivation(phone);
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
            for (Access access : alternate ? accesses.subList(0, 1) : accesses) {
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
        int group = groupOf(phone);
        if (group != service.group(phone)) {
            samples.willChange();
            service.move(phone, group, groups.isMoving(group), agenda.now());
            timelines.changed(phone);
        }
        if (isDisturbed == service.isOver()) {
            tellIfAllAreBack(
                    active[phone] == NONE ? 0 : accesses.get(active[phone]).activeEntry());
        }
    }

    /** A session manager knows a phone from now on, or no more. */
    void knownChanged(Access access, int phone) {
        callable.move(phone, callable.group(phone) ^ 1 << access.place(), false, agenda.now());
    }

    private int groupOf(int phone) {
        if (down) {
            return groups.down();
        }
        if (stages[phone] >= Stage.DELAY.ordinal()) {
            return groups.moving(targets[phone]);
        }
        int place = active[phone];
        if (place != NONE) {
            return accesses.get(place).knows(phone) ? groups.active(place) : groups.stale(place);
        }
        return underWay[phone] > 0 ? groups.registering() : groups.searching();
    }

    private void tellIfAllAreBack(int cause) {
        if (isDisturbed && service.isOver()) {
            timesBack++;
            run.trace().entry(subject(), cause, new PhoneHappening.SipBack(), "U15");
        }
        isDisturbed = !service.isOver();
    }

    /** What the phones of a group are in. */
    PhoneState stateOf(int group) {
        if (groups.isActive(group)) {
            if (service.isServed(group)) {
                return PhoneState.IN_SERVICE;
            }
            return accesses.get(group).isReached() ? PhoneState.NO_CALL_PROCESSING : PhoneState.LIMBO;
        }
        return groups.stateOf(group);
    }

    // attempts (U9)

    /** A phone finds a controller lost. */
    void lose(Access access, int phone, boolean wasReset) {
        int place = access.place();
        access.lose(phone, wasReset);
        watch.note(phone, place, wasReset ? What.RESET : What.LOST);
        lastLost = access.lostEntry();
        boolean wasTarget = targets[phone] == place;
        boolean wasActive = active[phone] == place;
        if (wasTarget) {
            endActivation(phone);
        }
        if (wasActive) {
            active[phone] = NONE;
        }
        int best = bestRegistered(phone);
        boolean isBetter = active[phone] == NONE ? best < accesses.size() : best < active[phone];
        if ((wasTarget || wasActive) && isBetter && stages[phone] <= Stage.WAIT.ordinal()) {
            activate(phone, best, lastLost);
        }
        if (!alternate) {
            attemptNow(access, phone);
        } else if (underWay[phone] == 0 && best > 0) {
            attemptNow(accesses.get(0), phone);
        }
        changed(phone);
    }

    /** The place of the best controller that a phone is registered with; the number of controllers if there is none. */
    private int bestRegistered(int phone) {
        int place = 0;
        while (place < accesses.size() && !accesses.get(place).isRegistered(phone)) {
            place++;
        }
        return place;
    }

    /**
     * An attempt to register is due at once. One that is sure to fail has failed; with {@code alternate} that is clear only when
     * the phone has found all controllers that it loses at this instant.
     */
    private void attemptNow(Access chain, int phone) {
        chain.stopWaiting(phone);
        if (alternate) {
            chain.waitFor(phone, agenda.now());
            expectAttempt(chain, phone);
        } else {
            boolean fails = !chain.isReached();
            schedule(chain, phone, agenda.now() + (fails ? chain.draw(phone, settings.recoveryWait()) : 0));
        }
    }

    private void expectAttempt(Access chain, int phone) {
        run.expire(chain.wake(phone), Expiry.of(ranks[phone], chain.place(), Expiry.ATTEMPT, 0));
    }

    /** The place of the controller that an attempt would go to now; -1 if it would fail. */
    private int canReach(Access chain, int phone) {
        if (!alternate) {
            return chain.isReached() ? chain.place() : NONE;
        }
        int best = bestRegistered(phone);
        for (int place = 0; place < best; place++) {
            if (accesses.get(place).isReached()) {
                return place;
            }
        }
        return NONE;
    }

    private void schedule(Access chain, int phone, long time) {
        chain.waitFor(phone, time);
        if (canReach(chain, phone) != NONE) {
            expectAttempt(chain, phone);
        }
    }

    /** A controller is reached again: attempts do not fail any more. */
    private void wake(Access reached) {
        Access chain = alternate ? accesses.get(0) : reached;
        if (!chain.hasDormant()) {
            return;
        }
        agenda.spend(1 + size() / PhonesInRun.DRAWS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            if (chain.isDormant(phone) && canReach(chain, phone) != NONE) {
                expectAttempt(chain, phone);
            }
        }
    }

    private void attempt(Access chain, int phone) {
        if (!chain.takeAttempt(phone)) {
            return;
        }
        int place = canReach(chain, phone);
        if (place == NONE) {
            schedule(chain, phone, agenda.now() + chain.draw(phone, settings.recoveryWait()));
            return;
        }
        underWay[phone]++;
        register(accesses.get(place), phone, PhoneMessage.REGISTER);
        changed(phone);
    }

    private void register(Access access, int phone, int kind) {
        access.send(phone, kind);
        send(access, phone, kind);
    }

    private void failAttempt(Access access, int phone, SipSettings.Wait wait) {
        underWay[phone]--;
        access.clear(phone);
        Access chain = alternate ? accesses.get(0) : access;
        schedule(chain, phone, agenda.now() + chain.draw(phone, wait));
        changed(phone);
    }

    /** A phone gets 200 (U7). */
    private void registered(Access access, int phone) {
        underWay[phone]--;
        int lost = alternate ? lastLost : access.lostEntry();
        access.register(phone, Math.max(Math.max(access.wayEntry(), lost), powerEntry));
        if (alternate && access.place() > 0) {
            Access chain = accesses.get(0);
            schedule(chain, phone, agenda.now() + chain.draw(phone, settings.recoveryWait()));
        }
        if (isWanted(access.place(), phone)) {
            activate(phone, access.place(), access.registeredEntry());
        }
        changed(phone);
    }

    // activation (U12)

    /** Whether a controller that has just registered is to be active. */
    private boolean isWanted(int place, int phone) {
        if (stages[phone] >= Stage.DELAY.ordinal()) {
            return place < targets[phone];
        }
        return active[phone] == NONE || settings.failback() == SipSettings.Failback.AUTO && place < active[phone];
    }

    /** An operator sends the phones back (U12). */
    void failBack(int event) {
        failbackEntry = run.trace().entryOfEvent(subject(), event, new PhoneHappening.SipFailback(), "A7", "U12");
        agenda.spend(1 + size() / PhonesInRun.EVENTS_PER_STEP);
        for (int phone = 0; phone < size(); phone++) {
            int best = bestRegistered(phone);
            boolean isUnderWay = stages[phone] >= Stage.DELAY.ordinal() && targets[phone] == best;
            if (active[phone] != NONE && best < active[phone] && !isUnderWay) {
                activate(phone, best, failbackEntry);
                changed(phone);
            }
        }
    }

    /** The activation of a controller begins; any other one ends. */
    private void activate(int phone, int place, int cause) {
        endActivation(phone);
        targets[phone] = (byte) place;
        activationCauses[place] = cause;
        long begins = agenda.now() + settings.activationDelay().toMillis();
        watch.noteUntil(phone, place, What.ACTIVATION, begins);
        waitToActivate(phone, Stage.DELAY, begins);
    }

    private void waitToActivate(int phone, Stage stage, long time) {
        stages[phone] = (byte) stage.ordinal();
        movesAt[phone] = time;
        run.expire(time, Expiry.of(ranks[phone], targets[phone], Expiry.ACTIVATION, 0));
    }

    private void endActivation(int phone) {
        if (stages[phone] == Stage.REQUEST.ordinal()) {
            accesses.get(targets[phone]).endRequest(phone);
        }
        stages[phone] = (byte) Stage.NONE.ordinal();
        targets[phone] = NONE;
    }

    private void goOnWithActivation(Access access, int phone) {
        Stage stage = STAGES[stages[phone]];
        boolean isDue = targets[phone] == access.place() && movesAt[phone] == agenda.now();
        if (isDue && stage == Stage.WAIT) {
            activate(phone, access.place(), activationCauses[access.place()]);
            changed(phone);
        } else if (isDue && stage == Stage.DELAY) {
            steps[phone] = 0;
            sendNextOrFinish(access, phone);
        }
    }

    private void sendNextOrFinish(Access access, int phone) {
        if (steps[phone] < settings.activationRequests()) {
            stages[phone] = (byte) Stage.REQUEST.ordinal();
            movesAt[phone] = agenda.now();
            send(access, phone, PhoneMessage.ACTIVATION);
            return;
        }
        stages[phone] = (byte) Stage.NONE.ordinal();
        targets[phone] = NONE;
        active[phone] = (byte) access.place();
        watch.note(phone, access.place(), What.ACTIVE);
        access.activate(timesBack, activationCauses[access.place()]);
        if (alternate) {
            giveUpWorse(access.place(), phone);
        }
        changed(phone);
    }

    /** A phone that registers with one controller at a time keeps no worse one than its active one. */
    private void giveUpWorse(int place, int phone) {
        for (Access worse : accesses.subList(place + 1, accesses.size())) {
            if (worse.isRegistered(phone)) {
                watch.note(phone, worse.place(), What.GIVEN_UP);
                worse.giveUp(phone);
            }
        }
    }

    private void failActivation(Access access, int phone, SipSettings.Wait wait) {
        long again = agenda.now() + access.draw(phone, wait);
        watch.noteUntil(phone, access.place(), What.WAITS, again);
        waitToActivate(phone, Stage.WAIT, again);
        changed(phone);
    }

    // messages (U1, U10)

    private void send(Access access, int phone, int kind) {
        long arrivesAt = access.isReached() ? agenda.now() + access.latency() : PhoneExchange.NEVER;
        watch.sent(phone, access.place(), access.sequence(phone), kind, arrivesAt);
        if (access.isReached()) {
            long latency = access.latency();
            long request = PhoneMessage.request(ranks[phone], access.place(), access.sequence(phone), kind, latency);
            run.arrive(agenda.now() + latency, request);
        }
        if (!access.isReached() || access.latency() >= timeout) {
            run.expire(agenda.now() + timeout, timeOut(access, phone));
        }
    }

    private long timeOut(Access access, int phone) {
        return Expiry.of(ranks[phone], access.place(), Expiry.TIME_OUT, access.sequence(phone));
    }

    private boolean isAwaited(Access access, int phone, long message) {
        return access.sequence(phone) == PhoneMessage.sequence(message);
    }

    private long timeOutAt(Access access, int phone) {
        return (access.isUnderWay(phone) ? access.sentAt(phone) : movesAt[phone]) + timeout;
    }

    /**
     * The answer to a request will come at a time, or never: the phone may wait in vain.
     *
     * @param sentAt when the request was sent, or earlier
     */
    void foreseeAnswer(int phone, long request, long sentAt, long time) {
        if (time <= sentAt + timeout) {
            return;
        }
        Access access = accesses.get(PhoneMessage.controller(request));
        if (isAwaited(access, phone, request)) {
            long due = timeOutAt(access, phone);
            if (time > due && due >= agenda.now()) {
                run.expire(due, timeOut(access, phone));
            }
        }
    }

    /** A request arrives at a session manager. */
    void arriveAtManager(int phone, long request) {
        Access access = accesses.get(PhoneMessage.controller(request));
        long sentAt = PhoneMessage.sentAt(request, agenda.now());
        if (!access.registrar().isUp()) {
            watch.unheard(phone, request);
            foreseeAnswer(phone, request, sentAt, Agenda.NEVER);
        } else if (access.registrar().refuses(PhoneMessage.kind(request))) {
            answer(phone, PhoneMessage.refused(request), sentAt);
        } else {
            foreseeAnswer(phone, request, sentAt, access.registrar().queue(request, sentAt));
        }
    }

    /**
     * A session manager answers a request now.
     *
     * @param sentAt when the request was sent, or earlier
     */
    void answer(int phone, long request, long sentAt) {
        Access access = accesses.get(PhoneMessage.controller(request));
        if (PhoneMessage.kind(request) == PhoneMessage.CREDENTIALS && !PhoneMessage.isRefused(request)) {
            access.bind(phone);
        }
        long time = access.isReached() ? agenda.now() + access.latency() : Agenda.NEVER;
        watch.answered(phone, request, access.isReached() ? time : PhoneExchange.NEVER);
        if (access.isReached()) {
            run.arrive(time, PhoneMessage.answerTo(request));
        }
        foreseeAnswer(phone, request, sentAt, time);
    }

    /** An answer arrives at a phone. */
    void arriveAtPhone(int phone, long answer) {
        Access access = accesses.get(PhoneMessage.controller(answer));
        boolean refused = PhoneMessage.isRefused(answer);
        if (down) {
            watch.late(phone, answer);
            return;
        }
        if (!isAwaited(access, phone, answer)) {
            watch.late(phone, answer);
            if (!refused) {
                access.registrar().countUseless();
            }
            return;
        }
        access.endRequest(phone);
        if (refused) {
            fail(access, phone, settings.retryAfter());
            return;
        }
        switch (PhoneMessage.kind(answer)) {
            case PhoneMessage.REGISTER -> register(access, phone, PhoneMessage.CREDENTIALS);
            case PhoneMessage.CREDENTIALS -> registered(access, phone);
            default -> {
                steps[phone]++;
                sendNextOrFinish(access, phone);
            }
        }
    }

    private void fail(Access access, int phone, SipSettings.Wait wait) {
        if (access.isUnderWay(phone)) {
            failAttempt(access, phone, wait);
        } else {
            failActivation(access, phone, wait);
        }
    }

    /** A time-out or an attempt is due. */
    void expire(int phone, long expiry) {
        Access access = accesses.get(Expiry.controller(expiry));
        switch (Expiry.kind(expiry)) {
            case Expiry.TIME_OUT -> {
                if (access.sequence(phone) == Expiry.sequence(expiry)) {
                    access.endRequest(phone);
                    watch.note(phone, access.place(), What.TIMED_OUT);
                    fail(access, phone, settings.recoveryWait());
                }
            }
            case Expiry.ATTEMPT -> attempt(access, phone);
            default -> goOnWithActivation(access, phone);
        }
    }

    /** What has happened to it, at the end. */
    PopulationHistory finish(long end) {
        accesses.forEach(access -> access.finish(end));
        return new PopulationHistory(population, samples.finish(end), service.finish(end), callable.finish(end));
    }

    /** The timelines of its phones that are kept. */
    List<PhoneHistory> timelines(long end) {
        return timelines.finish(end);
    }
}
