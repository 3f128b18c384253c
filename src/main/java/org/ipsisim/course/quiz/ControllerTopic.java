package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** Who controls a port network at a moment. */
final class ControllerTopic implements Quiz.Topic {
    private static final int MOST_OF_ONE = 3;
    private static final long SECOND = 1000;
    private static final long SHORTEST = 20 * SECOND;

    /** A period in which one cluster controls a port network. */
    private record Period(long from, long to, int cluster) {}

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        if (run.scenario().estate().survivableCores().isEmpty()) {
            return drafts;
        }
        for (PnHistory pn : run.differing()) {
            List<Period> periods = periods(pn);
            boolean disturbed = pn.totals().warmResets() + pn.totals().outage() > 0;
            if (!disturbed) {
                continue;
            }
            List<Period> fair = periods.stream()
                    .filter(period -> period.to - period.from >= SHORTEST)
                    .filter(period -> period.from > 0 || periods.size() == 1)
                    .toList();
            for (Period period :
                    order.shuffled(fair).stream().limit(MOST_OF_ONE).toList()) {
                drafts.add(draft(run, pn, periods, period));
            }
        }
        return drafts;
    }

    private static List<Period> periods(PnHistory pn) {
        List<Period> periods = new ArrayList<>();
        for (PnSpan span : pn.timeline()) {
            int last = periods.size() - 1;
            if (last >= 0 && periods.get(last).cluster == span.controller()) {
                periods.set(last, new Period(periods.get(last).from, span.to(), span.controller()));
            } else {
                periods.add(new Period(span.from(), span.to(), span.controller()));
            }
        }
        return periods;
    }

    private static QuestionDraft draft(QuizRun run, PnHistory pn, List<Period> periods, Period period) {
        boolean last = period.to == run.history().duration();
        long late = period.to - Math.min(10 * SECOND, (period.to - period.from) / 4);
        long at = (last ? late : period.from + (period.to - period.from) / 2) / SECOND * SECOND;
        String since = period.from == 0 ? "from the start" : "since " + time(period.from);
        QuestionDraft draft = QuestionDraft.of(
                "controller",
                "Which server controls " + name(pn) + " at " + time(at) + ", or last did?",
                run.cluster(period.cluster),
                QuizRun.sentence(run.name(period.cluster)) + " has had control " + since
                        + ". Only silence of that server, or a move by an administrator, passes control to another"
                        + " one.",
                "M12",
                "M13");
        int main = run.history().mainCluster();
        run.inOtherReadings((other, why) -> other.findPortNetwork(
                        pn.portNetwork().number())
                .ifPresent(same -> draft.wrong(run.cluster(same.spanAt(at).controller()), why)));
        draft.wrong(run.cluster(main), whyNotMain(periods, at, main));
        for (SurvivableCore core : run.scenario().estate().survivableCores()) {
            draft.wrong(run.cluster(core.cluster()), whyNot(periods, at, core.cluster()));
        }
        draft.wrong(
                Answer.cluster(Optional.empty(), main),
                "A port network that has lost its server still belongs to that server until another one takes it"
                        + " over.");
        return draft;
    }

    private static String whyNotMain(List<Period> periods, long at, int main) {
        boolean later = periods.stream().anyMatch(period -> period.cluster == main && period.from > at);
        return later
                ? whyNot(periods, at, main)
                : "A port network does not return to the main by itself, even if the main is back (R53).";
    }

    private static String whyNot(List<Period> periods, long at, int cluster) {
        for (Period period : periods) {
            if (period.cluster == cluster && period.from > at) {
                return "Not yet: it takes control at " + time(period.from) + ".";
            }
        }
        for (Period period : periods) {
            if (period.cluster == cluster) {
                return "It had control until " + time(period.to) + ".";
            }
        }
        return "It never has control of this port network in the run.";
    }
}
