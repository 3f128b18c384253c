package org.ipsisim.report.page;

import static org.ipsisim.document.ReportTable.Column.name;
import static org.ipsisim.document.ReportTable.Column.number;
import static org.ipsisim.document.ReportTable.Column.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipsisim.document.ReportTable;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.CallWords;
import org.ipsisim.report.PhaseCharge;
import org.ipsisim.report.Phases;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.report.SharedLists;
import org.ipsisim.report.StateRow;
import org.ipsisim.report.TimerTable;
import org.ipsisim.report.timeline.Clock;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.PnNames;

/** Lays out the facts of a run as tables. */
final class ReportTables {
    /** More lists of one group than this are counted, not shown. */
    private static final int MOST_LISTS = 20;

    private ReportTables() {}

    /** Every second that port networks were not in service, charged to a phase; the phases sum to the last column. */
    static ReportTable phases(List<PnNarrative> groups) {
        Set<PnState> states = EnumSet.noneOf(PnState.class);
        groups.forEach(group -> Phases.of(group.first()).forEach(charge -> states.add(charge.state())));
        List<ReportTable.Column> columns = new ArrayList<>(List.of(words("Port networks")));
        states.forEach(state -> columns.add(number(Words.capital(state.phase()))));
        columns.add(number("Sum"));
        List<List<String>> rows = new ArrayList<>();
        for (PnNarrative group : groups) {
            rows.add(phaseRow(group, states));
        }
        return new ReportTable("Time not in service, by phase, for each port network", columns, rows);
    }

    private static List<String> phaseRow(PnNarrative group, Set<PnState> states) {
        List<String> row = new ArrayList<>(List.of(group.name()));
        List<PhaseCharge> charges = Phases.of(group.first());
        for (PnState state : states) {
            long millis = charges.stream()
                    .filter(charge -> charge.state() == state)
                    .mapToLong(PhaseCharge::millis)
                    .sum();
            row.add(millis == 0 ? "–" : Words.duration(millis));
        }
        row.add(Words.duration(charges.stream().mapToLong(PhaseCharge::millis).sum()));
        return row;
    }

    /** What became of the stable calls, by kind, with a sum for several groups. */
    static ReportTable calls(List<PnNarrative> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (PnNarrative group : groups) {
            rows.add(callRow(group.name(), "through the port network", group.members(), PnHistory::pnCalls));
            rows.add(callRow(group.name(), "between IP phones", group.members(), PnHistory::ipCalls));
        }
        if (groups.size() > 1) {
            List<PnHistory> all =
                    groups.stream().flatMap(group -> group.members().stream()).toList();
            rows.add(callRow("All", "through a port network", all, PnHistory::pnCalls));
            rows.add(callRow("All", "between IP phones", all, PnHistory::ipCalls));
        }
        rows.removeIf(row -> row.subList(2, row.size()).stream().allMatch("0"::equals));
        return new ReportTable(
                "Stable calls, by kind",
                List.of(
                        words("Port networks"),
                        words("Calls"),
                        number("At the start"),
                        number("Dropped"),
                        number("Frozen"),
                        number("Kept")),
                rows);
    }

    private static List<String> callRow(
            String name, String kind, List<PnHistory> members, Function<PnHistory, CallOutcome> which) {
        List<CallOutcome> outcomes = members.stream().map(which).toList();
        return Stream.concat(
                        Stream.of(name, kind),
                        Stream.of(
                                        outcomes.stream().mapToLong(CallOutcome::atStart),
                                        outcomes.stream().mapToLong(CallOutcome::dropped),
                                        outcomes.stream().mapToLong(CallOutcome::frozen),
                                        outcomes.stream().mapToLong(CallOutcome::kept))
                                .map(counts -> String.valueOf(counts.sum())))
                .toList();
    }

    /** What became of the random calls; no rows if there are none. */
    static ReportTable randomCalls(List<PnNarrative> groups) {
        List<List<String>> rows = new ArrayList<>();
        RandomCalls all = RandomCalls.NONE;
        for (PnNarrative group : withTraffic(groups)) {
            RandomCalls calls = group.randomCalls();
            rows.add(randomRow(group.name(), calls));
            all = all.plus(calls);
        }
        if (rows.size() > 1) {
            rows.add(randomRow("All", all));
        }
        return new ReportTable(
                "Random calls",
                List.of(
                        words("Port networks"),
                        number("Offered"),
                        number("Delayed"),
                        number("Blocked"),
                        number("Lost in set-up"),
                        number("Carried"),
                        number("Dropped"),
                        number("Frozen"),
                        number("Minutes lost")),
                rows);
    }

    private static List<PnNarrative> withTraffic(List<PnNarrative> groups) {
        return groups.stream()
                .filter(group -> group.first().portNetwork().traffic().isPresent())
                .toList();
    }

    private static List<String> randomRow(String name, RandomCalls calls) {
        CallLosses losses = calls.losses();
        return List.of(
                name,
                String.valueOf(calls.offered()),
                String.valueOf(losses.delayed()),
                String.valueOf(losses.blocked()),
                String.valueOf(losses.setUpsLost()),
                String.valueOf(calls.carried()),
                String.valueOf(losses.dropped()),
                String.valueOf(calls.frozen()),
                CallWords.minutes(losses));
    }

