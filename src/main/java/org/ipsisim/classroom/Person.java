package org.ipsisim.classroom;

import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody in a class.
 *
 * @param id names one stay in the room; who comes again gets another one
 * @param name as others see it
 * @param seat known to the server and to this browser alone; who comes again with it takes the same seat
 */
record Person(String id, String name, Role role, String seat) {
    /** Longest name, in characters. */
    static final int LONGEST_NAME = 40;

    /** What others may know. */
    ObjectNode describe(ObjectNode into) {
        return into.put("id", id).put("name", name).put("role", role.key());
    }

    /** A name as somebody wrote it, made fit to be shown. */
    static String checkedName(String written) throws Refusal {
        String name = written.strip();
        boolean visible = name.codePoints().anyMatch(Person::leavesInk);
        if (!visible
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.codePoints().anyMatch(Person::steers)) {
            throw Message.wrong("A name has 1 to " + LONGEST_NAME + " characters that can be seen.");
        }
        return name;
    }

    private static boolean leavesInk(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.NON_SPACING_MARK;
    }

    /** Line ends, marks of direction and halves of characters would change what stands beside the name. */
    private static boolean steers(int character) {
        int type = Character.getType(character);
        boolean direction = character == 0x061C
                || character >= 0x200E && character <= 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
        return direction
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
