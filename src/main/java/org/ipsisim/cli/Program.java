package org.ipsisim.cli;

/** How the user calls this program; the launcher passes it in the property {@code ipsisim.command}. */
final class Program {
    private Program() {}

    /** The first word of a command line. */
    static String word() {
        return System.getProperty("ipsisim.command", "ipsisim");
    }
}
