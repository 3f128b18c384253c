package org.ipsisim.plain;

import static org.ipsisim.plain.PlainServer.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.ipsisim.estate.TimerSetting;

/** Everything that servers send to IPSIs: at one instant retransmissions, then heartbeats, then data. */
final class Wire {
    /** The first message after a beat. */
    private record Data(Way way, long beat, long at) {}

    private final World world;
    private final long interval;
    private final PriorityQueue<Beat> underWay = new PriorityQueue<>(Comparator.comparingLong(Beat::at));
    private final PriorityQueue<Data> data = new PriorityQueue<>(Comparator.comparingLong(Data::at));
    private long nextBeat;

    Wire(World world) {
        this.world = world;
        interval = world.timers.millis(TimerSetting.HEARTBEAT_INTERVAL);
    }

    /** Sends what is due now: whether heartbeats were. */
    boolean send() {
        for (Way way : world.ways) {
            way.giveUpIfSilent(world.now);
            if (way.retransmits(world.now)) {
                deliver(way);
            }
        }
        boolean isBeat = nextBeat == world.now;
        if (isBeat) {
            long beat = nextBeat / interval;
            world.ways.forEach(way -> sendBeat(way, beat));
            nextBeat += interval;
        }
        while (!data.isEmpty() && data.peek().at <= world.now) {
            send(data.remove());
        }
        return isBeat;
    }

    private void sendBeat(Way way, long beat) {
        underWay.add(way.send(beat, world.now));
        if (world.estate.heartbeats().dataCounts()) {
            way.dataAfter(beat, interval).ifPresent(wait -> data.add(new Data(way, beat, world.now + wait)));
        }
    }

    private void send(Data message) {
        if (world.carriesData(message.way) && message.way.sendsDataAfter(message.beat, world.now)) {
            deliver(message.way);
        }
    }

    private void deliver(Way way) {
        underWay.add(new Beat(way, world.now, world.now + way.latency, true));
    }

    /** What arrives or is missed now, in the order of M2. */
    List<Beat> takeDue() {
        List<Beat> due = new ArrayList<>();
        while (!underWay.isEmpty() && underWay.peek().at() <= world.now) {
            due.add(underWay.remove());
        }
        due.removeIf(Beat::isNobodysBusiness);
        due.sort(Comparator.comparing((Beat beat) -> beat.way().ipsi.id)
                .thenComparingInt(beat -> beat.way().ipsi.list.candidates().indexOf(beat.way().server.cluster)));
        return due;
    }

    /** The instants to come at which something is sent, arrives or is missed. */
    void instants(LongConsumer instants) {
        instants.accept(nextBeat);
        instants.accept(underWay.isEmpty() ? NEVER : underWay.peek().at());
        instants.accept(data.isEmpty() ? NEVER : data.peek().at);
        world.ways.forEach(way -> instants.accept(way.nextTry()));
    }
}
