package org.ipsisim.cli;

/** Name and version of the program. */
final class Version {
    private Version() {}

    /** Such as {@code ipsisim 0.1.0}; the version comes from the manifest of the jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "ipsisim " + (version == null ? "(not packaged)" : version);
    }
}
