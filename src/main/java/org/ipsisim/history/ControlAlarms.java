package org.ipsisim.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.estate.TimersOverTime;

/**
 * The alarms about who controls one port network. The main raises {@code PKT-INT} at the warm reset and
 * {@code EXP-PN} at the cold reset, which fits the times of a field report; to the main a port network without power is
 * as silent as one that is cut off. If no server accepts it after the no-service time-out, {@code EXP-PN} comes once more.
 * All are cleared when the port network is in service under the main again. A
 * survivable core's alarm stays until it resets (R59). A main that is down raises nothing; when it is back, it notices
 * what it has lost.
 */
final class ControlAlarms {
    /** The maintenance object of packet interfaces. */
    static final String PACKET_INTERFACE = "PKT-INT";

    private static final String PORT_NETWORK = "EXP-PN";

    private final History history;
    private final TimersOverTime timers;
    private final PnHistory pn;
    private final int main;
    private final List<Alarm> alarms = new ArrayList<>();
    private final Map<String, Long> standsUntil = new HashMap<>();
    private long notTakenUntil;

    ControlAlarms(History history, PnHistory pn) {
        this.history = history;
        this.timers = history.scenario().timersOverTime();
        this.pn = pn;
        this.main = history.mainCluster();
    }

    /**
     * The alarms, by time.
     *
     * @param entries what happened to the port network, and when servers of the main came back, in order
     */
    List<Alarm> of(List<TraceEntry> entries) {
        for (TraceEntry entry : entries) {
            hear(entry);
        }
        alarms.sort(Comparator.comparingLong(Alarm::at));
        return alarms;
    }

    private void hear(TraceEntry entry) {
        boolean ofMain = pn.spanAt(entry.at()).controller() == main;
        if (entry.is(PnHappening.WarmReset.class) && ofMain) {
            raise(PACKET_INTERFACE, entry.at(), entry);
        } else if (entry.is(PnHappening.ColdReset.class) && ofMain) {
            raise(PORT_NETWORK, entry.at(), entry);
        } else if (ofMain && entry.is(PnHappening.PnDown.class, NetworkHappening.Restored.class)) {
            hearNothing(entry);
        } else if (entry.is(PnHappening.TakenOver.class, NetworkHappening.Restored.class)) {
            raise(PORT_NETWORK, entry.at(), entry);
        }
        if (ofMain && entry.is(PnHappening.RequestRefused.class)) {
            raiseAgain(entry);
        }
        entry.as(PnHappening.TakenOver.class).ifPresent(taken -> raiseTaken(taken.cluster(), entry));
    }

    /** From an entry on the main hears nothing of the port network, until a server restarts it or it is in service. */
    private void hearNothing(TraceEntry entry) {
        if (isHeard(pn.spanAt(entry.at()))) {
            return;
        }
        long until = startOf(entry.at(), ControlAlarms::isHeard).orElse(Long.MAX_VALUE);
        Timers inForce = timers.at(entry.at());
        long sanity = inForce.millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
        long cold = inForce.millis(TimerSetting.PN_COLD_RESET_DELAY);
        long reset = inForce.reading() == EscalationReading.SERIAL ? sanity + cold : Math.max(sanity, cold);
        if (entry.at() + sanity < until) {
            raise(PACKET_INTERFACE, entry.at() + sanity, entry);
        }
        if (entry.at() + reset < until) {
            raise(PORT_NETWORK, entry.at() + reset, entry);
        }
    }

    private static boolean isHeard(PnSpan span) {
        return span.state() == PnState.IN_SERVICE || span.state() == PnState.RESTARTING;
    }

    private void raise(String object, long at, TraceEntry cause) {
        if (at >= history.duration() || !isMainUp(at) || at < standsUntil.getOrDefault(object, 0L)) {
            return;
        }
        OptionalLong cleared = startOf(at, span -> span.state() == PnState.IN_SERVICE && span.controller() == main);
        standsUntil.put(object, cleared.orElse(Long.MAX_VALUE));
        boolean packets = object.equals(PACKET_INTERFACE);
        alarms.add(new Alarm(
                at,
                cleared,
                Alarm.Severity.MAJOR,
                object,
                pn.subject(),
                main,
                packets ? "packet interface out of service" : "not under the main's control",
                packets ? Confidence.FIELD_REPORT : Confidence.DOCUMENTED,
                packets
                        ? "alarms of a CM 4.3 system, July 2009"
                        : "ESS User Guide 2005, p. 144; alarms of a CM 4.3 system, July 2009",
                cause.id()));
    }

    /** Nobody has taken it when the no-service time-out has passed: the main raises EXP-PN once more, and then no more. */
    private void raiseAgain(TraceEntry refused) {
        if (!isMainUp(refused.at()) || refused.at() < notTakenUntil) {
            return;
        }
        OptionalLong cleared =
                startOf(refused.at(), span -> span.state() == PnState.IN_SERVICE && span.controller() == main);
        notTakenUntil = cleared.orElse(Long.MAX_VALUE);
        alarms.add(new Alarm(
                refused.at(),
                cleared,
                Alarm.Severity.MAJOR,
                PORT_NETWORK,
                pn.subject(),
                main,
                "no server has taken it after the no-service time-out",
                Confidence.FIELD_REPORT,
                "alarms of a CM 4.3 system, July 2009; that it comes with the no-service time-out is inferred",
                refused.id()));
    }

    private void raiseTaken(int cluster, TraceEntry taken) {
        OptionalLong cleared = history.trace().of(Subject.core(cluster)).stream()
                .filter(entry -> entry.id() > taken.id() && entry.is(ServerHappening.SurvivableCoreReset.class))
                .mapToLong(TraceEntry::at)
                .findFirst();
        alarms.add(new Alarm(
                taken.at(),
                cleared,
                Alarm.Severity.MAJOR,
                ConnectionAlarms.OBJECT,
                pn.subject(),
                cluster,
                history.names().cluster(cluster) + " has control (error 1)",
                Confidence.DOCUMENTED,
                "ESS User Guide 2005, p. 144",
                taken.id()));
    }

    /** When the first span begins, at or after a time, that meets a condition. */
    private OptionalLong startOf(long from, Predicate<PnSpan> condition) {
        return pn.spansFrom(from).stream()
                .filter(condition)
                .mapToLong(PnSpan::from)
                .findFirst();
    }

    private boolean isMainUp(long at) {
        return history.mains().stream()
                .flatMap(server -> server.timeline().stream())
                .anyMatch(span -> span.from() <= at && at < span.to() && span.role() != ServerRole.DOWN);
    }
}
