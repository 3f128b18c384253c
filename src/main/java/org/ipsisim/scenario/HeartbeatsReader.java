package org.ipsisim.scenario;

import java.util.List;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.PortNetwork;

/** Reads {@code heartbeat-transport} and {@code data-as-heartbeats}, keys of the top level (N7, N11). */
final class HeartbeatsReader {
    static final String TRANSPORT = "heartbeat-transport";
    static final String DATA = "data-as-heartbeats";

    private final FileReading reading;

    HeartbeatsReader(FileReading reading) {
        this.reading = reading;
    }

    HeartbeatRules read(Fields root, List<PortNetwork> portNetworks) {
        Transport transport = root.word(TRANSPORT, Transport.class).orElse(Transport.IDEAL);
        boolean data = root.yesNo(DATA, false);
        boolean traffic = portNetworks.stream().anyMatch(pn -> pn.traffic().isPresent());
        if (data && !traffic && !reading.problems().hasErrors()) {
            reading.problems()
                    .warning(
                            root.keySpan(DATA),
                            root.path(DATA),
                            "has no effect: no port network has `traffic`, whose calls the data would be of");
        }
        return new HeartbeatRules(transport, data);
    }
}
