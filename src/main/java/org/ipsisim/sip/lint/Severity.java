package org.ipsisim.sip.lint;

/** How bad a finding is. */
public enum Severity {
    /** A rule is broken that others rely on. */
    ERROR,
    /** Allowed, or seen in the wild, but asking for trouble. */
    WARNING,
    /** Custom or spelling. */
    NOTE
}
