package org.ipsisim.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsisim.estate.Keyed;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** Something that a user may have expected to happen to a port network. */
public enum ExpectedOutcome implements Keyed {
    WARM_RESET(
            "reset warm",
            PnHappening.WarmReset.class,
            Set.of(TimerSetting.SOCKET_SANITY_TIMEOUT),
            EnumSet.noneOf(Remedy.Kind.class)),
    COLD_RESET(
            "reset cold",
            PnHappening.ColdReset.class,
            Set.of(TimerSetting.SOCKET_SANITY_TIMEOUT, TimerSetting.PN_COLD_RESET_DELAY),
            EnumSet.noneOf(Remedy.Kind.class)),
    /** To a survivable core. */
    FAILOVER(
            "failed over",
            PnHappening.TakenOver.class,
            Set.of(
                    TimerSetting.SOCKET_SANITY_TIMEOUT,
                    TimerSetting.PN_COLD_RESET_DELAY,
                    TimerSetting.NO_SERVICE_TIMEOUT),
            EnumSet.of(Remedy.Kind.CORE)),
    /** To the main. */
    FALLBACK(
            "fallen back to the main",
            PnHappening.FellBack.class,
            Set.of(TimerSetting.NO_SERVICE_TIMEOUT),
            EnumSet.of(Remedy.Kind.RETURN)),
    /** Of the main servers. */
    INTERCHANGE(
            "seen an interchange of the main servers",
            ServerHappening.ServerInterchange.class,
            Set.of(TimerSetting.SERVER_INTERCHANGE_CURB),
            EnumSet.of(Remedy.Kind.ARBITRATION, Remedy.Kind.MAIN)),
    /** From one of its IPSIs to the other. */
    IPSI_INTERCHANGE(
            "changed to its other IPSI",
            PnHappening.IpsiInterchange.class,
            Set.of(TimerSetting.IPSI_INTERCHANGE_DELAY),
            EnumSet.of(Remedy.Kind.IPSI));

    private final String participle;
    private final Class<?> kind;
    private final Set<TimerSetting> timers;
    private final Set<Remedy.Kind> changes;

    ExpectedOutcome(String participle, Class<?> kind, Set<TimerSetting> timers, Set<Remedy.Kind> changes) {
        this.participle = participle;
        this.kind = kind;
        this.timers = timers;
        this.changes = changes;
    }

    /** As in "it has {@code failed over}". */
    String participle() {
        return participle;
    }

    /** Whether it depends on a timer. */
    boolean dependsOn(TimerSetting setting) {
        return timers.contains(setting);
    }

    /** Whether it depends on the timer whose key some words begin with. */
    boolean dependsOnTimerOf(String words) {
        return timers.stream().anyMatch(setting -> words.startsWith(setting.key() + " "));
    }

    /** Whether it depends on a kind of change to the estate. */
    boolean dependsOn(Remedy.Kind kind) {
        return changes.contains(kind);
    }

    /** The entries that tell of it, up to a time. */
    List<TraceEntry> entries(History history, int pn, long until) {
        Subject subject = this == INTERCHANGE ? Subject.MAIN : Subject.pn(pn);
        return history.trace().of(subject).stream()
                .filter(entry -> entry.at() <= until && entry.is(kind))
                .toList();
    }
}
