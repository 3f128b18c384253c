/** {@code compare}: two runs side by side, where they diverge, and which difference of the scenarios makes it. */
@NullMarked
package org.ipsisim.study.compare;

import org.jspecify.annotations.NullMarked;