    /** What random calls lost, by phase; no rows if nothing was lost. */
    static ReportTable callLosses(List<PnNarrative> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (PnNarrative group : withTraffic(groups)) {
            group.lossesByState()
                    .forEach((state, losses) -> rows.add(List.of(
                            group.name(),
                            Words.capital(state.phase()),
                            String.valueOf(losses.delayed()),
                            String.valueOf(losses.blocked()),
                            String.valueOf(losses.setUpsLost()),
                            String.valueOf(losses.dropped()),
                            CallWords.minutes(losses))));
        }
        return new ReportTable(
                "Random calls, by the phase in which they were lost",
                List.of(
                        words("Port networks"),
                        words("Phase"),
                        number("Delayed"),
                        number("Blocked"),
                        number("Lost in set-up"),
                        number("Dropped"),
                        number("Minutes lost")),
                rows);
    }

    /** The alarms by time. */
    static ReportTable alarms(List<SharedAlarm> alarms) {
        return new ReportTable(
                "Alarms",
                List.of(
                        words("At"),
                        name("Cleared"),
                        name("Severity"),
                        name("Object"),
                        words("About"),
                        words("What"),
                        words("Known from")),
                alarms.stream()
                        .map(shared -> List.of(
                                Clock.at(shared.alarm().at()),
                                shared.alarm().clearedAt().isPresent()
                                        ? Clock.at(shared.alarm().clearedAt().getAsLong())
                                        : "stands",
                                shared.alarm().severity().word(),
                                shared.alarm().object(),
                                about(shared.subjects()),
                                shared.alarm().text(),
                                shared.alarm().source() + " ("
                                        + shared.alarm().confidence().word() + ")"))
                        .toList());
    }

    private static String about(List<Subject> subjects) {
        if (subjects.stream().allMatch(Subject::isPn)) {
            return PnNames.of(subjects.stream().map(Subject::pn).toList());
        }
        return "IPSI "
                + subjects.stream()
                        .map(subject -> subject.name().replace("ipsi-", ""))
                        .collect(Collectors.joining(", "));
    }

    /** The priority lists at the start, after each change, and so at the end. */
    static ReportTable lists(History history) {
        ClusterNames names = new ClusterNames(history.mainCluster());
        List<List<String>> rows = new ArrayList<>();
        for (SharedLists group : SharedLists.of(history)) {
            String who = group.portNetworks(PnNames::of);
            int shown = Math.min(group.spans().size(), MOST_LISTS);
            for (ListSpan span : group.spans().subList(0, shown)) {
                rows.add(List.of(who, Clock.at(span.from()), Clock.at(span.to()), names.of(span.clusters())));
            }
            int more = group.spans().size() - shown;
            if (more > 0) {
                String from = Clock.at(group.spans().get(shown).from());
                rows.add(List.of(who, from, Clock.at(history.duration()), "and " + more + " more, in run.json"));
            }
        }
        return new ReportTable(
                "Priority lists of the IPSIs, best server first",
                List.of(words("IPSIs of"), number("From"), number("To"), words("Priority list")),
                rows);
    }

    /** What port networks went through, state by state; a port network to which nothing happened is left out. */
    static ReportTable states(List<PnNarrative> groups, ClusterNames names) {
        List<List<String>> rows = new ArrayList<>();
        for (PnNarrative group : groups) {
            List<StateRow> states = StateRow.of(group.first().timeline());
            for (StateRow row : states.size() > 1 ? states : List.<StateRow>of()) {
                String state = row.isFolded()
                        ? row.losses().words()
                        : Words.capital(row.first().state().key().replace('-', ' '));
                rows.add(List.of(
                        group.name(),
                        state,
                        Clock.at(row.from()),
                        Clock.at(row.to()),
                        Words.duration(row.to() - row.from()),
                        names.of(row.first().controller())));
            }
        }
        return new ReportTable(
                "States of the port networks",
                List.of(
                        words("Port networks"),
                        words("State"),
                        number("From"),
                        number("To"),
                        number("For"),
                        words("Under")),
                rows);
    }

    /** The timers in force, where each value comes from and how sure it is. */
    static ReportTable timers(History history) {
        return new ReportTable(
                "Timers in force",
                List.of(words("Timer"), words("Value"), words("Set by"), words("How sure"), words("Rule")),
                TimerTable.of(history).stream()
                        .map(line -> List.of(line.key(), line.value(), line.origin(), line.confidence(), line.rule()))
                        .toList());
    }

    /** What the scenario expected, and what came. */
    static ReportTable expectations(List<ExpectationResult> results) {
        return new ReportTable(
                "Expectations",
                List.of(words("Expectation"), words("Result"), words("The run gave")),
                results.stream()
                        .map(result -> List.of(result.expect(), result.met() ? "✓ met" : "✗ not met", result.actual()))
                        .toList());
    }

    /** Entries of the trace, each with the number of the one that led to it. */
    static ReportTable trace(History history, List<TraceEntry> entries) {
        return new ReportTable(
                "Trace",
                List.of(number("No."), number("Time"), words("Who"), words("What"), number("Because of")),
                entries.stream()
                        .map(entry -> List.of(
                                String.valueOf(entry.id()),
                                Clock.at(entry.at()),
                                entry.subject().name(),
                                history.textOf(entry),
                                entry.cause() == TraceEntry.SCENARIO ? "scenario" : String.valueOf(entry.cause())))
                        .toList());
    }
}
