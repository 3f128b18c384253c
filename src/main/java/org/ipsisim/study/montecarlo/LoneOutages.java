package org.ipsisim.study.montecarlo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.ipsisim.estate.Estate;
import org.ipsisim.estate.Fallback;
import org.ipsisim.estate.HeartbeatRules;
import org.ipsisim.estate.PriorityLists;
import org.ipsisim.estate.Scenario;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.estate.StableCalls;
import org.ipsisim.estate.Target;
import org.ipsisim.estate.TimerSetting;
import org.ipsisim.history.Detail;
import org.ipsisim.study.Measures;
import org.ipsisim.survivability.Simulation;

/**
 * What a run costs whose outages each stand alone: when one begins, everything is as at the start. Each is known from runs of
 * its like.
 *
 * <p>Over ideal transport without loss, whatever follows from a lone outage happens when it begins, when it ends or when a
 * heartbeat arrives, or fixed times later. Hence three numbers make its course: how long after a heartbeat it begins, how long
 * after one it ends, and how many it makes lost. As long as the order of all that happens stays the same, each time and each
 * cost is a sum of multiples of the three; and where two outages have one order, so has each between them. So an outage is
 * known if it lies in a box whose eight corners were run and took one course, with times and costs that are such sums. What
 * happens at one instant must do so at every corner, and an outage that ends together with a heartbeat is in no box. Where an
 * outage is not known, the run has to be made.
 */
final class LoneOutages {
    /** Outages that are run to be known begin after so long, and are watched for so long afterwards at least. */
    private static final long A_DAY = 86_400_000;

    /** Fewer runs for each kind of outage do not repay what it takes to know them. */
    private static final int RUNS_PER_KIND = 100;

    /** Most numbers of lost heartbeats of which the course is run, by four outages each; a third is usual. */
    private static final int MOST_COURSES = 64;

    private final Scenario scenario;
    private final Measures judged;
    private final int costs;
    private final long interval;

    /** The last heartbeat before an outage that is run. */
    private final long beatBefore;

    /** After so long without any change nothing is under way. */
    private final long quiet;

    private final Map<List<Target>, Kind> kinds = new ConcurrentHashMap<>();

    private LoneOutages(Scenario scenario, Measures judged, int costs) {
        this.scenario = scenario;
        this.judged = judged;
        this.costs = costs;
        Estate estate = scenario.estate();
        interval = estate.timers().millis(TimerSetting.HEARTBEAT_INTERVAL);
        beatBefore = A_DAY / interval;
        quiet = estate.links().stream()
                .mapToLong(link -> link.latency().toMillis())
                .reduce(interval + 1, Long::sum);
    }

    /**
     * Empty if the estate may remember an outage that is over, or has a clock of its own, or if the runs are too few.
     *
     * @param scenario without events, losses and phones
     * @param costs how many numbers the costs of a run are
     * @param runs how many there will be
     */
    static Optional<LoneOutages> of(Scenario scenario, Measures judged, int costs, int runs) {
        int kinds = scenario.randomOutages().stream()
                .mapToInt(outage -> outage.together() ? 1 : outage.targets().size())
                .sum();
        Estate estate = scenario.estate();
        boolean forgets = estate.heartbeats().equals(HeartbeatRules.DEFAULT)
                && !estate.main().duplex()
                && !(estate.fallback() instanceof Fallback.Scheduled)
                && estate.survivableCores().size() < PriorityLists.CAPACITY
                && estate.portNetworks().stream()
                        .allMatch(pn -> !pn.duplicatedIpsis() && pn.traffic().isEmpty() && forgets(pn.calls()));
        return forgets && runs >= RUNS_PER_KIND * kinds
                ? Optional.of(new LoneOutages(scenario, judged, costs))
                : Optional.empty();
    }

    private static boolean forgets(StableCalls calls) {
        return calls.equals(StableCalls.NONE)
                || calls.redial().filter(time -> time.toMillis() < A_DAY).isPresent();
    }

