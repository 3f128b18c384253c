/**
 * A stateful proxy, and a registrar and proxy in one server (RFC 3261 section 16).
 */
@NullMarked
package org.ipsisim.sip.proxy;

import org.jspecify.annotations.NullMarked;
