/** {@code compare}: two runs side by side, where they diverge, and which difference of the scenarios makes it. */
package org.ipsisim.study.compare;
