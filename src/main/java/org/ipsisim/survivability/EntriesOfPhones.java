package org.ipsisim.survivability;

import org.ipsisim.history.Happening;
import org.ipsisim.history.Subject;
import org.ipsisim.phones.PhoneTrace;

/** Puts what happens to phones into the trace of a run. */
final class EntriesOfPhones implements PhoneTrace {
    private final RunningEstate run;

    EntriesOfPhones(RunningEstate run) {
        this.run = run;
    }

    @Override
    public int entry(Subject subject, int cause, Happening what, String... rules) {
        return run.entry(subject, cause, what, rules);
    }

    @Override
    public int entryOfEvent(Subject subject, int event, Happening what, String... rules) {
        return run.entryOfEvent(subject, event, what, rules);
    }

    @Override
    public void amend(int id, Happening what) {
        run.recorder().amend(id, what);
    }

    @Override
    public int latest() {
        return run.recorder().latest();
    }
}
