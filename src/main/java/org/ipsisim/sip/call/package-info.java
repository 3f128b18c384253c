/**
 * Calls at both ends, with provisional responses that are acknowledged (RFC 3261 sections 12 to 15, RFC 3262).
 */
@NullMarked
package org.ipsisim.sip.call;

import org.jspecify.annotations.NullMarked;
