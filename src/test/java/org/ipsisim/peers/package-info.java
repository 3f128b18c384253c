/**
 * Other people's programs and libraries beside ours. Tests that need a program are tagged {@code peers}, run with {@code mvn -P
 * peers test}, and are skipped where it is not installed.
 */
package org.ipsisim.peers;
