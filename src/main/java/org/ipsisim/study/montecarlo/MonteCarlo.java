package org.ipsisim.study.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipsisim.history.History;
import org.ipsisim.history.PopulationHistory;
import org.ipsisim.history.SipHistory;
import org.ipsisim.history.Words;
import org.ipsisim.network.OutageDraws;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Measures;
import org.ipsisim.study.NumberRow;
import org.ipsisim.study.ParallelRuns;
import org.ipsisim.study.RunKind;
import org.ipsisim.study.Shard;

/**
 * A scenario run many times under other outages each time, and what that says.
 *
 * <p>Each run has a seed of its own, from which its outages, its calls and its lost heartbeats follow. Two settings that
 * are compared run with the same seeds (common random numbers).
 */
public final class MonteCarlo {
    /** Runs between two checks of the precision, whatever the number of threads. */
    static final int BATCH = 500;

    /** What each run counts, for each port network and for all together. */
    public static final Measures MEASURES = new Measures(
            Measure.OUTAGE, Measure.CALLS_DROPPED, Measure.WARM_RESETS, Measure.COLD_RESETS, Measure.FAILOVERS);

    /** What each run counts of each population of phones, and of all phones and session managers together. */
    public static final Measures OF_PHONES = new Measures(
            Measure.PHONE_TIME_LOST,
            Measure.LONGEST_PHONE_OUTAGE,
            Measure.PHONES_AFFECTED,
            Measure.PEAK_REQUESTS,
            Measure.REQUESTS_REFUSED);

    /** What these numbers are in a file of runs. */
    public static final String NUMBER_NAMES = "outage (ms), calls dropped, warm reset, cold reset, failover";

    /** In what two settings are compared. */
    private static final List<Measure> COMPARED = List.of(Measure.OUTAGE, Measure.CALLS_DROPPED, Measure.FAILOVERS);

    private static final List<Measure> COMPARED_OF_PHONES =
            List.of(Measure.PHONE_TIME_LOST, Measure.LONGEST_PHONE_OUTAGE, Measure.REQUESTS_REFUSED);

    private final MonteCarloPlan plan;
    private final Measures judged;
    private final List<long[]> a;
    private final List<long[]> b;
    private final boolean whole;

    /**
     * @param a what each run cost: for each port network, by number, then for all, each measure in its order; then those that
     *     the objective needs, for all; then, if there are phones, for each population and for all of them those of phones
     */
    private MonteCarlo(MonteCarloPlan plan, List<long[]> a, List<long[]> b, boolean whole) {
        this.plan = plan;
        this.judged = plan.judged();
        this.a = a;
        this.b = b;
        this.whole = whole;
    }

    /**
     * How far the second setting differs from the first under the same outages.
     *
     * @param name the number of the port network, or {@link Forecast#ALL}
     * @param mean of a run, with Student's interval of the differences
     * @param gain the variance that the difference of two separate studies would have, divided by the one it has: they would
     *     need this many times more runs. Infinite if all runs differ alike, not a number if nothing varies
     */
    public record Difference(String name, Measure measure, Interval mean, double gain) {}

    /** Carries out a plan; if it is stopped, with the runs that are done by then. */
    public static MonteCarlo of(MonteCarloPlan plan, ParallelRuns runs) {
        List<long[]> a = new ArrayList<>();
        List<long[]> b = new ArrayList<>();
        while (true) {
            int from = a.size();
            int rest = plan.runs() - from;
            int next = plan.precision().isPresent() ? Math.min(BATCH, rest) : rest;
            ParallelRuns.Done<List<long[]>> done =
                    run(plan, IntStream.range(from, from + next).toArray(), runs);
            done.results().forEach(costs -> {
                a.add(costs.get(0));
                b.addAll(costs.subList(1, costs.size()));
            });
            MonteCarlo study = new MonteCarlo(plan, a, b, done.isWhole());
            if (!done.isWhole() || a.size() >= plan.runs() || study.isPrecise()) {
                return study;
            }
        }
    }

