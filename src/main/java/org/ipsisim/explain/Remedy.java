package org.ipsisim.explain;

import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Keyed;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;

/**
 * A difference that was tried, and what it would have made of the port network; all numbers are those of a run.
 *
 * @param kind of difference
 * @param words what is different
 * @param verdict whether it helps
 * @param then the state at the moment that is asked about
 * @param cost for the port network, over the whole time, in {@link #MEASURES}
 * @param others the cost for all other port networks, added up
 * @param estate with the difference
 * @param run the run with the difference, of as much of the estate as decides how the port network fares
 * @param all the run of all port networks, without random calls if none drop
 */
public record Remedy(
        Kind kind,
        String words,
        Verdict verdict,
        PnSpan then,
        Cost cost,
        Cost others,
        Estate estate,
        History run,
        History all) {
    /** What is counted. */
    static final Measures MEASURES = new Measures(Measure.CALLS_DROPPED, Measure.OUTAGE, Measure.DEGRADED);

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

    static Remedy of(Counterfactual tried, Verdict verdict, Trials.Outcome outcome, PnMoment moment) {
        return of(tried.kind(), tried.words(), verdict, tried.scenario().estate(), outcome, moment);
    }

    Remedy with(Verdict other) {
        return new Remedy(kind, words, other, then, cost, others, estate, run, all);
    }

    Remedy named(String other) {
        return new Remedy(kind, other, verdict, then, cost, others, estate, run, all);
    }

    static Remedy asItIs(PnMoment moment) {
        Trials.Outcome outcome = new Trials.Outcome(moment.history(), moment.history());
        return of(Kind.AS_IT_IS, "as it is", Verdict.NO_HELP, moment.scenario().estate(), outcome, moment);
    }

    private static Remedy of(
            Kind kind, String words, Verdict verdict, Estate estate, Trials.Outcome outcome, PnMoment moment) {
        PnHistory own = outcome.run().findPortNetwork(moment.number()).orElseThrow();
        Cost others = MEASURES.sum(outcome.all().portNetworks().stream()
                .filter(pn -> pn.portNetwork().number() != moment.number())
                .map(pn -> MEASURES.of(pn, outcome.all())));
        return new Remedy(
                kind,
                words,
                verdict,
                own.spanAt(moment.at()),
                MEASURES.of(own, outcome.run()),
                others,
                estate,
                outcome.run(),
                outcome.all());
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
