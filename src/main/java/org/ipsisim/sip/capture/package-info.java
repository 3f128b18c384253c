/**
 * Captures of networks: the SIP messages in a pcap, pcapng or text file, and pcap files written.
 */
@NullMarked
package org.ipsisim.sip.capture;

import org.jspecify.annotations.NullMarked;
