package org.ipsisim.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers the first failure to write, even if the exception gets lost. */
final class StandardOutput extends FilterOutputStream {
    private @Nullable Failure failure;
    private int lines;

    /** A failure to write standard output. */
    record Failure(IOException exception) {
        private static final Path LINK = Path.of("/proc/self/fd/1");

        /** Whether its reader has gone. The message may be in any language, so the file descriptor is checked, too. */
        boolean isClosedPipe() {
            return reason().toLowerCase(Locale.ROOT).contains("pipe") || isPipe();
        }

        String reason() {
            return String.valueOf(exception.getMessage());
        }

        private static boolean isPipe() {
            try {
                String target = Files.readSymbolicLink(LINK).toString();
                return target.startsWith("pipe:") || target.startsWith("socket:");
            } catch (IOException | UnsupportedOperationException e) {
                return false;
            }
        }
    }

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** How many lines were written. */
    int lines() {
        return lines;
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Remembers a failure; the first one counts. */
    void keepFailure(IOException e) {
        if (failure == null) {
            failure = new Failure(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
            for (int i = from; i < from + length; i++) {
                lines += bytes[i] == '\n' ? 1 : 0;
            }
        } catch (IOException e) {
            keepFailure(e);
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            keepFailure(e);
            throw e;
        }
    }
}
