package org.ipsisim.classroom;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ipsisim.history.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One class: who is there, who may say what, and who hears it; what is taught is its {@link ClassLesson}. It takes messages and
 * gives messages, and knows neither sockets nor a clock of its own. Everything happens under the lock of {@link Rooms}.
 */
final class Room {
    private static final int LONGEST_SEAT = 64;

    private final String id = Secret.next();
    private final String key = Secret.next();
    private final Rooms rooms;
    private final List<IceServer> iceServers;
    private final int mostStudents;
    private final Consumer<String> news;
    private final SignallingTrace trace;

    private final Map<String, Peer> present = new LinkedHashMap<>();
    private final Set<String> handsUp = new LinkedHashSet<>();
    private final ClassLesson lesson;
    private int lastPerson;

    /**
     * Opens a room.
     *
     * @param sheet what the trainer is led by; may be empty
     * @param mostStudents how many may be there at once, beside the trainer
     * @param worker does what takes long, one thing after the other
     * @param news hears who comes and goes, a line each
     */
    Room(
            Rooms rooms,
            ClassRuns runs,
            RunSheet sheet,
            List<IceServer> iceServers,
            int mostStudents,
            Executor worker,
            Consumer<String> news) {
        this.rooms = rooms;
        this.iceServers = List.copyOf(iceServers);
        this.mostStudents = mostStudents;
        this.news = news;
        this.trace = new SignallingTrace(rooms.now());
        this.lesson = new ClassLesson(this, runs, sheet, worker);
        rooms.open(this);
    }

    String id() {
        return id;
    }

    /** The trainer's key. */
    String key() {
        return key;
    }

    boolean hasKey(String other) {
        return Secret.isSame(key, other);
    }

    ClassRuns runs() {
        return lesson.runs();
    }

    // ---- Coming and going ----------------------------------------------------------------------------------------

    /** Checks a {@code hello}. The browser is in the room from now on, and has not been told so yet. */
    Person enter(Peer peer, Message hello) throws Refusal {
        String name = Person.checkedName(hello.text("name", Message.MOST_BYTES));
        Optional<String> shownKey = hello.findText("key", Message.MOST_BYTES);
        if (shownKey.isPresent() && !hasKey(shownKey.get())) {
            throw Refusal.of(Problem.NOT_ALLOWED, "This is not the key of the trainer.");
        }
        Role role = shownKey.isPresent() ? Role.TRAINER : Role.STUDENT;
        String seat = hello.findText("seat", LONGEST_SEAT).orElseGet(Secret::next);
        if (role == Role.TRAINER) {
            trainer().ifPresent(Room::makeWay);
        } else {
            inSeat(seat).ifPresent(old -> old.close(Peer.NORMAL, "came again"));
        }
        checkName(name);
        if (role == Role.STUDENT && students() >= mostStudents) {
            throw Refusal.of(Problem.ROOM_FULL, "The room is full: it has places for " + mostStudents + " students.");
        }
        Person person = new Person("p" + ++lastPerson, name, role, seat);
        trace.add(person);
        trace.add(rooms.now(), person.id(), SignallingTrace.SERVER, "hello");
        return person;
    }

    /** There is one trainer: who shows the key last. */
    private static void makeWay(Peer old) {
        old.refuse(Refusal.last(Problem.NOT_ALLOWED, "Somebody else has come with the key of the trainer."));
    }

    private void checkName(String name) throws Refusal {
        for (Peer peer : present.values()) {
            if (personOf(peer).name().equalsIgnoreCase(name)) {
                throw Refusal.of(Problem.NAME_TAKEN, "Somebody of this name is here already.");
            }
        }
    }

    private Optional<Peer> inSeat(String seat) {
        return present.values().stream()
                .filter(peer -> personOf(peer).role() == Role.STUDENT
                        && Secret.isSame(personOf(peer).seat(), seat))
                .findFirst();
    }

    /** Who leads the class, if anybody does now. */
    Optional<Peer> trainer() {
        return present.values().stream()
                .filter(peer -> personOf(peer).role() == Role.TRAINER)
                .findFirst();
    }

    private long students() {
        return present.values().stream()
                .filter(peer -> personOf(peer).role() == Role.STUDENT)
                .count();
    }

    static Person personOf(Peer peer) {
        return peer.person().orElseThrow();
    }

    /** Tells a newcomer where the class is, and the class of the newcomer. */
    void welcome(Peer peer, Person person) {
        ObjectNode welcome = Message.of("welcome")
                .put("you", person.id())
                .put("role", person.role().key())
                .put("seat", person.seat());
        ArrayNode peers = welcome.putArray("peers");
        present.values().forEach(other -> personOf(other).describe(peers.addObject()));
        ArrayNode ice = welcome.putArray("iceServers");
        iceServers.forEach(server -> server.describe(ice));
        lesson.describe(welcome);
        present.put(person.id(), peer);
        answer(peer, person, welcome);
        lesson.arrive(peer, person);
        if (person.role() == Role.TRAINER) {
            handsUp.forEach(raised -> peer.send(hand(raised, true)));
        }
        toOthers(person, person.describe(Message.of("joined")), SignallingTrace.SERVER);
        tellNews("+ ", person);
        lesson.note("came", person.name(), person.role().key());
    }

