/** How results are written, whatever they are about: tables, pages, text, Markdown, CSV, JSON, whole files. */
package org.ipsisim.document;
