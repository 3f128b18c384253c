package org.ipsisim.cli;

/** The command {@code ipsisim}. */
public final class Main {
    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(new Ipsisim(Terminal.ofProcess()).run(args));
    }
}
