/**
 * The scenario file: how it is read, what is wrong with it and where, its schema, and how one is written in full.
 *
 * <p>Start with {@link org.ipsisim.scenario.ScenarioReader}; {@code ScenarioKeys} is the root of the table of keys, from
 * which reading, writing, the schema and completion are derived. A new key is one field of a {@code Mapping}; a new verb of
 * {@code events} is a verb and a record in {@link org.ipsisim.estate.ScenarioEvent} and a field of {@code EventKeys},
 * whose exhaustive switches the compiler checks.
 */
package org.ipsisim.scenario;
