package org.ipsisim.lesson.play;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all, in UTF-8. */
final class WholeFile {
    /** What stands in the file. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file.
     *
     * @param overwrite whether one of that name may be replaced
     * @throws FileAlreadyExistsException if it may not, and is there
     */
    static void write(Path file, Content content, boolean overwrite) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a directory");
        }
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path half = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".half");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(half, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            if (overwrite) {
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(half, target);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Why it failed, in words. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage();
    }
}
