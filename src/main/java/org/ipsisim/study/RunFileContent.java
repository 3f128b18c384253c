package org.ipsisim.study;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file of runs.
 *
 * @param header which study and which part of it
 * @param runs the numbers of each run by its name
 * @param finished whether the study was complete, and no run has been removed since
 * @param bytes how long the file is without a last line that was not written to its end
 */
public record RunFileContent(RunFileHeader header, Map<String, long[]> runs, boolean finished, long bytes) {
    /** What to say of a file that is not one. */
    static final String NONE = " is not a file of runs, as --resume and --shard write them";

    /**
     * Reads a file.
     *
     * @param name of the file, for messages
     * @return empty if there is no whole line in it
     * @throws WrongRunFile if it is not a file of runs, or a line is damaged
     */
    static Optional<RunFileContent> read(String name, InputStream in) throws IOException, WrongRunFile {
        Lines lines = new Lines(in);
        if (!RunFileFormat.canBeginWith(lines.peek(RunFileFormat.BEGINNING))) {
            throw new WrongRunFile(name + NONE);
        }
        byte[] first = lines.next();
        if (first == null) {
            return Optional.empty();
        }
        String text = new String(first, StandardCharsets.UTF_8);
        Optional<RunFileHeader> header = RunFileFormat.readHeader(first);
        if (header.isEmpty()) {
            throw new WrongRunFile(name + ":1: "
                    + (text.startsWith("{\"format\":\"" + RunFileFormat.FORMAT + "\"")
                            ? "the header is damaged, so the file cannot be used"
                            : "this is not `" + RunFileFormat.FORMAT + "`: another version of ipsisim wrote it"));
        }
        Map<String, long[]> runs = new HashMap<>();
        long end = -1;
        int number = 1;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            int place = number;
            RunFileFormat.Entry entry = RunFileFormat.readEntry(line)
                    .orElseThrow(() -> new WrongRunFile(
                            name + ":" + place + ": the line is damaged; delete it, and --resume makes its run again"));
            if (entry.name().isEmpty()) {
                end = entry.numbers()[0];
            } else {
                runs.put(entry.name(), entry.numbers());
            }
        }
        return Optional.of(new RunFileContent(header.get(), runs, end == runs.size(), lines.whole));
    }

    /**
     * Reads a file that should be there.
     *
     * @throws WrongRunFile if it is not a file of runs, or a line is damaged
     */
    public static RunFileContent read(Path file) throws IOException, WrongRunFile {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in).orElseThrow(() -> new WrongRunFile(file + NONE));
        }
    }

    /** The lines of a stream that are written to their end. */
    private static final class Lines {
        private final BufferedInputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long whole;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        /** The first characters, or as many as there are; they stay. */
        String peek(int count) throws IOException {
            in.mark(count);
            byte[] bytes = in.readNBytes(count);
            in.reset();
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The next line without its end; null if there is none. */
        byte @Nullable [] next() throws IOException {
            line.reset();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    whole += line.size() + 1;
                    return line.toByteArray();
                }
                line.write(next);
            }
            return null;
        }
    }
}
