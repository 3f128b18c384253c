package org.ipsisim.classroom;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One class: who is there, where the trainer stands in the run, what is asked. It takes messages and gives messages, and
 * knows neither sockets nor a clock of its own. Everything happens under the lock of {@link Rooms}.
 */
final class Room {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_EVENT = 400;
    private static final int LONGEST_SEAT = 64;

    /** Most questions whose votes are kept. */
    private static final int MOST_BALLOTS = 500;

    private final String id = Secret.next();
    private final String key = Secret.next();
    private final Rooms rooms;
    private final ClassRuns runs;
    private final RunSheet sheet;
    private final List<IceServer> iceServers;
    private final int mostStudents;
    private final Executor worker;
    private final Consumer<String> news;
    private final SignallingTrace trace;

    private final Map<String, Peer> present = new LinkedHashMap<>();
    private final Set<String> handsUp = new LinkedHashSet<>();
    private final List<Ballot> ballots = new ArrayList<>();
    private @Nullable ObjectNode cursor;
    private int lastPerson;
    private int lastQuestion;
    private boolean working;

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
        this.runs = runs;
        this.sheet = sheet;
        this.iceServers = List.copyOf(iceServers);
        this.mostStudents = mostStudents;
        this.worker = worker;
        this.news = news;
        this.trace = new SignallingTrace(rooms.now());
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
        return runs;
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
            inSeat(seat).ifPresent(old -> old.close(Peer.POLICY, "came again"));
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

    private Optional<Peer> trainer() {
        return present.values().stream()
                .filter(peer -> personOf(peer).role() == Role.TRAINER)
                .findFirst();
    }

    private long students() {
        return present.values().stream()
                .filter(peer -> personOf(peer).role() == Role.STUDENT)
                .count();
    }

    private static Person personOf(Peer peer) {
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
        describeRun(welcome);
        present.put(person.id(), peer);
        answer(peer, person, welcome);
        if (person.role() == Role.TRAINER && !sheet.isEmpty()) {
            answer(peer, person, sheet.describe());
        }
        if (cursor != null) {
            peer.send(cursor);
        }
        current().ifPresent(ballot -> {
            peer.send(ballot.ask());
            if (ballot.isRevealed() || person.role() == Role.TRAINER) {
                peer.send(person.role() == Role.TRAINER ? ballot.tallyForTrainer() : ballot.tally());
            }
        });
        if (person.role() == Role.TRAINER) {
            handsUp.forEach(raised -> peer.send(hand(raised, true)));
        }
        toOthers(person, person.describe(Message.of("joined")), SignallingTrace.SERVER);
        tellNews("+ ", person);
    }

    private void tellNews(String sign, Person person) {
        String trainer = person.role() == Role.TRAINER ? " (trainer)" : "";
        news.accept(sign + person.name() + trainer + ", " + Words.count(students(), "student") + " here");
    }

    private void describeRun(ObjectNode into) {
        ClassRuns.Shown run = runs.current();
        into.put("run", ClassroomPages.runAddress(id, run.number()))
                .put("number", run.number())
                .put("event", run.event());
        run.at().ifPresent(at -> into.put("at", at));
    }

