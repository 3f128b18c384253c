package org.ipsisim.estate;

/** The distribution of the holding times of random calls. */
public enum HoldingLaw implements Keyed {
    /** Memoryless, as in Erlang's formulas; the variation is 1. */
    EXPONENTIAL,
    /** Few very short calls and some very long ones, as measured in telephone networks, with any variation. */
    LOGNORMAL
}
