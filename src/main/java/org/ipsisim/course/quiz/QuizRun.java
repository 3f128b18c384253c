package org.ipsisim.course.quiz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ipsisim.course.Answer;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.CallsDropReading;
import org.ipsisim.estate.EscalationReading;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.estate.Timers;
import org.ipsisim.history.Detail;
import org.ipsisim.history.Happening;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.study.Allowance;

/** The run that a quiz asks about, and the runs of the same scenario in other readings of the sources. */
final class QuizRun {
    private final History history;
    private final Map<EscalationReading, Optional<History>> readings = new EnumMap<>(EscalationReading.class);
    private final Map<CallsDropReading, Optional<History>> callsReadings = new EnumMap<>(CallsDropReading.class);
    private final Allowance allowance;

    /** @param allowance how much work all other runs may take together */
    QuizRun(History history, Allowance allowance) {
        this.history = history;
        this.allowance = allowance;
    }

    History history() {
        return history;
    }

    Scenario scenario() {
        return history.scenario();
    }

    Timers timers() {
        return scenario().estate().timers();
    }

    /** The value of a timer in force at a time in milliseconds. */
    long timerAt(TimerSetting setting, long at) {
        return scenario().timersAt(at).millis(setting);
    }

    /** The run of a changed scenario; empty if it is too large, or the work for all of them is used up. */
    Optional<History> run(Scenario changed) {
        return allowance.hasWorkFor(1) ? allowance.run(changed, Detail.SILENCES) : Optional.empty();
    }

    /** What the quiz lacks since there was too much work, in a paragraph; none if it lacks nothing. */
    List<String> lacks() {
        String words = allowance.unfinished().words();
        return words.isEmpty() ? List.of() : List.of("Some questions or wrong answers are left out. " + words);
    }

    /** Gives the run in each other reading of when the timers start, and why an answer from it is wrong. */
    void inOtherReadings(BiConsumer<History, String> consumer) {
        for (EscalationReading reading : EscalationReading.values()) {
            if (reading != timers().reading()) {
                readings.computeIfAbsent(reading, r -> run(scenario().with(timers().with(r))))
                        .ifPresent(run -> consumer.accept(
                                run,
                                "That is right in another reading of the sources: " + meaning(reading)
                                        + " (`timers.reading: " + reading.key() + "`)."));
            }
        }
    }

    /** What a reading means, in a clause. */
    static String meaning(EscalationReading reading) {
        return switch (reading) {
            case SERIAL -> "the timers run one after the other, as in the article";
            case COLD_FROM_LOSS -> "the cold reset delay counts from the last heartbeat";
            case ALL_FROM_LOSS -> "every timer counts from the last heartbeat, as in the manuals";
            case NO_SERVICE_FROM_WARM -> "the no-service time counts from the warm reset";
        };
    }

    /** Gives the run in the other reading of when calls drop. */
    void inOtherCallsReading(Consumer<History> consumer) {
        CallsDropReading other = timers().callsDrop() == CallsDropReading.AT_COLD_RESET
                ? CallsDropReading.AT_TAKEOVER
                : CallsDropReading.AT_COLD_RESET;
        callsReadings
                .computeIfAbsent(other, r -> run(scenario().with(timers().with(r))))
                .ifPresent(consumer);
    }

    /** One port network for each history that they have, in the order of their numbers. */
    List<PnHistory> differing() {
        return Lists.alike(history.portNetworks(), PnHistory::timeline).stream()
                .map(alike -> alike.get(0))
                .toList();
    }

    /** The first entry of a kind about a port network. */
    static Optional<TraceEntry> first(History run, PnHistory pn, Class<? extends Happening> kind) {
        return run.trace().first(kind, pn.subject());
    }

    /** What the scenario did that led to an entry. */
    TraceEntry root(TraceEntry entry) {
        return history.trace().rootOf(entry);
    }

    /** Whether a failure led to an entry, and not heartbeats that were lost by chance. */
    boolean isOfFailure(TraceEntry entry) {
        return root(entry).is(NetworkHappening.Failed.class);
    }

    /** The longest silence of a port network that ended with contact or led to a reset, in milliseconds. */
    static long longestSilence(History run, PnHistory pn) {
        return pn.longestSilence(run.trace());
    }

    /** A cluster as an answer. */
    Answer cluster(int number) {
        return Answer.cluster(Optional.of(number), history.mainCluster());
    }

    /** A sentence with a capital letter. */
    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A port network as a question names it. */
    static String name(PnHistory pn) {
        return "port network " + pn.portNetwork().number();
    }

    /** A cluster as an explanation names it. */
    String name(int cluster) {
        return Words.clusterName(cluster, history.mainCluster());
    }

    static String time(long millis) {
        return RoundedNumbers.time(millis);
    }
}
