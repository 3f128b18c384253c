package org.ipsisim.torture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.ipsisim.cli.Outcome;
import org.ipsisim.generate.Dice;

/** One kind of trouble for one command; all follows from the seed. */
final class Trial {
    private static final List<String> LOCALES = List.of("ar-EG", "fa-IR", "th-TH", "tr-TR", "hi-IN", "C");
    private static final List<String> ZONES =
            List.of("Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "Europe/Dublin", "UTC");

    private final long seed;
    private final Dice dice;
    private final Path directory;

    Trial(long seed, Path directory) {
        this.seed = seed;
        // Not the numbers that the command is made from.
        dice = new Dice(~seed);
        this.directory = directory;
    }

    /** Its kind: commands within this process are most, since they take a tenth of the time. */
    String kind() {
        int of = dice.between(0, 99);
        return of < 94
                ? "command"
                : List.of("kill", "kill", "locale", "full disk", "read-only", "closed")
                        .get(of - 94);
    }

    /** Runs it, and returns the exit status that its command comes to. */
    int run(String kind) throws Finding, IOException, InterruptedException {
        return switch (kind) {
            case "kill" -> kill();
            case "locale" -> locale();
            case "full disk" -> disk(false);
            case "read-only" -> disk(true);
            case "closed" -> closed();
            default -> command();
        };
    }

    private int command() throws Finding, IOException, InterruptedException {
        CommandLine command = command(CommandLine.of(seed));
        Attempt attempt = Attempt.here(command, directory).check(command).checkNothingWritten(command);
        if (command.name().equals("fmt") && attempt.outcome().status() == 0) {
            Finding.unless(Attempt.here(command, directory).outcome().out().isEmpty(), "formats a file twice");
        }
        if (dice.percent(30)) {
            command.prepare(directory);
            attempt.checkSame(command, Attempt.here(command, directory), "a second time");
        }
        return attempt.outcome().status();
    }

    /** Leaves the command for whoever reads of a finding. */
    private CommandLine command(CommandLine command) throws IOException {
        Files.write(Attempt.stream(directory, "command").toPath(), command.in(""));
        command.prepare(directory);
        return command;
    }

    /** A command that does something that a disturbance can spoil. */
    private CommandLine spoilable(BiPredicate<CommandLine, Attempt> spoilable)
            throws Finding, IOException, InterruptedException {
        while (true) {
            CommandLine command = command(CommandLine.sound(dice.between(0, Long.MAX_VALUE - 1)));
            Attempt attempt = Attempt.here(command, directory);
            if (attempt.outcome().status() < 2 && spoilable.test(command, attempt)) {
                command.prepare(directory);
                return command;
            }
        }
    }

    private Attempt undisturbed(CommandLine command) throws Finding, IOException, InterruptedException {
        Attempt attempt =
                Attempt.end(Attempt.process(command, directory), directory).check(command);
        command.prepare(directory);
        return attempt;
    }

    /** Killed at any moment, perhaps twice, it leaves no half of a file, and the same command then ends as if it had not been. */
    private int kill() throws Finding, IOException, InterruptedException {
        CommandLine command = spoilable((made, attempt) ->
                !Trees.differences(made.files(), attempt.files()).isEmpty());
        long start = System.nanoTime();
        Attempt whole = undisturbed(command);
        long length = (System.nanoTime() - start) / 1_000_000;
        for (int times = dice.between(1, 2); times > 0; times--) {
            Process process = Attempt.process(command, directory).start();
            process.getOutputStream().close();
            Thread.sleep(length * dice.between(20, 110) / 100);
            process.destroyForcibly().waitFor();
            new Attempt(whole.outcome(), Trees.read(directory)).checkWholeFiles(command.files(), whole);
        }
        // A file that has come into being already is not replaced by some commands.
        Attempt again =
                Attempt.end(Attempt.process(command, directory), directory).check(command);
        if (again.outcome().status() != 2) {
            // A file that was formatted before the kill is not named again.
            Outcome outcome = command.name().equals("fmt") ? again.outcome() : whole.outcome();
            new Attempt(outcome, whole.files()).checkSame(command, again, "after a kill");
        }
        return again.outcome().status();
    }

    private int locale() throws Finding, IOException, InterruptedException {
        CommandLine command = command(CommandLine.of(seed));
        Attempt plain = undisturbed(command);
        String locale = dice.oneOf(LOCALES);
        ProcessBuilder builder = Attempt.process(
                command,
                directory,
                "-Duser.language=" + locale.split("-")[0],
                "-Duser.country=" + locale.substring(locale.indexOf('-') + 1),
                "-Duser.timezone=" + dice.oneOf(ZONES));
        boolean ascii = locale.equals("C");
        if (ascii) {
            builder = Attempt.process(command, directory);
            builder.environment().put("LC_ALL", "C");
        }
        Attempt odd = Attempt.end(builder, directory).check(command);
        // Text spells out what the locale C lacks.
        plain.checkSame(
                command,
                ascii
                        ? new Attempt(
                                new Outcome(
                                        odd.outcome().status(), plain.outcome().out(), ""),
                                odd.files())
                        : odd,
                locale);
        return odd.outcome().status();
    }

    /** Without room or without permission, each file is whole or not there. */
    private int disk(boolean frozen) throws Finding, IOException, InterruptedException {
        CommandLine command = spoilable((made, attempt) ->
                !Trees.differences(made.files(), attempt.files()).isEmpty());
        Attempt whole = undisturbed(command);
        try (Disk disk = new Disk(directory.resolveSibling("disk"), dice.between(3, 20) * 4)) {
            Path place = directory.resolveSibling("disk").resolve("in");
            try {
                command.prepare(place);
            } catch (IOException e) {
                return 2;
            }
            if (frozen) {
                disk.freeze();
            }
            ProcessBuilder builder = Attempt.process(command, place)
                    .redirectOutput(Attempt.stream(directory, "out"))
                    .redirectError(Attempt.stream(directory, "err"));
            Process process = builder.start();
            process.getOutputStream().close();
            Attempt attempt = Attempt.end(process, place);
            attempt = new Attempt(Attempt.streams(process.exitValue(), directory), attempt.files()).check(command);
            attempt.checkWholeFiles(command.files(), whole);
            if (attempt.outcome().status() < 2) {
                whole.checkSame(command, attempt, frozen ? "read-only" : "a small disk");
            }
            return attempt.outcome().status();
        }
    }

    /** The reader goes away after some bytes, or the disk of the standard output is full. */
    private int closed() throws Finding, IOException, InterruptedException {
        CommandLine command =
                spoilable((made, attempt) -> !attempt.outcome().out().isEmpty());
        Attempt whole = undisturbed(command);
        Map<String, byte[]> files = whole.files();
        ProcessBuilder builder = Attempt.process(command, directory);
        boolean full = dice.percent(30);
        builder.redirectOutput(full ? ProcessBuilder.Redirect.to(new File("/dev/full")) : ProcessBuilder.Redirect.PIPE);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!full) {
            process.getInputStream().readNBytes(dice.between(0, 3) * 1000);
            process.getInputStream().close();
        }
        Attempt attempt = Attempt.end(process, directory);
        int status = attempt.outcome().status();
        Finding.unless(
                status == whole.outcome().status() || status == (full ? 3 : 141),
                "exit status " + status + "\n" + attempt.outcome().err());
        Finding.unless(!attempt.outcome().err().contains("\tat "), "a stack trace");
        attempt.checkWholeFiles(command.files(), new Attempt(whole.outcome(), files));
        return status;
    }
}
