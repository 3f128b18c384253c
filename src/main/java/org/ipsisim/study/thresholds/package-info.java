/** {@code thresholds}: how long a cut may last before it costs something. */
package org.ipsisim.study.thresholds;
