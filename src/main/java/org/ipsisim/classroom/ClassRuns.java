package org.ipsisim.classroom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsisim.course.quiz.Quiz;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.Words;
import org.ipsisim.play.TypedEvent;
import org.ipsisim.report.page.EstateDiagram;
import org.ipsisim.report.page.RunStage;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.survivability.RunTooLarge;
import org.ipsisim.survivability.Simulation;

/**
 * The runs that a class looks at: that of the scenario, and forks of it, in which something more breaks. Each is a page of
 * its own. Safe for use by several threads; what takes long is done by one of them at a time.
 */
final class ClassRuns {
    /** Some ten seconds of work for one run. */
    private static final long MOST_STEPS = 100_000_000;

    /** Most runs whose pages are kept, beside the first one. */
    private static final int MOST_PAGES = 20;

    private static final int MOST_QUESTIONS = 20;

    private static final Pattern AT = Pattern.compile("(^| )at (?<time>\\S+)");

    /**
     * A run that the class can look at.
     *
     * @param number from 1, the run of the scenario
     * @param event what was broken last; empty for the first run
     * @param at when, in milliseconds of the run; empty if nothing was broken but something set
     * @param map of its estate
     */
    record Shown(int number, String event, OptionalLong at, History history, byte[] page, EstateDiagram map) {
        /** Whether the map has a part, such as {@code link:wan}. */
        boolean hasPart(String name) {
            return map.hasPart(name);
        }
    }

    private final Map<Integer, Shown> kept = new LinkedHashMap<>();
    private Shown current;
    private int last = 1;
    private List<ClassQuestion> quiz = List.of();
    private int quizOf;
    private int asked;

    /** @throws RunTooLarge if the run of the scenario is too large */
    ClassRuns(Scenario scenario) {
        current = shown(1, "", OptionalLong.empty(), scenario);
        kept.put(1, current);
    }

    private static Shown shown(int number, String event, OptionalLong at, Scenario scenario) {
        History history = Simulation.run(scenario, Detail.SILENCES, MOST_STEPS);
        byte[] page = RunStage.of(history).getBytes(StandardCharsets.UTF_8);
        return new Shown(number, event, at, history, page, EstateDiagram.of(history));
    }

    /** The run that the class looks at. */
    synchronized Shown current() {
        return current;
    }

    /** The run of a number, unless it has been forgotten. */
    synchronized Optional<Shown> find(int number) {
        return Optional.ofNullable(kept.get(number));
    }

    /** Goes to a run that there is. */
    synchronized Shown show(int number) throws Refusal {
        current = find(number).orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "There is no run " + number + "."));
        return current;
    }

    /**
     * Breaks something more in the current run, and goes to the run that comes of it.
     *
     * @param words an event in the words of scenario files, such as {@code fail wan for 95s} or {@code {at: 3m, fail: wan}}
     * @param now when it happens if the words do not say, in milliseconds of the run
     */
    Shown fork(String words, long now) throws Refusal {
        Shown from = current();
        Scenario scenario = from.history().scenario();
        String plain = words.strip()
                .replaceAll("[{}]", " ")
                .replaceAll("[:,](\\s|$)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher at = AT.matcher(plain);
        boolean says = at.find();
        long time = says ? time(at.group("time")) : now;
        if (time >= scenario.duration().toMillis()) {
            throw Refusal.of(
                    Problem.NOT_ALLOWED,
                    "The run ends at " + Words.duration(scenario.duration().toMillis()) + ".");
        }
        TypedEvent typed = TypedEvent.breaking(says ? at.replaceFirst("").strip() : plain, time, scenario);
        ScenarioEvent event =
                typed.event().orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, Words.capital(typed.remark()) + "."));
        List<ScenarioEvent> events = new ArrayList<>(scenario.events());
        events.add(event);
        return keep(run(
                nextNumber(),
                typed.words(),
                OptionalLong.of(time),
                scenario.withEvents(events).withoutExpectations()));
    }

    /**
     * Goes to the run of another scenario.
     *
     * @param what is special about it, in a few words
     */
    Shown go(String what, Scenario scenario) throws Refusal {
        return keep(run(nextNumber(), what, OptionalLong.empty(), scenario));
    }

    private static long time(String text) throws Refusal {
        return DurationText.parse(text)
                .orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "'" + text + "' is not a time such as 8m12s."))
                .toMillis();
    }

    private static Shown run(int number, String event, OptionalLong at, Scenario scenario) throws Refusal {
        try {
            return shown(number, event, at, scenario);
        } catch (RunTooLarge e) {
            throw Refusal.of(Problem.NOT_ALLOWED, Words.capital(String.valueOf(e.getMessage())) + ".");
        }
    }

    private synchronized int nextNumber() {
        return ++last;
    }

    private synchronized Shown keep(Shown run) {
        kept.put(run.number(), run);
        if (kept.size() > MOST_PAGES) {
            kept.remove(kept.keySet().stream().skip(1).findFirst().orElseThrow());
        }
        current = run;
        return run;
    }

    /** The next question about the current run. */
    ClassQuestion nextQuestion() throws Refusal {
        Shown about = current();
        List<ClassQuestion> questions = quizOf == about.number()
                ? quiz
                : Quiz.of(about.history(), MOST_QUESTIONS, Scenario.DEFAULT_SEED).questions().stream()
                        .map(ClassQuestion::of)
                        .toList();
        synchronized (this) {
            asked = quizOf == about.number() ? asked : 0;
            quiz = questions;
            quizOf = about.number();
            if (asked == questions.size()) {
                throw Refusal.of(
                        Problem.NOT_ALLOWED,
                        questions.isEmpty()
                                ? "Nothing happens in this run to ask about."
                                : "The quiz of this run has no more questions.");
            }
            return questions.get(asked++);
        }
    }
}
