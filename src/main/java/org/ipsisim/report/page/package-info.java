/** Reports as files: the page, its Markdown version, the SVG timeline, and the directory that holds them. */
package org.ipsisim.report.page;
