/**
 * What a result says before it is written: a {@link org.ipsisim.document.Document} of sentences and tables, each
 * {@link org.ipsisim.document.Table} declared once and rendered as text, page, Markdown or CSV, and
 * {@link org.ipsisim.document.Json} for programs. Start with those three.
 */
@NullMarked
package org.ipsisim.document;

import org.jspecify.annotations.NullMarked;
