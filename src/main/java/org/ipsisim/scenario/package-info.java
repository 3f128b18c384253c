/** A scenario file: reading it, what is wrong with it and where, its schema, and writing one in full. */
package org.ipsisim.scenario;
