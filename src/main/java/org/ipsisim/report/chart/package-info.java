/** The outage timeline as a bitmap, and what charts of studies are drawn with; sees JFreeChart and AWT. */
@NullMarked
package org.ipsisim.report.chart;

import org.jspecify.annotations.NullMarked;
