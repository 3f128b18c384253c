package org.ipsisim.history;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.Expectation.StateDuring.How;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.ExpectationResult.Verdict;

/** Compares the expectations of a scenario with what happened. */
record ExpectationCheck(History history) implements Expectation.Visitor<ExpectationResult> {
    List<ExpectationResult> results() {
        return history.scenario().expectations().stream()
                .map(expectation -> expectation.accept(this))
                .toList();
    }

    @Override
    public ExpectationResult visit(Expectation.StateAt e) {
        return compare(
                e,
                "pn-" + e.pn() + " at " + at(e.at()) + ": state " + e.state().key(),
                e.state().key(),
                spanAt(e.pn(), e.at()).state().key());
    }

    /** The first moment that decides settles it; without one, a span that goes on after the end of the run is open. */
    @Override
    public ExpectationResult visit(Expectation.StateDuring e) {
        long from = e.from().toMillis();
        long to = e.within().map(span -> from + span.toMillis()).orElse(history.duration());
        boolean isSometime = e.how() == How.SOMETIME;
        Optional<PnSpan> deciding = portNetwork(e.pn()).timeline().stream()
                .filter(span -> span.to() > from && span.from() <= to)
                .filter(span -> (span.state() == e.state()) != (e.how() == How.ALWAYS))
                .findFirst();
        String expect = "pn-" + e.pn() + during(e) + e.state().key();
        if (deciding.isPresent()) {
            String actual = deciding.get().state().key() + " at "
                    + Words.duration(Math.max(from, deciding.get().from()));
            return new ExpectationResult(e, expect, Verdict.of(isSometime), actual);
        }
        if (to > history.duration()) {
            String actual = "the run ends at " + Words.duration(history.duration()) + ", before " + Words.duration(to);
            return new ExpectationResult(e, expect, Verdict.INCONCLUSIVE, actual);
        }
        return new ExpectationResult(e, expect, Verdict.of(!isSometime), e.how() == How.ALWAYS ? "always" : "never");
    }

    private String during(Expectation.StateDuring e) {
        String from = e.from().isZero() && e.how() != How.SOMETIME ? "" : " from " + at(e.from());
        String within = e.within()
                .map(span -> " within " + Words.duration(span.toMillis()))
                .orElse("");
        return from
                + within
                + (e.how() == How.SOMETIME ? ": state " : ": " + e.how().name().toLowerCase(Locale.ROOT) + " ");
    }

    @Override
    public ExpectationResult visit(Expectation.ControllerAt e) {
        return compare(
                e,
                "pn-" + e.pn() + " at " + at(e.at()) + ": controller " + e.cluster(),
                String.valueOf(e.cluster()),
                String.valueOf(spanAt(e.pn(), e.at()).controller()));
    }

    @Override
    public ExpectationResult visit(Expectation.PriorityListAt e) {
        return compare(
                e,
                "ipsi-" + e.ipsi() + " at " + at(e.at()) + ": priority-list " + e.clusters(),
                e.clusters().toString(),
                listAt(e.ipsi(), e.at()).toString());
    }

    @Override
    public ExpectationResult visit(Expectation.TotalOf e) {
        String what = "pn-" + e.pn() + ": " + e.total().key();
        return within(
                e,
                what,
                e.bound(),
                portNetwork(e.pn()).total(e.total()),
                e.total().isDuration());
    }

    @Override
    public ExpectationResult visit(Expectation.ServerInterchanges e) {
        return within(e, "server-interchanges", e.bound(), history.serverInterchanges(), false);
    }

    @Override
    public ExpectationResult visit(Expectation.PhonesAt e) {
        PopulationHistory phones = phones(e.phones());
        PhoneSample sample = phones.sampleAt(e.at().toMillis());
        Optional<Integer> place = e.controller().map(phones.population().controllers()::indexOf);
        int actual = place.isPresent() ? sample.in(e.state(), place.get()) : sample.in(e.state());
        String where = e.controller().map(name -> " on " + name).orElse("");
        String what = e.phones() + " at " + at(e.at()) + ": " + e.state().key() + where;
        return within(e, what, e.bound(), actual, false);
    }

    @Override
    public ExpectationResult visit(Expectation.PhoneTotalOf e) {
        long actual = phones(e.phones()).total(e.total());
        return within(
                e,
                e.phones() + ": " + e.total().key(),
                e.bound(),
                actual,
                e.total().isDuration());
    }

    @Override
    public ExpectationResult visit(Expectation.SessionManagerTotalOf e) {
        SessionManagerHistory its = history.sip()
                .findSessionManager(e.sessionManager())
                .orElseThrow(() -> new IllegalArgumentException("no session manager " + e.sessionManager()));
        return within(e, e.sessionManager() + ": " + e.total().key(), e.bound(), its.total(e.total()), false);
    }

    private PopulationHistory phones(String name) {
        return history.sip()
                .findPopulation(name)
                .orElseThrow(() -> new IllegalArgumentException("no population " + name));
    }

    private static ExpectationResult within(
            Expectation expectation, String what, Expectation.Bound bound, long actual, boolean isTime) {
        return new ExpectationResult(
                expectation, what + " " + words(bound, isTime), Verdict.of(bound.allows(actual)), text(actual, isTime));
    }

    private static ExpectationResult compare(Expectation expectation, String words, String expected, String actual) {
        return new ExpectationResult(expectation, words, Verdict.of(expected.equals(actual)), actual);
    }

    private PnHistory portNetwork(int number) {
        return history.findPortNetwork(number)
                .orElseThrow(() -> new IllegalArgumentException("no port network " + number));
    }

    private PnSpan spanAt(int pn, Duration at) {
        return portNetwork(pn).spanAt(at.toMillis());
    }

    private List<Integer> listAt(IpsiId ipsi, Duration at) {
        return portNetwork(ipsi.pn()).listAt(ipsi, at.toMillis());
    }

    private String at(Duration time) {
        return history.moments().exact(time.toMillis());
    }

    private static String words(Expectation.Bound bound, boolean time) {
        if (bound.isExact()) {
            return text(bound.atLeast(), time);
        }
        String least = bound.atLeast() <= 0 ? "" : "at-least " + text(bound.atLeast(), time);
        String most = bound.atMost() == Long.MAX_VALUE ? "" : "at-most " + text(bound.atMost(), time);
        return (least + " " + most).strip();
    }

    private static String text(long value, boolean time) {
        return time ? Words.duration(value) : String.valueOf(value);
    }
}
