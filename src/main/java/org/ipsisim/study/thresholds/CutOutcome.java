package org.ipsisim.study.thresholds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.Traffic;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.study.Variant;

/**
 * What a cut cost a port network or the phones of a population.
 *
 * @param fate the worst that they went through
 * @param callsDrop whether a call of the port network dropped
 * @param refused whether a controller of the phones refused a request (U11)
 * @param endless whether a phone is still without service when the run ends
 */
public record CutOutcome(WorstOutcome fate, boolean callsDrop, boolean refused, boolean endless) {
    /** What a cut cost a port network. */
    CutOutcome(WorstOutcome fate, boolean callsDrop) {
        this(fate, callsDrop, false, false);
    }

    /**
     * What happens in a run, of each port network by number, then of each population in the order of the scenario. Where
     * heartbeats are lost by chance, random calls would wait again and again: they are drawn where some drop alone, until each
     * port network has dropped some, if that is enough.
     */
    static List<CutOutcome> of(Variant variant) {
        Scenario scenario = variant.scenario();
        List<Traffic> traffic = scenario.estate().portNetworks().stream()
                .flatMap(pn -> pn.traffic().stream())
                .toList();
        boolean stayAtHome =
                traffic.stream().allMatch(each -> each.shares().others().isEmpty());
        if (traffic.isEmpty() || !stayAtHome || !CutPlan.losesHeartbeats(scenario)) {
            return of(variant.run(Detail.LOSSES));
        }
        History control = variant.run(Detail.CONTROL);
        List<TraceEntry> drops = control.portNetworks().stream()
                .filter(pn -> pn.portNetwork().traffic().isPresent())
                .flatMap(pn -> firstDrop(control, pn).stream())
                .toList();
        if (drops.isEmpty()) {
            return of(control);
        }
        long last = drops.stream().mapToLong(TraceEntry::at).max().orElse(0);
        Scenario soFar = scenario.lasting(Duration.ofMillis(last + 1));
        History dropping = new Variant(variant.settings(), soFar).run(Detail.LOSSES);
        boolean allDrop = dropping.portNetworks().stream()
                .allMatch(pn -> firstDrop(control, pn).isEmpty() || pn.totals().callsDropped() > 0);
        return of(allDrop ? control : variant.run(Detail.LOSSES));
    }

    private static Optional<TraceEntry> firstDrop(History history, PnHistory pn) {
        return history.trace().of(pn.subject()).stream()
                .filter(entry -> entry.is(PnHappening.CallsDropped.class))
                .findFirst();
    }

    /** Of each port network by number, then of each population in the order of the scenario. */
    static List<CutOutcome> of(History history) {
        List<CutOutcome> outcomes = new ArrayList<>();
        history.portNetworks().forEach(pn -> outcomes.add(of(pn)));
        history.sip().populations().forEach(phones -> outcomes.add(of(phones, history)));
        return List.copyOf(outcomes);
    }

    private static CutOutcome of(PnHistory pn) {
        return new CutOutcome(WorstOutcome.of(pn), pn.totals().callsDropped() > 0);
    }

    private static CutOutcome of(PopulationHistory phones, History history) {
        SipHistory sip = history.sip();
        boolean refused = phones.population().controllers().stream()
                .flatMap(name -> sip.findSessionManager(name).stream())
                .anyMatch(sm -> sm.refused() > 0);
        return new CutOutcome(WorstOutcome.of(phones, history.trace()), false, refused, isOut(phones));
    }

    private static boolean isOut(PopulationHistory phones) {
        PhoneSample last = phones.sampleAt(Long.MAX_VALUE);
        return last.in(PhoneState.IN_SERVICE) < phones.population().size();
    }

    /** In words: {@code cold reset, calls drop}. */
    String words() {
        return fate.words()
                + (callsDrop ? ", calls drop" : "")
                + (refused ? ", requests refused" : "")
                + (endless ? ", endless outage" : "");
    }
}
