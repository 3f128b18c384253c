/** The report of a run as files: the page with its cursor, Markdown, the SVG timeline, and the directory that holds them. */
@NullMarked
package org.ipsisim.report.page;

import org.jspecify.annotations.NullMarked;
