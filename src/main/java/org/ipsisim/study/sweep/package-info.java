/** {@code sweep}: what each of many settings costs, and which one to take. */
@NullMarked
package org.ipsisim.study.sweep;

import org.jspecify.annotations.NullMarked;
