/**
 * The command line: commands, exit statuses, what the terminal can show. The only package that sees picocli.
 *
 * <p>Start with {@code Ipsisim}, which finds the command and turns every ending into a message and an exit status.
 */
@NullMarked
package org.ipsisim.cli;

import org.jspecify.annotations.NullMarked;
