package org.ipsisim.kernel;

/** A run has taken more steps than its {@link Agenda} allows. */
public final class TooManySteps extends RuntimeException {
    TooManySteps(long limit) {
        super("more than " + limit + " steps");
    }
}
