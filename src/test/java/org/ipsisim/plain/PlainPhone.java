package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.Span;
import org.ipsisim.kernel.Draws;
import org.ipsisim.plain.PlainPhones.Turn;

/** One phone, plainly (U3 to U16). */
public final class PlainPhone {
    private static final int NOBODY = Integer.MAX_VALUE;

    /** A request under way to the controller at a place. */
    final class Request {
        private final int place;
        private final String kind;

        private Request(int place, String kind) {
            this.place = place;
            this.kind = kind;
        }

        boolean isActivation() {
            return kind.equals("activation");
        }

        /** The session manager answers now. */
        void answer(boolean refused) {
            if (kind.equals("credentials") && !refused) {
                manager(place).bind(PlainPhone.this, world.now + expires);
                servedIn[place] = manager(place).failures;
            }
            if (reaches(place)) {
                long arrives = world.now
                        + world.latency(population.site(), manager(place).site());
                world.schedule(arrives, Turn.AT_PHONE, PlainPhone.this, place, () -> receive(this, refused));
            }
        }
    }

    final PhonePopulation population;
    final long extension;
    private final PlainPhones world;
    private final SipSettings settings;
    private final Draws draws;
    private final int controllers;
    private final boolean alternate;
    private final long expires;
    private final long phase;
    private final long refreshPhase;
    private final long refreshEvery;

    private boolean down;
    private int active = 0;
    private int target = NOBODY;
    private boolean moving;
    private int requestsDone;
    private Object activation = new Object();
    private final boolean[] registered;
    private final int[] registeredIn;
    private final int[] servedIn;
    private final long[] lastOk;
    private final int[] missed;
    private final Request[] pending;
    private final Object[] nextAttempt;
    private final Object[] registration;
    private final int[] waits;
    private final Timeline<PhoneHistory.In> states = new Timeline<>();
    private final Timeline<Boolean> callable = new Timeline<>();

    PlainPhone(PlainPhones world, PhonePopulation population, int index) {
        this.world = world;
        this.population = population;
        extension = population.firstExtension() + index;
        settings = population.settings();
        draws = Draws.ofSeed(world.scenario.seed())
                .named("phones")
                .named(population.name())
                .numbered(index);
        controllers = population.controllers().size();
        alternate = settings.registration() == SipSettings.Registration.ALTERNATE;
        expires = settings.expires().toMillis();
        refreshEvery = Math.round(expires * settings.refreshAt());
        phase = phase(index, settings.keepaliveInterval().toMillis(), "keepalive");
        refreshPhase = phase(index, refreshEvery, "refresh");
        registered = new boolean[controllers];
        registeredIn = new int[controllers];
        servedIn = new int[controllers];
        lastOk = new long[controllers];
        missed = new int[controllers];
        pending = new Request[controllers];
        nextAttempt = new Object[controllers];
        registration = new Object[controllers];
        waits = new int[controllers];
    }

    private long phase(int index, long interval, String cycle) {
        return switch (settings.phase()) {
            case EVEN -> Math.floorDiv(index * interval, (long) population.size());
            case TOGETHER -> 0;
            case RANDOM -> (long) Math.floor(draws.named(cycle).uniform(0) * interval);
        };
    }

    private PlainManager manager(int place) {
        return world.managers.get(population.controllers().get(place));
    }

    private boolean reaches(int place) {
        return manager(place).up
                && world.way(population.site(), manager(place).site()).isPresent();
    }

    void start() {
        for (int place = 0; place < (alternate ? 1 : controllers); place++) {
            registered[place] = true;
            manager(place).bind(this, Long.MAX_VALUE);
            lastOk[place] = refreshPhase - refreshEvery;
            refreshAt(place, refreshPhase);
        }
        keepaliveAt(phase);
    }

    // U3, U4

    private void keepaliveAt(long at) {
        world.schedule(at, Turn.KEEPALIVE, this, 0, () -> {
            for (int place = 0; place < controllers; place++) {
                if (registered[place]) {
                    keepalive(place);
                }
            }
            keepaliveAt(at + settings.keepaliveInterval().toMillis());
        });
    }

    private void keepalive(int place) {
        if (reaches(place)) {
            missed[place] = 0;
            if (registeredIn[place] != manager(place).failures) {
                lose(place);
            }
        } else {
            missed[place]++;
            if (missed[place] >= settings.keepaliveMisses()) {
                lose(place);
            }
        }
    }

