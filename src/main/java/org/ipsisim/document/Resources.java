package org.ipsisim.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files inside the program that become parts of pages: style sheets, scripts, templates. */
public final class Resources {
    private Resources() {}

    /** The text of a file beside this class. */
    public static String text(String name) {
        return text(Resources.class, name);
    }

    /** The text of a file beside another class. */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }

    /** The bytes of a file beside another class. */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return Optional.ofNullable(in).orElseThrow().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
