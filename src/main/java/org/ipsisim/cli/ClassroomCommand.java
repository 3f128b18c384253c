package org.ipsisim.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ipsisim.classroom.ClassroomServer;
import org.ipsisim.classroom.ClassroomSettings;
import org.ipsisim.classroom.IceServer;
import org.ipsisim.course.Course;
import org.ipsisim.course.Lesson;
import org.ipsisim.document.WholeFile;
import org.ipsisim.estate.Scenario;
import picocli.CommandLine.TypeConversionException;

/** {@code ipsisim classroom}: shows a run to students elsewhere, in browsers. */
final class ClassroomCommand implements Command {
    private static final int MOST_BYTES_OF_A_PASSWORD = 1000;
    private static final long MILLIS_TO_LOOK_AGAIN = 100;

    private static final Option<Integer> PORT =
            Option.number("--port", 0, 65_535, "The port to listen on; 0 takes a free one (default: 8085).");
    private static final Option<String> BIND = Option.value(
            "--bind",
            "ADDRESS",
            String.class,
            text -> text,
            "The address to listen on; 0.0.0.0 for all (default: 127.0.0.1, for browsers on this machine alone).");
    private static final Option<File> TLS = Option.file(
            "--tls",
            "KEYSTORE",
            "Serves with the key and certificate in a PKCS #12 file: browsers on other machines need"
                    + " it for camera and microphone.");
    private static final Option<File> TLS_PASSWORD =
            Option.file("--tls-password-file", "FILE", "The file whose first line is the password of the key store.");
    private static final Option<List<IceServer>> ICE_SERVER = Option.list(
            "--ice-server",
            "URL",
            IceServer.class,
            ClassroomCommand::iceServer,
            "A server that helps with NAT, " + IceServer.FORMS + "; may be repeated.");
    private static final Option<Integer> STUDENTS =
            Option.number("--students", 1, 200, 32, "How many students may be there at once");
    private static final Option<Duration> FOR = Option.duration("--for", "How long the class lasts (default: 2h).");
    private static final Option<File> RESULTS =
            Option.file("--results", "FILE", "At the end, writes the answers of the class to a CSV file.");

    private static final String LESSON =
            "A scenario file, or lesson:NAME for a lesson as a class hour; - reads standard input.";
    private static final int USUAL_PORT = 8085;
    private static final Duration USUAL_LENGTH = Duration.ofHours(2);

    @Override
    public Usage usage() {
        return new Usage("classroom", "Shows a run to students elsewhere, in browsers.")
                .about(
                        "Prints an address for the trainer and one for students, and serves the",
                        "class until it is over or you press Ctrl-C. The trainer moves the",
                        "cursor, asks questions and breaks things; everybody sees the same.")
                .files("SCENARIO", "1", LESSON)
                .options(
                        PORT,
                        BIND,
                        TLS,
                        TLS_PASSWORD,
                        ICE_SERVER,
                        STUDENTS,
                        FOR,
                        RESULTS,
                        RunOptions.SET,
                        RunOptions.SEED)
                .status(ExitStatus.INTERRUPTED, "ended by Ctrl-C; the results are written")
                .examples(
                        "ipsisim classroom scenarios/wan-cut.yaml",
                        "ipsisim classroom scenarios/wan-cut.yaml --bind 0.0.0.0 \\",
                        "    --tls class.p12 --tls-password-file password --results class.csv");
    }

    private static IceServer iceServer(String text) {
        return IceServer.read(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not " + IceServer.FORMS));
    }

    @Override
    public int run(Line line, Terminal terminal) throws Refused {
        Optional<Path> results = line.findPath(RESULTS);
        if (line.has(TLS) != line.has(TLS_PASSWORD)) {
            throw line.wrong(TLS + " and " + TLS_PASSWORD + " go together");
        }
        Optional<ClassroomSettings.Tls> tls = tls(line, terminal);
        ScenarioFiles.Checked file = ScenarioFiles.one(line, terminal);
        Optional<Lesson> lesson = Course.findLesson(file.name());
        if (lesson.isPresent() && (line.has(RunOptions.SET) || line.has(RunOptions.SEED))) {
            throw line.wrong("the answers of a lesson are those of its own scenario: leave out " + RunOptions.SET
                    + " and " + RunOptions.SEED + ", or save it first with `ipsisim lesson NAME --scenario`");
        }
        ClassroomSettings settings = new ClassroomSettings(
                line.find(BIND).orElse("127.0.0.1"),
                line.find(PORT).orElse(USUAL_PORT),
                tls,
                line.get(ICE_SERVER),
                line.get(STUDENTS));
        try (Interrupt interrupt = new Interrupt();
                ClassroomServer classroom =
                        start(settings, lesson, RunOptions.seeded(file.scenario(), line), terminal)) {
            if (tls.isEmpty() && !classroom.isLocal()) {
                terminal.complain(
                        "without " + TLS + ", browsers on other machines have no camera and no microphone, and"
                                + " everybody on the way can read along");
            }
            if (results.isPresent()) {
                // A file that cannot be written is better known now than after the class.
                write(results.get(), classroom);
            }
            terminal.tell("trainer: " + classroom.trainerAddress());
            terminal.tell("students: " + classroom.studentsAddress());
            waitForTheEnd(interrupt, line.find(FOR).orElse(USUAL_LENGTH));
            if (interrupt.stop().isRequested()) {
                terminal.tell("The class is over: ended by Ctrl-C.");
            }
            if (results.isPresent()) {
                write(results.get(), classroom);
                terminal.tell("results: " + results.get());
            }
            return interrupt.stop().isRequested() ? ExitStatus.INTERRUPTED : ExitStatus.OK;
        }
    }

    private static Optional<ClassroomSettings.Tls> tls(Line line, Terminal terminal) throws Refused {
        if (!line.has(TLS)) {
            return Optional.empty();
        }
        String file = line.find(TLS).orElseThrow().getPath();
        byte[] content = terminal.content(line.find(TLS_PASSWORD).orElseThrow().getPath(), MOST_BYTES_OF_A_PASSWORD);
        String password =
                new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        try {
            KeyStore store = KeyStore.getInstance(new File(file), password.toCharArray());
            if (store.size() == 0) {
                throw Refused.input(file + ": has no key");
            }
            return Optional.of(new ClassroomSettings.Tls(store, password));
        } catch (GeneralSecurityException e) {
            throw Refused.input(file + ": is not a key store in PKCS #12 format");
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw Refused.input(file + ": the password of " + TLS_PASSWORD + " does not open it");
            }
            throw Refused.file(file, e);
        } catch (IllegalArgumentException e) {
            throw Refused.file(file + ": there is no such file");
        }
    }

    private static ClassroomServer start(
            ClassroomSettings settings, Optional<Lesson> lesson, Scenario scenario, Terminal terminal) throws Refused {
        try {
            return lesson.isPresent()
                    ? ClassroomServer.start(settings, lesson.get(), terminal::tell)
                    : ClassroomServer.start(settings, scenario, terminal::tell);
        } catch (IOException e) {
            throw Refused.input("cannot listen on " + settings.bind() + ", port " + settings.port() + ": "
                    + e.getMessage() + "; choose others with " + BIND + " and " + PORT);
        }
    }

    private static void waitForTheEnd(Interrupt interrupt, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        try {
            while (!interrupt.stop().isRequested() && System.nanoTime() - end < 0) {
                Thread.sleep(MILLIS_TO_LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Path file, ClassroomServer classroom) throws Refused {
        try {
            WholeFile.write(file, classroom::writeResults, true);
        } catch (IOException e) {
            throw Refused.file(file, e);
        }
    }
}
