package org.ipsisim.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsisim.document.Ink;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.CallLosses;
import org.ipsisim.history.CallOutcome;
import org.ipsisim.history.ExpectationResult;
import org.ipsisim.history.History;
import org.ipsisim.history.ListSpan;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.RandomCalls;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.timeline.ClusterNames;

/** The tables of a run's report, for every form that it takes. */
public final class RunTables {
    /** Most rows of a table on a terminal. */
    private static final int MOST_ROWS = 60;

    private static final int MOST_STATES = 40;
    private static final int MOST_ALARMS = 30;
    /** More lists of one group than this are counted, not shown. */
    private static final int MOST_LISTS = 10;
    /** A column of port networks and IPSIs is no wider than this on a terminal. */
    private static final int WIDEST_SUBJECTS = 20;

    private RunTables() {}

    /** A line for each group: how bad it was. */
    static Table<PnGroup> portNetworks(List<PnGroup> groups, History history) {
        int mainCluster = history.mainCluster();
        return Table.of(groups)
                .words("pn", group -> group.numbers(history.names()))
                .words("worst state", group -> group.worst(mainCluster).stateName())
                .ink(group -> group.worst(mainCluster).ink())
                .number("outage", group -> Words.duration(group.first().totals().outage()))
                .number(
                        "degraded",
                        group -> Words.duration(group.first().totals().degraded()))
                .number("warm", group -> group.first().totals().warmResets())
                .number("cold", group -> group.first().totals().coldResets())
                .words("under", group -> lastController(group, history))
                .number("calls lost", group -> group.sums().totals().callsDropped());
    }

    private static String lastController(PnGroup group, History history) {
        PnSpan last = group.timeline().get(group.timeline().size() - 1);
        return last.state().isOutage() ? "none" : ClusterNames.of(history).of(last.controller());
    }

    /** What a group went through, state by state. */
    static Table<StateRow> states(History history, PnGroup group) {
        int main = history.mainCluster();
        Why why = new Why(history);
        int pn = group.first().portNetwork().number();
        return Table.of(StateRow.of(group.timeline()))
                .words(
                        "state",
                        row -> row.isFolded()
                                ? Mark.MAIN.stateName()
                                : mark(row, main).stateName())
                .ink(row -> mark(row, main).ink())
                .number("from", row -> history.moments().exact(row.from()))
                .number("to", row -> history.moments().exact(row.to()))
                .number("for", row -> history.moments().lasting(row.to() - row.from()))
                .name("under", row -> ClusterNames.of(history).of(row.first().controller()))
                .words("why", row -> row.isFolded() ? row.losses().words() : why.of(row.first(), pn))
                .caption("States of " + group.name())
                .showing(MOST_STATES, "the CSV output has them all");
    }

    private static Mark mark(StateRow row, int main) {
        return row.isFolded() ? Mark.LOST : Mark.of(row.first(), main);
    }

    /** Time not in service, charged to the phases of an outage; the phases sum to the last column. */
    public static Table<PnGroup> phases(List<PnGroup> groups) {
        Set<PnState> states = EnumSet.noneOf(PnState.class);
        groups.forEach(group -> states.addAll(Phases.of(group.first()).keySet()));
        Table<PnGroup> table = Table.of(groups).words("pn", PnGroup::numbers);
        for (PnState state : states) {
            table.number(state.words(), group -> time(group, EnumSet.of(state)));
        }
        return table.number("sum", group -> time(group, states))
                .caption("Time not in service, by phase, for each port network");
    }

    private static String time(PnGroup group, Set<PnState> states) {
        Map<PnState, Long> phases = Phases.of(group.first());
        long millis = states.stream()
                .mapToLong(state -> phases.getOrDefault(state, 0L))
                .sum();
        return millis == 0 && states.size() == 1 ? "–" : Words.duration(millis);
    }

    private record CallRow(String who, String kind, CallOutcome calls) {}

    /** What became of the stable calls, by kind, with a sum for several groups. */
    static Table<?> calls(List<PnGroup> groups) {
        List<CallRow> rows = new ArrayList<>();
        groups.forEach(group -> addCalls(rows, group.numbers(), group.sums()));
        if (groups.size() > 1) {
            addCalls(rows, "all", all(groups).sums());
        }
        rows.removeIf(row -> row.calls.atStart() == 0);
        boolean anyAgain = rows.stream().anyMatch(row -> row.calls.redialled() > 0);
        Table<CallRow> table = Table.of(rows)
                .words("pn", row -> row.who)
                .once()
                .words("calls", row -> row.kind)
                .number("at start", row -> row.calls.atStart())
                .number("dropped", row -> row.calls.dropped())
                .ink(row -> row.calls.dropped() > 0 ? Ink.VERMILION : Ink.PLAIN)
                .number("frozen", row -> row.calls.frozen());
        return (anyAgain ? table.number("dialled again", row -> row.calls.redialled()) : table)
                .number("kept", row -> row.calls.kept());
    }

