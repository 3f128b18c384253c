package org.ipsisim.classroom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A browser that has connected: at first at the door, after its {@code hello} in a room. */
final class Peer {
    /** Within so many milliseconds a browser says {@code hello}. */
    static final long LONGEST_SILENCE_AT_THE_DOOR = 10_000;

    /** A browser that has not even answered a ping for so many milliseconds is gone. */
    static final long LONGEST_SILENCE = 40_000;

    /** Close codes of RFC 6455, section 7.4. */
    static final int NORMAL = 1000;

    static final int POLICY = 1008;
    static final int TOO_BIG = 1009;

    private final Rooms rooms;
    private final Wire wire;
    private final long connectedAt;
    private long heardAt;
    private MessageBudget budget;
    private @Nullable Room room;
    private @Nullable Person person;
    private boolean gone;

    Peer(Rooms rooms, Wire wire) {
        this.rooms = rooms;
        this.wire = wire;
        this.connectedAt = rooms.now();
        this.heardAt = connectedAt;
        this.budget = Role.STUDENT.budget(connectedAt);
    }

    /** Who it is, once it is in a room. */
    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    /** Takes a message. */
    void receive(String text) {
        synchronized (rooms) {
            if (gone) {
                return;
            }
            heardAt = rooms.now();
            try {
                take(text);
            } catch (Refusal e) {
                refuse(e);
            }
        }
    }

    private void take(String text) throws Refusal {
        if (!budget.take(heardAt)) {
            throw Refusal.last(Problem.TOO_FAST, "Too many messages: at most 20 a second.");
        }
        if (text.length() > Message.MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > Message.MOST_BYTES) {
            throw tooLarge();
        }
        Message message = Message.read(text);
        Room in = room;
        if (in != null) {
            in.receive(this, message);
        } else if (message.type().equals("hello")) {
            hello(message);
        } else {
            throw Message.wrong("The first message is `hello`.");
        }
    }

    private static Refusal tooLarge() {
        return Refusal.last(Problem.TOO_LARGE, "A message has at most 64 KiB.");
    }

    private void hello(Message hello) throws Refusal {
        Room asked = rooms.find(hello.field("room").asString(""))
                .orElseThrow(() -> Refusal.of(Problem.NO_SUCH_ROOM, "There is no such room: is the address complete?"));
        Person entered = asked.enter(this, hello);
        room = asked;
        person = entered;
        budget = entered.role().budget(rooms.now());
        asked.welcome(this, entered);
    }

    /** A message has come of which there is too much to keep. */
    void receiveTooLarge() {
        synchronized (rooms) {
            if (!gone) {
                refuse(tooLarge());
            }
        }
    }

    /** A message has come that is no text. */
    void receiveBinary() {
        synchronized (rooms) {
            if (!gone) {
                refuse(Refusal.last(Problem.BAD_MESSAGE, "A message is text."));
            }
        }
    }

    /** The browser is still there. */
    void heard() {
        synchronized (rooms) {
            heardAt = rooms.now();
        }
    }

    /** The connection is closed, or lost. */
    void closed() {
        synchronized (rooms) {
            leave();
            rooms.forget(this);
        }
    }

    void tick() {
        if (gone) {
            return;
        }
        long now = rooms.now();
        if (room == null && now - connectedAt >= LONGEST_SILENCE_AT_THE_DOOR) {
            refuse(Refusal.last(Problem.BAD_MESSAGE, "No `hello` within 10 s."));
        } else if (now - heardAt >= LONGEST_SILENCE) {
            close(NORMAL, "no answer");
        } else if (room != null) {
            wire.ping();
        }
    }

    void send(ObjectNode message) {
        if (!gone) {
            wire.send(message.toString());
        }
    }

    /** Says why, and goodbye if it cannot go on, which the message says as {@code last}; before {@code hello} it never can. */
    void refuse(Refusal why) {
        boolean isLast = room == null || why.isLast();
        ObjectNode error =
                Message.of("error").put("code", why.problem().key()).put("text", String.valueOf(why.getMessage()));
        send(isLast ? error.put("last", true) : error);
        if (isLast) {
            close(
                    why.problem() == Problem.TOO_LARGE ? TOO_BIG : POLICY,
                    why.problem().key());
        }
    }

    void close(int code, String reason) {
        leave();
        wire.close(code, reason);
    }

    private void leave() {
        if (gone) {
            return;
        }
        gone = true;
        if (room != null) {
            room.leave(this);
        }
    }
}
