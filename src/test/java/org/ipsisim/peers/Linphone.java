package org.ipsisim.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A softphone that knows 100rel. It hears and sends no sound: its card is a file. */
final class Linphone implements AutoCloseable {
    private static final String CONFIG = """
            [sip]
            100rel_support_level=1
            auto_net_state_mon=0
            bind_address=127.0.0.1
            default_proxy=0
            guess_hostname=0
            sip_port=%1
            sip_tcp_port=0
            sip_tls_port=0
            use_ipv6=0
            [proxy_0]
            reg_identity=sip:%2@example.com
            reg_proxy=<sip:127.0.0.1:%3;transport=udp>
            reg_route=<sip:127.0.0.1:%3;transport=udp;lr>
            reg_expires=600
            reg_sendregister=1
            publish=0
            [auth_info_0]
            username=%2
            passwd=%2
            realm=example.com
            domain=example.com
            """;

    private final Process process;
    private final Path log;

    /** @param proxy the port of its session manager */
    Linphone(Path folder, String user, int proxy) throws IOException {
        Files.createDirectories(folder.resolve(".local/share/linphone"));
        Path config = folder.resolve(user + ".conf");
        Files.writeString(
                config,
                CONFIG.replace("%1", String.valueOf(SippPeersTest.freePort()))
                        .replace("%2", user)
                        .replace("%3", String.valueOf(proxy)));
        process = Peer.LINPHONE.start(folder, user, "-c", config.toString(), "-d", "1", "-l", user + ".debug");
        log = folder.resolve(user + ".log");
        tell("soundcard use files");
    }

    /** Tells it something, such as {@code call} with whom to call. */
    void tell(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    String log() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
