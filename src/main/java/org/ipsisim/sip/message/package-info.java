/**
 * SIP messages as text: read, written, and taken apart (RFC 3261 sections 7, 19, 20, 25).
 */
@NullMarked
package org.ipsisim.sip.message;

import org.jspecify.annotations.NullMarked;
