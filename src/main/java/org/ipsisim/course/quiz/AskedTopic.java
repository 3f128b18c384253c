package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.first;
import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;

/** Which server an IPSI asks first, and why not another one. */
final class AskedTopic implements Quiz.Topic {
    static final String NAME = "asked";

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        for (PnHistory pn : run.differing()) {
            Optional<TraceEntry> request = first(run.history(), pn, PnHappening.ServiceRequested.class);
            request.ifPresent(entry -> drafts.add(draft(run, pn, entry)));
        }
        return drafts;
    }

    private static QuestionDraft draft(QuizRun run, PnHistory pn, TraceEntry request) {
        int right = ((PnHappening.ServiceRequested) request.what()).cluster();
        IpsiId ipsi = pn.lists().firstKey();
        List<Integer> then = pn.listAt(ipsi, Math.max(0, request.at() - 1));
        QuestionDraft draft = QuestionDraft.of(
                NAME,
                "Which server does the IPSI of " + name(pn) + " ask for service first?",
                run.cluster(right),
                "It asks the best server on its list at that time, " + time(request.at()) + ".",
                "R27",
                "R33",
                "M10");
        int main = run.history().mainCluster();
        cores(run).stream()
                .max(Comparator.comparingInt(SurvivableCore::priorityScore))
                .ifPresent(core -> draft.wrong(run.cluster(core.cluster()), whyNot(run, pn, core, then, right)));
        draft.wrong(
                run.cluster(main),
                then.contains(main)
                        ? "It is on the list, but another server comes before it."
                        : "That is the server that was lost: it is not on the list at that time.");
        cores(run).forEach(core -> draft.wrong(run.cluster(core.cluster()), whyNot(run, pn, core, then, right)));
        return draft.wrong(
                Answer.cluster(Optional.empty(), main), "It does ask in this run, at " + time(request.at()) + ".");
    }

    private static List<SurvivableCore> cores(QuizRun run) {
        return run.scenario().estate().survivableCores();
    }

    private static String whyNot(QuizRun run, PnHistory pn, SurvivableCore core, List<Integer> then, int right) {
        if (!core.isVisibleTo(pn.portNetwork())) {
            return "It is local only, and the port network is in another community, so it is not on the list.";
        }
        if (!then.contains(core.cluster())) {
            return "The IPSI is not connected to it at that time, so it is not on the list.";
        }
        return "It is on the list, but " + run.name(right) + " comes before it: rank counts first, then score.";
    }
}
