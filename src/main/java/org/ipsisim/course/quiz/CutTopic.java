package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** What a failure of the scenario would have done if it had lasted longer or shorter. */
final class CutTopic implements Quiz.Topic {
    private static final long SECOND = 1000;
    private static final int MOST = 3;

    /** The worst that can come of a cut, mildest first. */
    private enum Outcome {
        NOTHING("Nothing is reset."),
        WARM("It resets warm, nothing worse."),
        COLD("It resets cold, and stays with its server."),
        DOWN("It goes down, and comes back with the power."),
        TAKEN("A survivable core takes over.");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        static Optional<Outcome> of(PnHistory pn) {
            if (pn.totals().failovers() > 0) {
                return Optional.of(TAKEN);
            }
            if (pn.timeline().stream().anyMatch(span -> span.state() == PnState.DOWN)) {
                return Optional.of(DOWN);
            }
            if (pn.totals().coldResets() > 0) {
                return Optional.of(COLD);
            }
            if (pn.totals().outage() > 0) {
                return Optional.empty();
            }
            return Optional.of(pn.totals().warmResets() > 0 ? WARM : NOTHING);
        }
    }

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<ScenarioEvent.Fail> failures = run.scenario().events().stream()
                .filter(ScenarioEvent.Fail.class::isInstance)
                .map(ScenarioEvent.Fail.class::cast)
                .toList();
        List<QuestionDraft> drafts = new ArrayList<>();
        if (failures.isEmpty()) {
            return drafts;
        }
        ScenarioEvent.Fail failure = order.shuffled(failures).get(0);
        long sanity = run.timers().millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        long cold = sanity + run.timers().millis(TimerSetting.PN_COLD_RESET_DELAY);
        long ask = cold + run.timers().millis(TimerSetting.NO_SERVICE_TIMEOUT);
        List<Long> lengths = List.of(
                rounded(sanity - 3 * SECOND),
                rounded(sanity + 10 * SECOND),
                rounded(cold - 8 * SECOND),
                rounded(cold + 15 * SECOND),
                rounded(ask + 30 * SECOND));
        for (long length : order.shuffled(lengths.stream().distinct().toList())) {
            if (length > 0 && drafts.size() < MOST) {
                draft(run, failure, length).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private static long rounded(long millis) {
        return millis / SECOND * SECOND;
    }

    private static String heard(History alone, PnHistory pn, Outcome right) {
        String inThatRun = "In a run with only that failure, ";
        if (right == Outcome.TAKEN) {
            return inThatRun
                    + "the IPSI hears nothing for so long that the no-service time-out expires, and a core takes"
                    + " over at "
                    + time(takenAt(alone, pn)) + ".";
        }
        long silence = QuizRun.longestSilence(alone, pn);
        return silence == 0
                ? inThatRun + "the IPSI is never without heartbeats."
                : inThatRun + "the IPSI hears nothing for " + time(silence) + ".";
    }

    private static long takenAt(History alone, PnHistory pn) {
        return pn.timeline().stream()
                .filter(span -> span.controller() != alone.mainCluster())
                .findFirst()
                .orElseThrow()
                .from();
    }

    private static String why(Outcome outcome, Outcome right) {
        if (outcome.compareTo(right) > 0) {
            return "It does not come to that.";
        }
        return right == Outcome.DOWN
                ? "It has no power or no IPSI then, which is worse."
                : "The silence is too long for that.";
    }

    private static Optional<QuestionDraft> draft(QuizRun run, ScenarioEvent.Fail failure, long length) {
        long at = failure.at().toMillis();
        Scenario cut = run.scenario()
                .withOnly(List.of(new ScenarioEvent.Fail(
                        failure.at(), failure.target(), Optional.of(Duration.ofMillis(length)))));
        if (at + length > run.history().duration()) {
            return Optional.empty();
        }
        return run.run(cut).flatMap(other -> draft(run, failure, length, other));
    }

    private static Optional<QuestionDraft> draft(QuizRun run, ScenarioEvent.Fail failure, long length, History other) {
        for (PnHistory pn : run.differing()) {
            PnHistory same = other.findPortNetwork(pn.portNetwork().number()).orElseThrow();
            Optional<Outcome> right = Outcome.of(same);
            if (same.timeline().size() > 1 && right.isPresent()) {
                boolean hasCores = !run.scenario().estate().survivableCores().isEmpty();
                String heard = heard(other, same, right.get());
                return Optional.of(
                        draft(failure, length, pn, right.get(), heard, hasCores).about(other));
            }
        }
        return Optional.empty();
    }

    private static QuestionDraft draft(
            ScenarioEvent.Fail failure, long length, PnHistory pn, Outcome right, String heard, boolean hasCores) {
        String target = failure.target().name();
        QuestionDraft draft = QuestionDraft.ofStatements(
                "cut",
                "Suppose that only this happens: " + target + " fails at "
                        + time(failure.at().toMillis()) + ", for " + time(length)
                        + ". What is the worst that happens to "
                        + name(pn)
                        + "?",
                right.words,
                heard
                        + " What counts is the time from the last heartbeat before the failure to the first one"
                        + " after it.",
                "M4",
                "M7",
                "M10");
        for (Outcome outcome : Outcome.values()) {
            boolean possible = outcome != Outcome.DOWN && (outcome != Outcome.TAKEN || hasCores);
            if (outcome != right && possible) {
                draft.wrong(outcome.words, why(outcome, right));
            }
        }
        return draft;
    }
}
