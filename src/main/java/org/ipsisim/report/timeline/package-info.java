/** What the outage timeline shows and how it looks, before anything is drawn; free of AWT, so that pages start fast. */
@NullMarked
package org.ipsisim.report.timeline;

import org.jspecify.annotations.NullMarked;
