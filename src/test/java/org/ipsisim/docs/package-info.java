/** What the README and the pages under docs say: examples are run, references are checked for what is missing. */
package org.ipsisim.docs;
