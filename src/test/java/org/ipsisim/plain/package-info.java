/**
 * A second engine that sends every heartbeat and re-arms every timer, written from the rulings alone; slow and plain
 * on purpose, so that the history of the simulator can be held against it.
 */
package org.ipsisim.plain;
