package org.ipsisim.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.RoleSpan;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Trace;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.kernel.Draws;

/**
 * The fate of every random call, told one by one from the history of a run: an object for each call, which goes from one
 * instant at which anything happens to the next. Slow and plain, so that the calls of the simulator can be held to it.
 */
public final class PlainCalls {
    /**
     * A call as it would be if nothing ever happened.
     *
     * @param at when it is tried, in milliseconds; before the start of the run if negative
     * @param setUp how long it dials and rings, in milliseconds
     * @param hold how long it lasts from its answer on, in milliseconds
     */
    public record Attempt(long at, long setUp, long hold) {
        /** When it is answered. */
        public long answered() {
            return at + setUp;
        }

        /** When it is over. */
        public long end() {
            return answered() + hold;
        }
    }

    private enum State {
        WAITS,
        SET_UP,
        /** Its set-up would be over if a server were there. */
        STANDS,
        UP,
        GONE
    }

    /** A call, as far as it has got. */
    private static final class Call {
        private final long setUp;
        private final long hold;
        private State state;
        private long answered;
        private boolean wasFrozen;

        Call(long setUp, long hold) {
            this.setUp = setUp;
            this.hold = hold;
        }

        void begin(long now) {
            state = State.SET_UP;
            answered = now + setUp;
        }
    }

    private final History history;
    private final PnHistory from;
    private final Optional<PnHistory> to;
    private final boolean ip;
    private final long circuits;
    private final long end;
    private final List<Call> calls = new ArrayList<>();
    private final TreeMap<Long, CallLosses> losses = new TreeMap<>();
    private boolean counts;
    private long upAtStart;
    private long inSetUpAtStart;
    private long offered;
    private long ended;
    private long frozen;
    private long trunksBusy;
    private long farEndOut;
    private long separate;

    private PlainCalls(History history, PnHistory from, Optional<PnHistory> to, boolean ip, OptionalInt circuits) {
        this.history = history;
        this.from = from;
        this.to = to;
        this.ip = ip;
        this.circuits = circuits.isPresent() ? circuits.getAsInt() : Long.MAX_VALUE;
        end = history.duration();
    }

    /** All calls that a port network tries in one direction, such as {@code within}, {@code trunk} or {@code pn-2}. */
    public static List<Attempt> attempts(Scenario scenario, PortNetwork pn, String name, double share) {
        Traffic traffic = pn.traffic().orElseThrow();
        List<Attempt> all = new ArrayList<>();
        Draws draws = draws(scenario, pn, name);
        Attempts before = new Attempts(draws.named("before"), traffic, share, start(traffic));
        Attempts during = new Attempts(draws.named("run"), traffic, share, 0);
        for (; before.at() < 0; before.next()) {
            all.add(new Attempt(before.at(), before.setUp(), before.hold()));
        }
        for (; during.at() < scenario.duration().toMillis(); during.next()) {
            all.add(new Attempt(during.at(), during.setUp(), during.hold()));
        }
        return all;
    }

    private static Draws draws(Scenario scenario, PortNetwork pn, String name) {
        return Draws.ofSeed(scenario.seed()).named("traffic").named(pn.id()).named(name);
    }

    /** Ten times the longest mean there is before the start of the run. */
    private static long start(Traffic traffic) {
        long spread = (long) Math.max(1, traffic.variation() * traffic.variation());
        return -10 * (traffic.meanHold().toMillis() * spread + traffic.setUp().toMillis());
    }

    /** What became of the random calls of a port network. */
    public static RandomCalls outcome(History history, PnHistory pn) {
        RandomCalls sum = RandomCalls.NONE;
        for (PlainCalls calls : directions(history, pn)) {
            sum = sum.plus(calls.outcome());
        }
        return sum;
    }

    /** What the random calls of a port network lost in each span of its timeline. */
    public static List<CallLosses> losses(History history, PnHistory pn) {
        List<CallLosses> losses = new ArrayList<>();
        List<PlainCalls> directions = directions(history, pn);
        for (PnSpan span : pn.timeline()) {
            CallLosses sum = CallLosses.NONE;
            for (PlainCalls calls : directions) {
                for (CallLosses loss :
                        calls.losses.subMap(span.from(), span.to()).values()) {
                    sum = sum.plus(loss);
                }
            }
            losses.add(sum);
        }
        return losses;
    }

    private static List<PlainCalls> directions(History history, PnHistory pn) {
        List<PlainCalls> directions = new ArrayList<>();
        Traffic traffic = pn.portNetwork().traffic().orElseThrow();
        CallShares shares = traffic.shares();
        Optional<PnHistory> nowhere = Optional.empty();
        OptionalInt unlimited = OptionalInt.empty();
        directions.add(run(new PlainCalls(history, pn, nowhere, false, unlimited), "within", shares.within()));
        directions.add(run(new PlainCalls(history, pn, nowhere, false, traffic.circuits()), "trunk", shares.trunk()));
        directions.add(run(new PlainCalls(history, pn, nowhere, true, unlimited), "ip", shares.ip()));
        for (SortedMap.Entry<Integer, Double> other : shares.others().entrySet()) {
            Optional<PnHistory> to = history.findPortNetwork(other.getKey());
            directions.add(
                    run(new PlainCalls(history, pn, to, false, unlimited), "pn-" + other.getKey(), other.getValue()));
        }
        return directions;
    }

