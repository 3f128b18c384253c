/** What servers and IPSIs do when heartbeats stop: resets, requests for service, priority lists, fallback, calls. */
package org.ipsisim.survivability;