    /** Somebody has gone. */
    void leave(Peer peer) {
        Person person = personOf(peer);
        if (present.remove(person.id(), peer)) {
            handsUp.remove(person.id());
            toOthers(person, person.describe(Message.of("left")), SignallingTrace.SERVER);
            tellNews("- ", person);
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
            case "cursor" -> {
                only(Role.TRAINER, person);
                cursor = checkedCursor(message);
                toOthers(person, cursor, person.id());
            }
            case "fork" -> {
                only(Role.TRAINER, person);
                fork(from, message);
            }
            case "ask" -> {
                only(Role.TRAINER, person);
                ask(from, message);
            }
            case "reveal" -> {
                only(Role.TRAINER, person);
                Ballot ballot = asked();
                ballot.reveal();
                toAll(ballot.tally(), SignallingTrace.SERVER);
            }
            case "vote" -> {
                only(Role.STUDENT, person);
                Ballot ballot = asked();
                trace.add(rooms.now(), person.id(), SignallingTrace.SERVER, "vote");
                ballot.vote(person, message, rooms.now());
                trainer().ifPresent(trainer -> answer(trainer, personOf(trainer), ballot.tallyForTrainer()));
            }
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

    private static void only(Role role, Person person) throws Refusal {
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

    private static ObjectNode checkedCursor(Message message) throws Refusal {
        ObjectNode cursor = Message.of("cursor").put("at", message.number("at", 0, Long.MAX_VALUE));
        message.findNumber("pn", 0, Integer.MAX_VALUE).ifPresent(pn -> cursor.put("pn", pn));
        message.findNumber("number", 0, Long.MAX_VALUE).ifPresent(number -> cursor.put("number", number));
        message.findNumber("curtain", 0, Long.MAX_VALUE).ifPresent(at -> cursor.put("curtain", at));
        message.findText("phones", LONGEST_NOTE).ifPresent(phones -> cursor.put("phones", phones));
        message.findText("note", LONGEST_NOTE).ifPresent(note -> cursor.put("note", note));
        return cursor;
    }

    private void hand(Person person, boolean up) {
        if (up ? handsUp.add(person.id()) : handsUp.remove(person.id())) {
            trainer().ifPresent(trainer -> {
                trace.add(rooms.now(), person.id(), personOf(trainer).id(), "hand");
                trainer.send(hand(person.id(), up));
            });
        }
    }

    private static ObjectNode hand(String of, boolean up) {
        return Message.of("hand").put("from", of).put("up", up);
    }

    // ---- What takes long: forks and questions ----------------------------------------------------------------------

    private interface Work<T> {
        T get() throws Refusal;
    }

    private interface Result<T> {
        void take(T result);
    }

    /** Does something without keeping the class waiting; a refusal goes to the trainer who asked for it. */
    private <T> void work(Peer trainer, Work<T> work, Result<T> result) throws Refusal {
        if (working) {
            throw Refusal.of(Problem.NOT_ALLOWED, "Wait a moment: the last thing asked for is still being computed.");
        }
        working = true;
        worker.execute(() -> {
            try {
                T done = work.get();
                synchronized (rooms) {
                    working = false;
                    result.take(done);
                }
            } catch (Refusal e) {
                synchronized (rooms) {
                    working = false;
                    trainer.refuse(e);
                }
            } catch (RuntimeException e) {
                synchronized (rooms) {
                    working = false;
                    trainer.refuse(
                            Refusal.of(Problem.NOT_ALLOWED, "The simulator has failed; please report this event."));
                }
            }
        });
    }

    private void fork(Peer trainer, Message message) throws Refusal {
        Person person = personOf(trainer);
        trace.add(rooms.now(), person.id(), SignallingTrace.ALL, "fork");
        if (message.field("number").isIntegralNumber()) {
            runs.show((int) message.number("number", 1, Integer.MAX_VALUE));
            showRun();
            return;
        }
        if (message.field("step").isIntegralNumber()) {
            RunSheet.Step step = sheet.step(message);
            Scenario scenario =
                    step.run().orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "This step has no run of its own."));
            work(trainer, () -> runs.go(step.runName(), scenario), run -> showRun());
            return;
        }
        String event = message.text("event", LONGEST_EVENT);
        long now = cursor == null ? 0 : cursor.path("at").asLong();
        work(trainer, () -> runs.fork(event, now), run -> showRun());
    }

    private void showRun() {
        ObjectNode run = Message.of("run");
        describeRun(run);
        toAll(run, SignallingTrace.SERVER);
    }

    private void ask(Peer trainer, Message message) throws Refusal {
        trace.add(rooms.now(), personOf(trainer).id(), SignallingTrace.ALL, "ask");
        if (message.field("step").isIntegralNumber()) {
            ask(sheet.step(message)
                    .question()
                    .orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "This step has no question.")));
        } else if (message.field("again").asBoolean(false)) {
            ask(asked().again(lastQuestion + 1, rooms.now()));
        } else if (message.field("quiz").isMissingNode()) {
            ask(ClassQuestion.of(message));
        } else if (message.field("quiz").asString("").equals("next")) {
            work(trainer, runs::nextQuestion, this::ask);
        } else {
            throw Message.wrong("`quiz` is `next`.");
        }
    }

    private void ask(ClassQuestion question) {
        ask(new Ballot(lastQuestion + 1, question, rooms.now()));
    }

    private void ask(Ballot ballot) {
        if (ballots.size() == MOST_BALLOTS) {
            ballots.remove(0);
        }
        lastQuestion = ballot.number();
        ballots.add(ballot);
        toAll(ballot.ask(), SignallingTrace.SERVER);
    }

    /** The question asked last, if there is one. */
    private Optional<Ballot> current() {
        return ballots.isEmpty() ? Optional.empty() : Optional.of(ballots.get(ballots.size() - 1));
    }

    private Ballot asked() throws Refusal {
        return current().orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "Nothing has been asked yet."));
    }

    // ---- Telling --------------------------------------------------------------------------------------------------

    private void answer(Peer peer, Person to, ObjectNode message) {
        trace.add(
                rooms.now(),
                SignallingTrace.SERVER,
                to.id(),
                message.path("type").asString());
        peer.send(message);
    }

    private void toAll(ObjectNode message, String from) {
        trace.add(rooms.now(), from, SignallingTrace.ALL, message.path("type").asString());
        List.copyOf(present.values()).forEach(peer -> peer.send(message));
    }

    private void toOthers(Person but, ObjectNode message, String from) {
        trace.add(rooms.now(), from, SignallingTrace.ALL, message.path("type").asString());
        for (Peer peer : List.copyOf(present.values())) {
            if (!personOf(peer).equals(but)) {
                peer.send(message);
            }
        }
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
            ClassResults.write(ballots, out);
        }
    }
}
