package org.ipsisim.course.quiz;

import static org.ipsisim.course.quiz.QuizRun.name;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.course.Answer;
import org.ipsisim.course.ShuffledOrder;
import org.ipsisim.estate.Element;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;

/** How often control changes between two servers of the main, or two IPSIs; and how often a port network resets. */
final class InterchangeTopic implements Quiz.Topic {
    static final String SERVERS = "interchanges";
    static final String IPSIS = "ipsis";

    @Override
    public List<QuestionDraft> drafts(QuizRun run, ShuffledOrder order) {
        List<QuestionDraft> drafts = new ArrayList<>();
        long failures = failures(run.history());
        if (run.scenario().estate().main().duplex() && failures > 0) {
            drafts.add(servers(run, failures));
        }
        for (PnHistory pn : run.differing()) {
            if (pn.portNetwork().duplicatedIpsis()
                    && pn.timeline().size() + pn.totals().ipsiInterchanges() > 1) {
                drafts.add(ipsis(pn, failures));
            }
            if (pn.totals().warmResets() > 1) {
                drafts.add(resets(run, pn, failures));
            }
        }
        return drafts;
    }

    private static QuestionDraft servers(QuizRun run, long failures) {
        QuestionDraft draft = QuestionDraft.of(
                SERVERS,
                "How many times do the two main servers change roles?",
                Answer.count(run.history().serverInterchanges()),
                "The standby takes over when the active server dies, or when the standby reaches more IPSIs and no"
                        + " curb prevents it.",
                "R62",
                "R66",
                "M23",
                "M24");
        Scenario free = run.scenario().with(run.timers().with(TimerSetting.SERVER_INTERCHANGE_CURB, Duration.ZERO));
        run.run(free)
                .ifPresent(other -> draft.wrong(
                        Answer.count(other.serverInterchanges()),
                        "That would be right if no curb prevented interchanges."));
        run.run(ignoring(run.scenario()))
                .ifPresent(other -> draft.wrong(
                        Answer.count(other.serverInterchanges()),
                        "That would be right with \"Ignore Connectivity in Server Arbitration\" for every"
                                + " port network."));
        return draft.wrong(
                        Answer.count(failures),
                        "That is the number of failures. Not every failure makes a difference between the two servers.")
                .wrong(
                        Answer.count(0),
                        "A standby takes over if it reaches more IPSIs, or hears nothing from the active server.")
                .wrong(
                        Answer.count(2 * run.history().serverInterchanges()),
                        "Nothing goes back by itself: each interchange counts once.")
                .wrong(
                        Answer.count(1),
                        run.history().serverInterchanges() == 0
                                ? "There was no reason for one: the active server stayed up and reached no fewer IPSIs."
                                : "There was more than one reason in this run.");
    }

    private static Scenario ignoring(Scenario scenario) {
        Estate estate = scenario.estate();
        List<PortNetwork> ignored = estate.portNetworks().stream()
                .map(pn -> pn.ignoringConnectivity(true))
                .toList();
        return scenario.with(estate.withPortNetworks(ignored)).withoutExpectations();
    }

    private static QuestionDraft ipsis(PnHistory pn, long failures) {
        long right = pn.totals().ipsiInterchanges();
        return QuestionDraft.of(
                        IPSIS,
                        "How many times does control of " + name(pn) + " move from one of its IPSIs to the other?",
                        Answer.count(right),
                        "Control moves when the active IPSI has lost contact and the other has it, and back to the A"
                                + " side when both have been healthy for a minute.",
                        "R74",
                        "R76",
                        "M20",
                        "M21")
                .wrong(
                        Answer.count(0),
                        "One of the two lost contact while the other still had it; that is what the second one is for.")
                .wrong(
                        Answer.count(right > 1 ? right / 2 : right + 1),
                        right > 1
                                ? "That leaves out the way back to the A side, or counts only that."
                                : "There was no reason for another one.")
                .wrong(Answer.count(failures), "Not every failure hits just one of the two.")
                .wrong(
                        Answer.count(pn.totals().warmResets() + right + 1),
                        "A reset of the port network is not an interchange.");
    }

    private static QuestionDraft resets(QuizRun run, PnHistory pn, long failures) {
        return QuestionDraft.of(
                        "resets",
                        "How many times does " + name(pn) + " reset warm?",
                        Answer.count(pn.totals().warmResets()),
                        "Once for each silence that outlasts the sanity time-out.",
                        "R10",
                        "M4",
                        "M6")
                .wrong(
                        Answer.count(pn.totals().coldResets()),
                        "That is how many times it resets cold. Not every warm reset leads to a cold one.")
                .wrong(Answer.count(pn.totals().warmResets() + pn.totals().coldResets()), "That includes cold resets.")
                .wrong(
                        Answer.count(failures),
                        failures > pn.totals().warmResets()
                                ? "Not every failure causes a silence that long."
                                : "One failure can lead to more than one silence.")
                .wrong(Answer.count(1), "Each silence counts anew.")
                .wrong(
                        Answer.count(silences(run.history(), pn)),
                        "That counts every silence, including those that ended before the sanity time-out.");
    }

    private static long silences(History run, PnHistory pn) {
        return run.trace().of(pn.subject()).stream()
                .filter(entry -> entry.is(PnHappening.ContactLost.class))
                .count();
    }

    private static long failures(History run) {
        return run.trace().stream()
                .flatMap(entry -> entry.as(NetworkHappening.Failed.class).stream())
                .filter(failed -> failed.element() != Element.ARBITER_LINK)
                .count();
    }
}
