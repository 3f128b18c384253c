package org.ipsisim.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds out what this process may assume about its output.
 *
 * <p>The launcher says which streams are terminals, and how wide, in the properties {@code ipsisim.stdin.terminal},
 * {@code ipsisim.stdout.terminal}, {@code ipsisim.stderr.terminal} and {@code ipsisim.columns}: a shell knows this better than Java. Without a launcher
 * {@link System#console} answers for standard output, and standard error counts as no terminal.
 */
final class LookOfProcess {
    private final Map<String, String> environment;

    LookOfProcess(Map<String, String> environment) {
        this.environment = environment;
    }

    Look look() {
        boolean outTerminal = isStdoutTerminal();
        boolean errTerminal = Boolean.getBoolean("ipsisim.stderr.terminal");
        boolean colour = allowsColour();
        return new Look(
                outTerminal && colour,
                errTerminal && colour,
                outTerminal ? width() : Look.PLAIN_WIDTH,
                charset("stdout.encoding"),
                charset("stderr.encoding"),
                "1".equals(environment.get("IPSISIM_DEBUG")),
                errTerminal && !isDumb(),
                outTerminal && isStdinTerminal() && !isDumb());
    }

    private boolean allowsColour() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
    }

    private boolean isDumb() {
        return "dumb".equals(environment.get("TERM"));
    }

    private static boolean isStdoutTerminal() {
        return isTerminal("ipsisim.stdout.terminal");
    }

    private static boolean isStdinTerminal() {
        return isTerminal("ipsisim.stdin.terminal");
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

    private int width() {
        String columns = System.getProperty("ipsisim.columns", environment.getOrDefault("COLUMNS", ""));
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : Look.PLAIN_WIDTH;
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
