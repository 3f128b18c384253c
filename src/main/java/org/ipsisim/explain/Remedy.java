package org.ipsisim.explain;

import org.ipsisim.estate.Keyed;
import org.ipsisim.history.History;
import org.ipsisim.history.PnSpan;
import org.ipsisim.study.Cost;

/**
 * A difference that was tried, and what it would have made of the port network; all numbers are those of a run.
 *
 * @param kind of difference
 * @param words what is different
 * @param verdict whether it helps
 * @param then the state at the moment that is asked about
 * @param cost of the whole run for the port network
 * @param others the cost of the whole run for all other port networks, added up
 * @param run the run with the difference
 */
public record Remedy(Kind kind, String words, Verdict verdict, PnSpan then, Cost cost, Cost others, History run) {
    /** What is different. */
    public enum Kind implements Keyed {
        /** Nothing: the run as it is. */
        AS_IT_IS,
        /** An event is left out. */
        EVENT,
        /** A timer that an administrator sets. */
        TIMER,
        /** A length that nobody sets, and that the simulator assumes. */
        ASSUMED_LENGTH,
        IPSI,
        /** A second way through the network. */
        LINK,
        CORE,
        MAIN,
        ARBITRATION,
        RETURN
    }

    /** Whether it is another value of a length that nobody sets. */
    boolean isAssumed() {
        return kind == Kind.ASSUMED_LENGTH;
    }

    static Remedy of(Counterfactual tried, Verdict verdict, History run, PnMoment moment) {
        return of(tried.kind(), tried.words(), verdict, run, moment);
    }

    Remedy with(Verdict other) {
        return new Remedy(kind, words, other, then, cost, others, run);
    }

    Remedy named(String other) {
        return new Remedy(kind, other, verdict, then, cost, others, run);
    }

    static Remedy asItIs(PnMoment moment) {
        return of(Kind.AS_IT_IS, "as it is", Verdict.NO_HELP, moment.history(), moment);
    }

    private static Remedy of(Kind kind, String words, Verdict verdict, History run, PnMoment moment) {
        Cost own = Cost.NONE;
        Cost others = Cost.NONE;
        for (var pn : run.portNetworks()) {
            if (pn.portNetwork().number() == moment.number()) {
                own = Cost.of(pn, run);
            } else {
                others = others.plus(Cost.of(pn, run));
            }
        }
        PnSpan then = run.findPortNetwork(moment.number()).orElseThrow().spanAt(moment.at());
        return new Remedy(kind, words, verdict, then, own, others, run);
    }

    /** What a change would have made of the state that is asked about. */
    public enum Verdict implements Keyed {
        /** It would not have come to that: at the moment it is better, and the whole stretch of trouble is gone. */
        PREVENTS,
        /** Less of it: some of the stretch is gone, and is not made up for at another time. */
        SHORTENS,
        /** As bad at the moment, but less outage or fewer calls dropped in the run as a whole, and no more of the other. */
        SAVES,
        /** Nothing better. */
        NO_HELP
    }
}
