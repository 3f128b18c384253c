package org.ipsisim.study.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHappening;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;

/** Finds where two runs diverge, port network by port network; what follows the end of the shorter run does not count. */
final class DivergenceSearch {
    private final History a;
    private final History b;
    private final long end;

    DivergenceSearch(History a, History b) {
        this.a = a;
        this.b = b;
        this.end = Math.min(a.duration(), b.duration());
    }

    /** The first difference of a port network; none if it fares the same, or only one of the runs has it. */
    Optional<Divergence> ofPn(int number) {
        Optional<PnHistory> inB = b.findPortNetwork(number);
        return a.findPortNetwork(number).flatMap(inA -> inB.flatMap(there -> of(inA, there)));
    }

    /** The same of a population of phones. */
    Optional<Divergence> ofPhones(String name) {
        Optional<PopulationHistory> inB = b.sip().findPopulation(name);
        return a.sip().findPopulation(name).flatMap(inA -> inB.flatMap(there -> of(inA, there)));
    }

    /**
     * The first difference of a port network that both have, in what happens to it, or else in its priority lists and in
     * what its random calls lose; none if it fares the same.
     */
    Optional<Divergence> of(PnHistory inA, PnHistory inB) {
        List<TraceEntry> first = a.trace().ofPn(inA.portNetwork().number());
        List<TraceEntry> second = b.trace().ofPn(inB.portNetwork().number());
        return of(first, second, statesDiffer(inA, inB), () -> Math.min(listsDiffer(inA, inB), lossesDiffer(inA, inB)));
    }

    /** The first difference of a population of phones that both have; none if it fares the same. */
    Optional<Divergence> of(PopulationHistory inA, PopulationHistory inB) {
        Subject subject = Subject.phones(inA.population().name());
        List<TraceEntry> first = a.trace().of(subject);
        List<TraceEntry> second = b.trace().of(subject);
        return of(first, second, countsDiffer(inA, inB), () -> end);
    }

    /** When the numbers of phones in the states, on the controllers by their names, first differ. */
    private long countsDiffer(PopulationHistory inA, PopulationHistory inB) {
        if (!inA.population().controllers().equals(inB.population().controllers())) {
            return 0;
        }
        int count = Math.max(inA.samples().size(), inB.samples().size());
        for (int i = 0; i < count; i++) {
            boolean both = i < inA.samples().size() && i < inB.samples().size();
            if (!both || !inA.samples().get(i).equals(inB.samples().get(i))) {
                long atA = i < inA.samples().size() ? inA.samples().get(i).at() : end;
                long atB = i < inB.samples().size() ? inB.samples().get(i).at() : end;
                return Math.min(Math.min(atA, atB), end);
            }
        }
        return end;
    }

    private Optional<Divergence> of(
            List<TraceEntry> first, List<TraceEntry> second, long inStates, LongSupplier otherwise) {
        int i = 0;
        while (i < first.size() && i < second.size() && alike(first.get(i), second.get(i))) {
            i++;
        }
        long atA = i < first.size() ? first.get(i).at() : end;
        long atB = i < second.size() ? second.get(i).at() : end;
        long inTrace = Math.min(Math.min(atA, atB), end);
        if (inTrace == end && inStates == end) {
            long quiet = otherwise.getAsLong();
            return quiet == end ? Optional.empty() : Optional.of(new Divergence(quiet, true, List.of()));
        }
        if (inStates < inTrace) {
            return Optional.of(new Divergence(inStates, true, List.of()));
        }
        boolean fromB = atB < atA || atB == atA && !hasLike(second.get(i), first.subList(i, first.size()));
        List<TraceEntry> chain =
                fromB ? b.trace().chainOf(second.get(i)) : a.trace().chainOf(first.get(i));
        return Optional.of(new Divergence(inTrace, fromB, chain));
    }

    /** Whether the other run has the entry too, only later in the same instant. */
    private static boolean hasLike(TraceEntry entry, List<TraceEntry> others) {
        return others.stream().anyMatch(other -> alike(entry, other));
    }

    private long statesDiffer(PnHistory inA, PnHistory inB) {
        return differ(
                inA.timeline(),
                inB.timeline(),
                PnSpan::to,
                (x, y) -> x.state() == y.state() && x.controller() == y.controller());
    }

    private long listsDiffer(PnHistory inA, PnHistory inB) {
        if (!inA.lists().keySet().equals(inB.lists().keySet())) {
            return 0;
        }
        long earliest = end;
        for (Map.Entry<IpsiId, List<ListSpan>> list : inA.lists().entrySet()) {
            long at = differ(
                    list.getValue(),
                    inB.lists().getOrDefault(list.getKey(), List.of()),
                    ListSpan::to,
                    (x, y) -> x.clusters().equals(y.clusters()));
            earliest = Math.min(earliest, at);
        }
        return earliest;
    }

    private long lossesDiffer(PnHistory inA, PnHistory inB) {
        return differ(
                inA.timeline(), inB.timeline(), PnSpan::to, (x, y) -> x.losses().equals(y.losses()));
    }

    /** When spans that cover two runs first differ in value. */
    private <S> long differ(List<S> one, List<S> two, ToLongFunction<S> to, BiPredicate<S, S> alike) {
        int i = 0;
        int k = 0;
        long at = 0;
        while (i < one.size() && k < two.size()) {
            long endOfOne = to.applyAsLong(one.get(i));
            long endOfTwo = to.applyAsLong(two.get(k));
            if (!alike.test(one.get(i), two.get(k))) {
                return Math.min(at, end);
            }
            at = Math.min(endOfOne, endOfTwo);
            i += endOfOne == at ? 1 : 0;
            k += endOfTwo == at ? 1 : 0;
        }
        return end;
    }

    /** The same thing at the same time; what an entry foretells, such as when a time-out will end, does not count. */
    private static boolean alike(TraceEntry x, TraceEntry y) {
        boolean same = x.at() == y.at()
                && x.subject().equals(y.subject())
                && x.what().type().equals(y.what().type());
        boolean isCounted = x.is(PnHappening.CallsDropped.class) || x.subject().kind() == Subject.Kind.PHONES;
        return same && (!isCounted || x.what().equals(y.what()));
    }
}
