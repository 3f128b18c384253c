/**
 * What is administered: sites, links, servers, port networks, timers, and the events of a scenario; immutable.
 *
 * <p>Start with {@link org.ipsisim.estate.Estate} and {@link org.ipsisim.estate.TimerSetting}.
 */
@NullMarked
package org.ipsisim.estate;

import org.jspecify.annotations.NullMarked;
