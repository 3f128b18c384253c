/** The outage timeline as a bitmap; the only package that sees JFreeChart and AWT. */
package org.ipsisim.report.chart;
