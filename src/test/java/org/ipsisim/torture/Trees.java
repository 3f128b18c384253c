package org.ipsisim.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Directories as a whole. */
final class Trees {
    /** How the first line of a file of runs begins. */
    private static final String RUNS = "{\"format\":\"ipsisim runs ";

    private Trees() {}

    /** Every file below a directory with its content, by its name from there. */
    static Map<String, byte[]> read(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The names of the files that are only in one of two, or differ; runs kept for later may stand in any order. */
    static List<String> differences(Map<String, byte[]> one, Map<String, byte[]> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(name -> !isSame(one.get(name), other.get(name)))
                .sorted()
                .toList();
    }

    /** Whether two files are the same: not there, or with the same bytes, but that the runs of a study stand in any order. */
    static boolean isSame(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null || Arrays.equals(one, other)) {
            return Arrays.equals(one, other);
        }
        List<String> lines = sorted(one);
        return lines.stream().anyMatch(line -> line.startsWith(RUNS)) && lines.equals(sorted(other));
    }

    private static List<String> sorted(byte[] lines) {
        return new String(lines, StandardCharsets.ISO_8859_1).lines().sorted().toList();
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
