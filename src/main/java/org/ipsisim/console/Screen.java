package org.ipsisim.console;

import java.util.List;

/**
 * What one command shows on the console of a server.
 *
 * @param name which screen
 * @param command the command as an administrator types it
 * @param lines plain text of at most {@value #WIDTH} characters a line, without blanks at their ends; pages follow each other
 */
public record Screen(ScreenName name, String command, List<String> lines) {
    /** Columns of the terminal. */
    public static final int WIDTH = 80;

    /** Keeps a copy of the lines. */
    public Screen {
        lines = List.copyOf(lines);
    }
}
