/**
 * An hour of everything that can go wrong around a command: {@code mvn -q -P torture test}. Each trial follows from its seed
 * alone; {@link org.ipsisim.torture.TortureTest} runs them.
 */
package org.ipsisim.torture;
