package org.ipsisim.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports that nobody uses, neither for TCP nor for UDP: each has numbers of its own. */
final class FreePort {
    private FreePort() {}

    static int find(InetAddress bind) throws IOException {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, bind);
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), bind)) {
                return udp.getLocalPort();
            } catch (BindException e) {
                // the number is taken for UDP: another one
            }
        }
    }
}
