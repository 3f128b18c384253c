/**
 * Transactions: what is sent again, when, and what counts as the same message (RFC 3261 section 17, RFC 6026).
 */
@NullMarked
package org.ipsisim.sip.transaction;

import org.jspecify.annotations.NullMarked;
