/**
 * Heartbeats without events. A heartbeat matters only by its absence, and between two changes of its way the fate of every
 * beat is a pure function; so nothing is scheduled but the next moment at which contact is lost or found.
 *
 * <p>Start with {@link org.ipsisim.heartbeat.ContactWatch}, which asks a {@link org.ipsisim.heartbeat.HeartbeatPath} for
 * that moment; {@link org.ipsisim.heartbeat.Stretches} holds the spans of time in which conditions do not change.
 */
package org.ipsisim.heartbeat;
