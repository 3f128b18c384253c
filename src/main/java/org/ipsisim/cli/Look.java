package org.ipsisim.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the command may assume about its output.
 *
 * @param outColour whether standard output shows colour
 * @param errColour whether standard error shows colour
 * @param width columns of standard output
 * @param outCharset the encoding of text on standard output
 * @param errCharset the encoding of messages
 * @param debug whether defects show their stack trace
 * @param progress whether standard error can show a progress bar
 * @param interactive whether a person sits at a terminal that can be drawn on and sends keys
 */
record Look(
        boolean outColour,
        boolean errColour,
        int width,
        Charset outCharset,
        Charset errCharset,
        boolean debug,
        boolean progress,
        boolean interactive) {
    private static final String DRAWING = "\u2500\u2502\u2588\u2592\u2192\u2026";
    /** The width of output that is not a terminal. */
    private static final int PLAIN_WIDTH = 80;

    /** Whether standard output can show the characters of drawings. */
    boolean unicode() {
        return outCharset.canEncode() && outCharset.newEncoder().canEncode(DRAWING);
    }

    /**
     * What this process may assume about its output.
     *
     * <p>The launcher says which streams are terminals, and how wide, in the properties {@code ipsisim.stdin.terminal},
     * {@code ipsisim.stdout.terminal}, {@code ipsisim.stderr.terminal}, {@code ipsisim.columns} and {@code ipsisim.lines}: a shell knows this better
     * than Java. Without a launcher {@link System#console} answers for standard output, and standard error counts as no
     * terminal.
     */
    static Look ofProcess(Map<String, String> environment) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb;
        boolean outTerminal = isTerminal("ipsisim.stdout.terminal");
        boolean errTerminal = Boolean.getBoolean("ipsisim.stderr.terminal");
        String columns = System.getProperty("ipsisim.columns", environment.getOrDefault("COLUMNS", ""));
        return new Look(
                outTerminal && colour,
                errTerminal && colour,
                outTerminal && columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : PLAIN_WIDTH,
                charset("stdout.encoding"),
                charset("stderr.encoding"),
                "1".equals(environment.get("IPSISIM_DEBUG")),
                errTerminal && !dumb,
                outTerminal && !dumb && isTerminal("ipsisim.stdin.terminal"));
    }

    private static boolean isTerminal(String property) {
        String said = System.getProperty(property);
        return said == null ? hasConsole() : Boolean.parseBoolean(said);
    }

    /** Since JDK 22 there may be a console without a terminal; the console says so. */
    @SuppressWarnings("SystemConsoleNull") // JDK 17 has none without a terminal
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Java 17 gives no encoding for a stream that is not a terminal; then the locale's is right. */
    private static Charset charset(String property) {
        String name = System.getProperty(property, System.getProperty("native.encoding", "UTF-8"));
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
