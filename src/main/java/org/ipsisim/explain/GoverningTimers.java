package org.ipsisim.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.TimersOverTime;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.Trace;
import org.ipsisim.history.TraceEntry;

/** Which timer brought an entry of the trace about, and what set it. */
final class GoverningTimers {
    private final History history;
    private final Places places;
    private final TimersOverTime timers;
    private final Map<Expiry, TimerSpan> expired = new HashMap<>();

    /** The end of a timer that was not stopped. */
    private record Expiry(Subject subject, TimerSetting timer, long at) {}

    GoverningTimers(History history) {
        this.history = history;
        this.places = new Places(history.scenario());
        this.timers = history.scenario().timersOverTime();
        for (TimerSpan span : history.timers()) {
            if (span.expired()) {
                expired.putIfAbsent(new Expiry(span.subject(), span.timer(), span.due()), span);
            }
        }
    }

    /** The timer whose end an entry is; none for what no timer brings about. */
    Optional<Step.Timer> of(TraceEntry entry) {
        if (entry.is(PnHappening.SanityExpiry.class)) {
            long silence =
                    entry.as(PnHappening.SanityExpiry.class).orElseThrow().silence();
            return Optional.of(timer(TimerSetting.SOCKET_SANITY_TIMEOUT, entry.at() - silence, entry.at()));
        }
        if (entry.is(PnHappening.ColdReset.class)) {
            return expired(entry, TimerSetting.PN_COLD_RESET_DELAY);
        }
        if (entry.is(PnHappening.ServiceRequested.class)) {
            return history.trace().isCausedBy(entry, PnHappening.NoServiceStarted.class)
                    ? expired(entry, TimerSetting.NO_SERVICE_TIMEOUT)
                    : Optional.empty();
        }
        if (entry.is(PnHappening.PnRestarted.class)) {
            return expired(entry, TimerSetting.COLD_RESET_DURATION);
        }
        if (entry.is(PnHappening.InService.class)) {
            return expired(entry, TimerSetting.PN_RESTART_DURATION)
                    .or(() -> expired(entry, TimerSetting.WARM_RESET_DURATION));
        }
        if (entry.is(PnHappening.IpsiInterchange.class)) {
            return history.trace()
                    .causeOf(entry)
                    .filter(cause -> cause.is(PnHappening.ContactLost.class))
                    .flatMap(lost -> expired(lost.subject(), TimerSetting.IPSI_INTERCHANGE_DELAY, entry.at()));
        }
        return entry.is(ServerHappening.ServerActive.class)
                ? expired(Subject.MAIN, TimerSetting.SERVER_INTERCHANGE_DURATION, entry.at())
                : Optional.empty();
    }

    private Optional<Step.Timer> expired(TraceEntry entry, TimerSetting setting) {
        return expired(entry.subject(), setting, entry.at());
    }

    /** The same for a timer of the history. */
    Step.Timer of(TimerSpan span) {
        long startedAt = startedAt(span);
        return new Step.Timer(
                span.timer(),
                timers.at(startedAt).millis(span.timer()),
                span.from(),
                span.due(),
                places.ofTimer(span.timer(), startedAt));
    }

    /** The value of a timer that is started at a time. */
    Step.Timer timer(TimerSetting setting, long from, long due) {
        return of(new TimerSpan(Subject.TIMERS, setting, from, due, due));
    }

    private Optional<Step.Timer> expired(Subject subject, TimerSetting setting, long at) {
        return Optional.ofNullable(expired.get(new Expiry(subject, setting, at)))
                .map(this::of);
    }

    /** When it was started: not always when it began to count (M14). */
    private long startedAt(TimerSpan span) {
        Trace trace = history.trace();
        Optional<TraceEntry> start = switch (span.timer()) {
            case PN_COLD_RESET_DELAY -> trace.last(PnHappening.SanityExpiry.class, span.subject(), span.to());
            case NO_SERVICE_TIMEOUT -> noServiceStarted(span);
            case SERVER_INTERCHANGE_CURB ->
                trace.last(ServerHappening.ServerInterchange.class, Subject.MAIN, span.to());
            default -> Optional.empty();
        };
        return start.map(TraceEntry::at).orElse(span.from());
    }

    private Optional<TraceEntry> noServiceStarted(TimerSpan span) {
        return history.trace()
                .last(
                        span.subject(),
                        span.to(),
                        entry -> entry.as(PnHappening.NoServiceStarted.class)
                                .filter(started -> started.until() == span.due())
                                .isPresent());
    }
}
