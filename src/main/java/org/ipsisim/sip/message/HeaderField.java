package org.ipsisim.sip.message;

/**
 * One line of a header: a name and its value.
 *
 * @param name as written, perhaps in its compact form or in other capitals
 * @param value without the blanks around it; a folded value on one line
 */
public record HeaderField(String name, String value) {
    /** Whether it is the field of a name, in whatever spelling. */
    public boolean isNamed(String wanted) {
        return name.equalsIgnoreCase(wanted)
                || name.length() == 1 && HeaderName.canonical(name).equalsIgnoreCase(wanted);
    }
}
