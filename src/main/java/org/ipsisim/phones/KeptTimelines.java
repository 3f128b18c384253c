package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.history.PhoneHistory;
import org.ipsisim.history.PhoneRecorder;
import org.ipsisim.kernel.Agenda;

/** The timelines of those phones of a population that are looked at one by one; to look changes nothing (U20). */
final class KeptTimelines {
    private final PopulationInRun population;
    private final Agenda agenda;
    private final Map<Integer, PhoneRecorder> recorders = new TreeMap<>();

    /** @param extensions of the phones to look at; those of other populations do not count */
    KeptTimelines(PopulationInRun population, Agenda agenda, LongStream extensions) {
        this.population = population;
        this.agenda = agenda;
        PhonePopulation phones = population.population();
        extensions
                .filter(phones::has)
                .forEach(extension -> recorders.put(
                        (int) (extension - phones.firstExtension()), new PhoneRecorder(extension, phones.name())));
    }

    /** Everybody is in service. */
    void start() {
        recorders.keySet().forEach(this::changed);
    }

    /** A phone is in another group. */
    void changed(int phone) {
        PhoneRecorder recorder = recorders.isEmpty() ? null : recorders.get(phone);
        if (recorder != null) {
            record(phone, recorder);
        }
    }

    /** The state of all phones of a group has changed. */
    void groupChanged(int group) {
        recorders.forEach((phone, recorder) -> {
            if (population.service().group(phone) == group) {
                record(phone, recorder);
            }
        });
    }

    private void record(int phone, PhoneRecorder recorder) {
        int group = population.service().group(phone);
        int place = population.groups().controllerOf(group);
        Optional<String> controller = place < 0
                ? Optional.empty()
                : Optional.of(population.population().controllers().get(place));
        recorder.change(agenda.now(), new PhoneHistory.In(population.stateOf(group), controller));
    }

    List<PhoneHistory> finish(long end) {
        List<PhoneHistory> phones = new ArrayList<>();
        recorders.values().forEach(recorder -> phones.add(recorder.finish(end)));
        return phones;
    }
}
