package org.ipsisim.cli;

/** Name and version of the program. */
final class Version {
    private Version() {}

    /** As in {@code ipsisim 0.1.0}; the version stands in the jar's manifest. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "ipsisim " + (version == null ? "(not packaged)" : version);
    }
}
