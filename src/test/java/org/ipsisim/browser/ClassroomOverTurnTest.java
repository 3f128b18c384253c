package org.ipsisim.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipsisim.browser.ClassroomInBrowserTest.assertCalm;
import static org.ipsisim.browser.ClassroomInBrowserTest.awaitStage;
import static org.ipsisim.browser.ClassroomInBrowserTest.join;
import static org.ipsisim.browser.ClassroomInBrowserTest.moment;
import static org.ipsisim.browser.ClassroomInBrowserTest.press;
import static org.ipsisim.browser.ClassroomInBrowserTest.the;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipsisim.classroom.ClassroomServer;
import org.ipsisim.classroom.ClassroomSettings;
import org.ipsisim.classroom.IceServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class whose browsers reach each other by nothing but a real TURN server, coturn. */
class ClassroomOverTurnTest {
    private static final String MISSING = "no TURN server: turnserver is not in PATH (Debian package coturn)";

    private static Path turnserver() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "turnserver"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), MISSING);
        return found.orElseThrow();
    }

    private static int freePort() throws IOException {
        while (true) {
            try (DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                    ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
                return tcp.getLocalPort();
            } catch (BindException e) {
                // the number is taken for TCP: another one
            }
        }
    }

    /** That of the documentation, on the loopback interface. */
    private static String configuration(int port) throws IOException {
        String documented = Files.readString(Path.of("docs", "classroom.md"))
                .replaceFirst("(?s).*?(    listening-port=3478\n.*?)\n\n.*", "$1")
                .replace("    ", "")
                .replace("3478", String.valueOf(port))
                .replace("PASSWORD", "secret");
        assertThat(documented).contains("lt-cred-mech", "user=class:secret");
        return documented
                + "\nlistening-ip=127.0.0.1\nrelay-ip=127.0.0.1\nallow-loopback-peers\npidfile=pid\nlog-file=stdout\n";
    }

    @Test
    void W10_all_goes_through_the_relay_and_without_it_the_server_carries_the_cursor(@TempDir Path directory)
            throws Exception {
        Path program = turnserver();
        int port = freePort();
        Path configuration = Files.writeString(directory.resolve("turnserver.conf"), configuration(port));
        Process turn = new ProcessBuilder(program.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .directory(directory.toFile())
                .start();
        IceServer ice = IceServer.read("turn:class:secret@127.0.0.1:" + port).orElseThrow();
        try (ClassroomServer classroom = ClassroomServer.start(
                        new ClassroomSettings("127.0.0.1", 0, Optional.empty(), List.of(ice), 8),
                        Reports.shipped("wan-cut").scenario(),
                        news -> {});
                Tab trainer = Chromium.open();
                Tab ann = Chromium.open()) {
            awaitStage(join(trainer, classroom.trainerAddress() + "&relay", "Terry"));
            awaitStage(join(ann, classroom.studentsAddress() + "&relay", "Ann"));
            trainer.evaluate("document.querySelector('#connects').open = true");
            for (Tab tab : List.of(trainer, ann)) {
                tab.await(the("connection") + ".dataset.state === 'connected'");
                tab.await(the("link") + ".textContent === 'data-channel'");
            }
            press(trainer, "camera");
            ann.await(the("trainer-video") + ".getVideoPlaybackQuality().totalVideoFrames > 10");
            trainer.await("/relay .* ↔ relay .* over udp/.test(document.querySelector('#pairs').innerText)");

            turn.destroyForcibly().waitFor();
            for (Tab tab : List.of(trainer, ann)) {
                tab.await(the("link") + ".textContent === 'server'");
            }
            press(trainer, "next-event");
            assertThat(moment(trainer)).isEqualTo(60_000);
            ann.await(the("cursor-time") + ".dataset.ms === '60000'");
            assertCalm(trainer);
            assertCalm(ann);
        } finally {
            turn.destroyForcibly();
        }
    }
}
