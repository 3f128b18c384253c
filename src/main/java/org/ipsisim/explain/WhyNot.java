package org.ipsisim.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.Allowance;

/**
 * Why something has not happened to a port network by a moment.
 *
 * @param what was expected
 * @param answer in a sentence
 * @param happened the entry of the trace that tells of it if it has happened after all
 * @param condition what it takes, in a sentence
 * @param rules the rules and rulings of the condition
 * @param obstacles what stood in its way, in the order of time
 * @param enablers differences with which it would have happened, those by the moment first; found by running
 * @param inVain what was tried and would not have made it happen
 * @param comesAt when it happens if nothing changes after the moment, in milliseconds; empty if not within the look
 * @param lookedUntil the end of the look
 * @param unfinished what was not found out
 */
public record WhyNot(
        ExpectedOutcome what,
        String answer,
        Optional<Step> happened,
        String condition,
        List<String> rules,
        List<Step> obstacles,
        List<Enabler> enablers,
        List<String> inVain,
        OptionalLong comesAt,
        long lookedUntil,
        Allowance.Unfinished unfinished) {
    /**
     * A difference with which something would have happened by the moment.
     *
     * @param kind of difference
     * @param words what is different
     * @param at when it would have happened, in milliseconds from the start, in the run with the difference
     */
    public record Enabler(Remedy.Kind kind, String words, long at) {}

    /** Keeps copies of the lists. */
    public WhyNot {
        rules = List.copyOf(rules);
        obstacles = List.copyOf(obstacles);
        enablers = List.copyOf(enablers);
        inVain = List.copyOf(inVain);
    }

    /** Answers for the moment of an explanation. */
    public static WhyNot of(Explanation explanation, ExpectedOutcome what) {
        return of(explanation, what, Allowance.usual());
    }

    /**
     * Answers for the moment of an explanation.
     *
     * @param allowance how much work all runs together may take
     */
    public static WhyNot of(Explanation explanation, ExpectedOutcome what, Allowance allowance) {
        PnMoment moment = explanation.moment();
        Sources sources = new Sources(moment.scenario());
        Obstacle obstacle = new Obstacles(moment, sources).of(what);
        if (obstacle.happened().isPresent()) {
            Step happened =
                    new Steps(moment.history(), sources).of(obstacle.happened().get());
            String answer = "It has happened: at " + moment.words(happened.at()) + ", " + happened.text() + ".";
            return new WhyNot(
                    what,
                    answer,
                    Optional.of(happened),
                    obstacle.condition(),
                    obstacle.rules(),
                    List.of(),
                    List.of(),
                    List.of(),
                    OptionalLong.empty(),
                    moment.at(),
                    Allowance.Unfinished.NOTHING);
        }
        Enablers enablers = new Enablers(moment, what, allowance);
        enablers.tryAll();
        Outlook outlook = Outlook.of(explanation);
        long lookedUntil = outlook.run().duration();
        OptionalLong comesAt = what.entries(outlook.run(), moment.number(), lookedUntil).stream()
                .mapToLong(TraceEntry::at)
                .filter(at -> at > moment.at())
                .findFirst();
        return new WhyNot(
                what,
                answer(moment, what, obstacle),
                Optional.empty(),
                obstacle.condition(),
                obstacle.rules(),
                obstacle.steps(),
                enablers.found(),
                enablers.withoutEffect(),
                comesAt,
                lookedUntil,
                allowance.unfinished());
    }

    private static String answer(PnMoment moment, ExpectedOutcome what, Obstacle obstacle) {
        List<TraceEntry> before = what.entries(moment.history(), moment.number(), moment.at());
        String since = before.isEmpty()
                ? ""
                : " again since " + moment.words(before.get(before.size() - 1).at());
        return "By " + moment.words(moment.at()) + " port network " + moment.number() + " has not " + what.participle()
                + since + ": " + obstacle.reason() + ".";
    }
}
