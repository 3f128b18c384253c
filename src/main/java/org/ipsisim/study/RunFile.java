package org.ipsisim.study;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A file of runs that grows by a whole line with each run. One process at a time can have it open. */
public final class RunFile implements RunRecord, Closeable {
    /** How much of a long study a loss of power may cost. */
    private static final long BETWEEN_SYNCS = 10_000_000_000L;

    private static final String IN_USE = " is in use by another ipsisim";

    private final Optional<Path> begun;
    private final OutputStream out;
    private final Optional<FileChannel> channel;
    private final Map<String, long[]> known;
    private boolean finished;
    private int runs;
    private long synced = System.nanoTime();

    /** @param begun the file, if it was not there before */
    private RunFile(
            Optional<Path> begun,
            OutputStream out,
            Optional<FileChannel> channel,
            Map<String, long[]> known,
            boolean finished) {
        this.begun = begun;
        this.out = out;
        this.channel = channel;
        this.known = known;
        this.finished = finished;
        this.runs = known.size();
    }

    /**
     * Opens a file to continue it, or begins one.
     *
     * @throws WrongRunFile if it is not a file of runs, belongs to another study, is damaged, or another process has it open;
     *     then nothing was changed
     */
    public static RunFile open(Path file, RunFileHeader header) throws IOException, WrongRunFile {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new WrongRunFile(file + RunFileContent.NONE);
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            Optional<RunFileContent> content = RunFileContent.read(file.toString(), Channels.newInputStream(channel));
            if (content.isEmpty()) {
                return begin(channel, file, header);
            }
            check(content.get().header(), header, file);
            channel.truncate(content.get().bytes());
            channel.position(content.get().bytes());
            return new RunFile(
                    Optional.empty(),
                    Channels.newOutputStream(channel),
                    Optional.of(channel),
                    content.get().runs(),
                    content.get().finished());
        } catch (IOException | WrongRunFile | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A file without a whole line may be new, or the beginning of a header; anything else is not to be overwritten. */
    private static RunFile begin(FileChannel channel, Path file, RunFileHeader header)
            throws IOException, WrongRunFile {
        byte[] first = RunFileFormat.header(header);
        byte[] there = new byte[(int) Math.min(channel.size(), first.length + 1L)];
        channel.read(ByteBuffer.wrap(there), 0);
        int same = Arrays.mismatch(there, first);
        if (same < there.length) {
            throw new WrongRunFile(file + RunFileContent.NONE);
        }
        channel.truncate(0);
        OutputStream out = Channels.newOutputStream(channel);
        out.write(first);
        return new RunFile(Optional.of(file), out, Optional.of(channel), new HashMap<>(), false);
    }

    /** Begins a file in a stream, which stays open. */
    public static RunFile to(OutputStream out, RunFileHeader header) throws IOException {
        out.write(RunFileFormat.header(header));
        return new RunFile(Optional.empty(), out, Optional.empty(), new HashMap<>(), false);
    }

    private static void lock(FileChannel channel, Path file) throws WrongRunFile {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new WrongRunFile(file + IN_USE);
        } catch (IOException e) {
            // file systems of clusters may have no locks: there, each job needs a file of its own
            return;
        }
        throw new WrongRunFile(file + IN_USE);
    }

    private static void check(RunFileHeader there, RunFileHeader here, Path file) throws WrongRunFile {
        String differences = String.join("; ", here.differences(there, "now", "then"));
        if (differences.isEmpty() && !here.shard().equals(there.shard())) {
            differences = words(here.shard()) + " now, " + words(there.shard()) + " then";
        }
        if (!differences.isEmpty()) {
            throw new WrongRunFile(file + " has the runs of another study: " + differences
                    + ". Give the same command again, or another file");
        }
    }

    private static String words(Shard shard) {
        return shard.equals(Shard.WHOLE) ? "not split" : "shard " + shard;
    }

    @Override
    public Optional<long[]> find(String run) {
        return Optional.ofNullable(known.get(run));
    }

    @Override
    public synchronized void keep(String run, long[] numbers) {
        try {
            out.write(RunFileFormat.run(run, numbers));
            runs++;
            if (System.nanoTime() - synced > BETWEEN_SYNCS) {
                sync();
                synced = System.nanoTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes sure that a loss of power takes nothing away that was written. */
    private void sync() throws IOException {
        out.flush();
        if (channel.isPresent()) {
            channel.get().force(false);
        }
    }

    /** How many runs are in the file. */
    public synchronized int runs() {
        return runs;
    }

    /** Marks the file as complete. */
    public synchronized void finish() throws IOException {
        if (!finished) {
            out.write(RunFileFormat.end(runs));
            finished = true;
        }
        sync();
    }

    /** Closes the file, and deletes it if it was begun and has no run; a stream stays open. */
    @Override
    public synchronized void close() throws IOException {
        sync();
        if (channel.isPresent()) {
            channel.get().close();
        }
        if (begun.isPresent() && runs == 0 && !finished) {
            Files.deleteIfExists(begun.get());
        }
    }
}
