package org.ipsisim.cli;

/** This program: its name and version. */
final class Program {
    private Program() {}

    /** How the user calls it; the launcher passes it in the property {@code ipsisim.command}. */
    static String word() {
        return System.getProperty("ipsisim.command", "ipsisim");
    }

    /** Name and version, such as {@code ipsisim 0.1.0}; the version comes from the manifest of the jar. */
    static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return "ipsisim " + (version == null ? "(not packaged)" : version);
    }
}
