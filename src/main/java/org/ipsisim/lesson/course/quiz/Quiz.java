package org.ipsisim.lesson.course.quiz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.history.History;
import org.ipsisim.lesson.course.Exercise;
import org.ipsisim.lesson.course.Order;
import org.ipsisim.lesson.course.Question;
import org.ipsisim.report.RunSection;

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
            new ReturnTopic());

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
        Order order = new Order(seed);
        QuizRun run = new QuizRun(history);
        Map<String, List<Draft>> byTopic = new LinkedHashMap<>();
        for (Topic topic : TOPICS) {
            for (Draft draft : order.shuffled(topic.drafts(run, order))) {
                if (draft.isAskable()) {
                    byTopic.computeIfAbsent(draft.topic(), t -> new ArrayList<>())
                            .add(draft);
                }
            }
        }
        List<Draft> chosen = mixed(order.shuffled(List.copyOf(byTopic.values())), most);
        List<Question> questions =
                chosen.stream().map(draft -> draft.question(order)).toList();
        return new Exercise(
                history.scenario().title(),
                List.of(),
                history.scenario().provenance().file(),
                Brief.of(history),
                questions,
                history,
                sections(chosen));
    }

    /** What there is to see of the run for these questions. */
    private static List<RunSection> sections(List<Draft> questions) {
        Set<RunSection> sections = EnumSet.of(RunSection.TIMELINE, RunSection.STATES);
        for (Draft question : questions) {
            switch (question.topic()) {
                case CallsTopic.NAME -> sections.add(RunSection.CALLS);
                case AlarmsTopic.NUMBER, AlarmsTopic.FIRST -> sections.add(RunSection.ALARMS);
                case AskedTopic.NAME -> sections.add(RunSection.LISTS);
                case InterchangeTopic.SERVERS, InterchangeTopic.IPSIS -> sections.add(RunSection.TRACE);
                default -> {}
            }
        }
        return List.copyOf(sections);
    }

    /** One of each topic in turn. */
    private static List<Draft> mixed(List<List<Draft>> topics, int most) {
        List<Draft> mixed = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = false;
            for (List<Draft> topic : topics) {
                if (round < topic.size() && mixed.size() < most) {
                    mixed.add(topic.get(round));
                    more = true;
                }
            }
        }
        return mixed;
    }
}
