package org.ipsisim.plain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;

/**
 * What is decided at the end of an instant, after the {@link Arbitration} and in this order: refused sockets are tried
 * again, control moves between the IPSIs of a port network, requests for service, IPSIs that start anew connect and find a
 * server if there is none, the interchange that an operator orders (several at
 * one instant are one), forced takeovers (by cluster), fallback; each by port network number. A survivable core that
 * loses its last port network resets at once, before the next decision.
 *
 * <p>An IPSI without a server takes the best one on its list as soon as there is one that accepts. A port network whose
 * connection to the main has been up long enough returns as soon as the main accepts. No server controls an IPSI that
 * does not see it.
 */
final class Decisions {
    private static final long FALLBACK_RETRY = 60_000;

    private final World world;
    private final List<ScenarioEvent.ForcedTakeover> forcedTakeovers;
    private final List<ScenarioEvent.Interchange> interchanges;
    private final TreeSet<Integer> toReturn = new TreeSet<>();
    private long returnAt = PlainServer.NEVER;
    private boolean returnPlanned;

    Decisions(World world, List<ScenarioEvent> events) {
        this.world = world;
        forcedTakeovers = events.stream()
                .filter(ScenarioEvent.ForcedTakeover.class::isInstance)
                .map(ScenarioEvent.ForcedTakeover.class::cast)
                .sorted(Comparator.comparingInt(ScenarioEvent.ForcedTakeover::cluster))
                .toList();
        interchanges = events.stream()
                .filter(ScenarioEvent.Interchange.class::isInstance)
                .map(ScenarioEvent.Interchange.class::cast)
                .sorted(Comparator.comparing(ScenarioEvent.Interchange::forced))
                .toList();
        if (world.estate.fallback() instanceof Fallback.Scheduled scheduled) {
            returnAt = scheduled.at().toMillis();
        }
    }

    /** All decisions of this instant; the operator's commands are given once in it. */
    void decide(boolean withCommands) {
        long now = world.now;
        world.ipsis()
                .forEach(ipsi ->
                        ipsi.list.retry(cluster -> world.canConnect(cluster, ipsi), ipsi.pn.controllerOrNone(), now));
        world.pns.stream().filter(PlainPn::isControlled).forEach(pn -> pn.boards.decide(now));
        if (withCommands) {
            world.pns.stream().filter(PlainPn::isControlled).forEach(pn -> pn.boards.tryStandby(now));
        }
        world.pns.forEach(this::endIfItHangs);
        for (PlainPn pn : world.pns) {
            requestService(pn);
            start(pn);
        }
        if (withCommands) {
            interchanges.stream().filter(e -> e.at().toMillis() == now).forEach(this::interchange);
            forcedTakeovers.stream().filter(e -> e.at().toMillis() == now).forEach(this::force);
        }
        returnAsScheduled();
        world.pns.forEach(this::returnIfConnected);
    }

    private void start(PlainIpsi ipsi) {
        ipsi.isNew = false;
        ipsi.list.start(cluster -> world.canConnect(cluster, ipsi), ipsi.pn.controllerOrNone(), world.now);
    }

    private void start(PlainPn pn) {
        if (pn.isDown() && pn.canServe()) {
            pn.startWithoutServer();
        }
        pn.ipsis.stream().filter(ipsi -> ipsi.isNew).forEach(this::start);
        if (pn.isWithoutServer()) {
            bestThatAccepts(pn).ifPresent(cluster -> takeOver(pn, cluster));
        }
    }

    private void requestService(PlainPn pn) {
        if (pn.wantsService) {
            pn.wantsService = false;
            firstThatAccepts(pn).ifPresentOrElse(cluster -> takeOver(pn, cluster), () -> pn.waitAgain(world.now));
        }
    }

    /** The best on either list, since no IPSI is active yet. */
    private Optional<PlainCluster> bestThatAccepts(PlainPn pn) {
        return pn.boards.active().list.candidates().stream()
                .filter(cluster -> pn.ipsis.stream().anyMatch(ipsi -> ipsi.isInUse() && ipsi.list.isConnected(cluster)))
                .filter(cluster -> world.canConnect(cluster, pn))
                .findFirst();
    }

