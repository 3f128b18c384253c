package org.ipsisim.scenario;

import java.time.Duration;
import org.ipsisim.estate.Expectation;

/** Writes the keys of one entry of {@code expect}. */
final class ExpectationWriter {
    private final YamlOutput out;

    ExpectationWriter(YamlOutput out) {
        this.out = out;
    }

    void write(Expectation expectation) {
        if (expectation instanceof Expectation.StateAt e) {
            out.number("pn", e.pn());
            out.duration("at", e.at());
            out.text("state", e.state().key());
        } else if (expectation instanceof Expectation.ControllerAt e) {
            out.number("pn", e.pn());
            out.duration("at", e.at());
            out.number("controller", e.cluster());
        } else if (expectation instanceof Expectation.TotalOf e) {
            out.number("pn", e.pn());
            bound(e.total().key(), e.bound(), e.total().isDuration());
        } else if (expectation instanceof Expectation.ServerInterchanges e) {
            bound("server-interchanges", e.bound(), false);
        } else if (expectation instanceof Expectation.PriorityListAt e) {
            out.text("ipsi", e.ipsi().toString());
            out.duration("at", e.at());
            out.numbers("priority-list", e.clusters());
        } else {
            throw new IllegalArgumentException("no form for " + expectation);
        }
    }

    private void bound(String key, Expectation.Bound bound, boolean isDuration) {
        if (bound.isExact()) {
            number(key, bound.atLeast(), isDuration);
            return;
        }
        out.startMapping(key);
        boolean open = bound.atMost() == Long.MAX_VALUE;
        if (bound.atLeast() > 0 || open) {
            number("at-least", bound.atLeast(), isDuration);
        }
        if (!open) {
            number("at-most", bound.atMost(), isDuration);
        }
        out.endMapping();
    }

    private void number(String key, long value, boolean isDuration) {
        if (isDuration) {
            out.duration(key, Duration.ofMillis(value));
        } else {
            out.number(key, value);
        }
    }
}