    private static PlainCalls run(PlainCalls calls, String name, double share) {
        if (share > 0) {
            calls.run(name, share);
        }
        return calls;
    }

    private void run(String name, double share) {
        Scenario scenario = history.scenario();
        PortNetwork pn = from.portNetwork();
        Traffic traffic = pn.traffic().orElseThrow();
        Draws draws = draws(scenario, pn, name);
        liveThrough(new Attempts(draws.named("before"), traffic, share, start(traffic)), 0);
        inSetUpAtStart =
                calls.stream().filter(call -> call.state == State.SET_UP).count();
        upAtStart = calls.stream().filter(call -> call.state == State.UP).count();
        counts = true;
        liveThrough(new Attempts(draws.named("run"), traffic, share, 0), end);
    }

    /** From one instant to the next: what ends, what is answered, what the history says, what is tried. */
    private void liveThrough(Attempts attempts, long until) {
        TreeSet<Long> instants = counts ? instants() : new TreeSet<>();
        while (true) {
            TreeSet<Long> next = new TreeSet<>();
            next.add(attempts.at());
            next.add(instants.isEmpty() ? Long.MAX_VALUE : instants.first());
            calls.forEach(call -> next.add(nextOf(call)));
            long now = next.first();
            if (now >= until) {
                break;
            }
            instants.remove(now);
            goOn(now);
            if (counts) {
                happen(now);
            }
            while (attempts.at() == now) {
                attempt(now, new Call(attempts.setUp(), attempts.hold()));
                attempts.next();
            }
        }
        goOn(until);
    }

    private static long nextOf(Call call) {
        return switch (call.state) {
            case SET_UP -> call.answered;
            case UP -> call.answered + call.hold;
            case WAITS, STANDS, GONE -> Long.MAX_VALUE;
        };
    }

    private void goOn(long now) {
        goOn(now, now > 0 && access(now - 1) == CallStream.Access.WAITING);
    }

    private void goOn(long now, boolean stands) {
        for (Call call : calls) {
            if (call.state == State.SET_UP && call.answered <= now) {
                call.state = stands ? State.STANDS : State.UP;
            }
            if (call.state == State.UP && call.answered + call.hold <= now) {
                call.state = State.GONE;
                ended += counts ? 1 : 0;
            }
        }
        calls.removeIf(call -> call.state == State.GONE);
    }

    private void attempt(long now, Call call) {
        offered += counts ? 1 : 0;
        CallStream.Access access = counts ? access(now) : CallStream.Access.OPEN;
        switch (access) {
            case OPEN -> beginIfFree(now, call);
            case WAITING -> {
                call.state = State.WAITS;
                calls.add(call);
                lose(now, new CallLosses(0, 1, 0, 0, 0));
            }
            case CLOSED, FAR_END_CLOSED, SEPARATE -> {
                farEndOut += access == CallStream.Access.FAR_END_CLOSED ? 1 : 0;
                separate += access == CallStream.Access.SEPARATE ? 1 : 0;
                lose(now, new CallLosses(1, 0, 0, 0, call.hold));
            }
        }
    }

    private void beginIfFree(long now, Call call) {
        long busy = calls.stream()
                .filter(each -> each != call && each.state != State.WAITS && each.state != State.GONE)
                .count();
        if (busy < circuits) {
            call.begin(now);
            if (!calls.contains(call)) {
                calls.add(call);
            }
        } else {
            call.state = State.GONE;
            trunksBusy += counts ? 1 : 0;
            lose(now, new CallLosses(1, 0, 0, 0, call.hold));
        }
    }

    private void lose(long now, CallLosses loss) {
        if (counts) {
            losses.merge(now, loss, CallLosses::plus);
        }
    }

    /** Everything that the history says of this instant. */
    private void happen(long now) {
        CallsDropReading reading = history.scenario().estate().timers().callsDrop();
        for (TraceEntry entry : entriesAt(now)) {
            boolean own = entry.subject().name().equals(from.portNetwork().id());
            boolean far = to.isPresent()
                    && entry.subject().name().equals(to.get().portNetwork().id());
            boolean drops = entry.what() instanceof PnHappening.PnRestarted
                    || entry.what() instanceof PnHappening.PnDown
                    || entry.what() instanceof PnHappening.ColdReset && reading != CallsDropReading.AT_TAKEOVER
                    || entry.what() instanceof PnHappening.WarmReset && reading == CallsDropReading.AT_WARM_RESET;
            if ((own || far) && drops) {
                loseSetUps(now, true);
                boolean all = history.trace().isCausedBy(entry, ServerHappening.SystemRestarted.class);
                dropOrFreeze(now, !ip || all || phonesLosePower(now));
            } else if ((own || far) && entry.what() instanceof PnHappening.WarmReset) {
                loseSetUps(now, true);
                dropOrFreeze(now, false);
            } else if (ip && phonesLosePower(now)) {
                dropOrFreeze(now, true);
            } else if (isChangeOfActive(entry) && controllerBefore(from, now) == history.mainCluster()) {
                loseSetUps(now, false);
            }
        }
        if (access(now) == CallStream.Access.OPEN) {
            letGo(now);
        }
        goOn(now, false);
    }

