package org.ipsisim.survivability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Server;
import org.ipsisim.heartbeat.ContactWatch;
import org.ipsisim.heartbeat.HeartbeatPath;
import org.ipsisim.history.CommandHappening;
import org.ipsisim.history.IpsiRole;
import org.ipsisim.history.PnRecorder;

/** The one or two IPSIs of a port network, and the one of them that controls it (M20, M21, M28). */
final class Ipsis {
    private final RunningEstate run;
    private final List<IpsiSide> sides;
    private final Optional<IpsiPair> pair;

    Ipsis(RunningEstate run, PortNetworkControl control, PortNetwork pn, List<Cluster> ranking) {
        this.run = run;
        this.sides = pn.ipsis().stream()
                .map(ipsi -> new IpsiSide(run, control, ipsi, ranking))
                .toList();
        this.pair = sides.size() == 1 ? Optional.empty() : Optional.of(new IpsiPair(run, control, sides));
    }

    /** A before B. */
    List<IpsiSide> all() {
        return sides;
    }

    boolean areTwo() {
        return pair.isPresent();
    }

    IpsiSide active() {
        return pair.isPresent() ? pair.get().active() : sides.get(0);
    }

    /** Those that are not withdrawn, the one that controls first. */
    List<IpsiSide> activeFirst() {
        List<IpsiSide> ordered =
                new ArrayList<>(pair.map(p -> List.of(p.active(), p.other())).orElse(sides));
        ordered.removeIf(IpsiSide::isWithdrawn);
        return ordered;
    }

    IpsiSide otherThan(IpsiSide side) {
        return sides.get(0) == side ? sides.get(1) : sides.get(0);
    }

    IpsiSide get(IpsiId ipsi) {
        return sides.get(ipsi.side().ordinal());
    }

    /** The clusters that may be on the lists, best first. */
    List<Cluster> candidates() {
        return sides.get(0).list().candidates();
    }

    /** The clusters on the list of an IPSI that is in use, best first. */
    List<Cluster> listed() {
        List<List<Cluster>> lists =
                activeFirst().stream().map(side -> side.list().clusters()).toList();
        return candidates().stream()
                .filter(cluster -> lists.stream().anyMatch(list -> list.contains(cluster)))
                .toList();
    }

    boolean anyIsInUse() {
        return sides.stream().anyMatch(IpsiSide::isInUse);
    }

    /** Whether the one that has control hangs (M31). */
    boolean controlHangs() {
        return active().isInUse() && active().isHung();
    }

    /** Whether the one that would have control is in use and does not hang. */
    boolean anyCanServe() {
        return activeFirst().stream()
                .filter(IpsiSide::isInUse)
                .findFirst()
                .filter(side -> !side.isHung())
                .isPresent();
    }

    boolean anyListHasMain() {
        for (IpsiSide side : sides) {
            if (side.list().hasMain()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cluster would accept a request for service from the port network now. */
    boolean isAcceptedBy(Cluster cluster) {
        for (IpsiSide side : sides) {
            if (side.isAcceptedBy(cluster)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one in control misses heartbeats now. */
    boolean missesContact(ContactWatch watch) {
        return areTwo() ? active().missesContact() : watch.missesContact();
    }

    boolean isReachedBy(Server server) {
        return sides.stream().anyMatch(side -> run.connections().reaches(run.indexOf(server), side.index()));
    }

    /** Boards that work and have no sockets get them. */
    void connect() {
        for (IpsiSide side : sides) {
            if (side.works() && !side.list().isOpen()) {
                side.list().connectAll();
            }
        }
    }

    /** A cluster that reaches one of them takes control, through the one that had it if that can be (M10). */
    void takenBy(Cluster cluster) {
        List<IpsiSide> accepted = activeFirst();
        accepted.removeIf(side -> !side.isAcceptedBy(cluster));
        accepted.forEach(side -> side.list().connectController(cluster));
        pair.ifPresent(p -> p.controlThrough(accepted.get(0)));
    }

    /** Watches the heartbeats of the controlling cluster from now on, and gives their ways. */
    List<HeartbeatPath> watch(Cluster controller) {
        if (areTwo()) {
            sides.forEach(side -> side.watch(controller));
        }
        return paths(controller);
    }

    /** The ways of the controlling cluster's heartbeats that count: those to an IPSI that is busied out do not. */
    List<HeartbeatPath> paths(Cluster controller) {
        List<HeartbeatPath> paths = new ArrayList<>();
        for (IpsiSide side : activeFirst()) {
            paths.addAll(controller.paths(side.index()));
        }
        return paths;
    }

    /** The one that controls has been busied out. */
    void leaveBusiedOut(int cause) {
        pair.ifPresent(p -> p.leaveBusiedOut(cause));
    }

    /** A restart releases what is busied out (R17). Whether anything was. */
    boolean releaseBusyOuts(int restart) {
        boolean any = false;
        for (IpsiSide side : sides) {
            if (side.isBusiedOut()) {
                any = true;
                side.setBusiedOut(false);
                run.entry(side.subject(), restart, new CommandHappening.BusyoutReleased("by the restart (level 2)"));
            }
        }
        return any;
    }

    /** None has a list while the port network is down, but for those that answer though a part of one does not work (M31). */
    void closeLists() {
        if (sides.stream().noneMatch(IpsiSide::answersThoughFaulty)) {
            sides.forEach(side -> side.list().close());
        }
    }

    void stopWatching() {
        sides.forEach(IpsiSide::stopWatching);
    }

    void planAgain() {
        sides.forEach(IpsiSide::planAgain);
    }

    /** Whether one of them is silent; one that is alone is watched by the port network's own watch. */
    boolean isSilent(IpsiSide side, ContactWatch whole) {
        return areTwo() ? side.isSilent() : whole.isSilent();
    }

    /** Whether no IPSI in use hears the controlling cluster. */
    boolean areAllSilent(ContactWatch whole) {
        for (IpsiSide side : sides) {
            if (side.isInUse() && !isSilent(side, whole)) {
                return false;
            }
        }
        return true;
    }

    /** Records what each of them is now. */
    void record(PnRecorder recorder, ContactWatch whole) {
        for (IpsiSide side : sides) {
            boolean hasContact = side.works() && !isSilent(side, whole);
            recorder.ipsi(side.ipsi(), run.agenda().now(), role(side), hasContact);
        }
    }

    private IpsiRole role(IpsiSide side) {
        if (!side.hasPacketInterface()) {
            return IpsiRole.OUT_OF_SERVICE;
        }
        if (side.isBusiedOut()) {
            return IpsiRole.BUSIED_OUT;
        }
        return side == active() ? IpsiRole.ACTIVE : IpsiRole.STANDBY;
    }

    /** Contact, boards or the controlling cluster have changed. */
    void review() {
        pair.ifPresent(IpsiPair::review);
    }
}
