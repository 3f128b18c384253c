package org.ipsisim.course.quiz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.ipsisim.course.Exercise;
import org.ipsisim.course.Question;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.history.History;
import org.ipsisim.report.RunSection;
import org.ipsisim.study.Allowance;

/** Makes questions from the run of a scenario. */
public final class Quiz {
    /** Most questions of one quiz. */
    public static final int MOST_QUESTIONS = 50;

    private static final List<Topic> TOPICS = List.of(
            new StateTopic(),
            new ControllerTopic(),
            new TimeTopics(),
            new AskedTopic(),
            new CallsTopic(),
            new OutageTopic(),
            new CutTopic(),
            new AlarmsTopic(),
            new InterchangeTopic(),
            new ReturnTopic(),
            new PhonesTopic());

    private Quiz() {}

    /**
     * Questions about a run, as different as they can be.
     *
     * @param history the run, with every silence
     * @param most how many to ask at most
     * @param seed which ones, and in which order
     * @return an exercise without questions if nothing happens in the run that could be asked
     */
    public static Exercise of(History history, int most, long seed) {
        return of(history, most, seed, runs -> {});
    }

    /**
     * Questions about a run, as different as they can be, and how far it is meanwhile. Its text says what is left out
     * because all runs beside the first may take together only as much work as one.
     *
     * @param progress is told how many runs beside the first there were, after each
     */
    public static Exercise of(History history, int most, long seed, IntConsumer progress) {
        return of(new QuizRun(history, new Allowance(history.scenario().workLimit(), progress)), most, seed);
    }

    static Exercise of(QuizRun run, int most, long seed) {
        History history = run.history();
        ShuffledOrder order = new ShuffledOrder(seed);
        Map<String, List<QuestionDraft>> byTopic = new LinkedHashMap<>();
        for (Topic topic : TOPICS) {
            for (QuestionDraft draft : order.shuffled(topic.drafts(run, order))) {
                if (draft.isAskable()) {
                    byTopic.computeIfAbsent(draft.topic(), t -> new ArrayList<>())
                            .add(draft);
                }
            }
        }
        List<QuestionDraft> chosen = mixed(order.shuffled(List.copyOf(byTopic.values())), most);
        List<Question> questions =
                chosen.stream().map(draft -> draft.question(order)).toList();
        return new Exercise(
                history.scenario().title(),
                run.lacks(),
                history.scenario().provenance().file(),
                ScenarioBrief.of(history),
                questions,
                history,
                sections(chosen));
    }

    /** What there is to see of the run for these questions. */
    private static List<RunSection> sections(List<QuestionDraft> questions) {
        Set<RunSection> sections = EnumSet.of(RunSection.TIMELINE, RunSection.STATES);
        for (QuestionDraft question : questions) {
            switch (question.topic()) {
                case CallsTopic.NAME -> sections.add(RunSection.CALLS);
                case AlarmsTopic.NUMBER, AlarmsTopic.FIRST -> sections.add(RunSection.ALARMS);
                case AskedTopic.NAME -> sections.add(RunSection.LISTS);
                case InterchangeTopic.SERVERS, InterchangeTopic.IPSIS -> sections.add(RunSection.TRACE);
                case PhonesTopic.OUTAGE, PhonesTopic.CONTROLLER -> sections.add(RunSection.PHONES);
                default -> {}
            }
        }
        return List.copyOf(sections);
    }

    /** One of each topic in turn. */
    private static List<QuestionDraft> mixed(List<List<QuestionDraft>> topics, int most) {
        List<QuestionDraft> mixed = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = false;
            for (List<QuestionDraft> topic : topics) {
                if (round < topic.size() && mixed.size() < most) {
                    mixed.add(topic.get(round));
                    more = true;
                }
            }
        }
        return mixed;
    }

    /** A kind of question that can be asked of a run. */
    interface Topic {
        /**
         * The questions of this kind, none if the run has nothing for it.
         *
         * @param order picks moments, always the same ones for a seed
         */
        List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order);
    }
}
