package org.ipsisim.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Path work = Files.createTempDirectory(target.getParent(), ".ipsisim-");
        Path half = work.resolve("half");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(half)) {
                content.writeTo(out);
            }
            if (overwrite) {
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(half, target);
            }
        } finally {
            Files.deleteIfExists(half);
            Files.deleteIfExists(work);
        }
    }
}
