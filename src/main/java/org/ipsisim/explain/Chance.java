package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.HeartbeatHistory;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.jspecify.annotations.Nullable;

/** What heartbeats lost by chance contribute to a silence (N1 to N8). */
final class Chance {
    private final PnMoment moment;
    private final List<Occurrence> occurrences;
    private @Nullable List<HeartbeatHistory> heartbeats;

    Chance(PnMoment moment, List<Occurrence> occurrences) {
        this.moment = moment;
        this.occurrences = occurrences;
    }

    /** Whether heartbeats of a scenario are lost by chance, so that another seed would lose others. */
    static boolean losesHeartbeats(Scenario scenario) {
        boolean links = scenario.estate().links().stream()
                .anyMatch(link -> link.loss() > 0 || link.bursts().isPresent());
        return links || scenario.events().stream().anyMatch(Chance::isByChance);
    }

    private static boolean isByChance(ScenarioEvent event) {
        return event instanceof ScenarioEvent.Degradation degradation && degradation.isByChance();
    }

    /** Whether a loss of contact comes from heartbeats that were lost one by one. */
    boolean led(TraceEntry lost) {
        Optional<TraceEntry> cause = moment.history().trace().causeOf(lost);
        if (cause.isEmpty()) {
            return losesHeartbeats(moment.scenario());
        }
        boolean isDegraded = cause.get().is(NetworkHappening.Degraded.class, NetworkHappening.DegradationEnded.class);
        int event = cause.get().event();
        return isDegraded && event > 0 && isByChance(occurrences.get(event - 1).event());
    }

    /**
     * How many heartbeats in a row were missed in a silence, by now.
     *
     * @param lost the entry that the silence began with
     */
    Step luckOf(TraceEntry lost) {
        List<Long> missed = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (HeartbeatHistory way : heartbeats()) {
            if (isOf(way, lost)) {
                missed.add(missed(way, lost));
                words.add(Words.count(missed.get(missed.size() - 1), "heartbeat") + " of "
                        + way.server().id());
            }
        }
        boolean several = missed.stream().anyMatch(count -> count > 1);
        String text = "by chance, with seed " + moment.scenario().seed() + ": "
                + (words.isEmpty() ? "heartbeats" : NumberList.joined(words))
                + (several ? " in a row" : "") + " did not come in time";
        boolean tcp = moment.scenario().estate().heartbeats().transport() == HeartbeatRules.Transport.TCP;
        return Step.of(lost.at(), lost.subject(), text, tcp ? List.of("N1", "N7") : List.of("N1", "N2"));
    }

    private List<HeartbeatHistory> heartbeats() {
        if (heartbeats == null) {
            heartbeats = moment.heartbeats();
        }
        return heartbeats;
    }

    private boolean isOf(HeartbeatHistory way, TraceEntry lost) {
        return way.server().cluster() == whatOf(lost).cluster() && isTo(way.ipsi(), lost);
    }

    private static PnHappening.ContactLost whatOf(TraceEntry lost) {
        return lost.as(PnHappening.ContactLost.class).orElseThrow();
    }

    private long missed(HeartbeatHistory way, TraceEntry lost) {
        long lastContact = whatOf(lost).lastContact();
        long until = endOf(lost);
        return way.beats()
                .filter(beat -> !beat.delivered() && beat.arrival() > lastContact && beat.arrival() <= until)
                .count();
    }

    private boolean isTo(IpsiId ipsi, TraceEntry lost) {
        return ipsi.pn() == moment.number()
                && (lost.subject().isPn() || lost.subject().equals(Subject.ipsi(ipsi)));
    }

    /** When the silence that begins with an entry was over, or the moment. */
    private long endOf(TraceEntry lost) {
        return moment.history()
                .trace()
                .next(PnHappening.ContactRestored.class, lost)
                .filter(entry -> entry.at() <= moment.at())
                .map(entry -> entry.at() - 1)
                .orElse(moment.at());
    }
}
