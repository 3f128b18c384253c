/** The outage timeline as a bitmap, and what charts of studies are drawn with; sees JFreeChart and AWT. */
package org.ipsisim.report.chart;
