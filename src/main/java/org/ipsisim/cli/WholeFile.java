package org.ipsisim.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a text as UTF-8.
     *
     * @param replaces whether a file that is there already is replaced
     * @throws FileFailure if it could not be written; what was there is there still
     */
    static void write(Path file, String text, boolean replaces) throws FileFailure {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file)) {
                throw new IOException("is a directory");
            }
            if (directory == null || !Files.isDirectory(directory)) {
                throw new IOException("its directory is not there");
            }
            Path work = Files.createTempDirectory(directory, ".ipsisim-");
            Path part = work.resolve("part");
            try {
                Files.writeString(part, text);
                if (replaces) {
                    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.move(part, file);
                }
            } finally {
                Files.deleteIfExists(part);
                Files.deleteIfExists(work);
            }
        } catch (FileAlreadyExistsException e) {
            throw new FileFailure(file + ": is there already");
        } catch (IOException e) {
            throw new FileFailure(file + ": " + FileFailure.reason(e));
        }
    }
}
