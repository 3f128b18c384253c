/**
 * Benchmarks of the event queue and of whole runs beside SSJ, a simulation library for Java. One command builds and runs
 * them: {@code mvn -q -P bench test -DskipTests}; {@code -Dbench=Hold} chooses some. {@code src/jmh/README.md} has results.
 */
package org.ipsisim.bench;
