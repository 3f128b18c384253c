package org.ipsisim.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.History;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;

/**
 * Rows of a timeline for populations of phones: a band in the state of most phones without service, and below it how many
 * phones are in service.
 */
final class PhoneRows {
    /** More populations are in the table alone. */
    private static final int MOST_ROWS = 12;

    /** How a state looks: as the state of a port network that means the same to a caller. */
    private static final Map<PhoneState, BandState> LOOKS = new EnumMap<>(PhoneState.class);

    static {
        look(PhoneState.LIMBO, PnState.CONTACT_LOST);
        look(PhoneState.NO_CALL_PROCESSING, PnState.WARM_RESET);
        look(PhoneState.REGISTERING, PnState.COLD_RESET);
        look(PhoneState.SEARCHING, PnState.NO_SERVICE);
        look(PhoneState.MOVING, PnState.RESTARTING);
        LOOKS.put(PhoneState.IN_SERVICE, BandState.of(PnState.IN_SERVICE));
        LOOKS.put(PhoneState.DOWN, BandState.of(PnState.DOWN));
    }

    private PhoneRows() {}

    private static void look(PhoneState state, PnState as) {
        String words = "phones " + state.words();
        LOOKS.put(state, BandState.of(as).named(BandState.RANKS * (PnState.values().length + state.ordinal()), words));
    }

    /** The populations that lost most service, in the order of the scenario. */
    static List<BandRow> of(History history) {
        List<PopulationHistory> all = history.sip().populations();
        List<PopulationHistory> worst = history.sip().mostAffected(MOST_ROWS);
        return all.stream()
                .filter(worst::contains)
                .map(phones -> row(phones, history.duration()))
                .toList();
    }

    /** The row of a population. */
    static BandRow row(PopulationHistory phones, long duration) {
        List<BandRow.Band> bands = new ArrayList<>();
        List<PhoneSample> samples = phones.samples();
        for (int i = 0; i < samples.size(); i++) {
            long to = i + 1 < samples.size() ? samples.get(i + 1).at() : duration;
            BandRow.Band band = band(phones.population(), samples.get(i), to);
            int last = bands.size() - 1;
            if (last >= 0
                    && bands.get(last).state().equals(band.state())
                    && bands.get(last).texts().equals(band.texts())) {
                bands.set(last, bands.get(last).until(to));
            } else {
                bands.add(band);
            }
        }
        Area inService = Area.phones(phones, sample -> sample.in(PhoneState.IN_SERVICE), duration);
        return new BandRow(
                phones.population().name(),
                bands,
                Optional.of(inService).filter(area -> area.steps().size() > 1));
    }

    /** The band of one sample: the most frequent state among phones without service, or service if all have it. */
    private static BandRow.Band band(PhonePopulation population, PhoneSample sample, long to) {
        PhoneSample.Count shown = sample.counts().stream()
                .filter(count -> count.state() != PhoneState.IN_SERVICE)
                .max(Comparator.comparingInt(PhoneSample.Count::phones))
                .orElseGet(() -> sample.counts().stream()
                        .max(Comparator.comparingInt(PhoneSample.Count::phones))
                        .orElseThrow());
        String controller =
                shown.controller() < 0 ? "" : population.controllers().get(shown.controller());
        List<String> texts = shown.state() == PhoneState.IN_SERVICE
                ? List.of(controller)
                : List.of(shown.state().words());
        String note = controller.isEmpty() ? "no controller" : controller;
        return new BandRow.Band(sample.at(), to, Objects.requireNonNull(LOOKS.get(shown.state())), note, texts, false);
    }
}
