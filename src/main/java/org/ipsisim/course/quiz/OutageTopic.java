package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.first;
import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TraceEntry;

/** For how long a port network is out of service, or lets no call start. */
final class OutageTopic implements Quiz.Topic {
    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        for (PnHistory pn : run.differing()) {
            if (pn.totals().outage() > 0) {
                drafts.add(outage(run, pn));
            } else if (pn.totals().degraded() > 0) {
                drafts.add(degraded(run, pn));
            }
        }
        return drafts;
    }

    private static QuestionDraft outage(QuizRun run, PnHistory pn) {
        long outage = pn.totals().outage();
        QuestionDraft draft = QuestionDraft.of(
                "outage",
                "How long is " + name(pn) + " out of service in all? (To the second.)",
                Answer.length(outage),
                "That is all the time in cold reset, no-service and restarting, and without power.",
                "R19",
                "M9",
                "M10");
        run.inOtherReadings((other, why) -> draft.wrong(
                Answer.length(other.findPortNetwork(pn.portNetwork().number())
                        .orElseThrow()
                        .totals()
                        .outage()),
                why));
        long waiting = timeIn(pn, PnState.NO_SERVICE);
        long restarting = timeIn(pn, PnState.RESTARTING);
        draft.wrong(
                Answer.length(outage + pn.totals().degraded()),
                "That includes the warm reset, in which calls that are up continue.");
        if (restarting < outage) {
            draft.wrong(
                    Answer.length(outage - restarting),
                    "That leaves out the restart by a server, in which nobody can call either.");
        }
        if (waiting > 0) {
            draft.wrong(Answer.length(waiting), "That is only the time in which it waits for service.");
        }
        return draft.wrong(
                        Answer.length(outage + pn.totals().degraded() + timeIn(pn, PnState.CONTACT_LOST)),
                        "That includes lost contact and warm reset, in which calls that are up continue.")
                .wrong(Answer.length(0), "It was out of service from " + time(firstOutage(pn)) + " on.");
    }

    private static QuestionDraft degraded(QuizRun run, PnHistory pn) {
        TraceEntry warm = first(run.history(), pn, PnHappening.WarmReset.class).orElseThrow();
        long sanity = run.timerAt(TimerSetting.SOCKET_SANITY_TIMEOUT, warm.at());
        QuestionDraft draft = QuestionDraft.of(
                "outage",
                "How long is " + name(pn) + " in warm reset in all, so that nobody there can start a call? (To the"
                        + " second.)",
                Answer.length(pn.totals().degraded()),
                "A warm reset lasts until a heartbeat comes, but "
                        + time(run.timerAt(TimerSetting.WARM_RESET_DURATION, warm.at())) + " at least.",
                "R12",
                "M6");
        return draft.wrong(
                        Answer.length(pn.totals().degraded() + pn.totals().warmResets() * sanity),
                        "That includes the time until the sanity time-out expires.")
                .wrong(
                        Answer.length(
                                pn.totals().warmResets() * run.timerAt(TimerSetting.WARM_RESET_DURATION, warm.at())),
                        "That is the shortest time. A warm reset does not end without contact.")
                .wrong(Answer.length(sanity), "That is the sanity time-out, after which the reset begins.")
                .wrong(Answer.length(0), "It did reset warm, at " + time(warm.at()) + ".");
    }

    private static long firstOutage(PnHistory pn) {
        return pn.timeline().stream()
                .filter(span -> span.state().isOutage())
                .mapToLong(PnSpan::from)
                .findFirst()
                .orElseThrow();
    }

    private static long timeIn(PnHistory pn, PnState state) {
        return pn.timeline().stream()
                .filter(span -> span.state() == state)
                .mapToLong(PnSpan::length)
                .sum();
    }
}
