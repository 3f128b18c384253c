package org.ipsisim.document;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
     * @param files contents by name
     * @throws IOException if not all could be written; then the directory is as it was
     */
    public static void write(Path directory, Map<String, byte[]> files) throws IOException {
        write(directory, "the report", files);
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
            Path work = Files.createTempDirectory(directory, ".ipsisim-");
            try {
                replaceAll(files, work);
            } finally {
                delete(work);
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

    private void replaceAll(Map<String, byte[]> files, Path work) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(work.resolve(file.getKey()), file.getValue());
            keepOld(file.getKey(), work);
        }
        try {
            for (String name : files.keySet()) {
                replace(work.resolve(name), directory.resolve(name));
                moved.push(name);
            }
        } catch (IOException e) {
            putBack(work, e);
            throw e;
        }
    }

    private void keepOld(String name, Path work) throws IOException {
        Path old = directory.resolve(name);
        if (Files.exists(old)) {
            Files.copy(old, old(name, work));
        }
    }

    private void putBack(Path work, IOException cause) {
        for (String name : moved) {
            try {
                if (Files.exists(old(name, work))) {
                    replace(old(name, work), directory.resolve(name));
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

    private static Path old(String name, Path work) {
        return work.resolve(name + ".old");
    }

    private static void replace(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            throw new FileAlreadyExistsException(to.toString(), null, "is a directory");
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path work) throws IOException {
        List<Path> contents;
        try (Stream<Path> files = Files.walk(work)) {
            contents = files.toList();
        }
        for (int i = contents.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(contents.get(i));
        }
    }

    private static String reason(IOException e) {
        return (e instanceof FileSystemException failure ? failure.getFile() + ": " : "") + IoReason.of(e);
    }
}
