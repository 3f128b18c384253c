package org.ipsisim.torture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsisim.cli.Outcome;

/**
 * What a command came to.
 *
 * @param outcome its exit status and what it wrote to the standard streams
 * @param files every file in its directory afterwards
 */
record Attempt(Outcome outcome, Map<String, byte[]> files) {
    /** How much processor time a command may take: a busy machine makes none hang. */
    private static final Duration MOST_WORK = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern HIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u202a-\u202e\u2066-\u2069]");
    private static final Pattern STATUS = Pattern.compile("(?m)^ +(\\d+) {2,}");
    private static final String RUNS = "runs.ndjson";
    private static final Map<String, Set<Integer>> DOCUMENTED = new ConcurrentHashMap<>();

    /** Within this process, which is faster by far; its files stand in the directory already. */
    static Attempt here(CommandLine command, Path directory) throws Finding, IOException, InterruptedException {
        String[] words = command.in(directory + "/").toArray(String[]::new);
        FutureTask<Outcome> task = new FutureTask<>(() -> Outcome.of(words));
        Thread thread = new Thread(task, "command");
        thread.setDaemon(true);
        thread.start();
        try {
            await(ProcessHandle.current(), task::isDone);
            return new Attempt(task.get(), Trees.read(directory));
        } catch (Finding e) {
            throw new Finding(e.getMessage() + ", in\n"
                    + Arrays.stream(thread.getStackTrace())
                            .limit(30)
                            .map(each -> "  " + each + "\n")
                            .collect(Collectors.joining()));
        } catch (ExecutionException e) {
            throw new Finding("throws " + e.getCause());
        }
    }

    /** As a process of its own, in the directory. */
    static ProcessBuilder process(CommandLine command, Path directory, String... java) {
        String here = System.getProperty("java.class.path");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Pattern.compile(File.pathSeparator)
                        .splitAsStream(here)
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator))));
        words.addAll(List.of(java));
        words.add("org.ipsisim.cli.Main");
        words.addAll(command.in(""));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectOutput(stream(directory, "out")).redirectError(stream(directory, "err"));
    }

    /** The file of a standard stream, beside the directory of the command. */
    static File stream(Path directory, String name) {
        return directory.resolveSibling(directory.getFileName() + "." + name).toFile();
    }

    /** Waits for a process, which reads nothing. */
    static Attempt end(ProcessBuilder builder, Path directory) throws Finding, IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        return end(process, directory);
    }

    static Attempt end(Process process, Path directory) throws Finding, IOException, InterruptedException {
        try {
            await(process.toHandle(), () -> !process.isAlive());
        } finally {
            process.destroyForcibly().waitFor();
        }
        return new Attempt(streams(process.exitValue(), directory), Trees.read(directory));
    }

    private static void await(ProcessHandle process, BooleanSupplier isDone) throws Finding, InterruptedException {
        Duration before = work(process);
        long start = System.nanoTime();
        while (!isDone.getAsBoolean()) {
            Thread.sleep(2);
            Duration work = work(process).minus(before);
            Finding.unless(
                    work.compareTo(MOST_WORK) < 0 && System.nanoTime() - start < LONGEST.toNanos(),
                    "no end after " + work.toSeconds() + " s of work");
        }
    }

    private static Duration work(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What has come into the files of the standard streams. */
    static Outcome streams(int status, Path directory) throws IOException {
        return new Outcome(status, text(stream(directory, "out")), text(stream(directory, "err")));
    }

    private static String text(File file) throws IOException {
        return file.exists() ? new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8) : "";
    }

    /** Holds it to what holds for every command, whatever it was given and wherever it ran. */
    Attempt check(CommandLine command) throws Finding {
        Finding.unless(
                documented(command.name()).contains(outcome.status()),
                "exit status " + outcome.status() + " is not documented\n" + outcome.err());
        Finding.unless(outcome.status() != 70, "a defect\n" + outcome.err());
        for (String stream : List.of(outcome.out(), outcome.err())) {
            Finding.unless(!stream.contains("\tat "), "a stack trace\n" + stream);
            Finding.unless(!HIDDEN.matcher(stream).find(), "raw control characters\n" + stream);
        }
        Finding.unless(
                outcome.status() < 2
                        || !outcome.err().isEmpty()
                        || !outcome.out().isEmpty(),
                "ends with " + outcome.status() + " in silence");
        for (String file : files.keySet()) {
            Finding.unless(!file.contains(".ipsisim-"), "leaves " + file);
        }
        return this;
    }

    /** It wrote nothing but runs to resume if it refused the command line, a file, or a run that is too large. */
    Attempt checkNothingWritten(CommandLine command) throws Finding {
        Set<String> written = new TreeSet<>(Trees.differences(command.files(), files));
        written.removeIf(file -> file.endsWith(RUNS));
        Finding.unless(
                outcome.status() != 2 || written.isEmpty(),
                "ends with 2, and writes " + written + "\n" + outcome.err());
        return this;
    }

    /** Nothing differs from another attempt of the same command. */
    void checkSame(CommandLine command, Attempt other, String what) throws Finding {
        if (command.isServer()) {
            return;
        }
        Finding.unless(
                outcome.status() == other.outcome.status(),
                what + ": exit status " + outcome.status() + ", " + other.outcome.status() + "\n"
                        + other.outcome.err());
        Finding.unless(
                Trees.isSame(
                        outcome.out().getBytes(StandardCharsets.UTF_8),
                        other.outcome.out().getBytes(StandardCharsets.UTF_8)),
                what + ": another output");
        Finding.unless(
                Trees.differences(files, other.files).isEmpty(),
                what + ": other files: " + Trees.differences(files, other.files));
    }

    /** Every file of it stands in another attempt with the same bytes: none is half. */
    void checkWholeFiles(Map<String, byte[]> before, Attempt finished) throws Finding {
        for (String file : Trees.differences(files, finished.files)) {
            boolean left = file.startsWith(".ipsisim-") || file.contains("/.ipsisim-");
            boolean grows = file.endsWith(RUNS);
            boolean untouched = before.containsKey(file) && Arrays.equals(before.get(file), files.get(file));
            Finding.unless(left || grows || untouched || !files.containsKey(file), "half a file: " + file);
        }
    }

    private static Set<Integer> documented(String name) {
        return DOCUMENTED.computeIfAbsent(
                name,
                any -> STATUS.matcher(Outcome.of((name + " --help").split(" ")).out())
                        .results()
                        .map(each -> Integer.valueOf(each.group(1)))
                        .collect(Collectors.toSet()));
    }
}
