/** Clock, event queue, cancellable timers and random draws; knows no telephony. Start with {@link org.ipsisim.kernel.Agenda}. */
package org.ipsisim.kernel;
