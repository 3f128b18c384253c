/** Outputs that people have read, and that tests compare with those of now. */
package org.ipsisim.golden;
