/** Reads the text of console screens, as it was pasted from a terminal, and makes a scenario of what is sure in it. */
package org.ipsisim.console.capture;
