package org.ipsisim.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;

/**
 * What is decided at the end of an instant, in this order: refused sockets are tried again, IPSIs that start anew find
 * a server, requests for service, forced takeovers (by cluster), fallback; each by port network number. A survivable
 * core that loses its last port network resets at once, before the next decision.
 *
 * <p>An IPSI without a server takes the best one on its list as soon as there is one that accepts. A port network whose
 * connection to the main has been up long enough returns as soon as the main accepts. No server controls an IPSI that
 * does not see it.
 */
final class Decisions {
    private static final long FALLBACK_RETRY = 60_000;

    private final World world;
    private final List<ScenarioEvent.ForcedTakeover> forcedTakeovers;
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
        if (world.estate.fallback() instanceof Fallback.Scheduled scheduled) {
            returnAt = scheduled.at().toMillis();
        }
    }

    /** All decisions of this instant; the operator's commands are given once in it. */
    void decide(boolean withCommands) {
        long now = world.now;
        for (PlainPn pn : world.pns) {
            pn.list.retry(server -> world.canConnect(server, pn), pn.controller, now);
        }
        world.pns.forEach(this::start);
        world.pns.forEach(this::requestService);
        if (withCommands) {
            forcedTakeovers.stream().filter(e -> e.at().toMillis() == now).forEach(this::force);
        }
        returnAsScheduled();
        world.pns.forEach(this::returnIfConnected);
    }

    private void start(PlainPn pn) {
        if (pn.isDown() && world.ipsiWorks(pn)) {
            pn.list.start(server -> world.canConnect(server, pn), world.now);
            pn.startWithoutServer();
        }
        if (pn.isWithoutServer()) {
            firstThatAccepts(pn).ifPresent(server -> takeOver(pn, server));
        }
    }

    private void requestService(PlainPn pn) {
        if (pn.wantsService) {
            pn.wantsService = false;
            firstThatAccepts(pn).ifPresentOrElse(server -> takeOver(pn, server), () -> pn.waitAgain(world.now));
        }
    }

    private Optional<PlainServer> firstThatAccepts(PlainPn pn) {
        return pn.list.connected().stream()
                .filter(server -> world.canConnect(server, pn))
                .findFirst();
    }

    private void force(ScenarioEvent.ForcedTakeover command) {
        for (PlainPn pn : world.pns) {
            if (command.portNetworks().contains(pn.identity.number())) {
                world.findServer(command.cluster()).ifPresent(server -> takeIfPossible(pn, server));
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
        return world.pns.stream()
                .anyMatch(pn -> pn.identity.number() == number
                        && pn.controller != world.main().cluster());
    }

    private void returnIfConnected(PlainPn pn) {
        if (connectionUpAt(pn) <= world.now) {
            takeIfPossible(pn, world.main());
        }
    }

    private long connectionUpAt(PlainPn pn) {
        OptionalLong since = pn.list.connectedSince(world.main());
        return world.estate.fallback() instanceof Fallback.ConnectionUp f
                        && pn.controller != world.main().cluster()
                        && since.isPresent()
                ? Math.max(since.getAsLong(), pn.takenAt) + f.upTime().toMillis()
                : PlainServer.NEVER;
    }

    private void takeIfPossible(PlainPn pn, PlainServer server) {
        if (pn.controller != server.cluster() && !pn.isDown() && world.canConnect(server, pn)) {
            takeOver(pn, server);
        }
    }

    private void takeOver(PlainPn pn, PlainServer server) {
        Optional<PlainServer> before = world.findServer(pn.controller);
        pn.takenBy(server, world.now);
        if (server.isMain()) {
            toReturn.remove(pn.identity.number());
        }
        before.filter(old -> !old.isMain() && old.up && !world.controls(old)).ifPresent(this::reset);
    }

    private void reset(PlainServer survivableCore) {
        survivableCore.resetEnds = world.now + world.timers.millis(TimerSetting.SURVIVABLE_CORE_RESET);
        world.pns.forEach(pn -> pn.list.disconnect(survivableCore));
    }

    /** The instants after this one at which something is to be decided. */
    List<Long> instants() {
        List<Long> instants = new ArrayList<>(List.of(returnAt));
        forcedTakeovers.forEach(e -> instants.add(e.at().toMillis()));
        world.pns.forEach(pn -> instants.add(connectionUpAt(pn)));
        return instants;
    }
}
