package org.ipsisim.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ipsisim.estate.Confidence;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.TimersOverTime;

/**
 * The alarms of the main for survivable cores that are not registered with it (error type 257).
 *
 * <p>The main checks about 10 minutes after it has started, and from then on at each change (ESS-173). That it notices a
 * change after the socket sanity time-out is assumed.
 */
final class RegistrationAlarms {
    /** How long after its start the main checks registrations, in milliseconds (ESS-173). */
    private static final long FIRST_CHECK = 600_000;

    private enum State {
        REGISTERED,
        NOT_REGISTERED,
        /** There is nobody to register with. */
        MAIN_DOWN
    }

    private final History history;
    private final TimersOverTime timers;
    private final List<ServerHistory> mains;

    private RegistrationAlarms(History history) {
        this.history = history;
        this.timers = history.scenario().timersOverTime();
        this.mains = history.mains();
    }

    static List<Alarm> of(History history) {
        RegistrationAlarms registrations = new RegistrationAlarms(history);
        List<Alarm> alarms = new ArrayList<>();
        for (ServerHistory server : history.servers()) {
            if (server.server().cluster() != history.mainCluster()) {
                registrations.add(server, alarms);
            }
        }
        return alarms;
    }

    private static boolean takesRegistrations(ServerHistory main, long at) {
        return switch (main.roleAt(at)) {
            case ACTIVE, DISABLED, INTERCHANGING -> true;
            case STANDBY, DOWN, IDLE, RESETTING -> false;
        };
    }

    private State stateAt(ServerHistory core, long at) {
        List<ServerHistory> open =
                mains.stream().filter(main -> takesRegistrations(main, at)).toList();
        if (open.isEmpty()) {
            return State.MAIN_DOWN;
        }
        boolean isRegistered = open.stream().anyMatch(main -> core.canRegisterWith(main.server(), at));
        return isRegistered ? State.REGISTERED : State.NOT_REGISTERED;
    }

    private Track<State> states(ServerHistory core) {
        TreeSet<Long> changes = new TreeSet<>();
        core.timeline().forEach(span -> changes.add(span.from()));
        mains.forEach(main -> main.timeline().forEach(span -> changes.add(span.from())));
        core.reach().values().forEach(spans -> spans.forEach(span -> changes.add(span.from())));
        Track<State> states = new Track<>();
        changes.forEach(at -> states.change(at, stateAt(core, at)));
        return states;
    }

    private void add(ServerHistory core, List<Alarm> alarms) {
        State before = State.REGISTERED;
        boolean stands = false;
        List<Span<State>> spans = states(core).spans(history.duration());
        for (int i = 0; i < spans.size(); i++) {
            Span<State> span = spans.get(i);
            stands &= span.value() != State.REGISTERED;
            if (span.value() == State.NOT_REGISTERED && !stands) {
                long at = span.from() + (before == State.MAIN_DOWN ? FIRST_CHECK : sanityTimeout(span.from()));
                if (at < span.to()) {
                    alarms.add(alarm(core, at, nextRegistration(spans.subList(i, spans.size()))));
                    stands = true;
                }
            }
            before = span.value();
        }
    }

    private static OptionalLong nextRegistration(List<Span<State>> spans) {
        return spans.stream()
                .filter(span -> span.value() == State.REGISTERED)
                .mapToLong(Span::from)
                .findFirst();
    }

    private Alarm alarm(ServerHistory core, long at, OptionalLong cleared) {
        return new Alarm(
                at,
                cleared,
                Alarm.Severity.MINOR,
                ConnectionAlarms.OBJECT,
                Subject.server(core.server().id()),
                history.mainCluster(),
                "not registered (error 257)",
                Confidence.DOCUMENTED,
                "ESS User Guide 2005, p. 173; Maintenance Alarms CM 3.0, p. 1147",
                TraceEntry.SCENARIO);
    }

    private long sanityTimeout(long at) {
        return timers.at(at).millis(TimerSetting.SOCKET_SANITY_TIMEOUT);
    }
}
