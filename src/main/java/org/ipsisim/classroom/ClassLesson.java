package org.ipsisim.classroom;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.ipsisim.estate.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a class looks at and is asked: the run, the trainer's place in it, questions and votes, forks, fingers on the map. */
final class ClassLesson {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_EVENT = 400;

    /** What only the trainer may say. */
    private static final Set<String> LED = Set.of("cursor", "fork", "ask", "reveal");

    /** What only a student may say. */
    private static final Set<String> ANSWERED = Set.of("vote", "try", "lost");

    private final Room room;
    private final ClassRuns runs;
    private final RunSheet sheet;
    private final Executor worker;
    private final OwnForks ownForks;
    private final Pointing pointing = new Pointing();
    private final Ballots ballots = new Ballots();
    private final LostMeter lost = new LostMeter();
    private final ClassHour hour;
    private @Nullable ObjectNode cursor;
    private boolean working;

    ClassLesson(Room room, ClassRuns runs, RunSheet sheet, Executor worker) {
        this.room = room;
        this.runs = runs;
        this.sheet = sheet;
        this.worker = worker;
        this.hour = new ClassHour(now());
        this.ownForks = new OwnForks(runs.current().history().scenario());
    }

    ClassRuns runs() {
        return runs;
    }

    List<Ballot> ballots() {
        return ballots.all();
    }

    ClassHour hour() {
        return hour;
    }

    /** Writes down something for the account of the hour. */
    void note(String what, String who, String text) {
        hour.add(now(), runs.current().number(), moment(), what, who, text);
    }

    /** Where the class is in the run, in milliseconds. */
    private long moment() {
        return cursor == null ? 0 : cursor.path("at").asLong();
    }

    private long now() {
        return room.rooms().now();
    }

    /** Says in {@code welcome} what there is to look at and to choose. */
    void describe(ObjectNode welcome) {
        describeRun(welcome);
        ownForks.describe(welcome.putArray("choices"));
    }

    /** Tells a newcomer where the class is. */
    void arrive(Peer peer, Person person) {
        boolean isTrainer = person.role() == Role.TRAINER;
        if (isTrainer && !sheet.isEmpty()) {
            room.answer(peer, person, sheet.describe());
        }
        if (cursor != null) {
            peer.send(cursor);
        }
        ownForks.of(person).forEach(fork -> peer.send(fork.describe()));
        ballots.current().ifPresent(ballot -> {
            peer.send(ballot.ask());
            if (ballot.isRevealed() || isTrainer) {
                peer.send(isTrainer ? ballot.tallyForTrainer() : ballot.tally());
            }
        });
        if (isTrainer && pointing.isAny()) {
            peer.send(pointing.tally());
        }
        if (isTrainer && lost.isAny()) {
            peer.send(lost.describe());
        }
    }

    /** Somebody has left. */
    void leave(Person person) {
        ownForks.forget(person);
        if (pointing.forget(person)) {
            tellPoints();
        }
        lose(person, false);
    }

    /** Takes what the trainer leads by, and what students answer, try and point at. */
    void receive(Peer from, Person person, Message message) throws Refusal {
        Room.only(
                LED.contains(message.type())
                        ? Role.TRAINER
                        : ANSWERED.contains(message.type()) ? Role.STUDENT : person.role(),
                person);
        switch (message.type()) {
            case "cursor" -> {
                String before = text(cursor);
                cursor = checkedCursor(message);
                if (!text(cursor).isEmpty() && !text(cursor).equals(before)) {
                    hour.addNote(now(), runs.current().number(), moment(), text(cursor));
                }
                room.toOthers(person, cursor, person.id());
            }
            case "fork" -> fork(from, message);
            case "ask" -> ask(from, message);
            case "reveal" -> {
                Ballot ballot = ballots.asked();
                ballot.reveal();
                note("revealed", "", ballot.summary());
                room.toAll(ballot.tally(), SignallingTrace.SERVER);
            }
            case "vote" -> {
                Ballot ballot = ballots.asked();
                room.heard(person, SignallingTrace.SERVER, "vote");
                note("answered", person.name(), ballot.vote(person, message, now()));
                room.toTrainer(ballot.tallyForTrainer());
            }
            case "try" -> tryOut(from, message);
            case "lost" -> {
                room.heard(person, SignallingTrace.SERVER, "lost");
                lose(person, message.flag("up"));
            }
            default -> point(person, message);
        }
    }

