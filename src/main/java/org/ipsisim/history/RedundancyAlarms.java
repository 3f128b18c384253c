package org.ipsisim.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.IpsiFault;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.TimersOverTime;

/**
 * The alarms of pairs of IPSIs that have lost their redundancy: one has been silent for the socket sanity time-out while the
 * other one keeps the port network in service, or its packet interface does not work.
 */
record RedundancyAlarms(History history, TimersOverTime timers) {
    static List<Alarm> of(History history) {
        RedundancyAlarms pairs =
                new RedundancyAlarms(history, history.scenario().timersOverTime());
        return history.portNetworks().stream()
                .filter(pn -> pn.portNetwork().duplicatedIpsis())
                .flatMap(pn -> pn.portNetwork().ipsis().stream()
                        .flatMap(ipsi -> Stream.concat(pairs.of(pn, ipsi), pairs.ofPacketInterface(pn, ipsi))))
                .toList();
    }

    private Stream<Alarm> ofPacketInterface(PnHistory pn, IpsiId ipsi) {
        return history.trace().of(Subject.ipsi(ipsi)).stream()
                .filter(entry -> entry.as(NetworkHappening.Failed.class)
                        .filter(failed -> failed.fault() == IpsiFault.PACKET_INTERFACE)
                        .isPresent())
                .filter(entry -> pn.spanAt(entry.at()).state() == PnState.IN_SERVICE)
                .map(entry -> new Alarm(
                        entry.at(),
                        restored(entry),
                        Alarm.Severity.MINOR,
                        ControlAlarms.PACKET_INTERFACE,
                        entry.subject(),
                        history.mainCluster(),
                        "packet interface out of service: no redundancy",
                        Confidence.INFERRED,
                        "Maintenance Alarms CM 3.0, p. 1811; severity assumed",
                        entry.id()));
    }

    private OptionalLong restored(TraceEntry failed) {
        return history.trace().of(failed.subject()).stream()
                .filter(entry -> entry.id() > failed.id()
                        && entry.as(NetworkHappening.Restored.class)
                                .filter(restored -> restored.fault() == IpsiFault.PACKET_INTERFACE)
                                .isPresent())
                .mapToLong(TraceEntry::at)
                .findFirst();
    }

    private Stream<Alarm> of(PnHistory pn, IpsiId ipsi) {
        return history.trace().of(Subject.ipsi(ipsi)).stream()
                .flatMap(entry -> entry.as(PnHappening.ContactLost.class).stream()
                        .flatMap(lost -> alarm(pn, entry, lost).stream()));
    }

    private Optional<Alarm> alarm(PnHistory pn, TraceEntry entry, PnHappening.ContactLost lost) {
        long at = lost.lastContact() + timers.at(entry.at()).millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        OptionalLong restored = history.trace().next(PnHappening.ContactRestored.class, entry).stream()
                .mapToLong(TraceEntry::at)
                .findFirst();
        boolean isOver = at >= restored.orElse(history.duration());
        if (isOver || pn.spanAt(at).state() != PnState.IN_SERVICE) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(
                at,
                restored,
                Alarm.Severity.MINOR,
                ControlAlarms.PACKET_INTERFACE,
                entry.subject(),
                lost.cluster(),
                "hears nothing, the other IPSI has control: no redundancy",
                Confidence.INFERRED,
                "Maintenance Alarms CM 3.0: PKT-INT is alarmed by side; severity assumed",
                entry.id()));
    }
}
