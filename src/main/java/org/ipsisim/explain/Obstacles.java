package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** What stood in the way of a reset, of a failover, or of one of the changes that have a class of their own. */
final class Obstacles {
    private static final List<String> RULES_OF_WARM_RESET = List.of("R10", "M4");
    private static final List<String> RULES_OF_COLD_RESET = List.of("R15", "M7");

    private final PnMoment moment;
    private final Sources sources;
    private final Subject pn;

    Obstacles(PnMoment moment, Sources sources) {
        this.moment = moment;
        this.sources = sources;
        this.pn = moment.pn().subject();
    }

    Obstacle of(ExpectedOutcome what) {
        return switch (what) {
            case WARM_RESET -> warmReset();
            case COLD_RESET -> coldReset();
            case FAILOVER -> new FailoverObstacles(moment, sources, this).find();
            case FALLBACK -> new FallbackObstacles(moment, sources).find();
            case INTERCHANGE -> new InterchangeObstacles(moment).find();
            case IPSI_INTERCHANGE -> new IpsiObstacles(moment).find();
        };
    }

    /** A timer as it would be started at the moment, with its value and what set it. */
    static String inForce(PnMoment moment, TimerSetting setting) {
        return Words.duration(moment.scenario().timersAt(moment.at()).millis(setting)) + " ("
                + new Places(moment.scenario()).ofTimer(setting, moment.at()) + ")";
    }

    /** The last entry of a kind, if it came at or after a time. */
    Optional<TraceEntry> last(Class<?> kind, long since) {
        return moment.ownEntriesBackwards().stream()
                .filter(entry -> entry.is(kind))
                .findFirst()
                .filter(entry -> entry.at() >= since);
    }

    /** When the latest silence began; 0 if there was none. */
    private long latestSilence() {
        return moment.ownEntriesBackwards().stream()
                .filter(entry -> entry.is(PnHappening.ContactLost.class))
                .findFirst()
                .map(TraceEntry::at)
                .orElse(0L);
    }

    private Obstacle warmReset() {
        String condition = "It takes silence for the socket sanity time-out, "
                + inForce(moment, TimerSetting.SOCKET_SANITY_TIMEOUT) + ".";
        Optional<TraceEntry> happened = last(PnHappening.WarmReset.class, latestSilence());
        if (happened.isPresent() && latestSilence() > 0) {
            return Obstacle.none(happened.get(), condition, RULES_OF_WARM_RESET);
        }
        long since = last(PnHappening.WarmReset.class, 0).map(TraceEntry::at).orElse(0L);
        UnfinishedTimers waits =
                new UnfinishedTimers(moment, pn, TimerSetting.SOCKET_SANITY_TIMEOUT, "socket sanity time-out", since);
        return new Obstacle(
                waits.areNone() ? whyNoSilence(since) : waits.reason(),
                condition,
                RULES_OF_WARM_RESET,
                waits.areNone() ? List.of() : waits.steps(RULES_OF_WARM_RESET),
                Optional.empty());
    }

    private String whyNoSilence(long since) {
        if (moment.span().state() == PnState.DOWN) {
            return "it is down, and no timer runs without power or a working IPSI (M28)";
        }
        boolean oneWasSilent = last(PnHappening.ContactLost.class, since).isPresent();
        return oneWasSilent ? "one of its two IPSIs had contact all the time" : "no heartbeat was missed";
    }

    Obstacle coldReset() {
        boolean serial = moment.scenario().estate().timers().reading() == EscalationReading.SERIAL;
        String condition = "It takes silence that goes on for the PN cold reset delay, "
                + inForce(moment, TimerSetting.PN_COLD_RESET_DELAY) + ", counted from the "
                + (serial ? "warm reset." : "last contact.");
        List<String> rules = serial ? RULES_OF_COLD_RESET : List.of("R15", "M14");
        Optional<TraceEntry> happened = last(PnHappening.ColdReset.class, latestSilence());
        if (happened.isPresent() && latestSilence() > 0) {
            return Obstacle.none(happened.get(), condition, rules);
        }
        long since = last(PnHappening.ColdReset.class, 0).map(TraceEntry::at).orElse(0L);
        UnfinishedTimers waits =
                new UnfinishedTimers(moment, pn, TimerSetting.PN_COLD_RESET_DELAY, "cold reset delay", since);
        if (!waits.areNone()) {
            return new Obstacle(waits.reason(), condition, rules, waits.steps(rules), Optional.empty());
        }
        Obstacle warm = warmReset();
        List<Step> steps = new ArrayList<>(warm.steps());
        return new Obstacle(
                "there was no warm reset before, because " + warm.reason(), condition, rules, steps, Optional.empty());
    }
}