    private static String text(@Nullable ObjectNode cursor) {
        return cursor == null ? "" : cursor.path("note").asString("");
    }

    private void lose(Person person, boolean isLost) {
        if (lost.set(person, isLost, moment())) {
            note(isLost ? "lost" : "found again", person.name(), lost.count() + " lost");
            room.toTrainer(lost.describe());
        }
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

    /** A student points at a part of the map; the trainer takes all fingers away. */
    private void point(Person person, Message message) throws Refusal {
        if (person.role() == Role.TRAINER) {
            pointing.clear();
            room.toAll(pointing.tally(), SignallingTrace.SERVER);
            return;
        }
        String part = message.text("part", LONGEST_NOTE);
        if (!runs.current().hasPart(part)) {
            throw Message.wrong("`part` is a part of the map.");
        }
        room.heard(person, SignallingTrace.SERVER, "point");
        pointing.point(person, part);
        tellPoints();
    }

    private void tellPoints() {
        room.toTrainer(pointing.tally());
    }

    private void describeRun(ObjectNode into) {
        ClassRuns.Shown run = runs.current();
        into.put("run", ClassroomPages.runAddress(room.id(), run.number()))
                .put("number", run.number())
                .put("event", run.event());
        run.at().ifPresent(at -> into.put("at", at));
        into.setAll((ObjectNode) Message.of(json -> json.clock(run.history().moments())));
    }

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
        later(trainer, work, result, () -> working = false);
    }

    /** Lets the worker do something; a refusal goes to who has asked for it. */
    private <T> void later(Peer asked, Work<T> work, Result<T> result, Runnable done) {
        worker.execute(() -> {
            Runnable end;
            try {
                T computed = work.get();
                end = () -> result.take(computed);
            } catch (Refusal e) {
                end = () -> asked.refuse(e);
            } catch (RuntimeException e) {
                end = () -> asked.refuse(
                        Refusal.of(Problem.NOT_ALLOWED, "The simulator has failed; please report this event."));
            }
            synchronized (room.rooms()) {
                done.run();
                end.run();
            }
        });
    }

    private void fork(Peer trainer, Message message) throws Refusal {
        Person person = Room.personOf(trainer);
        room.heard(person, SignallingTrace.ALL, "fork");
        if (message.field("number").isIntegralNumber()) {
            runs.show((int) message.number("number", 1, Integer.MAX_VALUE));
            showRun();
            return;
        }
        if (message.field("try").isIntegralNumber()) {
            OwnForks.Fork own = ownForks.find(message.number("try", 1, Integer.MAX_VALUE));
            work(trainer, () -> runs.go(own.of().name() + ": " + own.values(), own.scenario()), run -> showRun());
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
        long at = moment();
        work(trainer, () -> runs.fork(event, at), run -> showRun());
    }

    /** Runs a student's own values, for the student and the trainer. */
    private void tryOut(Peer student, Message message) throws Refusal {
        Person person = Room.personOf(student);
        room.heard(person, SignallingTrace.SERVER, "try");
        OwnForks.Wish wish = ownForks.take(person, message, now());
        later(
                student,
                () -> OwnForks.run(wish),
                history -> {
                    ObjectNode tried = ownForks.keep(wish, history).describe();
                    room.answer(student, person, tried);
                    room.toTrainer(tried);
                },
                ownForks::done);
    }

    private void showRun() {
        ObjectNode run = Message.of("run");
        describeRun(run);
        note("run", "", runs.current().event());
        room.toAll(run, SignallingTrace.SERVER);
    }

    private void ask(Peer trainer, Message message) throws Refusal {
        room.heard(Room.personOf(trainer), SignallingTrace.ALL, "ask");
        if (message.field("step").isIntegralNumber()) {
            ask(sheet.step(message)
                    .question()
                    .orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "This step has no question.")));
        } else if (message.field("again").asBoolean(false)) {
            tell(ballots.again(now()));
        } else if (message.field("quiz").isMissingNode()) {
            ask(ClassQuestion.of(message));
        } else if (message.field("quiz").asString("").equals("next")) {
            work(trainer, runs::nextQuestion, this::ask);
        } else {
            throw Message.wrong("`quiz` is `next`.");
        }
    }

    private void ask(ClassQuestion question) {
        tell(ballots.ask(question, now()));
    }

    private void tell(Ballot ballot) {
        note("asked", "", ballot.question().text());
        room.toAll(ballot.ask(), SignallingTrace.SERVER);
    }
}
