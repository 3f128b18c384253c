package org.ipsisim.classroom;

/** A message that the server does not take. */
final class Refusal extends Exception {
    private final Problem problem;
    private final boolean last;

    private Refusal(Problem problem, String text, boolean last) {
        super(text);
        this.problem = problem;
        this.last = last;
    }

    /** A message that is dropped, while the connection goes on. */
    static Refusal of(Problem problem, String text) {
        return new Refusal(problem, text, false);
    }

    /** A message after which the connection cannot go on. */
    static Refusal last(Problem problem, String text) {
        return new Refusal(problem, text, true);
    }

    Problem problem() {
        return problem;
    }

    boolean isLast() {
        return last;
    }
}
