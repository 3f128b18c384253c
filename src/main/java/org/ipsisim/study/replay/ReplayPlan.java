package org.ipsisim.study.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.Targets;
import org.ipsisim.estate.WallClock;
import org.ipsisim.history.Detail;
import org.ipsisim.history.History;
import org.ipsisim.study.Measures;
import org.ipsisim.study.Subjects;
import org.ipsisim.study.Variant;
import org.ipsisim.study.WrongPlan;
import org.ipsisim.survivability.Simulation;

/**
 * Recorded outages in place of the events of a scenario.
 *
 * @param a the scenario
 * @param b the scenario with other settings; empty if nothing is compared
 * @param incidents by their start
 * @param from the time 0 of the run
 * @param duration of the run
 * @param zone in which times are shown
 * @param resolution how late the records may say that something changed: the interval of a poller; 0 if they are exact
 */
public record ReplayPlan(
        Variant a,
        Optional<Variant> b,
        List<Incident> incidents,
        Instant from,
        Duration duration,
        ZoneId zone,
        Duration resolution) {
    /** How long the run goes on after the last outage: longer than any restart, and most ways back. */
    private static final Duration AFTER = Duration.ofHours(1);

    private static final Duration BEFORE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Keeps a copy of the list. */
    public ReplayPlan {
        incidents = List.copyOf(incidents);
    }

    /**
     * A plan that can be carried out.
     *
     * @param recorded one or more
     * @param from the time 0 of the run; without, the midnight before the first outage, so that daily profiles fit
     * @throws WrongPlan if the run would begin after the first outage, or take more than ten years, or what is compared
     *     does not have the same things that can fail
     */
    public static ReplayPlan of(
            Variant a, Optional<Variant> b, List<Incident> recorded, Optional<Instant> from, ZoneId zone)
            throws WrongPlan {
        List<Incident> incidents = recorded.stream()
                .sorted(Comparator.comparing(Incident::start)
                        .thenComparing(incident -> incident.target().name())
                        .thenComparing(Incident::line))
                .toList();
        Instant first = incidents.get(0).start();
        Instant begin = from.orElseGet(() -> midnightBefore(first, zone));
        if (begin.isAfter(first)) {
            throw new WrongPlan("--from is after the first outage, which began at " + first);
        }
        Instant last = incidents.stream()
                .map(incident -> incident.end().orElse(incident.start()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration duration = Duration.between(begin, last).plus(AFTER);
        if (duration.compareTo(LONGEST) > 0) {
            throw new WrongPlan("the outages span more than ten years");
        }
        if (b.isPresent() && !nameable(b.get()).equals(nameable(a))) {
            throw new WrongPlan("what is compared must have the same sites, links, servers and port networks");
        }
        WallClock clock = new WallClock(begin.atZone(zone), true);
        return new ReplayPlan(
                by(clock, a), b.map(other -> by(clock, other)), incidents, begin, duration, zone, Duration.ZERO);
    }

    /** The same with the records of a poller. */
    public ReplayPlan polledEvery(Duration interval) {
        return new ReplayPlan(a, b, incidents, from, duration, zone, interval);
    }

    /** How many runs there are with each setting. */
    int runs() {
        return 1 + incidents.size() + (resolution.isZero() ? 0 : 2);
    }

    /** The outages of a run: all, then each of them; of a poller all as short and all as long as they may have been. */
    List<Incident> outagesOf(int run) {
        if (run == 0) {
            return incidents;
        }
        if (run <= incidents.size()) {
            return List.of(incidents.get(run - 1));
        }
        return run == incidents.size() + 1
                ? incidents.stream()
                        .map(each -> each.with(each.start(), each.end().map(end -> end.minus(resolution))))
                        .filter(each -> each.end()
                                .filter(end -> !end.isAfter(each.start()))
                                .isEmpty())
                        .toList()
                : incidents.stream()
                        .map(each -> each.with(later(from, each.start().minus(resolution)), each.end()))
                        .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Daily profiles follow the clock of the zone, which is put forward and back. */
    private static Variant by(WallClock clock, Variant variant) {
        Scenario scenario = variant.scenario();
        return new Variant(
                variant.settings(),
                scenario.with(scenario.estate()
                        .withPortNetworks(scenario.estate().portNetworks().stream()
                                .map(pn -> pn.with(pn.traffic().map(traffic -> traffic.by(clock))))
                                .toList())));
    }

    private static Set<String> nameable(Variant variant) {
        return Targets.of(variant.scenario().estate()).keySet();
    }

    private static Instant midnightBefore(Instant time, ZoneId zone) {
        ZonedDateTime local = time.minus(BEFORE).atZone(zone);
        return local.toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** Those of whom costs are counted. */
    Subjects subjects() {
        return Subjects.of(a.scenario().estate());
    }

    /** What is counted. */
    Measures measures() {
        return Measures.of(a.scenario().estate());
    }

    /** A variant in which some of the outages happen, and nothing else. */
    Variant with(Variant variant, List<Incident> some) {
        Scenario scenario = variant.scenario();
        List<ScenarioEvent> events = some.stream().map(this::event).toList();
        return new Variant(
                variant.settings(), scenario.lasting(duration).withOnly(events).withoutExpectations());
    }

    /** The run in which one outage happens, on the clock of the record. */
    History run(Incident incident) {
        Scenario scenario = with(a, List.of(incident)).scenario();
        WallClock clock = new WallClock(from.atZone(zone), true);
        return Simulation.run(scenario.with(scenario.story().on(clock)), Detail.RESETS);
    }

    private ScenarioEvent event(Incident incident) {
        return new ScenarioEvent.Fail(
                Duration.between(from, incident.start()),
                incident.target(),
                incident.end().map(end -> Duration.between(incident.start(), end)));
    }

    /** How long an outage lasted, in milliseconds; one that had not ended, until the end of the run. */
    public long lengthOf(Incident incident) {
        Instant end = incident.end().orElse(from.plus(duration));
        return Duration.between(incident.start(), end).toMillis();
    }
}
