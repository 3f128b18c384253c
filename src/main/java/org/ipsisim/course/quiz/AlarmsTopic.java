package org.ipsisim.course.quiz;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Alarms;
import org.ipsisim.history.History;

/** How many alarms there are, and when the first one is raised. */
final class AlarmsTopic implements Quiz.Topic {
    static final String NUMBER = "alarms";
    static final String FIRST = "first alarm";

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        List<Alarm> alarms = Alarms.of(run.history());
        if (!alarms.isEmpty()) {
            drafts.add(number(run, alarms));
            run.history()
                    .findEntry(alarms.get(0).cause())
                    .filter(run::isOfFailure)
                    .ifPresent(cause -> drafts.add(first(alarms, run.root(cause).at())));
        }
        return drafts;
    }

    private static QuestionDraft number(QuizRun run, List<Alarm> alarms) {
        long major = major(run.history());
        QuestionDraft draft = QuestionDraft.of(
                NUMBER,
                "How many major alarms do the servers raise about control of port networks?",
                Answer.count(major),
                "Each kind is raised once for each port network and each failure: PKT-INT and EXP-PN by the main,"
                        + " ESS by a core that takes over.",
                "R25",
                "R42");
        draft.wrong(Answer.count(alarms.size()), "That includes minor alarms and warnings.");
        run.inOtherReadings((other, why) -> draft.wrong(Answer.count(major(other)), why));
        long kinds = alarms.stream()
                .filter(alarm -> alarm.severity() == Alarm.Severity.MAJOR)
                .map(Alarm::object)
                .distinct()
                .count();
        long subjects = alarms.stream()
                .filter(alarm -> alarm.severity() == Alarm.Severity.MAJOR)
                .map(Alarm::subject)
                .distinct()
                .count();
        return draft.wrong(
                        Answer.count(subjects),
                        "That is one for each port network; each causes several, one after another.")
                .wrong(Answer.count(kinds), "That is the number of kinds, not of alarms.")
                .wrong(Answer.count(0), "There is at least one, " + firstMajor(alarms) + ".")
                .wrong(
                        Answer.count(run.history().portNetworks().size()),
                        "That is one for each port network of the estate.");
    }

    private static QuestionDraft first(List<Alarm> alarms, long failed) {
        Alarm first = alarms.get(0);
        QuestionDraft draft = QuestionDraft.of(
                FIRST,
                "When is the first alarm about control of port networks raised? (To the second.)",
                Answer.moment(first.at()),
                first.object() + ", " + first.severity().word() + ": " + first.text() + ".",
                "M4");
        draft.wrong(
                Answer.moment(failed),
                "That is when the failure begins. The servers notice only the silence, and that takes time.");
        for (Alarm alarm : alarms) {
            draft.wrong(
                    Answer.moment(alarm.at()),
                    "That is " + alarm.object() + " for " + alarm.subject() + ", which is not the first.");
        }
        return draft;
    }

    private static String firstMajor(List<Alarm> alarms) {
        return alarms.stream()
                .filter(alarm -> alarm.severity() == Alarm.Severity.MAJOR)
                .findFirst()
                .map(alarm -> alarm.object() + " at " + QuizRun.time(alarm.at()))
                .orElse("");
    }

    private static long major(History run) {
        return Alarms.of(run).stream()
                .filter(alarm -> alarm.severity() == Alarm.Severity.MAJOR)
                .count();
    }
}
