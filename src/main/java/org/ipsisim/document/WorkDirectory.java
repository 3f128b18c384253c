package org.ipsisim.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory beside the files to be written, in which they are made before they move to their places. What a killed
 * process has left behind is deleted by the next one that writes there.
 */
record WorkDirectory(Path work) implements AutoCloseable {
    private static final String PREFIX = ".ipsisim-";
    private static final Pattern OF_PROCESS = Pattern.compile("\\.ipsisim-(\\d+)-.*");

    /** Beside a file: in the directory of that file, which has to be there. */
    static WorkDirectory beside(Path file) throws IOException {
        return in(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    static WorkDirectory in(Path directory) throws IOException {
        for (Path left : list(directory)) {
            Matcher name = OF_PROCESS.matcher(left.getFileName().toString());
            if (name.matches() && isGone(name.group(1))) {
                delete(left);
            }
        }
        String process = PREFIX + ProcessHandle.current().pid() + "-";
        return new WorkDirectory(Files.createTempDirectory(directory, process));
    }

    private static boolean isGone(String process) {
        return process.length() < 10
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    Path file(String name) {
        return work.resolve(name);
    }

    /** Puts a file in its place. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives a file the permissions of the one that it is to replace, if there is one. */
    static void keepPermissions(Path old, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(old, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            Files.setPosixFilePermissions(file, view.readAttributes().permissions());
        }
    }

    @Override
    public void close() throws IOException {
        delete(work);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
