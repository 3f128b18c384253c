package org.ipsisim.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One headless Chromium for all tests of a JVM; it ends with it.
 *
 * <p>It can reach no network: every name and address but files and this machine is refused. Where there is no browser, tests are skipped
 * with a message; with {@code CI=true} they fail.
 */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--remote-debugging-pipe",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            // A camera that shows a test picture, and nobody is asked for it; addresses as they are, as no name is
            // found.
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--allow-loopback-in-peer-connection",
            "--lang=en-US",
            "--hide-scrollbars",
            // A page that is loaded but not yet painted hears its first key, too.
            "--allow-pre-commit-input",
            "--force-color-profile=srgb");

    private static Chromium running;
    private static boolean told;

    private final Process process;
    private final Path home;
    private final DevTools devTools;

    private Chromium(Path program) throws IOException {
        home = Files.createTempDirectory("ipsisim-browser");
        // Chromium reads its commands from descriptor 3 and answers on 4: here, standard input and output.
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >&2", program.toString()));
        command.addAll(OPTIONS);
        command.add("--user-data-dir=" + home.resolve("profile"));
        command.add("about:blank");
        process = new ProcessBuilder(command)
                .redirectError(home.resolve("chromium.log").toFile())
                .start();
        devTools = new DevTools(process.getInputStream(), process.getOutputStream());
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /**
     * A new tab, with nothing in common with other tabs.
     *
     * @throws org.opentest4j.TestAbortedException if there is no browser, except with {@code CI=true}
     */
    public static Tab open() {
        return Tab.in(shared().devTools);
    }

    private static synchronized Chromium shared() {
        Optional<Path> program = find(System.getenv("PATH"));
        String missing = "no browser: none of " + String.join(", ", NAMES) + " is in PATH";
        if (program.isEmpty()) {
            tell(missing);
        }
        assumeTrue(program.isPresent(), missing);
        try {
            if (running == null) {
                running = new Chromium(program.orElseThrow());
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        if (!told) {
            told = true;
            System.out.println("[browser] Browser tests are skipped, " + reason);
        }
    }

    /** The browser in a list of directories such as {@code PATH}, if there is one. */
    static Optional<Path> find(String directories) {
        return NAMES.stream()
                .flatMap(name -> Stream.of(directories.split(File.pathSeparator))
                        .filter(directory -> !directory.isEmpty())
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void end() {
        try {
            devTools.call("Browser.close", Map.of());
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // What is left lies in the directory for temporary files.
        }
    }
}
