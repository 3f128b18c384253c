package org.ipsisim.study;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where the lines of a file of runs go, one whole line at a time. */
interface RunSink extends Closeable {
    void append(byte[] line) throws IOException;

    /** Makes sure that a loss of power takes nothing away that was appended. */
    void sync() throws IOException;

    /** The end of a file that is open for writing. */
    static RunSink of(FileChannel channel) {
        return new RunSink() {
            @Override
            public void append(byte[] line) throws IOException {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void sync() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** A stream, which stays open. */
    static RunSink of(OutputStream out) {
        return new RunSink() {
            @Override
            public void append(byte[] line) throws IOException {
                out.write(line);
            }

            @Override
            public void sync() throws IOException {
                out.flush();
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }
}
