/** Clock, event queue, cancellable timers and random draws; knows no telephony. Start with {@link org.ipsisim.kernel.Agenda}. */
@NullMarked
package org.ipsisim.kernel;

import org.jspecify.annotations.NullMarked;
