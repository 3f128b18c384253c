package org.ipsisim.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.IpsiId;

/**
 * The alarm of a main whose licence is tied to an IPSI that it does not reach. Service goes on for 30 days of grace, which is
 * longer than most runs; what comes after them is left out. In one field report the alarm came four hours after the loss;
 * here it comes with the loss of the socket.
 */
final class LicenceAlarms {
    private LicenceAlarms() {}

    static List<Alarm> of(History history) {
        return history.scenario()
                .estate()
                .main()
                .referenceIpsi()
                .map(ipsi -> of(history, ipsi))
                .orElse(List.of());
    }

    private static List<Alarm> of(History history, IpsiId reference) {
        int main = history.mainCluster();
        Track<Boolean> connected = new Track<>();
        Optional<List<ListSpan>> lists =
                history.findPortNetwork(reference.pn()).map(pn -> pn.lists().get(reference));
        lists.orElseThrow()
                .forEach(list -> connected.change(list.from(), list.clusters().contains(main)));
        return connected.spans(history.duration()).stream()
                .filter(span -> !span.value())
                .map(span -> new Alarm(
                        span.from(),
                        span.to() < history.duration() ? OptionalLong.of(span.to()) : OptionalLong.empty(),
                        Alarm.Severity.MAJOR,
                        "LIC-ERR",
                        Subject.ipsi(reference),
                        main,
                        "reference IPSI of the licence is silent: 30 days of grace",
                        Confidence.DOCUMENTED,
                        "S8700 maintenance: licence error mode; alarms of a CM 4.3 system, July 2009",
                        TraceEntry.SCENARIO))
                .toList();
    }
}
