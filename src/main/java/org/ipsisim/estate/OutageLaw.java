package org.ipsisim.estate;

import java.util.Arrays;
import java.util.Optional;

/** How random lengths of time spread about their mean. */
public enum OutageLaw {
    /** Memoryless: what has lasted long ends no sooner. */
    EXPONENTIAL("exponential"),
    /** With a shape below 1 failures come in clusters, with one above 1 they come at regular intervals. */
    WEIBULL("weibull"),
    /** Many short ones and some very long ones, as repairs are. */
    LOGNORMAL("lognormal");

    private final String key;

    OutageLaw(String key) {
        this.key = key;
    }

    /** The word in scenario files. */
    public String key() {
        return key;
    }

    /** The law with this word, if there is one. */
    public static Optional<OutageLaw> find(String key) {
        return Arrays.stream(values()).filter(law -> law.key.equals(key)).findFirst();
    }
}
