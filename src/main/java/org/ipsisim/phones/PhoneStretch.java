package org.ipsisim.phones;

import java.util.function.LongFunction;
import org.ipsisim.history.Happening;
import org.ipsisim.history.Subject;

/** What phones of a population do one after another, told by one entry of the trace: at the moment of the first, with their count. */
final class PhoneStretch {
    private final PhoneTrace trace;
    private final Subject subject;
    private final LongFunction<Happening> what;
    private final String[] rules;
    private int entry;
    private int occasion = -1;
    private long phones;

    /**
     * A stretch that has not begun.
     *
     * @param what happens to so many phones
     * @param rules that it follows
     */
    PhoneStretch(PhoneTrace trace, Subject subject, LongFunction<Happening> what, String... rules) {
        this.trace = trace;
        this.subject = subject;
        this.what = what;
        this.rules = rules;
    }

    /** The id of its latest entry; 0 if there is none. */
    int entry() {
        return entry;
    }

    /**
     * One more phone does it; on another occasion than before, a new stretch begins.
     *
     * @param cause the entry that led to it
     */
    void add(int newOccasion, int cause) {
        if (occasion != newOccasion) {
            finish();
            occasion = newOccasion;
            phones = 0;
            entry = trace.entry(subject, cause, what.apply(1), rules);
        }
        phones++;
    }

    /** No more phone does it: the entry gets its count. */
    void finish() {
        if (phones > 1) {
            trace.amend(entry, what.apply(phones));
        }
    }
}
