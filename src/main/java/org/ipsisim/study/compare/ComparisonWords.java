package org.ipsisim.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.estate.IpsiId;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.SubjectWords;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Variant;

/** The sentences about a comparison that text, page and JSON share. */
public record ComparisonWords(Comparison comparison) {
    private static final int MOST_NAMED = 3;

    /** The answer in a sentence. */
    public String headline() {
        if (comparison.changes().isEmpty()) {
            return "No difference: nothing is set differently.";
        }
        if (!comparison.differs()) {
            return "No difference: " + what() + ", all "
                    + (comparison.phones().isEmpty()
                            ? "port networks"
                            : comparison.portNetworks().isEmpty() ? "phones" : "port networks and phones")
                    + " fare as in A.";
        }
        List<Compared<String, PopulationHistory>> phones =
                comparison.phones().stream().filter(Compared::differs).toList();
        List<Integer> lists = numbersOf(ComparisonWords::differsInListsAlone);
        List<Integer> different = numbersOf(pn -> pn.differs() && !differsInListsAlone(pn));
        if (!different.isEmpty()) {
            return Words.capital(what()) + ", " + subject(different) + (different.size() == 1 ? " fares" : " fare")
                    + " differently from " + Words.duration(first()) + " on: " + balance() + "."
                    + (phones.isEmpty() ? "" : " " + Words.capital(phonesInWords(phones)));
        }
        if (!phones.isEmpty()) {
            return Words.capital(what()) + ", " + phonesInWords(phones);
        }
        if (!lists.isEmpty()) {
            return Words.capital(what()) + ", the same happens as in A; only the priority lists of " + subject(lists)
                    + " differ, from " + Words.duration(first()) + " on.";
        }
        return Words.capital(what()) + ", the main servers interchange "
                + RoundedNumbers.times(comparison.b().history().serverInterchanges()) + " instead of "
                + RoundedNumbers.times(comparison.a().history().serverInterchanges())
                + "; all port networks fare as in A.";
    }

    /** {@code the phones dallas-desk fare differently from 1m45s on: 12m less phone time lost.} */
    private String phonesInWords(List<Compared<String, PopulationHistory>> different) {
        List<String> names = different.stream().map(Compared::key).toList();
        String who = names.size() <= MOST_NAMED
                ? "the phones " + NumberList.joined(names)
                : names.size() + " of the " + comparison.phones().size() + " populations of phones";
        long from = different.stream()
                .mapToLong(phones -> phones.divergence().map(Divergence::at).orElse(0L))
                .min()
                .orElse(0);
        List<String> parts = new ArrayList<>();
        for (Measure measure : List.of(
                Measure.PHONE_TIME_LOST,
                Measure.LONGEST_PHONE_OUTAGE,
                Measure.PEAK_REQUESTS,
                Measure.REQUESTS_REFUSED)) {
            String a = measure.shown(comparison.a().cost());
            String b = measure.shown(comparison.b().cost());
            if (!a.equals(b)) {
                parts.add(measure.words() + " " + b + " instead of " + a);
            }
        }
        return who + " fare differently from " + Words.duration(from) + " on"
                + (parts.isEmpty() ? "" : ": " + NumberList.joined(parts)) + ".";
    }

    /** What phones do in one of the runs at the first difference. */
    static String phonesInRun(Compared<String, PopulationHistory> phones, boolean b) {
        Divergence divergence = phones.divergence().orElseThrow();
        PopulationHistory own = (b ? phones.b() : phones.a()).orElseThrow();
        List<String> controllers = own.population().controllers();
        return own.sampleAt(divergence.at()).counts().stream()
                .map(count -> count.phones() + " " + count.state().words()
                        + (count.controller() < 0 ? "" : ", " + controllers.get(count.controller())))
                .collect(Collectors.joining("; "));
    }

    private List<Integer> numbersOf(Predicate<Compared<Integer, PnHistory>> which) {
        return comparison.portNetworks().stream()
                .filter(which)
                .map(Compared::key)
                .toList();
    }

    /** Whether nothing of a port network differs but its priority lists. */
    static boolean differsInListsAlone(Compared<Integer, PnHistory> pn) {
        return pn.divergence().filter(first -> first.chain().isEmpty()).isPresent()
                && pn.a().map(PnHistory::timeline).equals(pn.b().map(PnHistory::timeline));
    }

    private long first() {
        boolean listsAlone =
                comparison.portNetworks().stream().allMatch(pn -> !pn.differs() || differsInListsAlone(pn));
        return comparison.portNetworks().stream()
                .filter(pn -> listsAlone || !differsInListsAlone(pn))
                .flatMap(pn -> pn.divergence().stream())
                .mapToLong(Divergence::at)
                .min()
                .orElse(0);
    }

    /** A side in words: its file and what was set. */
    public static String name(Comparison.Side side) {
        Variant variant = side.variant();
        String file = variant.scenario().provenance().file();
        return variant.settings().isEmpty() ? file : file + " with " + String.join(", ", variant.settings());
    }

