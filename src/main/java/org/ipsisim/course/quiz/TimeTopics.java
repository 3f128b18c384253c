package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.first;
import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;

/** When a port network resets for the first time, warm and cold, and when its IPSI asks for service. */
final class TimeTopics implements Quiz.Topic {
    private static final String NEVER = "It does come to that in this run.";

    /** The first silence that led to a reset. */
    private record Silence(long lastContact, long noticed, long failed) {}

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        for (PnHistory pn : run.differing()) {
            Optional<TraceEntry> warm = first(run.history(), pn, PnHappening.WarmReset.class);
            if (warm.isPresent() && run.isOfFailure(warm.get())) {
                Silence silence = silence(run, warm.get());
                drafts.add(warm(run, pn, silence, warm.get().at()));
                first(run.history(), pn, PnHappening.ColdReset.class)
                        .filter(run::isOfFailure)
                        .ifPresent(cold -> drafts.add(cold(run, pn, silence(run, cold), cold.at())));
                first(run.history(), pn, PnHappening.ServiceRequested.class)
                        .ifPresent(ask -> drafts.add(ask(run, pn, silence, ask.at())));
            }
        }
        return drafts;
    }

    private static Silence silence(QuizRun run, TraceEntry reset) {
        long silence = reset.as(PnHappening.Silence.class).orElseThrow().silence();
        long lastContact = reset.at() - silence;
        return new Silence(
                lastContact,
                lastContact + run.timerAt(TimerSetting.HEARTBEAT_INTERVAL, lastContact),
                run.root(reset).at());
    }

    private static QuestionDraft warm(QuizRun run, PnHistory pn, Silence silence, long at) {
        long sanity = run.timerAt(TimerSetting.SOCKET_SANITY_TIMEOUT, silence.lastContact);
        long interval = run.timerAt(TimerSetting.HEARTBEAT_INTERVAL, silence.lastContact);
        return QuestionDraft.of(
                        "warm",
                        "When does " + name(pn) + " reset warm for the first time? (To the second.)",
                        Answer.moment(at),
                        "The last heartbeat came at " + time(silence.lastContact)
                                + ", and the socket sanity time-out is " + time(sanity) + ".",
                        "R4",
                        "M4")
                .wrong(
                        Answer.moment(silence.failed + sanity),
                        "That counts from the failure, not from the last heartbeat.")
                .wrong(
                        Answer.moment(silence.noticed + sanity),
                        "That counts from the first heartbeat that did not come, not from the last one that did.")
                .wrong(
                        Answer.moment(silence.lastContact + 3 * interval),
                        "Three missed heartbeats were the limit before the time-out could be set (R4).")
                .wrong(Answer.moment(silence.noticed), "One missed heartbeat resets nothing (R8).")
                .wrong(Answer.NEVER, NEVER);
    }

    private static QuestionDraft cold(QuizRun run, PnHistory pn, Silence silence, long at) {
        long sanity = run.timerAt(TimerSetting.SOCKET_SANITY_TIMEOUT, silence.lastContact);
        long delay = run.timerAt(TimerSetting.PN_COLD_RESET_DELAY, silence.lastContact + sanity);
        QuestionDraft draft = QuestionDraft.of(
                "cold",
                "When does " + name(pn) + " reset cold for the first time? (To the second.)",
                Answer.moment(at),
                "The last heartbeat came at " + time(silence.lastContact) + ". The sanity time-out is " + time(sanity)
                        + ", the cold reset delay " + time(delay) + ", and "
                        + QuizRun.meaning(run.timers().reading()) + ".",
                "R15",
                "M7",
                "M14");
        inReadings(run, pn, PnHappening.ColdReset.class, draft);
        return draft.wrong(
                        Answer.moment(silence.failed + sanity + delay),
                        "That counts from the failure, with the timers one after another.")
                .wrong(
                        Answer.moment(silence.failed + delay),
                        "That counts from the failure, and leaves out the sanity time-out.")
                .wrong(Answer.moment(silence.lastContact + sanity), "That is the warm reset.")
                .wrong(Answer.NEVER, NEVER);
    }

    private static QuestionDraft ask(QuizRun run, PnHistory pn, Silence silence, long at) {
        long sanity = run.timerAt(TimerSetting.SOCKET_SANITY_TIMEOUT, silence.lastContact);
        long delay = run.timerAt(TimerSetting.PN_COLD_RESET_DELAY, silence.lastContact + sanity);
        long wait = run.timerAt(TimerSetting.NO_SERVICE_TIMEOUT, silence.lastContact + sanity);
        QuestionDraft draft = QuestionDraft.of(
                "ask",
                "When does the IPSI of " + name(pn) + " ask a server for service for the first time? (To the second.)",
                Answer.moment(at),
                "It asks when the no-service time-out expires, after " + time(wait) + " here; "
                        + QuizRun.meaning(run.timers().reading()) + ".",
                "R27",
                "M10",
                "M14");
        inReadings(run, pn, PnHappening.ServiceRequested.class, draft);
        return draft.wrong(Answer.moment(silence.failed + wait), "That counts from the failure, without the resets.")
                .wrong(
                        Answer.moment(silence.failed + sanity + delay + wait),
                        "That counts from the failure, not from the last heartbeat.")
                .wrong(
                        Answer.moment(silence.lastContact + sanity + delay),
                        "It does not ask at the cold reset. It first waits for the no-service time-out.")
                .wrong(Answer.NEVER, NEVER);
    }

    private static void inReadings(QuizRun run, PnHistory pn, Class<? extends Happening> kind, QuestionDraft draft) {
        run.inOtherReadings(
                (other, why) -> draft.wrong(Answer.moment(first(other, pn, kind).map(TraceEntry::at)), why));
    }
}