    /** Makes the runs of one shard, for the record. */
    public static void make(MonteCarloPlan plan, Shard shard, ParallelRuns runs) {
        run(plan, shard.numbers(plan.runs()), runs);
    }

    /** What runs cost with the setting of the file, and with the other one, if there is one. */
    private static ParallelRuns.Done<List<long[]>> run(MonteCarloPlan plan, int[] numbers, ParallelRuns runs) {
        List<MonteCarloRuns> settings = Stream.concat(Stream.of(plan.a()), plan.b().stream())
                .map(variant -> MonteCarloRuns.of(variant, plan.judged(), plan.runs()))
                .toList();
        int each = (plan.portNetworks().size() + 1) * MEASURES.size()
                + plan.judged().size()
                + (plan.populations().isEmpty() ? 0 : (plan.populations().size() + 1) * OF_PHONES.size())
                + (plan.rare() ? 1 : 0);
        RunKind<List<long[]>> kind = new RunKind<>(
                number -> "run " + number,
                (costs, row) -> costs.forEach(row::add),
                row -> settings.stream().map(setting -> row.next(each)).toList());
        return runs.run(
                "running",
                numbers,
                kind,
                number -> settings.stream()
                        .map(setting -> plan.rare() ? setting.runBiased(number) : setting.run(number))
                        .toList());
    }

    /** What a run cost, in the order of the numbers of a run. */
    static long[] cost(History history, Measures judged) {
        List<Cost> costs = history.portNetworks().stream()
                .map(pn -> MEASURES.of(pn, history))
                .toList();
        NumberRow row = new NumberRow();
        costs.forEach(cost -> cost.write(row));
        MEASURES.sum(costs.stream()).write(row);
        judged.of(history).write(row);
        SipHistory sip = history.sip();
        for (PopulationHistory phones : sip.populations()) {
            OF_PHONES.of(new SipHistory(List.of(phones), List.of(), List.of())).write(row);
        }
        if (!sip.isEmpty()) {
            OF_PHONES.of(sip).write(row);
        }
        return row.all();
    }

    private boolean isPrecise() {
        if (plan.rare()) {
            RareEstimate any = rare(run -> outageOf(run) > 0 ? 1 : 0);
            return any.isTrusted() && any.precision() <= plan.precision().orElse(0);
        }
        Interval mean = lost().mean();
        return mean.estimate() > 0
                && mean.halfWidth() <= mean.estimate() * plan.precision().orElse(0);
    }

    /** What was asked for. */
    public MonteCarloPlan plan() {
        return plan;
    }

    /** Whether it was not stopped early by the user. */
    public boolean isWhole() {
        return whole;
    }

    /** What is missing, in words; empty if it was not stopped early. */
    String missing() {
        return whole
                ? ""
                : "Interrupted: " + Words.grouped(runs()) + " of " + Words.count(plan.runs(), "run") + " are done";
    }

    /** How many runs were made, of each setting. */
    public int runs() {
        return a.size();
    }

    /** What can be said of each port network, by number. */
    public List<Forecast> portNetworks() {
        return forecasts(a);
    }

    /** What can be said of all port networks together. */
    public Forecast all() {
        return forecast(a, plan.portNetworks().size());
    }

    /** What can be said of each population of phones, then of all phones together; none without phones. */
    public List<Forecast> phones() {
        return forecastsOfPhones(a);
    }

    /** The same for the other setting; empty if nothing is compared. */
    public List<Forecast> otherPhones() {
        return b.isEmpty() ? List.of() : forecastsOfPhones(b);
    }

    /** Time without service of a run, in milliseconds: of port networks, or of phones if there are no others. */
    public Sample lost() {
        return plan.portNetworks().isEmpty()
                ? phones().get(plan.populations().size()).lost()
                : all().outage();
    }

    /** The same for the other setting; empty if nothing is compared. */
    public List<Forecast> otherPortNetworks() {
        return b.isEmpty() ? List.of() : forecasts(b);
    }