    private void tellNews(String sign, Person person) {
        String trainer = person.role() == Role.TRAINER ? " (trainer)" : "";
        news.accept(sign + person.name() + trainer + ", " + Words.count(students(), "student") + " here");
    }

    /** Somebody has gone. */
    void leave(Peer peer) {
        Person person = personOf(peer);
        if (present.remove(person.id(), peer)) {
            handsUp.remove(person.id());
            lesson.leave(person);
            toOthers(person, person.describe(Message.of("left")), SignallingTrace.SERVER);
            tellNews("- ", person);
            lesson.note("left", person.name(), person.role().key());
        }
    }

    /** Sends everybody away. */
    void close() {
        List.copyOf(present.values()).forEach(peer -> peer.close(Peer.NORMAL, "the class is over"));
    }

    // ---- What people say -----------------------------------------------------------------------------------------

    /** Takes a message of somebody in the room. */
    void receive(Peer from, Message message) throws Refusal {
        Person person = personOf(from);
        switch (message.type()) {
            case "offer", "answer" -> {
                message.text("sdp", Message.MOST_BYTES);
                pass(person, message);
            }
            case "candidate" -> {
                JsonNode candidate = message.field("candidate");
                if (!candidate.isObject() && !candidate.isNull() && !candidate.isString()) {
                    throw Message.wrong("`candidate` is an object, or null at the end.");
                }
                pass(person, message);
            }
            case "cursor", "fork", "ask", "reveal", "vote", "try", "lost", "point" ->
                lesson.receive(from, person, message);
            case "hand" -> {
                only(Role.STUDENT, person);
                hand(person, message.flag("up"));
            }
            case "bye" -> {
                trace.add(rooms.now(), person.id(), SignallingTrace.SERVER, "bye");
                from.close(Peer.NORMAL, "bye");
            }
            default -> throw Message.wrong("There is no message of this type.");
        }
    }

    static void only(Role role, Person person) throws Refusal {
        if (person.role() != role) {
            throw Refusal.of(Problem.NOT_ALLOWED, "Only a " + role.key() + " may do that.");
        }
    }

    /** Hands an offer, an answer or a candidate over, with its sender's id. */
    private void pass(Person from, Message message) throws Refusal {
        Peer to = present.get(message.text("to", Message.MOST_BYTES));
        if (to == null || personOf(to).equals(from)) {
            throw Refusal.of(Problem.NO_SUCH_PEER, "Nobody with this id is here.");
        }
        trace.add(rooms.now(), from.id(), personOf(to).id(), message.type());
        to.send(message.content().put("from", from.id()));
    }

    private void hand(Person person, boolean up) {
        if (up ? handsUp.add(person.id()) : handsUp.remove(person.id())) {
            trainer().ifPresent(trainer -> {
                trace.add(rooms.now(), person.id(), personOf(trainer).id(), "hand");
                trainer.send(hand(person.id(), up));
            });
            lesson.note(up ? "hand up" : "hand down", person.name(), "");
        }
    }

    private static ObjectNode hand(String of, boolean up) {
        return Message.of("hand").put("from", of).put("up", up);
    }

    // ---- Telling --------------------------------------------------------------------------------------------------

    /** Tells one person something. */
    void answer(Peer peer, Person to, ObjectNode message) {
        trace.add(
                rooms.now(),
                SignallingTrace.SERVER,
                to.id(),
                message.path("type").asString());
        peer.send(message);
    }

    /** Tells everybody something. */
    void toAll(ObjectNode message, String from) {
        trace.add(rooms.now(), from, SignallingTrace.ALL, message.path("type").asString());
        List.copyOf(present.values()).forEach(peer -> peer.send(message));
    }

    /** Tells everybody but one something. */
    void toOthers(Person but, ObjectNode message, String from) {
        trace.add(rooms.now(), from, SignallingTrace.ALL, message.path("type").asString());
        for (Peer peer : List.copyOf(present.values())) {
            if (!personOf(peer).equals(but)) {
                peer.send(message);
            }
        }
    }

    /** Tells the trainer something, if there is one. */
    void toTrainer(ObjectNode message) {
        trainer().ifPresent(trainer -> answer(trainer, personOf(trainer), message));
    }

    /** Writes down who has said what, and to whom if not to the server. */
    void heard(Person from, String to, String what) {
        trace.add(rooms.now(), from.id(), to, what);
    }

    Rooms rooms() {
        return rooms;
    }

    // ---- For the outside --------------------------------------------------------------------------------------------

    /** Who has said what to whom, as JSON. */
    String traceJson() {
        synchronized (rooms) {
            return trace.json();
        }
    }

    /** Writes the answers of the class as CSV. */
    void writeResults(Writer out) throws IOException {
        synchronized (rooms) {
            ClassResults.write(lesson.ballots(), out);
        }
    }

    /** Writes what has happened in the class as CSV. */
    void writeHour(Writer out) throws IOException {
        synchronized (rooms) {
            lesson.hour().write(out);
        }
    }
}
