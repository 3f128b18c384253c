package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** How the holding times of random calls spread about their mean. */
public enum HoldingLaw {
    /** Memoryless, as in Erlang's formulas; the variation is 1. */
    EXPONENTIAL("exponential"),
    /** Few very short calls and some very long ones, as measured in telephone networks; the variation is free. */
    LOGNORMAL("lognormal");

    private final String key;

    HoldingLaw(String key) {
        this.key = key;
    }

    /** The word in scenario files. */
    public String key() {
        return key;
    }

    /** The law with this word, if there is one. */
    public static Optional<HoldingLaw> find(String key) {
        return Arrays.stream(values()).filter(law -> law.key.equals(key)).findFirst();
    }
}