    // U8

    private void refreshAt(int place, long at) {
        Object mine = new Object();
        registration[place] = mine;
        repeatRefresh(place, at, mine);
    }

    private void repeatRefresh(int place, long at, Object mine) {
        world.schedule(at, Turn.REFRESH, this, place, () -> {
            if (registration[place] == mine) {
                if (reaches(place) && isKnownAt(place)) {
                    manager(place).countRefresh(settings.nonce() == SipSettings.Nonce.ONE_TIME ? 2 : 1);
                    lastOk[place] = world.now;
                }
                repeatRefresh(place, at + refreshEvery, mine);
            }
        });
    }

    private void giveUp(int place) {
        if (isKnownAt(place)) {
            manager(place).bind(this, lastOk[place] + expires);
        }
        registered[place] = false;
        registration[place] = new Object();
        missed[place] = 0;
    }

    private void lose(int place) {
        giveUp(place);
        boolean wasTarget = target == place;
        boolean wasActive = active == place;
        if (wasTarget) {
            endActivation();
        }
        if (wasActive) {
            active = NOBODY;
        }
        if ((wasTarget || wasActive) && !moving && best() < active) {
            activate(best());
        }
        if (!alternate || best() > 0) {
            attemptAt(alternate ? 0 : place, world.now);
        }
    }

    private int best() {
        for (int place = 0; place < controllers; place++) {
            if (registered[place]) {
                return place;
            }
        }
        return NOBODY;
    }

    // U9

    private boolean isRegistering(int place) {
        return pending[place] != null && !pending[place].isActivation();
    }

    private boolean isRegistering() {
        for (int place = 0; place < controllers; place++) {
            if (isRegistering(place)) {
                return true;
            }
        }
        return false;
    }

    private long draw(int place, SipSettings.Wait wait) {
        long min = wait.min().toMillis();
        long max = wait.max().toMillis();
        double u = draws.numbered(1 + place).uniform(waits[place]++);
        return Math.max(1, min + (long) Math.floor(u * (max - min + 1)));
    }

    private void attemptAt(int chain, long at) {
        if (alternate && isRegistering()) {
            return;
        }
        Object mine = new Object();
        nextAttempt[chain] = mine;
        world.schedule(at, Turn.EXPIRY, this, chain, () -> {
            if (nextAttempt[chain] == mine) {
                nextAttempt[chain] = null;
                attempt(chain);
            }
        });
    }

    private void attempt(int chain) {
        int from = alternate ? 0 : chain;
        int to = alternate ? Math.min(best(), controllers) : chain + 1;
        for (int place = from; place < to; place++) {
            if (reaches(place)) {
                send(place, "register");
                return;
            }
        }
        attemptAt(chain, world.now + draw(chain, settings.recoveryWait()));
    }

    // U1, U7, U10

    private void send(int place, String kind) {
        Request request = new Request(place, kind);
        pending[place] = request;
        if (reaches(place)) {
            long arrives =
                    world.now + world.latency(population.site(), manager(place).site());
            world.schedule(
                    arrives, Turn.AT_MANAGER, this, place, () -> manager(place).arrive(request));
        }
        world.schedule(world.now + settings.answerTimeout().toMillis(), Turn.EXPIRY, this, place, () -> {
            if (pending[place] == request) {
                pending[place] = null;
                fail(request, settings.recoveryWait());
            }
        });
    }

    private void receive(Request request, boolean refused) {
        if (down) {
            return;
        }
        int place = request.place;
        if (pending[place] != request) {
            if (!refused) {
                manager(place).countUseless();
            }
            return;
        }
        pending[place] = null;
        if (refused) {
            fail(request, settings.retryAfter());
        } else if (request.kind.equals("register")) {
            send(place, "credentials");
        } else if (request.kind.equals("credentials")) {
            register(place);
        } else {
            requestsDone++;
            goOn();
        }
    }

    private void fail(Request request, SipSettings.Wait wait) {
        if (request.isActivation()) {
            moving = false;
            Object mine = new Object();
            activation = mine;
            int place = request.place;
            world.schedule(world.now + draw(place, wait), Turn.EXPIRY, this, place, () -> {
                if (activation == mine) {
                    activate(place);
                }
            });
        } else {
            int chain = alternate ? 0 : request.place;
            attemptAt(chain, world.now + draw(chain, wait));
        }
    }

