/** Scenarios made by program: by hand, at random, made smaller; and what tells two histories apart. */
package org.ipsisim.generate;
