package org.ipsisim.estate;

/** How the holding times of random calls spread about their mean. */
public enum HoldingLaw implements Keyed {
    /** Memoryless, as in Erlang's formulas; the variation is 1. */
    EXPONENTIAL,
    /** Few very short calls and some very long ones, as measured in telephone networks; the variation is free. */
    LOGNORMAL
}
