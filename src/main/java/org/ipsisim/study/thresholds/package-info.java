/** {@code thresholds}: how long a cut may last before it costs something. */
@NullMarked
package org.ipsisim.study.thresholds;

import org.jspecify.annotations.NullMarked;
