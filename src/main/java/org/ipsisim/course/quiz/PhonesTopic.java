package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.SipSettings;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Words;

/** How long SIP phones are without service, and which session manager serves them at the end. */
final class PhonesTopic implements Quiz.Topic {
    static final String OUTAGE = "phones-outage";
    static final String CONTROLLER = "phones-controller";

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        for (PopulationHistory phones : run.history().sip().populations()) {
            if (phones.outage().phonesAffected() > 0) {
                drafts.add(outage(phones));
                drafts.add(controller(phones));
            }
        }
        return drafts;
    }

    private static QuestionDraft outage(PopulationHistory phones) {
        SipSettings settings = phones.population().settings();
        long interval = settings.keepaliveInterval().toMillis();
        long detection = interval * settings.keepaliveMisses();
        long longest = phones.outage().longest();
        return QuestionDraft.of(
                        OUTAGE,
                        "How long is the longest time without service of any SIP phone of "
                                + phones.population().name() + "? (To the second.)",
                        Answer.length(longest),
                        "It has to miss " + settings.keepaliveMisses() + " keep-alives, register where it can, and make"
                                + " a controller active before it can call.",
                        "U3",
                        "U9",
                        "U12")
                .wrong(
                        Answer.length(detection),
                        "That is how long a phone takes to notice at most. Then it still has to register or to move.")
                .wrong(Answer.length(interval), "One missed keep-alive is not enough to give a controller up.")
                .wrong(
                        Answer.length(longest + settings.expires().toMillis()),
                        "A phone does not wait until its registration expires.")
                .wrong(Answer.length(0), "Some phone was without service, " + time(longest) + " long.");
    }

    private static QuestionDraft controller(PopulationHistory phones) {
        PhonePopulation population = phones.population();
        PhoneSample last = phones.samples().get(phones.samples().size() - 1);
        String right = last.counts().stream()
                .filter(count -> count.state() == PhoneState.IN_SERVICE)
                .max(Comparator.comparingInt(PhoneSample.Count::phones))
                .map(count -> population.controllers().get(count.controller()))
                .orElse("none");
        QuestionDraft draft = QuestionDraft.ofStatements(
                CONTROLLER,
                "Which session manager serves most SIP phones of " + population.name() + " at the end?",
                right,
                "A phone uses the best controller that it has registered with and made active"
                        + (population.settings().failback() == SipSettings.Failback.MANUAL
                                ? "; it leaves one that works only when an operator tells it to."
                                : "; when a better one is back it returns by itself."),
                "U12");
        for (String controller : population.controllers()) {
            draft.wrong(controller, "At the end they are with " + right + ".");
        }
        return draft.wrong("none", "Most of them are in service at the end.")
                .wrong(
                        "half of them on each",
                        "Each phone chooses by the same list of "
                                + Words.count(population.controllers().size(), "controller")
                                + "; they end with the same one.");
    }
}
