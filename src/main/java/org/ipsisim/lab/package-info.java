/**
 * The session managers of a scenario as real registrars and proxies on UDP and TCP, for real phones: the machines of
 * {@code sip} on real sockets and the real clock.
 *
 * <p>One thread does everything. Start with {@link org.ipsisim.lab.Lab}.
 */
@NullMarked
package org.ipsisim.lab;

import org.jspecify.annotations.NullMarked;
