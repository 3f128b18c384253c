package org.ipsisim.history;

import java.util.List;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneTotal;

/**
 * What happened to a population of phones.
 *
 * @param population which one
 * @param samples how many phones are in which state, at whole seconds and at the moments that the scenario's expectations
 *     ask for; by time, the first at 0; none is equal to the one before it
 * @param outage time not in service
 * @param notCallable time in which no controller could pass a call to a phone (U15)
 */
public record PopulationHistory(
        PhonePopulation population, List<PhoneSample> samples, PhoneOutage outage, PhoneOutage notCallable) {
    /** Keeps a copy of the samples. */
    public PopulationHistory {
        samples = List.copyOf(samples);
    }

    /** A total that expectations can name; times are in milliseconds. */
    public long total(PhoneTotal total) {
        return switch (total) {
            case LONGEST_OUTAGE -> outage.longest();
            case PHONE_TIME_LOST -> outage.total();
            case PHONES_AFFECTED -> outage.phonesAffected();
            case LONGEST_NOT_CALLABLE -> notCallable.longest();
        };
    }

    /**
     * The last sample at a time or before it.
     *
     * @param at milliseconds from the start, 0 or more
     */
    public PhoneSample sampleAt(long at) {
        return samples.get(indexAt(at));
    }

    /** The last sample at a time or before it, and those after it until another time, that time included. */
    public List<PhoneSample> samplesBetween(long from, long to) {
        return samples.subList(indexAt(from), indexAt(to) + 1);
    }

    private int indexAt(long at) {
        int first = 0;
        int last = samples.size() - 1;
        while (first < last) {
            int middle = (first + last + 1) >>> 1;
            if (samples.get(middle).at() <= at) {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        return first;
    }
}
