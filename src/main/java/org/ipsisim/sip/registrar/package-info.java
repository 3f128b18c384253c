/**
 * Registration at both ends: the registrar with its bindings, and the phone that registers (RFC 3261 section 10).
 */
@NullMarked
package org.ipsisim.sip.registrar;

import org.jspecify.annotations.NullMarked;