    /** The same for the other setting. */
    public Optional<Forecast> otherAll() {
        return b.isEmpty()
                ? Optional.empty()
                : Optional.of(forecast(b, plan.portNetworks().size()));
    }

    /** How far the other setting differs, for each port network and all together; none if nothing is compared. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        int subjects = plan.portNetworks().isEmpty() ? 0 : plan.portNetworks().size() + 1;
        for (int subject = 0; subject < subjects && !b.isEmpty(); subject++) {
            for (Measure measure : COMPARED) {
                differences.add(difference(subject, measure));
            }
        }
        for (int place = 0; place < placesOfPhones() && !b.isEmpty(); place++) {
            for (Measure measure : COMPARED_OF_PHONES) {
                differences.add(differenceOfPhones(place, measure));
            }
        }
        return differences;
    }

    /** The objective of a run, in thousandths. */
    public Sample objective() {
        return new Sample(a.stream().mapToLong(this::judged).toArray());
    }

    /** How far the objective of a run with the other setting lies from that with the first, in thousandths. */
    public Sample objectiveDifference() {
        return Sample.ofDifferences(IntStream.range(0, b.size())
                .mapToLong(run -> judged(b.get(run)) - judged(a.get(run)))
                .toArray());
    }

    /** Time of a run in which port networks are in service under a core, added up, in milliseconds. */
    public Sample timeOnCore() {
        return new Sample(
                a.stream().mapToLong(run -> judged(run, Measure.TIME_ON_CORE)).toArray());
    }

    private long judged(long[] costs) {
        return Math.round(1000 * plan.objective().of(measure -> judged(costs, measure)));
    }

    private long judged(long[] costs, Measure measure) {
        return judged.value(measure, costs, (plan.portNetworks().size() + 1) * MEASURES.size());
    }

    private Difference difference(int subject, Measure measure) {
        return difference(nameOf(subject), measure, run -> value(run, subject, measure));
    }

    private Difference differenceOfPhones(int place, Measure measure) {
        return difference(nameOfPhones(place), measure, run -> valueOfPhones(run, place, measure));
    }

    private Difference difference(String name, Measure measure, ToLongFunction<long[]> value) {
        long[] differences = new long[b.size()];
        Arrays.setAll(differences, run -> value.applyAsLong(b.get(run)) - value.applyAsLong(a.get(run)));
        Sample paired = Sample.ofDifferences(differences);
        double apart = sample(a, value).variance() + sample(b, value).variance();
        return new Difference(name, measure, paired.mean(), apart / paired.variance());
    }

    /** How many populations there are, and all phones together; 0 without phones. */
    private int placesOfPhones() {
        return plan.populations().isEmpty() ? 0 : plan.populations().size() + 1;
    }

    private String nameOfPhones(int place) {
        return place == plan.populations().size()
                ? Forecast.PHONES
                : plan.populations().get(place);
    }

    private long valueOfPhones(long[] costs, int place, Measure measure) {
        int from = (plan.portNetworks().size() + 1) * MEASURES.size()
                + plan.judged().size();
        return OF_PHONES.value(measure, costs, from + place * OF_PHONES.size());
    }

    private List<Forecast> forecastsOfPhones(List<long[]> costs) {
        long duration = plan.a().scenario().duration().toMillis();
        List<Forecast> forecasts = new ArrayList<>();
        long all = 0;
        for (int i = 0; i < placesOfPhones(); i++) {
            int place = i;
            Map<Measure, Sample> samples = new EnumMap<>(Measure.class);
            OF_PHONES
                    .list()
                    .forEach(measure -> samples.put(measure, sample(costs, run -> valueOfPhones(run, place, measure))));
            boolean isOne = place < plan.populations().size();
            long phones = isOne
                    ? plan.a().scenario().estate().sip().phones().get(place).size()
                    : all;
            all += isOne ? phones : 0;
            forecasts.add(new Forecast(nameOfPhones(place), samples, duration * phones));
        }
        return forecasts;
    }

    private static long value(long[] costs, int subject, Measure measure) {
        return MEASURES.value(measure, costs, subject * MEASURES.size());
    }

