/**
 * SIP messages held to the rules: what is wrong in a capture, and what would be right.
 */
@NullMarked
package org.ipsisim.sip.lint;

import org.jspecify.annotations.NullMarked;
