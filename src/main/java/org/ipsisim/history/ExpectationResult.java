package org.ipsisim.history;

import org.ipsisim.estate.Expectation;

/**
 * Whether a run met one expectation.
 *
 * @param expectation what the scenario expects
 * @param expect the same in words
 * @param met whether the run met it
 * @param actual what the run gave
 */
public record ExpectationResult(Expectation expectation, String expect, boolean met, String actual) {}
