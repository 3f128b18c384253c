/** The command line: commands, exit statuses, what the terminal can show; alone sees picocli. */
package org.ipsisim.cli;
