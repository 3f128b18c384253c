package org.ipsisim.classroom;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.List;

/** What to call a server that listens on an interface. */
final class ServerAddress {
    private ServerAddress() {}

    /** The host in an address for browsers on other machines. */
    static String forOthers(InetAddress bound, String asked) {
        return inUrl(bound.isAnyLocalAddress() ? firstOfThisMachine() : asked);
    }

    /** The host in an address for a browser on this machine, which trusts a loopback address with a camera (W12). */
    static String forThisMachine(InetAddress bound, String asked) {
        return inUrl(bound.isAnyLocalAddress() ? "127.0.0.1" : asked);
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static String firstOfThisMachine() {
        try {
            List<NetworkInterface> all = Collections.list(NetworkInterface.getNetworkInterfaces());
            for (NetworkInterface each : all) {
                if (each.isUp() && !each.isLoopback()) {
                    for (InetAddress address : Collections.list(each.getInetAddresses())) {
                        if (address instanceof Inet4Address) {
                            return address.getHostAddress();
                        }
                    }
                }
            }
        } catch (SocketException e) {
            // The address of this machine itself then has to do.
        }
        return "127.0.0.1";
    }
}
