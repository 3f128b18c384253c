package org.ipsisim.history;

import java.time.Duration;
import java.util.List;
import org.ipsisim.estate.Expectation;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnTotal;

/** Compares the expectations of a scenario with what happened. */
final class ExpectationCheck {
    private final History history;

    ExpectationCheck(History history) {
        this.history = history;
    }

    List<ExpectationResult> results() {
        return history.scenario().expectations().stream().map(this::check).toList();
    }

    private ExpectationResult check(Expectation expectation) {
        if (expectation instanceof Expectation.StateAt e) {
            return compare(
                    e,
                    "pn-" + e.pn() + " at " + at(e.at()) + ": state "
                            + e.state().key(),
                    e.state().key(),
                    spanAt(e.pn(), e.at()).state().key());
        }
        if (expectation instanceof Expectation.ControllerAt e) {
            return compare(
                    e,
                    "pn-" + e.pn() + " at " + at(e.at()) + ": controller " + e.cluster(),
                    String.valueOf(e.cluster()),
                    String.valueOf(spanAt(e.pn(), e.at()).controller()));
        }
        if (expectation instanceof Expectation.PriorityListAt e) {
            return compare(
                    e,
                    "ipsi-" + e.ipsi() + " at " + at(e.at()) + ": priority-list " + e.clusters(),
                    e.clusters().toString(),
                    listAt(e.ipsi(), e.at()).toString());
        }
        if (expectation instanceof Expectation.TotalOf e) {
            long actual = portNetwork(e.pn()).total(e.total());
            boolean time = e.total().isDuration();
            return new ExpectationResult(
                    e,
                    "pn-" + e.pn() + ": " + e.total().key() + " " + words(e.bound(), time),
                    e.bound().allows(actual),
                    number(actual, e.total()));
        }
        Expectation.ServerInterchanges e = (Expectation.ServerInterchanges) expectation;
        return new ExpectationResult(
                e,
                "server-interchanges " + words(e.bound(), false),
                e.bound().allows(history.serverInterchanges()),
                String.valueOf(history.serverInterchanges()));
    }

    private static ExpectationResult compare(Expectation expectation, String words, String expected, String actual) {
        return new ExpectationResult(expectation, words, expected.equals(actual), actual);
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

    private static String at(Duration time) {
        return Words.duration(time.toMillis());
    }

    private static String number(long value, PnTotal total) {
        return total.isDuration() ? Words.duration(value) : String.valueOf(value);
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
