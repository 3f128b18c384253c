package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.first;
import static org.ipsisim.course.quiz.QuizRun.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;

/** When a port network goes back to the main. */
final class ReturnTopic implements Quiz.Topic {
    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        for (PnHistory pn : run.differing()) {
            Optional<TraceEntry> taken = first(run.history(), pn, PnHappening.TakenOver.class);
            if (taken.isPresent()) {
                drafts.add(draft(run, pn, taken.get()));
            }
        }
        return drafts;
    }

    private static QuestionDraft draft(QuizRun run, PnHistory pn, TraceEntry taken) {
        Optional<TraceEntry> back = first(run.history(), pn, PnHappening.FellBack.class);
        String why = back.isEmpty()
                ? "Nothing in the scenario moves it back, and a main that is back does not take port networks back."
                : "The reason: " + reason(run, pn, run.root(back.get())) + ".";
        QuestionDraft draft = QuestionDraft.of(
                "return",
                "When does " + name(pn) + " go back to the main for the first time? (To the second.)",
                Answer.moment(back.map(TraceEntry::at)),
                why,
                "R53",
                "M13",
                "M26");
        Optional<Long> reached = mainBack(run, pn, taken.at());
        if (reached.isPresent()) {
            draft.wrong(
                    Answer.moment(reached),
                    "That is when the main is on the list again, but nothing moves by itself (R53).");
            draft.wrong(
                    Answer.moment(reached.get() + 180_000),
                    "That is three minutes after the main is back. It would be right with `fallback.auto-return:"
                            + " connection-up`, and only if nothing else happened in between.");
        }
        return draft.wrong(Answer.NEVER, "It does go back in this run.");
    }

    private static String reason(QuizRun run, PnHistory pn, TraceEntry root) {
        String text = run.history().textOf(root);
        return root.subject().equals(pn.subject()) ? text : root.subject() + ", " + text;
    }

    /** When the main is on the list of the port network again. */
    private static Optional<Long> mainBack(QuizRun run, PnHistory pn, long after) {
        return pn.lists().values().iterator().next().stream()
                .filter(span -> span.from() > after
                        && span.clusters().contains(run.history().mainCluster()))
                .map(ListSpan::from)
                .findFirst();
    }
}