    private List<TraceEntry> entriesAt(long now) {
        List<TraceEntry> upToNow = Trace.until(history.trace(), now);
        return upToNow.subList(Trace.until(upToNow, now - 1).size(), upToNow.size());
    }

    private boolean phonesLosePower(long now) {
        PortNetwork pn = from.portNetwork();
        return !pn.ipPhonesKeepPower()
                && entriesAt(now).stream()
                        .filter(entry ->
                                entry.subject().name().equals(pn.site()) && entry.what() instanceof NetworkHappening)
                        .reduce((first, last) -> last)
                        .filter(entry -> entry.what() instanceof NetworkHappening.Failed)
                        .isPresent();
    }

    private static boolean isChangeOfActive(TraceEntry entry) {
        return entry.what() instanceof ServerHappening.ServerInterchange
                || entry.what() instanceof ServerHappening.ServerActive
                || entry.what() instanceof ServerHappening.TwoActives;
    }

    /** A server is there for the calls that stood still, and then for those that waited. */
    private void letGo(long now) {
        for (Call call : calls) {
            if (call.state == State.STANDS) {
                call.answered = now;
                call.state = State.UP;
            }
        }
        for (Call call : List.copyOf(calls)) {
            if (call.state == State.WAITS) {
                beginIfFree(now, call);
            }
        }
    }

    private void loseSetUps(long now, boolean alsoWaiting) {
        for (Call call : calls) {
            boolean inSetUp = call.state == State.SET_UP || call.state == State.STANDS;
            if (inSetUp || alsoWaiting && call.state == State.WAITS) {
                call.state = State.GONE;
                lose(now, new CallLosses(0, 0, 1, 0, call.hold));
            }
        }
    }

    private void dropOrFreeze(long now, boolean drop) {
        for (Call call : calls) {
            if (call.state == State.UP && drop) {
                call.state = State.GONE;
                lose(now, new CallLosses(0, 0, 0, 1, call.answered + call.hold - now));
            } else if (call.state == State.UP && !call.wasFrozen) {
                call.wasFrozen = true;
                frozen++;
            }
        }
    }

    private CallStream.Access access(long now) {
        PnSpan own = from.spanAt(now);
        Optional<PnSpan> far = to.map(pn -> pn.spanAt(now));
        if (isClosed(own.state())) {
            return CallStream.Access.CLOSED;
        }
        if (far.isPresent() && isClosed(far.get().state())) {
            return CallStream.Access.FAR_END_CLOSED;
        }
        if (far.isPresent() && far.get().controller() != own.controller()) {
            return CallStream.Access.SEPARATE;
        }
        boolean silent = own.state() == PnState.CONTACT_LOST
                || far.isPresent() && far.get().state() == PnState.CONTACT_LOST;
        return silent || own.controller() == history.mainCluster() && !mainWorks(now)
                ? CallStream.Access.WAITING
                : CallStream.Access.OPEN;
    }

    private static boolean isClosed(PnState state) {
        return state != PnState.IN_SERVICE && state != PnState.CONTACT_LOST;
    }

    private static int controllerBefore(PnHistory pn, long now) {
        return pn.spanAt(Math.max(0, now - 1)).controller();
    }

    /** With two servers, one that is active and not changing roles. */
    private boolean mainWorks(long now) {
        List<ServerRole> roles = mains().map(server -> role(server, now)).toList();
        return roles.size() < 2 || roles.contains(ServerRole.ACTIVE) || roles.contains(ServerRole.RESETTING);
    }

    private Stream<ServerHistory> mains() {
        return history.servers().stream().filter(server -> server.server().cluster() == history.mainCluster());
    }

    private static ServerRole role(ServerHistory server, long now) {
        return server.timeline().stream()
                .filter(span -> span.from() <= now && now < span.to())
                .map(RoleSpan::role)
                .findFirst()
                .orElseThrow();
    }

    private TreeSet<Long> instants() {
        TreeSet<Long> instants = new TreeSet<>();
        from.timeline().forEach(span -> instants.add(span.from()));
        to.ifPresent(pn -> pn.timeline().forEach(span -> instants.add(span.from())));
        mains().forEach(server -> server.timeline().forEach(span -> instants.add(span.from())));
        history.trace().forEach(entry -> instants.add(entry.at()));
        return instants;
    }

    private RandomCalls outcome() {
        CallLosses sum = losses.values().stream().reduce(CallLosses.NONE, CallLosses::plus);
        long up = calls.stream().filter(call -> call.state == State.UP).count();
        return new RandomCalls(
                upAtStart,
                inSetUpAtStart,
                offered,
                ended,
                up,
                calls.size() - up,
                frozen,
                trunksBusy,
                farEndOut,
                separate,
                sum);
    }
}