    /** What a run with some failures costs; empty if it has to be made. */
    Optional<long[]> cost(List<ScenarioEvent> failures) {
        TreeMap<Duration, List<ScenarioEvent.Fail>> byBegin = failures.stream()
                .map(ScenarioEvent.Fail.class::cast)
                .collect(Collectors.groupingBy(ScenarioEvent.Fail::at, TreeMap::new, Collectors.toList()));
        long[] sum = new long[costs];
        long end = scenario.duration().toMillis();
        long free = quiet;
        for (List<ScenarioEvent.Fail> together : byBegin.values()) {
            Optional<Duration> length = together.get(0).duration();
            long from = together.get(0).at().toMillis();
            if (from < free
                    || together.stream().anyMatch(other -> !other.duration().equals(length))) {
                return Optional.empty();
            }
            List<Target> struck =
                    together.stream().map(ScenarioEvent.Fail::target).toList();
            long to = from + length.orElseThrow().toMillis();
            free = to < end ? kinds.computeIfAbsent(struck, Kind::new).add(from, to, sum) : Long.MAX_VALUE;
            if (free > end) {
                return Optional.empty();
            }
        }
        return Optional.of(sum);
    }

    /** The outages that strike the same. */
    private final class Kind {
        private final List<Target> struck;
        private final Map<Long, LoneCourse> run = new ConcurrentHashMap<>();
        private final ConcurrentSkipListMap<Long, LoneCourse> known = new ConcurrentSkipListMap<>();

        Kind(List<Target> struck) {
            this.struck = struck;
        }

        /** Adds what an outage costs, and returns from when on everything is as at the start; never if it is not known. */
        long add(long from, long to, long[] sum) {
            if (to % interval == 0) {
                return Long.MAX_VALUE;
            }
            long beat = (from - 1) / interval;
            long lost = (to - 1) / interval - beat;
            Map.Entry<Long, LoneCourse> floor = known.floorEntry(lost);
            LoneCourse course = floor == null || lost > floor.getValue().last() ? find(lost) : floor.getValue();
            if (!course.isKnown()) {
                return Long.MAX_VALUE;
            }
            long begin = (from - 1) % interval;
            long end = to % interval - 1;
            long more = (lost - course.first()) * interval;
            for (int i = 0; i < costs; i++) {
                sum[i] += course.number(i, begin, end, more);
            }
            return course.over(begin, end, more) + (beat - beatBefore) * interval + quiet;
        }

        /** Halves the numbers of lost heartbeats between two powers of two until those around this one take one course. */
        private LoneCourse find(long lost) {
            long from = Long.highestOneBit(lost);
            long to = 2 * from;
            while (from > 0 && run.size() < MOST_COURSES) {
                LoneCourse course = run(from).upTo(run(to), LoneCourse.BY_LOST, (to - from) * interval);
                boolean isLast = to - from == 1;
                course = isLast && !course.isKnown() ? run(lost) : course;
                if (course.isKnown()) {
                    known.put(course.first(), course);
                }
                if (course.isKnown() || isLast) {
                    return course;
                }
                long middle = (from + to) / 2;
                from = lost < middle ? from : middle;
                to = lost < middle ? middle : to;
            }
            return LoneCourse.UNKNOWN;
        }

        /** The course of all that lose so many heartbeats. */
        private LoneCourse run(long lost) {
            return run.computeIfAbsent(
                    lost, all -> run(1, lost).upTo(run(interval, lost), LoneCourse.BY_BEGIN, interval - 1));
        }

        private LoneCourse run(long begin, long lost) {
            return run(begin, 1, lost).upTo(run(begin, interval - 1, lost), LoneCourse.BY_END, interval - 2);
        }

        private LoneCourse run(long begin, long end, long lost) {
            Duration at = Duration.ofMillis(beatBefore * interval + begin);
            Duration length = Duration.ofMillis(lost * interval + end - begin);
            List<ScenarioEvent> failures = struck.stream()
                    .<ScenarioEvent>map(target -> new ScenarioEvent.Fail(at, target, Optional.of(length)))
                    .toList();
            Scenario alone = scenario.withOnly(failures).lasting(at.plus(length).plusMillis(2 * A_DAY));
            return Simulation.runIfPossible(alone, Detail.RESETS)
                    .map(history -> LoneCourse.of(lost, history, MonteCarlo.cost(history, judged)))
                    .orElse(LoneCourse.UNKNOWN);
        }
    }
}
