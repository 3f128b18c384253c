package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ipsisim.document.NumberList;
import org.ipsisim.estate.PhonePopulation;
import org.ipsisim.estate.PhoneState;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PhoneSample;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/**
 * Why the phones of a population are in their states at a moment of a run: the answer, the way there, and what comes next.
 * {@link PhonePrevention} tells what would have prevented it, which takes further runs.
 *
 * @param history of the run
 * @param phones which ones
 * @param at the moment, in milliseconds from the start
 * @param sample what the phones are in at the moment, to the second
 * @param answer in a sentence or two
 * @param why what led to it, in the order of time; empty if nothing has happened to them
 * @param next what comes next in the run, at most a few steps
 */
public record PhoneExplanation(
        History history,
        PopulationHistory phones,
        long at,
        PhoneSample sample,
        String answer,
        List<Step> why,
        List<Step> next) {
    /** Most steps of the past, the latest ones, and of the future. */
    private static final int MOST_STEPS = 12;

    /** Keeps copies of the lists. */
    public PhoneExplanation {
        why = List.copyOf(why);
        next = List.copyOf(next);
    }

    /**
     * Explains a moment.
     *
     * @param population the name of a population of the estate
     * @param at milliseconds from the start, 0 to the run's duration
     * @throws java.util.NoSuchElementException if there is no such population
     */
    public static PhoneExplanation of(History history, String population, long at) {
        PopulationHistory phones = history.sip().findPopulation(population).orElseThrow();
        Steps steps = new Steps(history, new Sources(history.scenario()));
        List<TraceEntry> own = history.trace().of(Subject.phones(population));
        List<TraceEntry> past = own.stream().filter(entry -> entry.at() <= at).toList();
        List<TraceEntry> recent = past.subList(Math.max(0, past.size() - MOST_STEPS), past.size());
        TreeSet<TraceEntry> chain = new TreeSet<>(Comparator.comparingInt(TraceEntry::id));
        recent.forEach(entry -> chain.addAll(history.trace().chainOf(entry)));
        List<TraceEntry> future = own.stream().filter(entry -> entry.at() > at).toList();
        PhoneSample sample = phones.sampleAt(at);
        return new PhoneExplanation(
                history,
                phones,
                at,
                sample,
                answer(phones, sample, at, history.moments()),
                steps.of(List.copyOf(chain)),
                steps.of(Lists.first(future, MOST_STEPS)));
    }

    /** The moment in the run at which most phones of any population have no service, and whose they are. */
    public record Worst(String population, long at) {
        /** Of a run whose estate has phones; its start if all phones have service all the time. */
        public static Worst of(History history) {
            Worst worst =
                    new Worst(history.sip().populations().get(0).population().name(), 0);
            int most = 0;
            for (PopulationHistory phones : history.sip().populations()) {
                for (PhoneSample sample : phones.samples()) {
                    int out = phones.population().size() - sample.in(PhoneState.IN_SERVICE);
                    if (out > most) {
                        most = out;
                        worst = new Worst(phones.population().name(), sample.at());
                    }
                }
            }
            return worst;
        }
    }

    private static String answer(PopulationHistory phones, PhoneSample sample, long at, Moments moments) {
        PhonePopulation population = phones.population();
        int size = population.size();
        int inService = sample.in(PhoneState.IN_SERVICE);
        String what = inService == size
                ? "all are in service"
                : inService == 0 ? "none is in service" : Words.grouped(inService) + " are in service";
        List<String> parts = new ArrayList<>();
        for (PhoneSample.Count count : sample.counts()) {
            String on = count.controller() < 0
                    ? ""
                    : (count.state() == PhoneState.MOVING ? " to " : " on ")
                            + population.controllers().get(count.controller());
            parts.add(Words.grouped(count.phones()) + " " + count.state().words() + on);
        }
        OptionalLong back = phones.outage().lastBackAt();
        String then = inService < size && back.isPresent() && back.getAsLong() > at
                ? " The last is back at " + moments.exact(back.getAsLong()) + "."
                : "";
        return "At " + moments.exact(at) + ", of the " + (size == 1 ? "1 phone" : Words.grouped(size) + " phones")
                + " of " + population.name() + " " + what + ": " + NumberList.joined(parts) + "." + then;
    }
}
