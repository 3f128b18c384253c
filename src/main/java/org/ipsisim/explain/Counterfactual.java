package org.ipsisim.explain;

import org.ipsisim.estate.Scenario;

/**
 * The scenario with a single difference.
 *
 * @param kind of difference
 * @param words what is different, such as {@code a second IPSI on the same control network}
 * @param scenario to be run
 */
record Counterfactual(Remedy.Kind kind, String words, Scenario scenario) {}
