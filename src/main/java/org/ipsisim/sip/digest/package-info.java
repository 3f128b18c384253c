/**
 * Digest authentication: challenges, credentials, nonces (RFC 7616, RFC 8760).
 */
@NullMarked
package org.ipsisim.sip.digest;

import org.jspecify.annotations.NullMarked;
