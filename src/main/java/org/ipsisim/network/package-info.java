/** Who can reach whom, and when: links, faults, latency, the delivery of heartbeats. */
package org.ipsisim.network;
