package org.ipsisim.play;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.ipsisim.console.Screens;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Trace;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.HarmlessSilences;
import org.ipsisim.report.SharedAlarm;
import org.jspecify.annotations.Nullable;

/**
 * A run with everything at hand that the player needs at each moment.
 *
 * @param engine runs a scenario
 * @param told the trace without harmless losses of contact
 * @param stops the moments at which something happens
 * @param alarms all of them
 * @param screens what the consoles of the servers show
 * @param countsAlways whether calls can be counted at every moment, which takes a run for each
 * @param mostGroups how many groups of port networks there are at the end, when there are most: groups only ever split
 * @param lastCut the last answer of {@link #cutAfter}
 */
record PreparedRun(
        History history,
        Function<Scenario, History> engine,
        List<TraceEntry> told,
        StopTimes stops,
        CallsLost callsLost,
        List<SharedAlarm> alarms,
        Screens screens,
        boolean countsAlways,
        int mostGroups,
        AtomicReference<@Nullable History> lastCut) {
    /** With more random calls than this, or more entries of the trace, running again for each moment would take too long. */
    private static final long MOST_CALLS = 100_000;

    private static final int MOST_ENTRIES = 2000;

    /** Runs a scenario. */
    static PreparedRun of(Scenario scenario, Function<Scenario, History> engine) {
        History history = engine.apply(scenario);
        HarmlessSilences harmless = new HarmlessSilences(history);
        List<TraceEntry> told =
                history.trace().stream().filter(entry -> !harmless.has(entry)).toList();
        return new PreparedRun(
                history,
                engine,
                told,
                new StopTimes(history, told),
                new CallsLost(history),
                SharedAlarm.of(history),
                Screens.of(history),
                calls(history) <= MOST_CALLS && history.trace().size() <= MOST_ENTRIES,
                Groups.at(history.duration(), history.portNetworks(), true)
                        .all()
                        .size(),
                new AtomicReference<>());
    }

    Scenario scenario() {
        return history.scenario();
    }

    /** Milliseconds. */
    Moments moments() {
        return history.moments();
    }

    long duration() {
        return history.duration();
    }

    /** By number. */
    List<PnHistory> portNetworks() {
        return history.portNetworks();
    }

    /** The trace up to a time, that time included, without harmless losses of contact. */
    List<TraceEntry> toldUntil(long at) {
        return Trace.until(told, at);
    }

    /** The alarms that were raised by a time, active or cleared. */
    List<SharedAlarm> alarmsUntil(long at) {
        return alarms.stream().filter(alarm -> alarm.alarm().at() <= at).toList();
    }

    /** The alarms that are active at a time, major ones first. */
    List<SharedAlarm> alarmsAt(long at) {
        return alarmsUntil(at).stream()
                .filter(shared -> isActive(shared.alarm(), at))
                .sorted((a, b) -> a.alarm().severity().compareTo(b.alarm().severity()))
                .toList();
    }

    /** Whether an alarm that has been raised is still active. */
    static boolean isActive(Alarm alarm, long at) {
        return alarm.clearedAt().isEmpty() || alarm.clearedAt().getAsLong() > at;
    }

    /** Whether there are random calls. */
    boolean hasTraffic() {
        return portNetworks().stream().anyMatch(pn -> pn.portNetwork().traffic().isPresent());
    }

    /**
     * The same run, ended after a time: its totals are those up to then. Empty if it would take too long because there are
     * too many calls, too much happens, or too many moments are shown.
     */
    Optional<History> cutAfter(long at) {
        if (!countsAlways) {
            return Optional.empty();
        }
        long length = Math.min(at + 1, duration());
        History last = lastCut.get();
        if (last == null || last.duration() != length) {
            last = engine.apply(scenario().lasting(Duration.ofMillis(length)));
            lastCut.set(last);
        }
        return Optional.of(last);
    }

    /** About how many steps of work it takes to count the calls of one moment; 0 if no run is needed for that. */
    long workOfCounting() {
        return countsAlways && hasTraffic() ? calls(history) + history.trace().size() : 0;
    }

    private static long calls(History history) {
        return history.portNetworks().stream()
                .mapToLong(pn -> pn.randomCalls().offered())
                .sum();
    }

    /** The same run, with calls counted only at changes of state. */
    PreparedRun countingAtChanges() {
        return new PreparedRun(history, engine, told, stops, callsLost, alarms, screens, false, mostGroups, lastCut);
    }

    /** The same scenario, changed, run from its start. */
    PreparedRun changed(Scenario scenario) {
        return of(scenario, engine);
    }

    /** The moments of a run at which something happens. */
    static final class StopTimes {
        private final long[] times;
        private final long end;

        /** @param told the entries of the trace that are worth telling */
        StopTimes(History history, List<TraceEntry> told) {
            LongStream changes = history.portNetworks().stream()
                    .flatMap(pn -> pn.timeline().stream())
                    .filter(span -> !isHarmless(span))
                    .mapToLong(PnSpan::from);
            times = LongStream.concat(told.stream().mapToLong(TraceEntry::at), changes)
                    .sorted()
                    .distinct()
                    .toArray();
            end = history.duration();
        }

        /** A loss of contact counts only if the trace tells of it. */
        private static boolean isHarmless(PnSpan span) {
            return span.state() == PnState.IN_SERVICE || span.state() == PnState.CONTACT_LOST;
        }

        /** The first moment after a time at which something happens; without one, the end of the run. */
        long after(long at) {
            int index = Arrays.binarySearch(times, at + 1);
            int next = index < 0 ? -index - 1 : index;
            return next < times.length ? times[next] : end;
        }

        /** The last moment before a time at which something happens; without one, the start. */
        long before(long at) {
            int index = Arrays.binarySearch(times, at);
            int next = index < 0 ? -index - 1 : index;
            return next > 0 ? times[next - 1] : 0;
        }
    }

    /** How many calls each port network has lost by a time: those that dropped, and those lost in set-up. */
    static final class CallsLost {
        /** Lost so far. */
        record Sum(long dropped, long inSetUp) {
            private static final Sum NONE = new Sum(0, 0);

            /** Both. */
            long all() {
                return dropped + inSetUp;
            }

            private Sum plus(long moreDropped, long moreInSetUp) {
                return new Sum(dropped + moreDropped, inSetUp + moreInSetUp);
            }
        }

        private final Map<Subject, NavigableMap<Long, Sum>> sums = new HashMap<>();

        CallsLost(History history) {
            for (TraceEntry entry : history.trace()) {
                entry.as(PnHappening.CallsDropped.class).ifPresent(dropped -> add(entry, dropped.count(), 0));
                entry.as(PnHappening.SetUpsLost.class).ifPresent(lost -> add(entry, 0, lost.count()));
            }
        }

        private void add(TraceEntry entry, long dropped, long inSetUp) {
            NavigableMap<Long, Sum> own = sums.computeIfAbsent(entry.subject(), subject -> new TreeMap<>());
            Sum before = own.isEmpty() ? Sum.NONE : own.lastEntry().getValue();
            own.put(entry.at(), before.plus(dropped, inSetUp));
        }

        /** What a port network has lost by a time, that time included. */
        Sum by(Subject subject, long at) {
            Map.Entry<Long, Sum> last =
                    sums.getOrDefault(subject, new TreeMap<>()).floorEntry(at);
            return last == null ? Sum.NONE : last.getValue();
        }
    }
}
