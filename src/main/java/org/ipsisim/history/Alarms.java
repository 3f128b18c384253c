package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ipsisim.estate.Confidence;

/**
 * The alarms of a run, as far as a history can tell them.
 *
 * <ul>
 *   <li>{@code PKT-INT} major, of the main: it has heard nothing of a port network for the socket sanity time-out.
 *   <li>{@code PKT-INT} minor: one IPSI of a pair has been silent for the socket sanity time-out, the other one has control.
 *   <li>{@code EXP-PN} major, of the main: a port network is no longer under its control.
 *   <li>{@code ESS} major, error type 1, of a survivable core: it has taken a port network.
 *   <li>{@code LIC-ERR} major, of the main: it does not reach the IPSI that its licence is tied to.
 *   <li>{@code ESS} minor, error type 257, of the main: a survivable core is not registered.
 *   <li>{@code ESS} minor, error type 513, of a survivable core: it has no connection to an IPSI that has room for it.
 *   <li>{@code ARB} minor, event 8, of a duplex main: both its servers are active; event 3: an interchange whose hand-off
 *       failed; a warning, event 9: an interchange because the standby was healthier.
 *   <li>{@code IPSV-CTL} warning, error type 18: an IPSI is busied out.
 * </ul>
 *
 * <p>Left out, because a history does not show them: gateways, phones, trunks and media processors, the hardware and the licence of
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
        alarms.addAll(LicenceAlarms.of(history));
        alarms.addAll(ConnectionAlarms.of(history));
        for (TraceEntry entry : history.trace()) {
            ofArbiter(entry, history).ifPresent(alarms::add);
        }
        history.trace()
                .all(CommandHappening.BusiedOut.class)
                .map(entry -> busiedOut(entry, history))
                .forEach(alarms::add);
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

    /**
     * An alarm of the arbiters of a duplex main: an interchange because the standby was healthier, one whose hand-off failed,
     * or two active servers (R65, R68, R71). It is an alarm of a server, not of Communication Manager: it stays until somebody
     * clears it by hand, which nobody does in a run.
     */
    private static Optional<Alarm> ofArbiter(TraceEntry entry, History history) {
        if (entry.is(ServerHappening.TwoActives.class)) {
            return ofArbiter(entry, Alarm.Severity.MINOR, "two servers are active (event 8)", 41, history);
        }
        if (entry.is(ServerHappening.ServerInterchangeCalledOff.class)) {
            return ofArbiter(entry, Alarm.Severity.MINOR, "interchange hand-off failed (event 3)", 38, history);
        }
        return entry.as(ServerHappening.ServerInterchange.class)
                .filter(ServerHappening.ServerInterchange::byHealth)
                .flatMap(interchange -> ofArbiter(
                        entry,
                        Alarm.Severity.WARNING,
                        "interchange, the standby is healthier: " + interchange.why() + " (event 9)",
                        41,
                        history));
    }

    private static Optional<Alarm> ofArbiter(
            TraceEntry entry, Alarm.Severity severity, String text, int page, History history) {
        return Optional.of(new Alarm(
                entry.at(),
                OptionalLong.empty(),
                severity,
                "ARB",
                entry.subject(),
                history.mainCluster(),
                text,
                Confidence.DOCUMENTED,
                "Maintenance Alarms CM 3.0, p. " + page,
                entry.id()));
    }

    /** The warning that an IPSI is busied out, until it is released. */
    private static Alarm busiedOut(TraceEntry entry, History history) {
        return new Alarm(
                entry.at(),
                history.trace().next(CommandHappening.BusyoutReleased.class, entry).stream()
                        .mapToLong(TraceEntry::at)
                        .findFirst(),
                Alarm.Severity.WARNING,
                "IPSV-CTL",
                entry.subject(),
                history.mainCluster(),
                "busied out (error 18)",
                Confidence.INFERRED,
                "S8700 Maintenance 2002, p. 7-13: each object that is busied out",
                entry.id());
    }
}
