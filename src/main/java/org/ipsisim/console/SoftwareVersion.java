package org.ipsisim.console;

import org.ipsisim.estate.Release;

/** How software versions begin: {@code R016x} is CM 6 (recollection). The load that follows is left out. */
final class SoftwareVersion {
    private SoftwareVersion() {}

    static String of(Release release) {
        return switch (release) {
            case CM_3_0 -> "R013x.00";
            case CM_3_1_3 -> "R013x.01.3";
            case CM_4 -> "R014x.00";
            case CM_5 -> "R015x.00";
            case CM_6 -> "R016x.00";
        };
    }
}
