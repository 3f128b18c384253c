package org.ipsisim.estate;

/** How random lengths of time spread about their mean. */
public enum OutageLaw implements Keyed {
    /** Memoryless: what has lasted long ends no sooner. */
    EXPONENTIAL,
    /** With a shape below 1 failures come in clusters, with one above 1 they come at regular intervals. */
    WEIBULL,
    /** Many short ones and some very long ones, as repairs are. */
    LOGNORMAL
}
