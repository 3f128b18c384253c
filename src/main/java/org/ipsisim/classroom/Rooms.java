package org.ipsisim.classroom;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The rooms of a server, and those at its door. All that happens in them happens one after the other, under this object's lock. */
final class Rooms {
    private final LongSupplier clock;
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Set<Peer> connected = new LinkedHashSet<>();

    /** @param clock milliseconds; never goes back */
    Rooms(LongSupplier clock) {
        this.clock = clock;
    }

    /** Milliseconds of the clock. */
    long now() {
        return clock.getAsLong();
    }

    /** Opens a room. */
    synchronized void open(Room room) {
        rooms.put(room.id(), room);
    }

    synchronized Optional<Room> find(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** The room of which this is the trainer's key. */
    synchronized Optional<Room> findByKey(String key) {
        return rooms.values().stream().filter(room -> room.hasKey(key)).findFirst();
    }

    /** Somebody has connected, and has said nothing yet. */
    synchronized Peer connect(Wire wire) {
        Peer peer = new Peer(this, wire);
        connected.add(peer);
        return peer;
    }

    /** How many are connected, in a room or not. */
    synchronized int connections() {
        return connected.size();
    }

    /** To be called every few seconds: sends away those who say nothing. */
    synchronized void tick() {
        List.copyOf(connected).forEach(Peer::tick);
    }

    void forget(Peer peer) {
        connected.remove(peer);
    }
}
