package org.ipsisim.survivability;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ipsisim.estate.CallShares;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.kernel.Draws;
import org.ipsisim.traffic.CallStream;

/**
 * The random calls of a run (T1 to T8). They move nothing, so they need no timers: they are brought up to date when a
 * port network or the main changes, and what that means for them is done then.
 */
final class RandomCallsInRun {
    private static final String[] NO_RULES = {};
    private static final String[] RULES_OF_FROZEN_SET_UPS = {"R13", "T5"};
    private static final String[] RULES_OF_SET_UPS = {"R67", "T4"};

    private final RunningEstate run;
    private final SortedMap<Integer, CallEnd> ends = new TreeMap<>();
    private boolean mainWorks = true;

    RandomCallsInRun(RunningEstate run, Scenario scenario) {
        this.run = run;
        List<PortNetworkControl> controls = run.portNetworks();
        if (run.drawsCalls()
                && controls.stream()
                        .anyMatch(control -> control.portNetwork().traffic().isPresent())) {
            int main = run.main().number();
            for (PortNetworkControl control : controls) {
                PortNetwork pn = control.portNetwork();
                ends.put(pn.number(), new CallEnd(control.subject(), control.recorder(), run.countsCalls(), main));
            }
            Draws draws = Draws.ofSeed(scenario.seed()).named("traffic");
            for (PortNetworkControl control : controls) {
                PortNetwork pn = control.portNetwork();
                pn.traffic().ifPresent(traffic -> addRoutes(pn, traffic, draws.named(pn.id())));
            }
        }
    }

    private void addRoutes(PortNetwork pn, Traffic traffic, Draws draws) {
        CallEnd from = Objects.requireNonNull(ends.get(pn.number()));
        CallShares shares = traffic.shares();
        addRoute(from, Optional.empty(), traffic, shares.within(), draws.named("within"), OptionalInt.empty(), false);
        addRoute(from, Optional.empty(), traffic, shares.trunk(), draws.named("trunk"), traffic.circuits(), false);
        addRoute(from, Optional.empty(), traffic, shares.ip(), draws.named("ip"), OptionalInt.empty(), true);
        for (Map.Entry<Integer, Double> other : shares.others().entrySet()) {
            Optional<CallEnd> to = Optional.of(Objects.requireNonNull(ends.get(other.getKey())));
            Draws ofRoute = draws.named("pn-" + other.getKey());
            addRoute(from, to, traffic, other.getValue(), ofRoute, OptionalInt.empty(), false);
        }
    }

    private void addRoute(
            CallEnd from,
            Optional<CallEnd> to,
            Traffic traffic,
            double share,
            Draws draws,
            OptionalInt circuits,
            boolean ip) {
        if (share > 0) {
            CallStream stream = new CallStream(run.agenda(), draws, traffic, share, circuits, run.countsCalls());
            CallRoute route = new CallRoute(stream, from, to, ip);
            from.begin(route);
            to.ifPresent(end -> end.touch(route));
        }
    }

    /** Calls have come and gone before the start. */
    void start() {
        for (CallEnd end : ends.values()) {
            for (CallRoute route : end.begun()) {
                route.stream().start();
            }
        }
    }

    /** A port network shows a state under a controlling cluster from now on. */
    void show(PortNetwork pn, PnState state, int controller) {
        CallEnd end = ends.get(pn.number());
        if (end != null) {
            advance(end);
            end.show(state, controller);
            review(end.touching());
        }
    }

    private void advance(CallEnd end) {
        long now = run.agenda().now();
        for (CallRoute route : end.touching()) {
            route.from().advanceTo(now);
        }
    }

    private void review(List<CallRoute> routes) {
        long now = run.agenda().now();
        for (CallRoute route : routes) {
            route.stream().change(route.access(run.main().number(), mainWorks), now);
        }
    }

    /** A port network lets no call start or change (M6). */
    void freeze(PortNetwork pn, int cause) {
        CallEnd end = ends.get(pn.number());
        if (end != null) {
            advance(end);
            for (CallRoute route : end.touching()) {
                freeze(route);
            }
            tell(end, cause, NO_RULES, RULES_OF_FROZEN_SET_UPS);
        }
    }

    private void freeze(CallRoute route) {
        route.from().lose(0, route.stream().loseAllButUp(run.agenda().now()));
        route.stream().freeze();
    }

    /**
     * A port network drops the calls that use its resources (M7, M9, M10, M28).
     *
     * @param stable how many stable calls it drops as well
     * @param rules that the drop follows
     */
    void drop(PortNetwork pn, int cause, long stable, String... rules) {
        drop(pn, cause, stable, CallRoute::ip, rules);
    }

    /** A port network drops every call, those between IP phones too (M24). */
    void dropAll(PortNetwork pn, int cause, long stable, String... rules) {
        drop(pn, cause, stable, route -> false, rules);
    }

    private void drop(PortNetwork pn, int cause, long stable, Predicate<CallRoute> outlives, String... rules) {
        CallEnd end = ends.get(pn.number());
        if (end == null) {
            tell(Subject.pn(pn.number()), cause, stable, rules, 0, NO_RULES);
            return;
        }
        advance(end);
        end.lose(stable, 0);
        for (CallRoute route : end.touching()) {
            if (outlives.test(route)) {
                freeze(route);
            } else {
                long now = run.agenda().now();
                long lost = route.stream().loseAllButUp(now);
                route.from().lose(route.stream().drop(now), lost);
            }
        }
        tell(end, cause, rules, RULES_OF_SET_UPS);
    }

    /** The main servers begin an interchange: what is in set-up there is lost (R67, M23, M24). */
    void loseSetUps(int cause) {
        for (CallEnd end : ends.values()) {
            if (end.isUnder(run.main().number())) {
                advance(end);
                for (CallRoute route : end.begun()) {
                    end.lose(0, route.stream().loseSetUps(run.agenda().now()));
                }
                tell(end, cause, NO_RULES, RULES_OF_SET_UPS);
            }
        }
    }

    /** Whether a main server takes new calls from now on; if not they wait (R67, M23, M24). */
    void mainWorks(boolean works) {
        if (works != mainWorks) {
            mainWorks = works;
            for (CallEnd end : ends.values()) {
                advance(end);
                review(end.begun());
            }
        }
    }

    /** Each port network's calls are told of with itself; those of the one that ends them come first. */
    private void tell(CallEnd first, int cause, String[] rulesOfDrops, String[] rulesOfSetUps) {
        tellOf(first, cause, rulesOfDrops, rulesOfSetUps);
        ends.values().forEach(end -> tellOf(end, cause, rulesOfDrops, rulesOfSetUps));
    }

    private void tellOf(CallEnd end, int cause, String[] rulesOfDrops, String[] rulesOfSetUps) {
        tell(end.subject(), cause, end.takeDropped(), rulesOfDrops, end.takeLost(), rulesOfSetUps);
    }

    private void tell(
            Subject subject, int cause, long dropped, String[] rulesOfDrops, long setUpsLost, String[] rulesOfSetUps) {
        if (dropped > 0) {
            run.entry(subject, cause, new PnHappening.CallsDropped(dropped), rulesOfDrops);
        }
        if (setUpsLost > 0) {
            run.entry(subject, cause, new PnHappening.SetUpsLost(setUpsLost), rulesOfSetUps);
        }
    }

    /** The run is over. */
    void finish(long end) {
        for (CallEnd each : ends.values()) {
            each.finish(end);
        }
    }
}
