/** {@code replay}: what the outages that a monitoring system has recorded would have cost. */
@NullMarked
package org.ipsisim.study.replay;

import org.jspecify.annotations.NullMarked;
