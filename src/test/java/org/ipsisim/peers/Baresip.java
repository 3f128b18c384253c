package org.ipsisim.peers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A softphone on loopback. The sound that it hears is the sound that it sends. */
final class Baresip implements AutoCloseable {
    private static final String CONFIG = """
            module_path /usr/lib/baresip/modules
            sip_listen 127.0.0.1:0
            net_interface 127.0.0.1
            audio_source aubridge,%1
            audio_player aubridge,%1
            ctrl_tcp_listen 127.0.0.1:%2
            module g711.so
            module aubridge.so
            module_tmp uuid.so
            module_tmp account.so
            module_app menu.so
            module_app ctrl_tcp.so
            """;

    private final Process process;
    private final Path log;
    private final int control;
    private Socket connection;

    /** @param parameters of its account, such as its outbound proxies */
    Baresip(Path folder, String user, String parameters) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            control = free.getLocalPort();
        }
        Path home = Files.createDirectory(folder.resolve(user));
        Files.writeString(home.resolve("config"), CONFIG.replace("%1", user).replace("%2", String.valueOf(control)));
        Files.writeString(
                home.resolve("accounts"),
                "<sip:" + user + "@example.com;transport=udp>;auth_user=" + user + ";auth_pass=" + user + ";regint=60;"
                        + parameters + "\n");
        Files.writeString(home.resolve("contacts"), "");
        process = Peer.BARESIP.start(folder, user, "-f", home.toString(), "-t", "600");
        log = folder.resolve(user + ".log");
    }

    /** Tells it something, such as {@code dial} with whom to call. */
    void tell(String command, String parameters) throws IOException {
        String order = "{\"command\":\"" + command + "\",\"params\":\"" + parameters + "\"}";
        if (connection == null) {
            connection = new Socket("127.0.0.1", control);
        }
        connection.getOutputStream().write((order.length() + ":" + order + ",").getBytes(StandardCharsets.US_ASCII));
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
