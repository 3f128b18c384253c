package org.ipsisim.scenario;

import java.util.List;

/** The keys that a kind of mapping may have. */
interface Keys {
    /** Where it stands, in words. */
    String place();

    /** Its keys, in the order of the format. */
    List<String> keys();
}
