package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.console.FormValues;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Reproduction;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.SessionManagerHistory;
import org.ipsisim.history.Words;
import org.ipsisim.report.PnGroup;
import org.ipsisim.study.Allowance;
import org.ipsisim.study.Cost;

/**
 * What a report of a run recommends: the changes that would have made it cheaper, found by running the scenario with one
 * thing different at a time, with what the run as it is and each of them cost; and what was tried to no avail.
 */
public final class Recommendation {
    /** With more entries in its trace, a run takes so long that a reader has to ask for it. */
    private static final int MOST_ENTRIES = 2000;

    /** The same with more requests to session managers. */
    private static final long MOST_REQUESTS = 100_000;

    /** The port networks of no more fates than these are looked at one after the other, until something helps. */
    private static final int MOST_FATES = 3;

    /** Times that differ by less are the same. */
    private static final long SECOND = 1000;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(
                    (Candidate candidate) -> candidate.cost().callsDropped())
            .thenComparing(candidate -> candidate.cost().outage() / SECOND)
            .thenComparing(candidate -> candidate.cost().cannotDial() / SECOND);

    private final History history;
    private final Allowance allowance;
    private final Map<String, Candidate> helpful = new LinkedHashMap<>();
    private final List<String> less = new ArrayList<>();
    private final Set<String> noBetter = new LinkedHashSet<>();
    private final Set<String> noEffect = new LinkedHashSet<>();
    private boolean isFound;

    private Recommendation(History history, Allowance allowance) {
        this.allowance = allowance;
        this.history = history;
    }

    /**
     * A change.
     *
     * @param words what is different
     * @param verdict what it does, and for whom: a second IPSI helps its own port network alone
     * @param form what is typed into a form for it; nothing for what is built
     * @param cost of the run with it, for all port networks
     */
    private record Candidate(String words, String verdict, List<String> form, Cost cost) {}

    /**
     * A section of a report; empty if nothing is wrong.
     *
     * @param allowance how much work all runs together may take
     */
    public static Document of(History history, Allowance allowance) {
        Document document = new Document("", "", "").section("What we recommend", "recommended");
        List<PnGroup> out = PnGroup.worstFirst(history).stream()
                .filter(group -> trouble(group) > 0)
                .sorted(Comparator.comparingLong(
                        group -> -trouble(group) * group.members().size()))
                .toList();
        boolean phonesAreOut = history.sip().populations().stream()
                .anyMatch(phones -> phones.outage().phonesAffected() > 0);
        long requests = history.sip().sessionManagers().stream()
                .mapToLong(SessionManagerHistory::requests)
                .sum();
        boolean isTooLong = history.trace().size() > MOST_ENTRIES || requests > MOST_REQUESTS;
        if (isTooLong && (phonesAreOut || !out.isEmpty())) {
            return document.paragraph("Much happens in this run. Ask for the moment that matters:")
                    .code(Reproduction.command(history.scenario())
                            .replaceFirst("^ipsisim run", "ipsisim explain")
                            .replaceFirst(" --report report$", ""));
        }
        if (!out.isEmpty()) {
            Recommendation found = new Recommendation(history, allowance);
            out.stream().limit(MOST_FATES).takeWhile(group -> !found.isFound).forEach(found::look);
            found.addTo(document);
        }
        if (phonesAreOut) {
            PhoneExplanation.Worst worst = PhoneExplanation.Worst.of(history);
            PhoneExplanation explanation = PhoneExplanation.of(history, worst.population(), worst.at());
            PhoneDocument.addRemedies(document, explanation, PhonePrevention.of(explanation, allowance));
        }
        return document;
    }

    private static long trouble(PnGroup group) {
        return trouble(group.first());
    }

    private static long trouble(PnHistory pn) {
        return pn.totals().outage() + pn.totals().degraded();
    }

    /** Looks for what would have helped the port networks of one fate. */
    private void look(PnGroup group) {
        int pn = group.first().portNetwork().number();
        Prevention prevention = Prevention.of(
                Explanation.of(history, pn, WorstMoment.of(history, pn).orElse(0L)), allowance);
        Cost now = sum(prevention.asItIs());
        boolean found = false;
        for (Remedy remedy : prevention.remedies()) {
            Cost then = sum(remedy);
            Candidate candidate = candidate(remedy, group, then);
            if (BEST_FIRST.compare(candidate, candidate(remedy, group, now)) < 0) {
                boolean helpsThem = remedy.verdict() != Remedy.Verdict.SAVES;
                helpful.merge(remedy.words(), candidate, (old, other) -> helpsThem && !isFound ? other : old);
                found |= helpsThem;
            } else {
                noBetter.add(remedy.words());
            }
        }
        noBetter.addAll(prevention.noBetter());
        noEffect.addAll(prevention.inVain());
        isFound = found;
    }

