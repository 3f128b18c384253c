package org.ipsisim.phones;

import org.ipsisim.history.Happening;
import org.ipsisim.history.Subject;

/** Where phones record what happens to them. */
public interface PhoneTrace {
    /**
     * Records that something happens now.
     *
     * @param cause the entry that led to it; 0 if the scenario did
     * @param rules those that it follows
     * @return the id of the entry
     */
    int entry(Subject subject, int cause, Happening what, String... rules);

    /** Records that an event of the scenario does something now. */
    int entryOfEvent(Subject subject, int event, Happening what, String... rules);

    /** Says more exactly what happened, once it is known: an entry that counts phones grows with them. */
    void amend(int id, Happening what);

    /** The id of the latest entry; 0 if there is none. */
    int latest();
}
