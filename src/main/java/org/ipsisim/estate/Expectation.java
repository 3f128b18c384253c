package org.ipsisim.estate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing that a scenario expects of its run; an entry of the file that names several becomes several of these. */
public sealed interface Expectation {
    /** Calls the method of a visitor for this kind of expectation. */
    <R> R accept(Visitor<R> visitor);

    /**
     * What to do with each kind of expectation.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        R visit(StateAt expectation);

        R visit(StateDuring expectation);

        R visit(ControllerAt expectation);

        R visit(TotalOf expectation);

        R visit(ServerInterchanges expectation);

        R visit(PriorityListAt expectation);

        R visit(PhonesAt expectation);

        R visit(PhoneTotalOf expectation);

        R visit(SessionManagerTotalOf expectation);
    }

    /** A port network is in a state at a time. */
    record StateAt(int pn, Duration at, PnState state) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A port network is in a state at some moment of a span, at every one, or at none.
     *
     * @param from when the span begins, from the start of the run
     * @param within how long it is; to the end of the run if empty
     * @param how at how many of its moments
     */
    record StateDuring(int pn, Duration from, Optional<Duration> within, How how, PnState state)
            implements Expectation {
        /** At how many moments of a span. */
        public enum How {
            SOMETIME,
            ALWAYS,
            NEVER
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** At a time, a cluster controls a port network or was the last to do so. */
    record ControllerAt(int pn, Duration at, int cluster) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A total of a port network is within a bound. */
    record TotalOf(int pn, PnTotal total, Bound bound) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The number of server interchanges is within a bound. */
    record ServerInterchanges(Bound bound) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An IPSI's priority list at a time, cluster numbers, best first. */
    record PriorityListAt(IpsiId ipsi, Duration at, List<Integer> clusters) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        /** Keeps a copy of the list. */
        public PriorityListAt {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * At a time, the number of phones of a population that are in a state is within a bound.
     *
     * @param phones the name of the population
     * @param at from the start of the run
     * @param state the state that is counted
     * @param controller the session manager on which phones are counted; empty for all
     * @param bound in phones
     */
    record PhonesAt(String phones, Duration at, PhoneState state, Optional<String> controller, Bound bound)
            implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A total of a population of phones, by its name, is within a bound. */
    record PhoneTotalOf(String phones, PhoneTotal total, Bound bound) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A count of a session manager, by its name, is within a bound. */
    record SessionManagerTotalOf(String sessionManager, SessionManagerTotal total, Bound bound) implements Expectation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The allowed values of a total: a closed range of counts or of milliseconds.
     *
     * @param atLeast the least allowed value
     * @param atMost the greatest allowed value
     */
    record Bound(long atLeast, long atMost) {
        /** Exactly this value. */
        public static Bound exactly(long value) {
            return new Bound(value, value);
        }

        /** Whether a value is within the range. */
        public boolean allows(long value) {
            return value >= atLeast && value <= atMost;
        }

        /** Whether only one value is allowed. */
        public boolean isExact() {
            return atLeast == atMost;
        }
    }
}
