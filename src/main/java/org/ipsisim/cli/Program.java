package org.ipsisim.cli;

/** How the user calls this program; the launcher says so in the property {@code ipsisim.command}. */
final class Program {
    private Program() {}

    /** The word to begin a command line with. */
    static String word() {
        return System.getProperty("ipsisim.command", "ipsisim");
    }
}