    /** The first one down the list of the active IPSI, then down that of the other. */
    private Optional<PlainCluster> firstThatAccepts(PlainPn pn) {
        return pn.boards.activeFirst().stream()
                .filter(ipsi -> !ipsi.withdrawn)
                .flatMap(ipsi -> ipsi.list.connected().stream())
                .filter(cluster -> world.canConnect(cluster, pn))
                .findFirst();
    }

    private void interchange(ScenarioEvent.Interchange command) {
        MainPair pair = world.pair.orElseThrow();
        boolean standbyIsAsGood = world.reached(pair.standby()) >= world.reached(pair.active());
        boolean may = command.forced() ? pair.canBeForced() : pair.canInterchange(world.now) && standbyIsAsGood;
        if (may && pair.interchange(world.now)) {
            world.cold2(pair.active());
        }
    }

    private void force(ScenarioEvent.ForcedTakeover command) {
        for (PlainPn pn : world.pns) {
            if (command.portNetworks().contains(pn.identity.number())) {
                world.findCluster(command.cluster()).ifPresent(cluster -> takeIfPossible(pn, cluster));
            }
        }
    }

    private void returnAsScheduled() {
        if (returnAt > world.now) {
            return;
        }
        if (!returnPlanned) {
            returnPlanned = true;
            world.pns.forEach(pn -> toReturn.add(pn.identity.number()));
            toReturn.removeIf(number -> !isAway(number));
        }
        for (PlainPn pn : world.pns) {
            if (toReturn.contains(pn.identity.number())) {
                takeIfPossible(pn, world.main());
            }
        }
        returnAt = toReturn.isEmpty() ? PlainServer.NEVER : world.now + FALLBACK_RETRY;
    }

    private boolean isAway(int number) {
        return world.pns.stream().anyMatch(pn -> pn.identity.number() == number && pn.controller != world.main());
    }

    private void returnIfConnected(PlainPn pn) {
        pn.noteConnectionTo(world.main(), world.now);
        if (connectionUpAt(pn) <= world.now) {
            takeIfPossible(pn, world.main());
        }
    }

    private long connectionUpAt(PlainPn pn) {
        long since = pn.mainConnectedSince;
        return world.estate.fallback() instanceof Fallback.ConnectionUp f
                        && pn.controller != world.main()
                        && since != PlainServer.NEVER
                ? Math.max(since, pn.takenAt) + f.upTime().toMillis()
                : PlainServer.NEVER;
    }

    private void takeIfPossible(PlainPn pn, PlainCluster cluster) {
        if (pn.controller != cluster && !pn.isDown() && world.canConnect(cluster, pn)) {
            takeOver(pn, cluster);
        }
    }

    private void takeOver(PlainPn pn, PlainCluster cluster) {
        PlainCluster before = pn.controller;
        pn.takenBy(cluster, world.now);
        List<PlainIpsi> reached = pn.boards.activeFirst().stream()
                .filter(ipsi -> ipsi.isInUse() && world.canConnect(cluster, ipsi))
                .toList();
        reached.forEach(ipsi -> ipsi.list.connectController(cluster, world.now));
        pn.boards.begin(reached.get(0), world.now);
        endIfItHangs(pn);
        if (cluster.isMain()) {
            toReturn.remove(pn.identity.number());
        }
        if (!before.isMain() && before.isUp() && !world.controls(before)) {
            reset(before);
        }
    }

    private void endIfItHangs(PlainPn pn) {
        if (!pn.isDown() && pn.servesNobody()) {
            pn.fail(world.now);
        }
    }

    /** A reset of no length is none. */
    private void reset(PlainCluster survivableCore) {
        long duration = world.timers.millis(TimerSetting.SURVIVABLE_CORE_RESET);
        if (duration == 0) {
            return;
        }
        survivableCore.resetEnds = world.now + duration;
        world.closeSockets(survivableCore);
    }

    /** The instants after this one at which something is to be decided. */
    void instants(LongConsumer instants) {
        instants.accept(returnAt);
        forcedTakeovers.forEach(e -> instants.accept(e.at().toMillis()));
        world.pns.forEach(pn -> instants.accept(connectionUpAt(pn)));
        world.pns.forEach(pn -> instants.accept(pn.boards.next(world.now)));
    }
}
