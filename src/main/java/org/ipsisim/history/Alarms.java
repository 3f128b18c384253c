package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The alarms of a run, as far as a history can tell them.
 *
 * <ul>
 *   <li>{@code PKT-INT} major, of the main: it has heard nothing of a port network for the socket sanity time-out.
 *   <li>{@code PKT-INT} minor: one IPSI of a pair has been silent for the socket sanity time-out, the other one has control.
 *   <li>{@code EXP-PN} major, of the main: a port network is no longer under its control.
 *   <li>{@code ESS} major, error type 1, of a survivable core: it has taken a port network.
 *   <li>{@code ESS} minor, error type 257, of the main: a survivable core is not registered.
 *   <li>{@code ESS} minor, error type 513, of a survivable core: it has no connection to an IPSI that has room for it.
 *   <li>{@code ARB} minor, event 8, of a duplex main: both its servers are active; event 3: an interchange whose hand-off
 *       failed; a warning, event 9: an interchange because the standby was healthier.
 *   <li>{@code IPSV-CTL} warning, error type 18: an IPSI is busied out.
 * </ul>
 *
 * <p>Left out, because nothing in a history tells them: gateways, phones, trunks and media processors, the hardware and the licence of
 * the servers, and the alarms that a survivable core raises for a port network that it loses.
 */
public final class Alarms {
    private Alarms() {}

    /** The alarms by time; those of one instant by severity, then by port network. */
    public static List<Alarm> of(History history) {
        List<Alarm> alarms = new ArrayList<>();
        List<TraceEntry> returns = returnsOfMain(history);
        for (PnHistory pn : history.portNetworks()) {
            List<TraceEntry> entries = Stream.concat(history.trace().of(pn.subject()).stream(), returns.stream())
                    .sorted(Comparator.comparingInt(TraceEntry::id))
                    .toList();
            alarms.addAll(new ControlAlarms(history, pn).of(entries));
        }
        alarms.addAll(RedundancyAlarms.of(history));
        alarms.addAll(RegistrationAlarms.of(history));
        alarms.addAll(ConnectionAlarms.of(history));
        alarms.addAll(ArbiterAlarms.of(history));
        alarms.addAll(BusyOutAlarms.of(history));
        alarms.sort(Comparator.comparingLong(Alarm::at).thenComparing(Alarm::severity));
        return List.copyOf(alarms);
    }

    /** When servers of the main came back. */
    private static List<TraceEntry> returnsOfMain(History history) {
        List<Subject> mains = history.scenario().estate().main().servers().stream()
                .map(server -> Subject.server(server.id()))
                .toList();
        return history.trace()
                .all(NetworkHappening.Restored.class)
                .filter(entry -> mains.contains(entry.subject()))
                .toList();
    }
}
