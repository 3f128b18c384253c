package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.name;
import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;

/** What a port network is doing at a moment. */
final class StateTopic implements Quiz.Topic {
    /** The shortest state, in milliseconds, that makes a fair question. */
    private static final long SHORTEST = 4000;

    private static final int MOST_OF_ONE = 4;

    /** With more states than this, heartbeats are lost by chance, and nobody can predict when. */
    private static final int MOST_FORESEEABLE = 40;

    private static final long SECOND = 1000;

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        for (PnHistory pn : run.differing()) {
            Set<PnState> asked = EnumSet.noneOf(PnState.class);
            for (PnSpan span : order.shuffled(pn.timeline()
                    .subList(Math.min(1, pn.timeline().size()), pn.timeline().size()))) {
                long at = (span.from() + span.length() / 2) / SECOND * SECOND;
                boolean calm = span.state() == PnState.IN_SERVICE || span.state() == PnState.CONTACT_LOST;
                boolean fair = span.length() >= SHORTEST
                        && at > span.from() + SECOND
                        && !(calm && pn.timeline().size() > MOST_FORESEEABLE);
                if (fair && asked.size() < MOST_OF_ONE && asked.add(span.state())) {
                    drafts.add(draft(run, pn, span, at));
                }
            }
        }
        return drafts;
    }

    private static QuestionDraft draft(QuizRun run, PnHistory pn, PnSpan span, long at) {
        String until = span.to() == run.history().duration() ? "the end of the run" : time(span.to());
        QuestionDraft draft = QuestionDraft.of(
                "state",
                "What is " + name(pn) + " doing at " + time(at) + "?",
                Answer.word(span.state().key()),
                sentence(run, span) + ". That lasts from " + time(span.from()) + " until " + until + ".",
                rules(span.state()));
        run.inOtherReadings((other, why) -> other.findPortNetwork(
                        pn.portNetwork().number())
                .ifPresent(
                        same -> draft.wrong(Answer.word(same.spanAt(at).state().key()), why)));
        for (PnSpan other : nearestFirst(pn.timeline(), pn.timeline().indexOf(span))) {
            draft.wrong(
                    Answer.word(other.state().key()),
                    other.from() > at
                            ? "That comes later, at " + time(other.from()) + "."
                            : "That ended at " + time(other.to()) + ".");
        }
        for (PnState state : List.of(PnState.WARM_RESET, PnState.COLD_RESET, PnState.NO_SERVICE)) {
            draft.wrong(Answer.word(state.key()), "It does not come to that in this run.");
        }
        return draft;
    }

    /** The spans around one: the next, the one before, and so on outwards. */
    private static List<PnSpan> nearestFirst(List<PnSpan> timeline, int index) {
        List<PnSpan> spans = new ArrayList<>();
        for (int distance = 1; distance < timeline.size(); distance++) {
            if (index + distance < timeline.size()) {
                spans.add(timeline.get(index + distance));
            }
            if (index - distance >= 0) {
                spans.add(timeline.get(index - distance));
            }
        }
        return spans;
    }

    private static String sentence(QuizRun run, PnSpan span) {
        return switch (span.state()) {
            case IN_SERVICE -> "In service under " + run.name(span.controller());
            case CONTACT_LOST -> "Heartbeats are missing, but the sanity time-out has not expired";
            case WARM_RESET -> "Calls that are up stay up, but none can start";
            case COLD_RESET -> "It is in the cold reset";
            case NO_SERVICE -> "It is waiting for a server";
            case RESTARTING -> "It is being restarted by " + run.name(span.controller());
            case DOWN -> "It has no power or no working IPSI";
        };
    }

    private static String[] rules(PnState state) {
        return switch (state) {
            case IN_SERVICE -> new String[] {"M10"};
            case CONTACT_LOST -> new String[] {"R6", "M5"};
            case WARM_RESET -> new String[] {"R12", "M6"};
            case COLD_RESET -> new String[] {"R15", "M7"};
            case NO_SERVICE -> new String[] {"R19", "M8"};
            case RESTARTING -> new String[] {"R17", "M10"};
            case DOWN -> new String[] {"M28"};
        };
    }
}
