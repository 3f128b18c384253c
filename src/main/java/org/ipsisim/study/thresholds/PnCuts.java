package org.ipsisim.study.thresholds;

import java.util.List;

/** What cuts of one kind cost one port network, by their length. */
public interface PnCuts {
    /** The number of the port network. */
    int number();

    /** Whether no cut that was tried costs it anything. */
    boolean isUntouched();

    /** The longest cut that was tried, in milliseconds. */
    long upTo();

    /** What it costs by length, to tell whether port networks fare alike. */
    List<?> course();
}
