/** SIP as machines without input or output: they take messages and expired timers, and give messages and timers. No socket, no clock, no estate. */
@NullMarked
package org.ipsisim.sip;

import org.jspecify.annotations.NullMarked;
