package org.ipsisim.explain;

import org.ipsisim.estate.Keyed;

/** What a change would have made of the state that is asked about. */
public enum Verdict implements Keyed {
    /** It would not have come to that: at the moment it is better, and the whole stretch of trouble is gone. */
    PREVENTS,
    /** Less of it: some of the stretch is gone, and is not made up for at another time. */
    SHORTENS,
    /** Nothing better. */
    NO_HELP
}
