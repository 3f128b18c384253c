package org.ipsisim.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports that nobody uses, neither for TCP nor for UDP: each has numbers of its own. */
final class FreePort {
    private static final int MOST_TRIES = 100;

    private FreePort() {}

    /** @throws IOException if there is none at the address, such as one that is not of this machine */
    static int find(InetAddress bind) throws IOException {
        for (int tries = 1; ; tries++) {
            try (ServerSocket tcp = new ServerSocket(0, 1, bind)) {
                if (isFreeForUdp(tcp.getLocalPort(), bind)) {
                    return tcp.getLocalPort();
                }
            }
            if (tries == MOST_TRIES) {
                throw new BindException("no port is free for TCP and for UDP");
            }
        }
    }

    private static boolean isFreeForUdp(int port, InetAddress bind) throws IOException {
        try (DatagramSocket udp = new DatagramSocket(port, bind)) {
            return udp.isBound();
        } catch (BindException e) {
            return false;
        }
    }
}
