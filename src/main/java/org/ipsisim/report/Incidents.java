package org.ipsisim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Document;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.history.Fates;
import org.ipsisim.history.History;
import org.ipsisim.history.Lists;
import org.ipsisim.history.NetworkHappening;
import org.ipsisim.history.PhoneHappening;
import org.ipsisim.history.ServerHappening;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;

/** What happened in a run: each incident, in the order of time, with what it did to the port networks of each fate. */
final class Incidents {
    /** More incidents are counted; those that cost most are told. */
    private static final int MOST_TOLD = 12;

    /** More fates of one incident are added up. */
    private static final int MOST_FATES = 8;

    /** More steps of phones are counted. */
    private static final int MOST_STEPS = 8;

    private final History history;
    private final Drops drops;

    private Incidents(History history) {
        this.history = history;
        this.drops = new Drops(history);
    }

    /** Adds the section; nothing if nothing happened. */
    static void addTo(Document document, History history) {
        List<RunIncident> ranked = RunIncident.of(history).stream()
                .sorted(Comparator.comparing(RunIncident::isFree).thenComparing(incident -> -incident.outage()))
                .toList();
        List<RunIncident> told = ranked.stream()
                .limit(MOST_TOLD)
                .sorted(Comparator.comparingLong(RunIncident::from))
                .toList();
        List<RunIncident> rest = ranked.subList(told.size(), ranked.size());
        document.section("What happened", "story");
        Incidents story = new Incidents(history);
        for (RunIncident incident : told) {
            story.add(incident, document);
        }
        long free = rest.stream().filter(RunIncident::isFree).count();
        document.note(
                rest.isEmpty()
                        ? ""
                        : "And " + Words.count(rest.size(), "more incident") + ", which cost less; " + free
                                + " of them cost nothing.");
    }

    private void add(RunIncident incident, Document document) {
        IncidentWords words = new IncidentWords(history, incident);
        document.subsection(words.what());
        List<String> items = new ArrayList<>();
        List<List<RunIncident.Trouble>> fates = Fates.of(incident.troubles(), RunIncident.Trouble::spans);
        fates.sort(Comparator.comparingLong(fate -> -cost(fate)));
        Lists.first(fates, MOST_FATES).forEach(fate -> items.add(new FateWords(history, fate, drops).text()));
        long more = fates.stream().skip(MOST_FATES).mapToLong(List::size).sum();
        if (more > 0) {
            long longest = fates.stream()
                    .skip(MOST_FATES)
                    .mapToLong(fate -> fate.get(0).outage())
                    .max()
                    .orElse(0);
            items.add(Words.count(more, "more port network") + " went through less: without service for "
                    + RoundedNumbers.time(longest) + " at most.");
        }
        incident.entries().stream()
                .filter(entry -> entry.is(ServerHappening.SystemRestarted.class, ServerHappening.TwoActives.class))
                .forEach(entry -> items.add(Words.capital(history.names().of(entry.subject())) + " "
                        + history.textOf(entry) + at(entry) + "."));
        phones(incident)
                .forEach((phones, steps) -> items.add("SIP phones " + phones + ": "
                        + String.join("; ", Lists.first(steps, MOST_STEPS))
                        + (steps.size() > MOST_STEPS
                                ? "; and " + Words.count(steps.size() - MOST_STEPS, "more step")
                                : "")
                        + "."));
        boolean isFault = incident.entries().stream().anyMatch(entry -> entry.is(NetworkHappening.class));
        if (incident.isFree() && isFault) {
            String why = words.whyFree();
            items.add("It cost nothing: "
                    + (why.isEmpty() ? "" : why + ". No port network lost service, and ")
                    + (why.isEmpty() ? "no port network lost service, and no call dropped." : "no call dropped."));
        }
        document.items(items);
    }

    private static long cost(List<RunIncident.Trouble> fate) {
        return fate.get(0).outage() * fate.size();
    }

    private String at(TraceEntry entry) {
        return " at " + history.moments().rounded(entry.at());
    }

    private Map<Subject, List<String>> phones(RunIncident incident) {
        Map<Subject, List<String>> steps = new LinkedHashMap<>();
        incident.entries().stream()
                .filter(entry ->
                        entry.is(PhoneHappening.class) && entry.subject().kind() == Subject.Kind.PHONES)
                .forEach(entry -> steps.computeIfAbsent(entry.subject(), phones -> new ArrayList<>())
                        .add(history.moments().rounded(entry.at()) + ": " + history.textOf(entry)));
        return steps;
    }
}
