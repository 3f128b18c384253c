package org.ipsisim.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.Link;
import org.ipsisim.estate.PnState;
import org.ipsisim.estate.PortNetwork;
import org.ipsisim.estate.Provenance;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Server;
import org.ipsisim.estate.SurvivableCore;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.History;
import org.ipsisim.history.Moments;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.PnSpan;
import org.ipsisim.history.TimerSpan;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.EventText;
import org.ipsisim.study.Cost;

/** The numbers that an explanation may contain: those of the scenario, of its run, and of the runs that it tells of. */
final class KnownNumbers {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![A-Za-z0-9.])(\\d+d)?(\\d+h)?(\\d+m(?!s))?(\\d+(\\.\\d+)?s)?(\\d+ms)?(?![A-Za-z0-9])|\\d+(\\.\\d+)?");
    private static final Pattern BLANK_IN_NUMBER = Pattern.compile("(?<=\\d) (?=\\d{3}(?![A-Za-z0-9]))");
    private static final Pattern RULE = Pattern.compile("\\b[RMCQNT][1-9][0-9]?\\b");

    private final Set<String> known = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<Long> times = new HashSet<>();
    private final Set<String> names = new TreeSet<>(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(b.length(), a.length()));
    private final int pn;
    private final Moments moments;

    KnownNumbers(History history, int pn) {
        this.pn = pn;
        this.moments = history.moments();
        text(moments.length());
        Scenario scenario = history.scenario();
        addNames(scenario);
        addScenario(scenario);
        add(history);
    }

    /** The same numbers, to which others can be added. */
    KnownNumbers(KnownNumbers others) {
        pn = others.pn;
        moments = others.moments;
        names.addAll(others.names);
        known.addAll(others.known);
        texts.addAll(others.texts);
        times.addAll(others.times);
    }

    private void addNames(Scenario scenario) {
        Estate estate = scenario.estate();
        names.add(scenario.provenance().file());
        names.add(estate.release().key());
        names.addAll(estate.sites());
        estate.links().stream().map(Link::id).forEach(names::add);
        estate.main().servers().stream().map(Server::id).forEach(names::add);
        names.addAll(List.of("main-a", "main-b", "Cold-2", "level 2", "every 15m"));
        estate.survivableCores().stream().map(SurvivableCore::id).forEach(names::add);
        for (PortNetwork each : estate.portNetworks()) {
            names.add(each.id());
            each.ipsis().forEach(ipsi -> names.add("ipsi-" + ipsi));
        }
        scenario.events().stream()
                .flatMap(event -> event.findTarget().stream())
                .map(Target::name)
                .forEach(names::add);
    }

    private void addScenario(Scenario scenario) {
        Estate estate = scenario.estate();
        time(scenario.duration().toMillis());
        count(scenario.seed());
        count(pn);
        for (TimerSetting setting : TimerSetting.values()) {
            time(estate.timers().millis(setting));
            time(estate.release().minOf(setting).toMillis());
            time(estate.release().maxOf(setting).toMillis());
        }
        for (ScenarioEvent event : scenario.events()) {
            text(EventText.of(event, scenario));
        }
        Occurrence.of(scenario).forEach(occurrence -> text(occurrence.source().words()));
        estate.links().forEach(link -> {
            text(Words.percent(link.loss()));
            link.bursts().ifPresent(bursts -> text(Words.percent(bursts.loss())));
        });
        scenario.provenance().places().values().forEach(place -> {
            if (place instanceof Provenance.Place.Line line) {
                count(line.number());
            }
        });
        estate.survivableCores().forEach(core -> {
            count(core.cluster());
            count(core.community());
        });
        estate.portNetworks().forEach(each -> count(each.community()));
        if (estate.fallback() instanceof Fallback.Scheduled scheduled) {
            time(scheduled.at().toMillis());
        } else if (estate.fallback() instanceof Fallback.ConnectionUp up) {
            time(up.upTime().toMillis());
        }
    }

    /** All times and counts of a run. */
    KnownNumbers add(History run) {
        time(run.duration());
        for (TraceEntry entry : run.trace()) {
            time(entry.at());
            text(run.textOf(entry));
        }
        PnHistory there = run.findPortNetwork(pn).orElseThrow();
        there.timeline().stream().map(PnSpan::from).forEach(this::time);
        there.lists().values().forEach(spans -> spans.forEach(span -> time(span.from())));
        count(run.serverInterchanges());
        return add(Cost.of(there, run));
    }

    KnownNumbers add(Cost cost) {
        count(cost.callsDropped());
        time(cost.outage());
        time(cost.cannotDial());
        return this;
    }

    /** The timers of a run and how much of each is left at a time. */
    KnownNumbers addTimers(History run, long at) {
        time(at);
        for (TimerSpan timer : run.timers()) {
            time(timer.from());
            time(timer.due());
            time(timer.to());
            time(timer.due() - timer.from());
            if (timer.from() <= at && timer.due() >= at) {
                time(timer.due() - at);
            }
            time(timer.due() - timer.to());
        }
        return this;
    }

    /** How often it has been reset since it was in service last. */
    KnownNumbers addResets(History run, long at) {
        long since = run.findPortNetwork(pn).orElseThrow().timeline().stream()
                .filter(span -> span.from() <= at && span.state() == PnState.IN_SERVICE)
                .mapToLong(PnSpan::to)
                .reduce(0, (first, second) -> second);
        for (String type : List.of("warm-reset", "cold-reset")) {
            count(run.trace().stream()
                    .filter(entry -> entry.subject().name().equals("pn-" + pn)
                            && entry.what().type().equals(type)
                            && entry.at() >= since
                            && entry.at() <= at)
                    .count());
        }
        return this;
    }

    /** How often each of its timers has run since something happened last, and how often before the last three times. */
    KnownNumbers addWaits(History run, long at, ExpectedOutcome what) {
        for (ExpectedOutcome other : ExpectedOutcome.values()) {
            long since = other.entries(run, pn, at).stream()
                    .mapToLong(TraceEntry::at)
                    .reduce(0, (first, second) -> second);
            count(run.trace().stream()
                    .filter(entry ->
                            entry.subject().name().equals("pn-" + pn) && entry.at() >= since && entry.at() <= at)
                    .filter(entry -> entry.what().type().equals("request-refused"))
                    .map(TraceEntry::at)
                    .distinct()
                    .count());
            for (TimerSetting setting : TimerSetting.values()) {
                if (what.dependsOn(setting)) {
                    run.timers().stream()
                            .filter(timer -> timer.timer() == setting && timer.from() >= since && timer.from() <= at)
                            .collect(Collectors.groupingBy(TimerSpan::subject, Collectors.counting()))
                            .forEach((subject, times) -> {
                                if (subject.isOf(pn)) {
                                    count(times).count(times - 3);
                                }
                            });
                }
            }
        }
        return this;
    }

    KnownNumbers time(long millis) {
        if (times.add(millis)) {
            text(moments.exact(millis));
            text(moments.lasting(millis));
            known.add(Words.duration(millis));
        }
        return this;
    }

    KnownNumbers count(long count) {
        known.add(String.valueOf(count));
        return this;
    }

    /** Every number of a text that is known to be right. */
    KnownNumbers text(String text) {
        if (texts.add(text)) {
            known.addAll(numbers(text));
        }
        return this;
    }

    /** The numbers of a text that are not known. */
    List<String> unknownIn(String text) {
        List<String> unknown = new ArrayList<>(numbers(text));
        unknown.removeIf(known::contains);
        return unknown;
    }

    private List<String> numbers(String text) {
        String bare = text;
        for (String name : names) {
            bare = bare.replace(name, " ");
        }
        bare = RULE.matcher(bare).replaceAll(" ");
        bare = BLANK_IN_NUMBER.matcher(bare).replaceAll("");
        return NUMBER.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
