package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.name;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;

/** How many calls drop. */
final class CallsTopic implements Quiz.Topic {
    static final String NAME = "calls";

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        List<PnHistory> pns = run.history().portNetworks();
        if (pns.size() > 1 && atStart(pns) > 0) {
            drafts.add(draft(run, "How many calls drop in all, over the whole run?", pns));
        }
        for (PnHistory pn : run.differing()) {
            if (atStart(List.of(pn)) > 0
                    && (pn.totals().warmResets() > 0 || pn.totals().callsDropped() > 0)) {
                drafts.add(draft(run, "How many calls of " + name(pn) + " drop, over the whole run?", List.of(pn)));
            }
        }
        return drafts;
    }

    private static QuestionDraft draft(QuizRun run, String text, List<PnHistory> pns) {
        long dropped = dropped(run.history(), pns);
        QuestionDraft draft = QuestionDraft.of(
                NAME,
                text,
                Answer.count(dropped),
                dropped == 0
                        ? "Nothing that drops calls happened to any of these port networks."
                        : "Calls through a port network drop with it; calls between IP phones stay up.",
                "R15",
                "R18",
                "M15");
        run.inOtherCallsReading(other -> draft.wrong(
                Answer.count(dropped(other, pns)),
                "That is right in the other reading of when calls drop (`timers.calls-drop`, C2)."));
        run.inOtherReadings((other, why) -> draft.wrong(Answer.count(dropped(other, pns)), why));
        List<PnHistory> reset = pns.stream()
                .filter(pn -> pn.totals().callsDropped() > 0 || pn.totals().warmResets() > 0)
                .toList();
        draft.wrong(
                Answer.count(all(reset)),
                "That includes the calls between IP phones of the port networks that were reset.");
        draft.wrong(
                Answer.count(
                        reset.stream().mapToLong(pn -> pn.pnCalls().atStart()).sum()),
                "A warm reset alone drops no call (R12).");
        draft.wrong(Answer.count(all(pns)), "That is every call that was up at the start.");
        return draft.wrong(
                        Answer.count(0), "A cold reset, a restart or a loss of power drops calls, and there was one.")
                .wrong(
                        Answer.count(reset.stream()
                                .mapToLong(pn -> pn.ipCalls().atStart())
                                .sum()),
                        "Those are the calls between IP phones, which stay up.");
    }

    private static long dropped(History run, List<PnHistory> pns) {
        return pns.stream()
                .mapToLong(pn -> run.findPortNetwork(pn.portNetwork().number())
                        .orElseThrow()
                        .totals()
                        .callsDropped())
                .sum();
    }

    private static long atStart(List<PnHistory> pns) {
        return pns.stream().mapToLong(pn -> pn.pnCalls().atStart()).sum();
    }

    private static long all(List<PnHistory> pns) {
        return atStart(pns)
                + pns.stream().mapToLong(pn -> pn.ipCalls().atStart()).sum();
    }
}