    private static Cost sum(Remedy remedy) {
        return remedy.cost().plus(remedy.others());
    }

    private Candidate candidate(Remedy remedy, PnGroup group, Cost cost) {
        String what = switch (remedy.verdict()) {
            case PREVENTS -> "prevents the outage of ";
            case SHORTENS -> "shortens the outage of ";
            case SAVES, NO_HELP -> "helps others than ";
        };
        List<PnHistory> helped = group.members().stream()
                .filter(pn -> trouble(remedy.all()
                                .findPortNetwork(pn.portNetwork().number())
                                .orElseThrow())
                        < trouble(pn))
                .toList();
        return new Candidate(
                remedy.words(),
                what + (helped.isEmpty() ? group : new PnGroup(helped)).name(),
                FormValues.changed(history.scenario().estate(), remedy.estate()),
                cost);
    }

    private void addTo(Document document) {
        Cost now = Cost.of(history);
        List<Candidate> rows = bestOfKinds();
        if (rows.isEmpty()) {
            document.paragraph("Nothing that was tried, of what can be set or built, would have helped.");
        } else {
            document.paragraph("The best of what was tried: " + rows.get(0).words() + ". "
                    + gain(now, rows.get(0).cost()));
            rows.add(0, new Candidate("as it is", "", List.of(), now));
            document.table(Table.of(rows)
                    .words("change", Candidate::words)
                    .ink(row -> row.verdict.isEmpty() ? Ink.BOLD : Ink.PLAIN)
                    .words("verdict", Candidate::verdict)
                    .words("to type", row -> String.join(", ", row.form))
                    .number("calls dropped", row -> row.cost.callsDropped())
                    .number("without service", row -> RoundedNumbers.time(row.cost.outage()))
                    .number("no new calls", row -> RoundedNumbers.time(row.cost.cannotDial())));
        }
        note(document, "Helps, but less: ", less);
        noBetter.removeIf(this::helps);
        noEffect.removeIf(words -> helps(words) || noBetter.contains(words));
        note(document, "No better on the whole: ", noBetter);
        note(document, "No effect: ", noEffect);
        document.note(allowance.unfinished().words());
        document.note(
                "Found by " + Words.count(allowance.runs(), "run")
                        + " of the scenario, each with one thing different. Calls and times are of all port networks together.");
    }

    /** The best of each kind of change, the best first: where it comes to the same at several places, they are one. */
    private List<Candidate> bestOfKinds() {
        List<Candidate> rows = new ArrayList<>();
        for (List<Candidate> kind : Lists.alike(helpful.values(), row -> ExplanationDocument.withoutPlace(row.words))) {
            Candidate best = kind.stream().min(BEST_FIRST).orElseThrow();
            List<String> same = kind.stream()
                    .filter(other -> BEST_FIRST.compare(other, best) == 0)
                    .map(Candidate::words)
                    .toList();
            rows.add(new Candidate(ExplanationDocument.merged(same).get(0), best.verdict, best.form, best.cost));
            kind.stream()
                    .map(Candidate::words)
                    .filter(words -> !same.contains(words))
                    .forEach(less::add);
        }
        rows.sort(BEST_FIRST);
        return rows;
    }

    private static String gain(Cost now, Cost then) {
        List<String> gains = new ArrayList<>();
        if (then.callsDropped() != now.callsDropped()) {
            gains.add("calls dropped: " + then.callsDropped() + " instead of " + now.callsDropped());
        }
        addGain(gains, "without service: ", then.outage(), now.outage());
        addGain(gains, "without new calls: ", then.cannotDial(), now.cannotDial());
        return Words.capital(String.join("; ", gains)) + ".";
    }

    private static void addGain(List<String> gains, String what, long then, long now) {
        if (then / SECOND != now / SECOND) {
            gains.add(what + RoundedNumbers.time(then) + " instead of " + RoundedNumbers.time(now));
        }
    }

    private static void note(Document document, String before, Collection<String> tried) {
        document.note(
                tried.isEmpty()
                        ? ""
                        : before + String.join("; ", ExplanationDocument.merged(List.copyOf(tried))) + ".");
    }

    /** Whether it helps the port networks of another fate. */
    private boolean helps(String tried) {
        return helpful.containsKey(tried)
                || helpful.keySet().stream().anyMatch(words -> tried.startsWith(first(words) + " ("));
    }

    private static String first(String words) {
        return words.substring(0, (words + " ").indexOf(' '));
    }
}
