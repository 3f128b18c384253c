package org.ipsisim.classroom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.PnTotal;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scenario of a class with values of the students' own: another length of its first failure, other timers. Not safe for
 * use by several threads, except {@link #run}.
 */
final class OwnForks {
    /** Half a second of work for one run. */
    private static final long MOST_STEPS = 5_000_000;

    /** Most that wait to be computed. */
    private static final int MOST_WAITING = 8;

    private static final int MOST_KEPT = 400;
    private static final int PER_SECOND = 1;
    private static final int BURST = 3;

    private static final String LENGTH = "length";
    private static final List<TimerSetting> TIMERS = List.of(
            TimerSetting.SOCKET_SANITY_TIMEOUT,
            TimerSetting.PN_COLD_RESET_DELAY,
            TimerSetting.NO_SERVICE_TIMEOUT,
            TimerSetting.PN_RESTART_DURATION);

    /**
     * A value that students choose, in seconds.
     *
     * @param words what it is
     * @param value that of the scenario
     */
    private record Choice(String key, String words, long value, long least, long most) {}

    /**
     * The failure whose length students choose.
     *
     * @param end what ends it, if it has no length of its own
     */
    private record Failure(ScenarioEvent.Fail event, Optional<ScenarioEvent.Restore> end) {
        /** The first one that ends. */
        static Optional<Failure> firstOf(List<ScenarioEvent> events) {
            for (ScenarioEvent event : events) {
                if (event instanceof ScenarioEvent.Fail fail) {
                    Optional<ScenarioEvent.Restore> end = events.stream()
                            .filter(ScenarioEvent.Restore.class::isInstance)
                            .map(ScenarioEvent.Restore.class::cast)
                            .filter(other -> other.target().equals(fail.target())
                                    && other.at().compareTo(fail.at()) > 0)
                            .findFirst();
                    if (fail.length().isPresent() || end.isPresent()) {
                        return Optional.of(new Failure(fail, fail.length().isPresent() ? Optional.empty() : end));
                    }
                }
            }
            return Optional.empty();
        }

        Duration length() {
            return event.length().orElseGet(() -> end.orElseThrow().at().minus(event.at()));
        }

        /** The same events with this one so long. */
        List<ScenarioEvent> lasting(Duration length, List<ScenarioEvent> events) {
            List<ScenarioEvent> others = new ArrayList<>(events);
            others.set(others.indexOf(event), event.with(event.target(), Optional.of(length)));
            end.ifPresent(others::remove);
            return others;
        }
    }

    /**
     * A run with values of somebody's own.
     *
     * @param of who chose them
     * @param values in words
     * @param lost calls that dropped, of all port networks
     * @param out milliseconds without service, of all port networks added up
     */
    record Fork(int number, Person of, String values, Scenario scenario, long lost, long out) {
        ObjectNode describe() {
            return Message.of("tried")
                    .put("number", number)
                    .put("name", of.name())
                    .put("values", values)
                    .put("lost", lost)
                    .put("out", out);
        }
    }

    /** Values that somebody has chosen, before they are run. */
    record Wish(Person of, String values, Scenario scenario) {}

    private final Scenario scenario;
    private final Optional<Failure> failure;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Fork> forks = new ArrayList<>();
    private final Map<String, MessageBudget> budgets = new HashMap<>();
    private int waiting;
    private int last;

    OwnForks(Scenario scenario) {
        this.scenario = scenario.withoutExpectations();
        this.failure = Failure.firstOf(scenario.events());
        if (!scenario.estate().portNetworks().isEmpty()) {
            failure.ifPresent(found -> choices.add(new Choice(
                    LENGTH,
                    "Length of the failure of " + found.event.target().name() + " at "
                            + Words.duration(found.event.at().toMillis()),
                    found.length().toSeconds(),
                    1,
                    scenario.duration().minus(found.event.at()).toSeconds())));
            TIMERS.forEach(timer -> choices.add(new Choice(
                    timer.key(),
                    timer.meaning(),
                    scenario.estate().timers().get(timer).toSeconds(),
                    timer.min().toSeconds(),
                    timer.max().toSeconds())));
        }
    }

    /** What students choose, for their pages; nothing where there are no port networks. */
    void describe(ArrayNode into) {
        for (Choice choice : choices) {
            into.addObject()
                    .put("key", choice.key)
                    .put("words", choice.words)
                    .put("value", choice.value)
                    .put("least", choice.least)
                    .put("most", choice.most);
        }
    }

    /** Takes the values that somebody has chosen; too many too fast are refused. */
    Wish take(Person of, Message message, long now) throws Refusal {
        if (!(message.field("values") instanceof ObjectNode object) || choices.isEmpty()) {
            throw Message.wrong("`values` is an object with the values to try.");
        }
        Message values = new Message(object);
        Scenario changed = scenario;
        List<String> words = new ArrayList<>();
        for (Choice choice : choices) {
            long seconds =
                    values.findNumber(choice.key, choice.least, choice.most).orElse(choice.value);
            if (seconds != choice.value) {
                changed = with(changed, choice.key, Duration.ofSeconds(seconds));
                words.add(choice.key + " " + Words.duration(1000 * seconds));
            }
        }
        MessageBudget budget = budgets.computeIfAbsent(of.id(), id -> new MessageBudget(PER_SECOND, BURST, now));
        if (waiting >= MOST_WAITING || !budget.take(now)) {
            throw Refusal.of(Problem.NOT_ALLOWED, "Wait a moment: others are trying as well.");
        }
        waiting++;
        return new Wish(of, words.isEmpty() ? "as it is" : String.join(", ", words), changed);
    }

    private Scenario with(Scenario changed, String key, Duration value) {
        Optional<TimerSetting> timer = Keyed.find(TimerSetting.class, key);
        if (timer.isPresent()) {
            return changed.with(changed.estate().timers().with(timer.get(), value));
        }
        return changed.withEvents(failure.orElseThrow().lasting(value, changed.events()));
    }

    /** Runs it; may take half a second. */
    static History run(Wish wish) throws Refusal {
        try {
            return Simulation.run(wish.scenario, Detail.RESETS, MOST_STEPS);
        } catch (RunTooLarge e) {
            throw Refusal.of(Problem.NOT_ALLOWED, "This run would take too long.");
        }
    }

    /** A wish is no longer waiting. */
    void done() {
        waiting--;
    }

    /** Keeps what came of it. */
    Fork keep(Wish wish, History history) {
        Fork fork = new Fork(
                ++last,
                wish.of,
                wish.values,
                wish.scenario,
                total(history, PnTotal.CALLS_DROPPED),
                total(history, PnTotal.OUTAGE));
        if (forks.size() == MOST_KEPT) {
            forks.remove(0);
        }
        forks.add(fork);
        return fork;
    }

    private static long total(History history, PnTotal total) {
        return history.portNetworks().stream().mapToLong(pn -> pn.total(total)).sum();
    }

    /** What somebody may see after coming again: the trainer all, a student what comes from the same seat. */
    List<Fork> of(Person person) {
        return forks.stream()
                .filter(fork -> person.role() == Role.TRAINER || fork.of.seat().equals(person.seat()))
                .toList();
    }

    Fork find(long number) throws Refusal {
        return forks.stream()
                .filter(fork -> fork.number == number)
                .findFirst()
                .orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "There is no such fork any more."));
    }

    /** Somebody has left. */
    void forget(Person person) {
        budgets.remove(person.id());
    }
}
