package org.ipsisim.plain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.HeartbeatRules.FirstWait;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.Target;
import org.ipsisim.history.HeartbeatHistory;

/** The way from one server to one IPSI: whether it works, what it loses, and its latency when it last was open. */
final class Way {
    /** Messages for each call that the traffic of a port network begins (N11). */
    private static final double MESSAGES_OF_A_CALL = 10;

    private static final double MILLIS_OF_AN_HOUR = 3_600_000;

    final PlainServer server;
    final PlainIpsi ipsi;
    final Chance chance;
    long latency;
    double loss;
    private final List<Target> ends;
    private final List<Beat> beats = new ArrayList<>();
    private Optional<List<Link>> links = Optional.empty();

    /** Over TCP. */
    private Optional<Connection> connection = Optional.empty();

    /** Whether the last three heartbeats got through; those before the start of the run count as if they had. */
    private final Deque<Boolean> lastThree = new ArrayDeque<>(List.of(true, true, true));

    Way(PlainServer server, PlainIpsi ipsi, long seed) {
        this.server = server;
        this.ipsi = ipsi;
        chance = new Chance(seed, server.identity.id() + ">ipsi-" + ipsi.id);
        ends = List.of(
                new Target.OfServers(server.identity.id(), List.of(server.identity.id())),
                new Target.OfControlPath(ipsi.id.pn()),
                new Target.OfIpsi(ipsi.id));
    }

    void connectOverTcp(TimersInForce timers, FirstWait firstWait) {
        connection = Optional.of(new Connection(this, timers, firstWait));
    }

    /** It goes over these links from now on; empty if nothing joins its ends. */
    void change(Optional<List<Link>> newLinks) {
        links = newLinks;
    }

    /** What its parts lose, and how slow they are. */
    void change(Degradations degradations, long now) {
        if (links.isPresent()) {
            loss = degradations.loss(links.get(), ends, now);
            latency = degradations.latency(links.get(), ends, now);
        }
        if (!endsWork()) {
            close();
        }
    }

    private boolean endsWork() {
        return server.isReady() && ipsi.works;
    }

    /** Something that is sent now can get through (M3, N2). */
    boolean works() {
        return endsWork() && links.isPresent() && loss < 1;
    }

    /** The server closes its connection (N10). */
    void close() {
        connection.ifPresent(Connection::close);
    }

    void giveUpIfSilent(long now) {
        connection.ifPresent(tcp -> tcp.giveUpIfSilent(now));
    }

    /** Whether a retransmission is due, and gets through. */
    boolean retransmits(long now) {
        return connection.isPresent() && connection.get().retransmits(now);
    }

    /** A heartbeat is due to be sent, and gets through on time or does not. */
    Beat send(long beat, long now) {
        boolean lost = !works() || chance.losesBeat(beat, loss);
        boolean getsThrough = connection.map(tcp -> tcp.sendsBeat(now, lost)).orElse(!lost);
        lastThree.removeFirst();
        lastThree.addLast(getsThrough);
        beats.add(new Beat(this, now, now + latency, getsThrough));
        return beats.get(beats.size() - 1);
    }

    HeartbeatHistory heartbeats(long interval) {
        return new HeartbeatHistory(
                server.identity,
                ipsi.id,
                interval,
                beats.stream()
                        .map(beat -> new HeartbeatHistory.Stretch(
                                beat.sentAt(), beat.sentAt() + interval, beat.sent(), beat.at() - beat.sentAt()))
                        .toList());
    }

    /** The first message after a beat is due to be sent: whether it gets through at once. */
    boolean sendsDataAfter(long beat, long now) {
        boolean lost = !works() || chance.losesDataAfter(beat, loss);
        return connection.map(tcp -> tcp.sendsData(now, lost)).orElse(!lost);
    }

    /** How long after a beat there is data to send, if there is before the next one. */
    OptionalLong dataAfter(long beat, long interval) {
        return ipsi.pn
                .identity
                .traffic()
                .map(traffic -> traffic.callsPerHourAt(beat * interval) * MESSAGES_OF_A_CALL / MILLIS_OF_AN_HOUR)
                .map(rate -> chance.dataAfter(beat, rate, interval))
                .orElse(OptionalLong.empty());
    }

    long nextTry() {
        return connection.map(Connection::nextTry).orElse(PlainServer.NEVER);
    }

    /** Not all of the last three heartbeats were lost (M22). */
    boolean reaches() {
        return lastThree.contains(true);
    }
}