    /** What holds for both runs. */
    public String common() {
        long seedA = comparison.a().history().scenario().seed();
        long seedB = comparison.b().history().scenario().seed();
        String paired = seedA == seedB
                ? "seed " + seedA + " in both: the same lost heartbeats and the same calls"
                : "seeds " + seedA + " and " + seedB + ": lost heartbeats and calls are not the same";
        boolean sameLength =
                comparison.a().history().duration() == comparison.b().history().duration();
        return (sameLength ? "" : "the first ") + Words.duration(comparison.duration())
                + (sameLength ? "" : " are compared") + ", " + paired;
    }

    /** What a port network does in one of the runs at the first difference. */
    public String inRun(Compared<Integer, PnHistory> pn, boolean b) {
        Divergence divergence = pn.divergence().orElseThrow();
        PnHistory own = (b ? pn.b() : pn.a()).orElseThrow();
        PnHistory other = (b ? pn.a() : pn.b()).orElseThrow();
        PnSpan span = own.spanAt(divergence.at());
        PnSpan otherSpan = other.spanAt(divergence.at());
        History history = (b ? comparison.b() : comparison.a()).history();
        String state = span.state().key().replace('-', ' ');
        if (span.controller() != otherSpan.controller()) {
            return state + ", " + history.names().cluster(span.controller());
        }
        if (span.state() != otherSpan.state()) {
            return state;
        }
        if (divergence.chain().isEmpty()) {
            String lists = lists(own, divergence.at());
            return lists.equals(lists(other, divergence.at())) ? losses(span) : lists;
        }
        return divergence.inB() == b ? history.textOf(entryOf(divergence)) : state;
    }

    private static String lists(PnHistory pn, long at) {
        List<String> lists = new ArrayList<>();
        for (IpsiId ipsi : pn.lists().keySet()) {
            lists.add(
                    "list " + pn.listAt(ipsi, at).stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        return String.join("; ", lists);
    }

    private static String losses(PnSpan span) {
        CallLosses losses = span.losses();
        return losses.blocked() + " calls blocked, " + losses.delayed() + " delayed, " + losses.setUpsLost()
                + " lost in set-up, " + losses.dropped() + " dropped";
    }

    /** The entry that makes a difference. */
    private static TraceEntry entryOf(Divergence divergence) {
        return divergence.chain().get(divergence.chain().size() - 1);
    }

    /** The keys that make a difference, such as {@code timers.no-service-timeout}. */
    public static String because(Compared.Cause cause) {
        List<String> keys = cause.changes().stream().map(Change::key).toList();
        String named = String.join("; ", keys.subList(0, Math.min(MOST_NAMED, keys.size())));
        String more = keys.size() > MOST_NAMED ? " and " + (keys.size() - MOST_NAMED) + " more" : "";
        return named + more + (cause.alone() ? "" : ", together");
    }

    /** What is different about B, as the beginning of a sentence. */
    private String what() {
        List<String> own =
                comparison.b().variant().settingsBeyond(comparison.a().variant());
        String fileB = comparison.b().variant().scenario().provenance().file();
        if (!fileB.equals(comparison.a().variant().scenario().provenance().file())) {
            return "in " + fileB;
        }
        if (own.isEmpty()) {
            return "in B";
        }
        return "with " + (own.size() <= MOST_NAMED ? NumberList.joined(own) : "B's " + own.size() + " settings");
    }

    private String subject(List<Integer> numbers) {
        return SubjectWords.portNetworks(numbers, comparison.portNetworks().size());
    }

    private String balance() {
        Cost a = comparison.a().cost();
        Cost b = comparison.b().cost();
        List<String> parts = new ArrayList<>();
        long dial = b.cannotDial() - a.cannotDial();
        if (dial != 0) {
            parts.add(Words.duration(Math.abs(dial)) + (dial < 0 ? " less" : " more") + " in which nobody can dial");
        } else if (a.cannotDial() > 0) {
            parts.add("the same " + Words.duration(a.cannotDial()) + " in which nobody can dial");
        }
        parts.add(change(a.callsDropped(), b.callsDropped(), "call", "dropped"));
        if (a.of(Measure.FAILOVERS) != b.of(Measure.FAILOVERS)) {
            parts.add(change(a.of(Measure.FAILOVERS), b.of(Measure.FAILOVERS), "failover", ""));
        }
        String all = comparison.portNetworks().size() == 1 ? "" : "in all, ";
        return all + NumberList.joined(parts);
    }

    /** {@code 40 fewer calls dropped}. */
    private static String change(long a, long b, String noun, String what) {
        String end = what.isEmpty() ? "" : " " + what;
        if (a == b) {
            return a == 0 ? "no " + noun + end + " in either" : "the same " + Words.count(a, noun) + end;
        }
        return Math.abs(b - a) + (b < a ? " fewer " : " more ") + noun + (Math.abs(b - a) == 1 ? "" : "s") + end;
    }
}
