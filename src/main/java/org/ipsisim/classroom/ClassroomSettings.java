package org.ipsisim.classroom;

import java.security.KeyStore;
import java.util.List;
import java.util.Optional;

/**
 * How a classroom is served.
 *
 * @param bind the address or name of the interface to listen on
 * @param port the port; 0 for one that is free
 * @param tls the certificate to serve with; empty for plain HTTP
 * @param iceServers what browsers may ask for help with NAT
 * @param students how many may be there at once
 */
public record ClassroomSettings(String bind, int port, Optional<Tls> tls, List<IceServer> iceServers, int students) {
    /** A key with its certificate, and the password that opens it. */
    public record Tls(KeyStore store, String password) {}

    /** Keeps a copy of the list. */
    public ClassroomSettings {
        iceServers = List.copyOf(iceServers);
    }
}