    private static void addCalls(List<CallRow> rows, String who, Sums sums) {
        rows.add(new CallRow(who, "through the port network", sums.pnCalls()));
        rows.add(new CallRow(who, "between IP phones", sums.ipCalls()));
    }

    /** All port networks as one group. */
    static PnGroup all(List<PnGroup> groups) {
        return new PnGroup(
                groups.stream().flatMap(group -> group.members().stream()).toList());
    }

    private record RandomRow(String who, RandomCalls calls) {}

    private static Table<RandomRow> random(List<PnGroup> groups) {
        List<RandomRow> rows = new ArrayList<>();
        groups.forEach(
                group -> rows.add(new RandomRow(group.numbers(), group.sums().randomCalls())));
        if (groups.size() > 1) {
            rows.add(new RandomRow("all", all(groups).sums().randomCalls()));
        }
        return Table.of(rows).words("pn", row -> row.who);
    }

    /** What became of the attempts to call at random. */
    static Table<?> attempts(List<PnGroup> groups) {
        return random(groups)
                .number("offered", row -> row.calls.offered())
                .number("delayed", row -> row.calls.losses().delayed())
                .number("blocked", row -> row.calls.losses().blocked())
                .number("lost in set-up", row -> row.calls.losses().setUpsLost())
                .number("carried", row -> row.calls.carried())
                .caption("Random calls: attempts");
    }

    /** What became of the random calls that were up. */
    static Table<?> randomCalls(List<PnGroup> groups) {
        return random(groups)
                .number("up at start", row -> row.calls.upAtStart())
                .number("dropped", row -> row.calls.losses().dropped())
                .ink(row -> row.calls.losses().dropped() > 0 ? Ink.VERMILION : Ink.PLAIN)
                .number("frozen", row -> row.calls.frozen())
                .number("up at end", row -> row.calls.upAtEnd())
                .number("minutes lost", row -> CallWords.minutes(row.calls.losses()))
                .caption("Random calls: calls that were up");
    }

    private record LossRow(String who, PnState state, CallLosses losses) {}

    /** What random calls lost, by the phase in which they were lost. */
    static Table<?> callLosses(List<PnGroup> groups) {
        List<LossRow> rows = new ArrayList<>();
        for (PnGroup group : groups) {
            for (Map.Entry<PnState, CallLosses> phase :
                    Sums.lossesByState(group.members()).entrySet()) {
                rows.add(new LossRow(group.numbers(), phase.getKey(), phase.getValue()));
            }
        }
        return Table.of(rows)
                .words("pn", row -> row.who)
                .once()
                .words("lost in phase", row -> row.state.words())
                .number("delayed", row -> row.losses.delayed())
                .number("blocked", row -> row.losses.blocked())
                .number("in set-up", row -> row.losses.setUpsLost())
                .number("dropped", row -> row.losses.dropped())
                .number("minutes lost", row -> CallWords.minutes(row.losses))
                .caption("Random calls: losses by phase")
                .showing(MOST_ROWS, "the JSON output has them all");
    }

    /** Alarms by time. */
    static Table<SharedAlarm> alarms(List<SharedAlarm> alarms, Moments moments) {
        return Table.of(alarms)
                .number("at", shared -> moments.exact(shared.alarm().at()))
                .fromStart(moments, shared -> shared.alarm().at())
                .number("cleared", shared -> cleared(shared.alarm(), moments))
                .name("severity", shared -> shared.alarm().severity().word())
                .ink(shared -> shared.alarm().severity() == Alarm.Severity.MAJOR ? Ink.VERMILION : Ink.PLAIN)
                .name("object", shared -> shared.alarm().object())
                .words("about", SharedAlarm::who)
                .widest(WIDEST_SUBJECTS)
                .words("what", shared -> shared.alarm().text())
                .words(
                        "known from",
                        shared -> shared.alarm().source() + " ("
                                + shared.alarm().confidence().word() + ")")
                .notInText()
                .showing(MOST_ALARMS, "the JSON output has them all");
    }

    private static String cleared(Alarm alarm, Moments moments) {
        return alarm.clearedAt().isPresent() ? moments.exact(alarm.clearedAt().getAsLong()) : "still active";
    }

