package org.ipsisim.cli;

import java.util.Locale;

/** The command {@code ipsisim}. */
public final class Main {
    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        // Options read their values themselves: picocli need not load the types that it knows, nor look for Groovy.
        System.setProperty("picocli.converters.excludes", ".*");
        System.setProperty("picocli.disable.closures", "true");
        // The same digits and letters everywhere, also in what libraries write.
        Locale.setDefault(Locale.ROOT);
        System.exit(new Ipsisim(Terminal.ofProcess(), ConfiguredOptions.ofProcess(System.getenv())).run(args));
    }
}
