package org.ipsisim.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions of a class with their votes, in the order in which they were asked. */
final class Ballots {
    /** Most questions whose votes are kept. */
    private static final int MOST = 500;

    private final List<Ballot> all = new ArrayList<>();
    private int last;

    /** Asks a question. */
    Ballot ask(ClassQuestion question, long now) {
        return add(new Ballot(last + 1, question, now));
    }

    /** Asks the last question once more. */
    Ballot again(long now) throws Refusal {
        return add(asked().again(last + 1, now));
    }

    private Ballot add(Ballot ballot) {
        if (all.size() == MOST) {
            all.remove(0);
        }
        last = ballot.number();
        all.add(ballot);
        return ballot;
    }

    /** The question asked last, if there is one. */
    Optional<Ballot> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The question asked last. */
    Ballot asked() throws Refusal {
        return current().orElseThrow(() -> Refusal.of(Problem.NOT_ALLOWED, "Nothing has been asked yet."));
    }

    List<Ballot> all() {
        return List.copyOf(all);
    }
}