    private void register(int place) {
        registered[place] = true;
        registeredIn[place] = servedIn[place];
        missed[place] = 0;
        lastOk[place] = world.now;
        refreshAt(place, world.now + refreshEvery);
        if (alternate && place > 0) {
            attemptAt(0, world.now + draw(0, settings.recoveryWait()));
        }
        boolean wanted = moving
                ? place < target
                : active == NOBODY || settings.failback() == SipSettings.Failback.AUTO && place < active;
        if (wanted) {
            activate(place);
        }
    }

    // U12

    private void endActivation() {
        if (moving && target != NOBODY && pending[target] != null && pending[target].isActivation()) {
            pending[target] = null;
        }
        moving = false;
        target = NOBODY;
        activation = new Object();
    }

    private void activate(int place) {
        endActivation();
        moving = true;
        target = place;
        requestsDone = 0;
        Object mine = new Object();
        activation = mine;
        world.schedule(world.now + settings.activationDelay().toMillis(), Turn.EXPIRY, this, place, () -> {
            if (activation == mine) {
                goOn();
            }
        });
    }

    private void goOn() {
        if (requestsDone < settings.activationRequests()) {
            send(target, "activation");
            return;
        }
        active = target;
        endActivation();
        for (int worse = active + 1; alternate && worse < controllers; worse++) {
            if (registered[worse]) {
                giveUp(worse);
            }
        }
    }

    void failBack() {
        boolean alreadyMoves = moving && target == best();
        if (!down && active != NOBODY && best() < active && !alreadyMoves) {
            activate(best());
        }
    }

    // U16

    void change() {
        boolean hasPower = world.hasPower(population.site());
        if (down == !hasPower) {
            return;
        }
        down = !hasPower;
        if (down) {
            endActivation();
            active = NOBODY;
            for (int place = 0; place < controllers; place++) {
                if (registered[place]) {
                    giveUp(place);
                }
                pending[place] = null;
                nextAttempt[place] = null;
            }
        } else {
            for (int place = 0; place < (alternate ? 1 : controllers); place++) {
                attemptAt(place, world.now);
            }
        }
    }

    // U15

    /** Whether it is registered and the session manager has not failed since. */
    boolean isKnownAt(int place) {
        return registered[place] && manager(place).up && registeredIn[place] == manager(place).failures;
    }

    private boolean serves(int place) {
        return isKnownAt(place) && reaches(place) && manager(place).hasCallProcessing();
    }

    void record() {
        states.record(world.now, state());
        boolean can = false;
        for (int place = 0; place < controllers; place++) {
            can |= serves(place);
        }
        callable.record(world.now, can);
    }

    private PhoneHistory.In state() {
        if (down) {
            return new PhoneHistory.In(PhoneState.DOWN, Optional.empty());
        }
        if (moving) {
            return in(PhoneState.MOVING, target);
        }
        if (active == NOBODY) {
            PhoneState state = isRegistering() ? PhoneState.REGISTERING : PhoneState.SEARCHING;
            return new PhoneHistory.In(state, Optional.empty());
        }
        if (!reaches(active) || !isKnownAt(active)) {
            return in(PhoneState.LIMBO, active);
        }
        Supplier<PhoneState> served =
                () -> manager(active).hasCallProcessing() ? PhoneState.IN_SERVICE : PhoneState.NO_CALL_PROCESSING;
        return in(served.get(), active);
    }

    private PhoneHistory.In in(PhoneState state, int place) {
        return new PhoneHistory.In(state, Optional.of(population.controllers().get(place)));
    }

    /** What it was in. */
    public PhoneHistory history() {
        return new PhoneHistory(
                extension,
                population.name(),
                states.spans(world.scenario.duration().toMillis(), Span::new));
    }

    /** When it could be called. */
    public List<Span<Boolean>> callable() {
        return new ArrayList<>(callable.spans(world.scenario.duration().toMillis(), Span::new));
    }

    /** How many registrations session managers keep that it has given up. */
    public long staleAt(String sessionManager) {
        int place = population.controllers().indexOf(sessionManager);
        return place < 0 ? 0 : world.managers.get(sessionManager).stale(place, this);
    }

    /** The population that it belongs to. */
    public String population() {
        return population.name();
    }
}