    /** What biased runs say of a number of each run. */
    RareEstimate rare(IntToLongFunction value) {
        return RareEstimate.of(a.size(), this::weight, value);
    }

    /** The weight of a biased run. */
    private double weight(int run) {
        long[] costs = a.get(run);
        return Double.longBitsToDouble(costs[costs.length - 1]);
    }

    /** The biased run that counts most of those with an outage, the first one of several; 0 if there is none. */
    int heaviestRun() {
        int heaviest = 0;
        for (int run = 1; run < a.size(); run++) {
            boolean isHeavier = outageOf(heaviest) == 0 || weight(run) > weight(heaviest);
            heaviest = outageOf(run) > 0 && isHeavier ? run : heaviest;
        }
        return heaviest;
    }

    /** What biased runs say of each port network, and of all together. */
    List<RareEvent> rareEvents() {
        List<RareEvent> events = new ArrayList<>();
        for (int place = 0;
                place <= plan.portNetworks().size() && !plan.portNetworks().isEmpty();
                place++) {
            int subject = place;
            for (Measure measure : MEASURES.list()) {
                events.add(rareEvent(nameOf(subject), measure, run -> value(a.get(run), subject, measure)));
            }
        }
        for (int i = 0; i < placesOfPhones(); i++) {
            int place = i;
            for (Measure measure : List.of(Measure.PHONE_TIME_LOST, Measure.REQUESTS_REFUSED)) {
                events.add(rareEvent(nameOfPhones(place), measure, run -> valueOfPhones(a.get(run), place, measure)));
            }
        }
        return events;
    }

    private RareEvent rareEvent(String name, Measure measure, IntToLongFunction value) {
        return new RareEvent(name, measure, rare(run -> value.applyAsLong(run) > 0 ? 1 : 0), rare(value));
    }

    /**
     * What biased runs say of one measure.
     *
     * @param name the number of the port network, the name of the population, {@link Forecast#ALL} or {@link Forecast#PHONES}
     * @param probability that a run has any of it
     * @param mean how much of it a run has
     */
    record RareEvent(String name, Measure measure, RareEstimate probability, RareEstimate mean) {}

    /** The run with the longest outage in all, the first one of several. */
    public int worstRun() {
        int worst = 0;
        for (int run = 1; run < a.size(); run++) {
            if (outageOf(run) > outageOf(worst)) {
                worst = run;
            }
        }
        return worst;
    }

    /** The time without service in a run, in milliseconds: of all port networks, or of the phones if there are no others. */
    public long outageOf(int run) {
        if (plan.portNetworks().isEmpty()) {
            return valueOfPhones(a.get(run), plan.populations().size(), Measure.PHONE_TIME_LOST);
        }
        return value(a.get(run), plan.portNetworks().size(), Measure.OUTAGE);
    }

    /** The seed with which {@code ipsisim run} shows a run. */
    public long seedOf(int run) {
        return OutageDraws.seedOf(plan.a().scenario().seed(), run);
    }

    private String nameOf(int subject) {
        return subject == plan.portNetworks().size()
                ? Forecast.ALL
                : plan.portNetworks().get(subject).toString();
    }

    private List<Forecast> forecasts(List<long[]> costs) {
        return IntStream.range(0, plan.portNetworks().size())
                .mapToObj(subject -> forecast(costs, subject))
                .toList();
    }

    private Forecast forecast(List<long[]> costs, int subject) {
        int all = plan.portNetworks().size();
        long duration = plan.a().scenario().duration().toMillis();
        Map<Measure, Sample> samples = new EnumMap<>(Measure.class);
        MEASURES.list().forEach(measure -> samples.put(measure, sample(costs, run -> value(run, subject, measure))));
        return new Forecast(nameOf(subject), samples, subject == all ? duration * all : duration);
    }

    private static Sample sample(List<long[]> costs, ToLongFunction<long[]> value) {
        return new Sample(costs.stream().mapToLong(value).toArray());
    }
}
