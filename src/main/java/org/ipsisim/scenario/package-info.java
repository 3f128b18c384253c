/**
 * The scenario file: how it is read, what is wrong with it and where, its schema, and how one is written in full.
 *
 * <p>Start with {@link org.ipsisim.scenario.ScenarioReader}.
 */
package org.ipsisim.scenario;
