/** Random calls: when they come, how long they last, and what becomes of them while a port network is out (T1 to T8). */
@NullMarked
package org.ipsisim.traffic;

import org.jspecify.annotations.NullMarked;
