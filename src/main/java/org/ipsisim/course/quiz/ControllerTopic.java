package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Who controls a port network at a moment. */
final class ControllerTopic implements QuizTopic {
    private static final int MOST_OF_ONE = 3;
    private static final long SECOND = 1000;
    private static final long SHORTEST = 20 * SECOND;

    /** A stretch of time in which one cluster controls a port network. */
    private record Reign(long from, long to, int cluster) {}

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        if (run.scenario().estate().survivableCores().isEmpty()) {
            return drafts;
        }
        for (PnHistory pn : run.differing()) {
            List<Reign> reigns = reigns(pn);
            boolean disturbed = pn.totals().warmResets() + pn.totals().outage() > 0;
            if (!disturbed) {
                continue;
            }
            List<Reign> fair = reigns.stream()
                    .filter(reign -> reign.to - reign.from >= SHORTEST)
                    .filter(reign -> reign.from > 0 || reigns.size() == 1)
                    .toList();
            for (Reign reign : order.shuffled(fair).stream().limit(MOST_OF_ONE).toList()) {
                drafts.add(draft(run, pn, reigns, reign));
            }
        }
        return drafts;
    }

    private static List<Reign> reigns(PnHistory pn) {
        List<Reign> reigns = new ArrayList<>();
        for (PnSpan span : pn.timeline()) {
            int last = reigns.size() - 1;
            if (last >= 0 && reigns.get(last).cluster == span.controller()) {
                reigns.set(last, new Reign(reigns.get(last).from, span.to(), span.controller()));
            } else {
                reigns.add(new Reign(span.from(), span.to(), span.controller()));
            }
        }
        return reigns;
    }

    private static QuestionDraft draft(QuizRun run, PnHistory pn, List<Reign> reigns, Reign reign) {
        boolean last = reign.to == run.history().duration();
        long late = reign.to - Math.min(10 * SECOND, (reign.to - reign.from) / 4);
        long at = (last ? late : reign.from + (reign.to - reign.from) / 2) / SECOND * SECOND;
        String since = reign.from == 0 ? "from the start" : "since " + time(reign.from);
        QuestionDraft draft = QuestionDraft.of(
                "controller",
                "Which server controls " + name(pn) + " at " + time(at) + ", or last did?",
                run.cluster(reign.cluster),
                QuizRun.sentence(run.name(reign.cluster)) + " has had control " + since
                        + ". Only silence of that server, or a move by an administrator, passes control to another one.",
                "M12",
                "M13");
        int main = run.history().mainCluster();
        run.inOtherReadings((other, why) -> other.findPortNetwork(
                        pn.portNetwork().number())
                .ifPresent(same -> draft.wrong(run.cluster(same.spanAt(at).controller()), why)));
        draft.wrong(run.cluster(main), whyNotMain(reigns, at, main));
        for (SurvivableCore core : run.scenario().estate().survivableCores()) {
            draft.wrong(run.cluster(core.cluster()), whyNot(reigns, at, core.cluster()));
        }
        draft.wrong(
                new Answer.Cluster(OptionalInt.empty(), main),
                "A port network that has lost its server still belongs to that server until another one takes it over.");
        return draft;
    }

    private static String whyNotMain(List<Reign> reigns, long at, int main) {
        boolean later = reigns.stream().anyMatch(reign -> reign.cluster == main && reign.from > at);
        return later
                ? whyNot(reigns, at, main)
                : "A port network does not return to the main by itself, even if the main is back (R53).";
    }

    private static String whyNot(List<Reign> reigns, long at, int cluster) {
        for (Reign reign : reigns) {
            if (reign.cluster == cluster && reign.from > at) {
                return "Not yet: it takes control at " + time(reign.from) + ".";
            }
        }
        for (Reign reign : reigns) {
            if (reign.cluster == cluster) {
                return "It had control until " + time(reign.to) + ".";
            }
        }
        return "It never has control of this port network in the run.";
    }
}
