package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.kernel.Agenda;

/** How many phones of a population are in which state, at whole seconds and at other moments that are asked for. */
final class Samples {
    private static final long SECOND = 1000;

    private final PopulationInRun population;
    private final Agenda agenda;
    private final long[] moments;
    private final List<PhoneSample> samples = new ArrayList<>();
    private int nextMoment;
    private long next;

    /** @param moments besides whole seconds, in milliseconds, sorted */
    Samples(PopulationInRun population, Agenda agenda, long[] moments) {
        this.population = population;
        this.agenda = agenda;
        this.moments = moments;
    }

    /** The counts are about to change. */
    void willChange() {
        long now = agenda.now();
        if (now <= next) {
            return;
        }
        sampleBefore(now);
        while (nextMoment < moments.length && moments[nextMoment] < now) {
            nextMoment++;
        }
        long second = (now + SECOND - 1) / SECOND * SECOND;
        next = nextMoment < moments.length ? Math.min(second, moments[nextMoment]) : second;
    }

    private void sampleBefore(long time) {
        if (next < time) {
            List<PhoneSample.Count> counts = counts();
            if (samples.isEmpty() || !samples.get(samples.size() - 1).counts().equals(counts)) {
                samples.add(new PhoneSample(next, counts));
            }
        }
    }

    private List<PhoneSample.Count> counts() {
        PhoneGroups groups = population.groups();
        int controllers = population.accesses().size();
        int[][] phones = new int[PhoneState.values().length][controllers + 1];
        for (int group = 0; group < groups.count(); group++) {
            phones[population.service().stateOf(group).ordinal()][groups.controllerOf(group) + 1] +=
                    population.service().members(group);
        }
        List<PhoneSample.Count> counts = new ArrayList<>();
        for (PhoneState state : PhoneState.values()) {
            for (int place = 0; place <= controllers; place++) {
                int count = phones[state.ordinal()][place];
                if (count > 0) {
                    counts.add(new PhoneSample.Count(state, place - 1, count));
                }
            }
        }
        return counts;
    }

    /** All samples, at the end. */
    List<PhoneSample> finish(long end) {
        sampleBefore(end + 1);
        return samples;
    }
}
