/** {@code audit}: what every single fault, and every pair of faults, costs. */
@NullMarked
package org.ipsisim.study.audit;

import org.jspecify.annotations.NullMarked;
