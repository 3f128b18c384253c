/** What is administered and what happens to it: sites, links, servers, port networks, timers, scenarios; immutable. */
package org.ipsisim.estate;
