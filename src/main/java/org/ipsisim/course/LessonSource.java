package org.ipsisim.course;

import java.io.IOException;

/** Where lessons and their scenarios lie. */
interface LessonSource {
    /**
     * The bytes of a file.
     *
     * @throws IOException if there is no such file, or it cannot be read
     */
    byte[] read(String name) throws IOException;

    /** How messages and command lines name the file. */
    String shown(String name);
}