    private record ListRow(String ipsis, String from, String to, String list) {}

    /** The priority lists at the start and after each change; no rows if no IPSI ever has a choice of servers. */
    static Table<?> lists(History history) {
        List<SharedLists> groups = SharedLists.of(history);
        boolean choice = groups.stream()
                .flatMap(group -> group.spans().stream())
                .anyMatch(span -> span.clusters().size() > 1);
        ClusterNames names = ClusterNames.of(history);
        Moments moments = history.moments();
        List<ListRow> rows = new ArrayList<>();
        for (SharedLists group : choice ? groups : List.<SharedLists>of()) {
            String who = group.portNetworks(NumberList::compact);
            for (ListSpan span : Lists.first(group.spans(), MOST_LISTS)) {
                rows.add(new ListRow(
                        who, moments.exact(span.from()), moments.exact(span.to()), names.of(span.clusters())));
            }
            int more = group.spans().size() - MOST_LISTS;
            if (more > 0) {
                String from = moments.exact(group.spans().get(MOST_LISTS).from());
                rows.add(new ListRow(who, from, moments.exact(history.duration()), "and " + more + " more"));
            }
        }
        return Table.of(rows)
                .words("IPSIs of pn", ListRow::ipsis)
                .once()
                .number("from", ListRow::from)
                .number("to", ListRow::to)
                .words("list", ListRow::list)
                .showing(MOST_ROWS, "the JSON output has them all");
    }

    /** The timers in force, where each value comes from and how sure it is. */
    public static Table<TimerTable.TimerLine> timers(History history) {
        return inForce("timer", TimerTable.of(history));
    }

    /** The settings of phones in force, where each value comes from and how sure it is. */
    static Table<TimerTable.TimerLine> settingsOfPhones(History history) {
        return inForce("setting of phones", TimerTable.ofPhones(history));
    }

    private static Table<TimerTable.TimerLine> inForce(String what, List<TimerTable.TimerLine> lines) {
        return Table.of(lines)
                .words(what, TimerTable.TimerLine::key)
                .words("value", TimerTable.TimerLine::value)
                .words("set by", TimerTable.TimerLine::origin)
                .words("how sure", TimerTable.TimerLine::confidence)
                .words("rule", TimerTable.TimerLine::rule);
    }

    /** What the scenario expected, and what came. */
    static Table<ExpectationResult> expectations(List<ExpectationResult> results) {
        return Table.of(results)
                .name(
                        "result",
                        result -> result.met() ? "met" : result.isInconclusive() ? "? inconclusive" : "✗ NOT met")
                .ink(result -> result.met() ? Ink.PLAIN : Ink.VERMILION)
                .words("expectation", ExpectationResult::expect)
                .words("the run gave", ExpectationResult::actual);
    }

    /** What happened, each event of the scenario with what it led to. */
    static Table<TraceRow> events(History history) {
        return Table.of(TraceRow.of(history))
                .words("at", row -> history.moments().exact(row.at()))
                .fromStart(history.moments(), TraceRow::at)
                .words("who", row -> (row.isRoot() ? "" : "  ") + SubjectWords.brief(row.subjects(), history.names()))
                .ink(row -> row.isRoot() ? Ink.BOLD : Ink.PLAIN)
                .html((row, cell) -> {
                    String who = SubjectWords.brief(row.subjects(), history.names());
                    if (row.isRoot()) {
                        cell.inline("strong", who);
                    } else {
                        cell.text(who);
                    }
                })
                .widest(WIDEST_SUBJECTS)
                .words("what", TraceRow::text)
                .showing(MOST_ROWS, "the NDJSON output has every entry");
    }

    /** Entries of the trace; each can be linked to, and links to the one that led to it. */
    public static Table<TraceEntry> trace(History history, List<TraceEntry> entries) {
        return Table.of(entries)
                .number("No.", TraceEntry::id)
                .number("time", entry -> history.moments().figures(entry.at()))
                .fromStart(history.moments(), TraceEntry::at)
                .words("who", entry -> history.names().of(entry.subject()))
                .words("what", history::textOf)
                .number("because of", entry -> entry.cause() == TraceEntry.SCENARIO ? "scenario" : entry.cause())
                .html((entry, cell) -> {
                    if (entry.cause() == TraceEntry.SCENARIO) {
                        cell.text("scenario");
                    } else {
                        cell.inline("a", String.valueOf(entry.cause()), "href", "#e" + entry.cause());
                    }
                })
                .id(entry -> "e" + entry.id())
                .caption("Trace");
    }
}
