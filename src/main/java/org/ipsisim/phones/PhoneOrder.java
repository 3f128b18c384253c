package org.ipsisim.phones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipsisim.estate.PhonePopulation;

/**
 * The order of all phones: by extension, then by the name of the population (U2). Extensions that the same populations have
 * are one stretch, in which the place of a phone is worked out; so the order takes no memory for each phone.
 */
final class PhoneOrder {
    /** Extensions that the same populations have. */
    private static final class Stretch {
        private static final int MANY = -1;

        private final long first;
        private final int start;
        private final int[] populations;
        private final int[] offsets;
        private final int only;
        private final int shift;

        /**
         * A stretch.
         *
         * @param first the lowest
         * @param start the place of its first phone among all phones
         * @param populations their numbers, by name
         * @param offsets of each the place of its phone with the lowest extension among its phones
         */
        Stretch(long first, int start, int[] populations, int[] offsets) {
            this.first = first;
            this.start = start;
            this.populations = populations;
            this.offsets = offsets;
            only = populations.length == 1 ? populations[0] : MANY;
            shift = offsets[0] - start;
        }

        int population(int place) {
            return only != MANY ? only : populations[(place - start) % populations.length];
        }

        int phone(int place) {
            if (only != MANY) {
                return place + shift;
            }
            int many = populations.length;
            return offsets[(place - start) % many] + (place - start) / many;
        }
    }

    /** Of each population in one stretch: the place of its first phone, and from one of its phones to the next. */
    private final int[] first;

    private final int[] step;
    private final List<PhonePopulation> populations;
    private final Stretch[] stretches;

    /** The place of the first phone of each stretch, and the place after the last phone of all. */
    private final int[] starts;

    private int latest;
    private final long[] firsts;

    PhoneOrder(List<PhonePopulation> populations) {
        this.populations = populations;
        List<Integer> byName = IntStream.range(0, populations.size())
                .boxed()
                .sorted(Comparator.comparing(number -> populations.get(number).name()))
                .toList();
        TreeSet<Long> bounds = new TreeSet<>();
        for (PhonePopulation each : populations) {
            bounds.add(each.firstExtension());
            bounds.add(each.lastExtension() + 1);
        }
        List<Stretch> all = new ArrayList<>();
        int start = 0;
        for (long first : bounds) {
            int[] numbers = byName.stream()
                    .filter(number -> populations.get(number).has(first))
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (numbers.length > 0) {
                int[] offsets = IntStream.of(numbers)
                        .map(number -> (int) (first - populations.get(number).firstExtension()))
                        .toArray();
                all.add(new Stretch(first, start, numbers, offsets));
                start += Math.toIntExact(bounds.tailSet(first, false).first() - first) * numbers.length;
            }
        }
        stretches = all.toArray(Stretch[]::new);
        starts = IntStream.concat(all.stream().mapToInt(stretch -> stretch.start), IntStream.of(start))
                .toArray();
        firsts = all.stream().mapToLong(stretch -> stretch.first).toArray();
        first = new int[populations.size()];
        step = new int[populations.size()];
        for (int population = 0; population < first.length; population++) {
            PhonePopulation phones = populations.get(population);
            if (stretch(phones.firstExtension()) == stretch(phones.lastExtension())) {
                first[population] = find(population, 0);
                step[population] = stretch(phones.firstExtension()).populations.length;
            }
        }
    }

    private Stretch stretch(long extension) {
        int index = Arrays.binarySearch(firsts, extension);
        return stretches[index < 0 ? -index - 2 : index];
    }

    /** The number of the population of the phone at a place among all phones. */
    int population(int place) {
        return at(place).population(place);
    }

    /** The place of that phone among the phones of its population. */
    int phone(int place) {
        return at(place).phone(place);
    }

    /** Whoever asks of a phone mostly asks again: what was found last is tried first. */
    private Stretch at(int place) {
        if (place < starts[latest] || place >= starts[latest + 1]) {
            int index = Arrays.binarySearch(starts, place);
            latest = index < 0 ? -index - 2 : index;
        }
        return stretches[latest];
    }

    /** The place of a phone of a population among all phones. */
    int place(int population, int phone) {
        return step[population] > 0 ? first[population] + phone * step[population] : find(population, phone);
    }

    private int find(int population, int phone) {
        long extension = populations.get(population).firstExtension() + phone;
        Stretch stretch = stretch(extension);
        int turn = 0;
        while (stretch.populations[turn] != population) {
            turn++;
        }
        return stretch.start + (int) (extension - stretch.first) * stretch.populations.length + turn;
    }
}
