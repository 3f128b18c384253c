package org.ipsisim.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Writes a file whole or not at all, in UTF-8. */
public final class WholeFile {
    /** Writes the content. */
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file.
     *
     * @param overwrite whether one of that name may be replaced
     * @throws FileAlreadyExistsException if it may not, and is there
     * @throws IOException if it could not be written; then what was there stays
     */
    public static void write(Path file, Content content, boolean overwrite) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("is a directory");
        }
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try (WorkDirectory work = WorkDirectory.beside(target)) {
            Path half = work.file("half");
            try (BufferedWriter out = Files.newBufferedWriter(half)) {
                content.writeTo(out);
            }
            if (overwrite) {
                WorkDirectory.keepPermissions(target, half);
                WorkDirectory.move(half, target);
            } else {
                Files.move(half, target);
            }
        }
    }
}
