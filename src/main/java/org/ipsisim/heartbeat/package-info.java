/**
 * Heartbeats without events. A heartbeat matters only when it is missing, and between two changes of its way the fate of
 * every beat is a pure function. So only the next moment at which contact is lost or found is scheduled.
 *
 * <p>Start with {@link org.ipsisim.heartbeat.ContactWatch}, which asks a {@link org.ipsisim.heartbeat.HeartbeatPath} for
 * that moment; {@link org.ipsisim.heartbeat.Stretches} holds the spans of time with constant conditions.
 */
@NullMarked
package org.ipsisim.heartbeat;

import org.jspecify.annotations.NullMarked;
