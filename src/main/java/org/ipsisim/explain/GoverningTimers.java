package org.ipsisim.explain;

import java.util.Optional;
import java.util.function.Predicate;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;

/** Which timer brought an entry of the trace about, and what set it. */
final class GoverningTimers {
    private final History history;
    private final TimerOrigins origins;

    GoverningTimers(History history) {
        this.history = history;
        this.origins = new TimerOrigins(history.scenario());
    }

    /** The timer whose end an entry is; none for what no timer brings about. */
    Optional<GoverningTimer> of(TraceEntry entry) {
        Happening what = entry.what();
        if (what instanceof Happening.WarmReset reset) {
            return Optional.of(timer(TimerSetting.SOCKET_SANITY_TIMEOUT, entry.at() - reset.silence(), entry.at()));
        }
        if (what instanceof Happening.ColdReset) {
            return expired(entry.subject(), TimerSetting.PN_COLD_RESET_DELAY, entry.at());
        }
        if (what instanceof Happening.ServiceRequested) {
            return causeOf(entry)
                            .filter(cause -> cause.what() instanceof Happening.NoServiceStarted)
                            .isPresent()
                    ? expired(entry.subject(), TimerSetting.NO_SERVICE_TIMEOUT, entry.at())
                    : Optional.empty();
        }
        if (what instanceof Happening.PnRestarted) {
            return expired(entry.subject(), TimerSetting.COLD_RESET_DURATION, entry.at());
        }
        if (what instanceof Happening.InService) {
            return expired(entry.subject(), TimerSetting.PN_RESTART_DURATION, entry.at())
                    .or(() -> expired(entry.subject(), TimerSetting.WARM_RESET_DURATION, entry.at()));
        }
        if (what instanceof Happening.IpsiInterchange change) {
            return causeOf(entry)
                            .filter(cause -> cause.what() instanceof Happening.ContactLost)
                            .isPresent()
                    ? expired(change.from(), TimerSetting.IPSI_INTERCHANGE_DELAY, entry.at())
                    : Optional.empty();
        }
        return what instanceof Happening.ServerActive
                ? expired("main", TimerSetting.SERVER_INTERCHANGE_DURATION, entry.at())
                : Optional.empty();
    }

    /** The same for a timer of the history. */
    GoverningTimer of(TimerSpan span) {
        return new GoverningTimer(
                span.timer(),
                history.scenario().timersAt(startedAt(span)).millis(span.timer()),
                span.from(),
                span.due(),
                origins.of(span.timer(), startedAt(span)));
    }

    /** The value of a timer that is started at a time. */
    GoverningTimer timer(TimerSetting setting, long from, long due) {
        return of(new TimerSpan("", setting, from, due, due));
    }

    private Optional<TraceEntry> causeOf(TraceEntry entry) {
        return history.findEntry(entry.cause());
    }

    private Optional<GoverningTimer> expired(String subject, TimerSetting setting, long at) {
        return history.timers().stream()
                .filter(span ->
                        span.timer() == setting && span.subject().equals(subject) && span.due() == at && span.expired())
                .findFirst()
                .map(this::of);
    }

    /** When it was started: not always when it began to count (M14). */
    private long startedAt(TimerSpan span) {
        return switch (span.timer()) {
            case PN_COLD_RESET_DELAY -> lastBefore(span, Happening.WarmReset.class::isInstance, span.subject());
            case NO_SERVICE_TIMEOUT ->
                lastBefore(
                        span,
                        what -> what instanceof Happening.NoServiceStarted started && started.until() == span.due(),
                        span.subject());
            case SERVER_INTERCHANGE_CURB -> lastBefore(span, Happening.ServerInterchange.class::isInstance, "main");
            default -> span.from();
        };
    }

    private long lastBefore(TimerSpan span, Predicate<Happening> what, String subject) {
        long last = span.from();
        for (TraceEntry entry : history.trace()) {
            if (entry.at() > span.to()) {
                break;
            }
            if (entry.subject().equals(subject) && what.test(entry.what())) {
                last = entry.at();
            }
        }
        return last;
    }
}
