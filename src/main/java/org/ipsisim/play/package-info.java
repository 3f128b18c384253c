/** A run played in a terminal: time that goes on, stops and turns back, things broken by hand, and recordings. */
package org.ipsisim.play;
