package org.ipsisim.document;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Writes several files into one directory, all of them or none. */
public final class WholeFiles {
    private final Path directory;
    private final String what;
    private final Deque<Path> made = new ArrayDeque<>();
    private final Deque<String> moved = new ArrayDeque<>();

    private WholeFiles(Path directory, String what) {
        this.directory = directory;
        this.what = what;
    }

    /**
     * Writes the files, replacing those of the same name; others stay.
     *
     * @param directory made if it is not there
     * @param what they are together, for the message if they cannot be written
     * @param files contents by name
     * @throws IOException if not all could be written; then the directory is as it was
     */
    public static void write(Path directory, String what, Map<String, byte[]> files) throws IOException {
        new WholeFiles(directory.toAbsolutePath().normalize(), what).write(files);
    }

    private void write(Map<String, byte[]> files) throws IOException {
        try {
            makeDirectory();
            try (WorkDirectory work = WorkDirectory.in(directory)) {
                replaceAll(files, work);
            }
        } catch (IOException e) {
            removeMade(e);
            throw new IOException(what + " cannot be written to " + directory + ": " + reason(e), e);
        }
    }

    private void makeDirectory() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = directory; path != null && Files.notExists(path); path = path.getParent()) {
            missing.push(path);
        }
        for (Path path : missing) {
            Files.createDirectory(path);
            made.push(path);
        }
        if (!Files.isDirectory(directory)) {
            throw new FileAlreadyExistsException(directory.toString(), null, "is not a directory");
        }
    }

    /** The last file goes first and comes last: where it is missing, the process was killed in between. */
    private void replaceAll(Map<String, byte[]> files, WorkDirectory work) throws IOException {
        String last = "";
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            last = file.getKey();
            Files.write(work.file(last), file.getValue());
            Path old = directory.resolve(last);
            if (Files.isDirectory(old)) {
                throw new FileAlreadyExistsException(old.toString(), null, "is a directory");
            }
            if (Files.exists(old)) {
                Files.copy(old, work.file(last + ".old"), StandardCopyOption.COPY_ATTRIBUTES);
                WorkDirectory.keepPermissions(old, work.file(last));
            }
        }
        try {
            moved.push(last);
            Files.deleteIfExists(directory.resolve(last));
            for (String name : files.keySet()) {
                moved.push(name);
                WorkDirectory.move(work.file(name), directory.resolve(name));
            }
        } catch (IOException e) {
            putBack(work, e);
            throw e;
        }
    }

    private void putBack(WorkDirectory work, IOException cause) {
        for (String name : moved) {
            try {
                if (Files.exists(work.file(name + ".old"))) {
                    WorkDirectory.move(work.file(name + ".old"), directory.resolve(name));
                } else {
                    Files.deleteIfExists(directory.resolve(name));
                }
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private void removeMade(IOException cause) {
        for (Path path : made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static String reason(IOException e) {
        return (e instanceof FileSystemException failure ? failure.getFile() + ": " : "") + IoReason.of(e);
    }
}
