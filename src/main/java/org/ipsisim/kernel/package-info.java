/** Clock, event queue, cancellable timers and random draws; knows nothing of telephony. */
package org.ipsisim.kernel;
