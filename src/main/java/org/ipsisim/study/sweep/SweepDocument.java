package org.ipsisim.study.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipsisim.console.FormValues;
import org.ipsisim.document.Document;
import org.ipsisim.document.Figure;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.RoundedNumbers;
import org.ipsisim.document.Table;
import org.ipsisim.history.Words;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.StudyReport;

/** A sweep in all forms: the recommended setting, those that nothing beats, what matters, the grid. */
public final class SweepDocument extends StudyReport {
    private static final int MOST_ROWS = 30;
    private static final int MOST_VALUES = 12;

    private final SweepAnswer answer;
    private final Sweep sweep;
    private final SweepCharts charts;
    private final SweepCircumstances circumstances;
    private final List<Axis> axes;

    /** @param command the command line that gives the same again */
    public SweepDocument(SweepAnswer answer, String command) {
        super("sweep", "sweep", answer.sweep().scenario(), command);
        this.answer = answer;
        this.sweep = answer.sweep();
        this.charts = new SweepCharts(answer);
        this.circumstances = new SweepCircumstances(answer);
        this.axes = sweep.plan().choices().axes();
    }

    @Override
    public String headline() {
        if (answer.recommended().isEmpty()) {
            return "No setting was run completely.";
        }
        int best = answer.recommended().getAsInt();
        Cost cost = sweep.costs().get(best);
        Optional<Cost> now = sweep.now();
        if (now.isPresent() && sweep.isWhole() && isNoBetter(cost, now.get())) {
            return "Change nothing: no setting that was tried is better than " + costs(now.get()) + ".";
        }
        String settings = NumberList.joined(sweep.plan().choices().settings(best));
        return (sweep.isWhole() ? "Recommended: " + settings : "Best so far: " + settings) + ": "
                + (now.isEmpty() || isNoBetter(cost, now.get()) ? costs(cost) : change(now.get(), cost)) + "."
                + answer.edges().stream().limit(1).map(this::margin).collect(Collectors.joining());
    }

    /** What is better at first, and all that is worse: {@code no failed call instead of 40, but 1 needless failover instead of 0}. */
    private String change(Cost now, Cost cost) {
        List<String> better = changed(criterion -> criterion.of(cost) < criterion.of(now), now, cost);
        List<String> worse = changed(criterion -> criterion.of(cost) > criterion.of(now), now, cost);
        return (better.isEmpty() ? costs(cost) : better.get(0))
                + (worse.isEmpty() ? "" : ", but " + NumberList.joined(worse));
    }

    private List<String> changed(Predicate<Criterion> which, Cost now, Cost cost) {
        return sweep.criteria().stream()
                .filter(which)
                .map(criterion -> words(criterion, cost) + " instead of "
                        + criterion.measure().shown(now))
                .toList();
    }

    /** How far a value is from where it begins to cost more calls; empty for values that are no lengths of time. */
    private String margin(SweepAnswer.Edge edge) {
        Axis axis = axes.get(edge.axis());
        int best = sweep.plan().choices().valuesOf(answer.recommended().orElseThrow())[edge.axis()];
        Optional<Duration> here = DurationText.parse(axis.values().get(best));
        Optional<Duration> inside = DurationText.parse(axis.values().get(edge.inside()));
        Optional<Duration> outside = DurationText.parse(axis.values().get(edge.outside()));
        if (here.isEmpty() || inside.isEmpty() || outside.isEmpty()) {
            return "";
        }
        String least = margin(here.get(), inside.get());
        String most = margin(here.get(), outside.get());
        return " The margin of " + axis.assignment(best) + " is "
                + (best == edge.inside() ? "less than " + most : least + " to " + most) + ".";
    }

    /** Between which values more calls begin to fail. */
    private String evidence(SweepAnswer.Edge edge) {
        Axis axis = axes.get(edge.axis());
        long calls = Criterion.CALLS.of(sweep.costs().get(answer.recommended().orElseThrow()));
        return "With " + axis.assignment(edge.outside()) + " it would be " + failed(edge.calls()) + ", with "
                + axis.values().get(edge.inside()) + " it is " + failed(calls) + ": the edge is between.";
    }

    private static String margin(Duration here, Duration there) {
        return Words.duration(here.minus(there).abs().toMillis());
    }

    private static String failed(long calls) {
        return calls == 0 ? "no failed call" : Words.count(calls, "failed call");
    }

    private boolean isNoBetter(Cost cost, Cost now) {
        if (answer.preferred().isEmpty()) {
            return answer.objective().of(cost) >= answer.objective().of(now);
        }
        for (Criterion criterion : answer.preference()) {
            if (criterion.of(cost) != criterion.of(now)) {
                return criterion.of(cost) > criterion.of(now);
            }
        }
        return true;
    }

    /** {@code no failed call, no needless failover and 4m in which nobody can dial}. */
    private String costs(Cost cost) {
        if (sweep.measures().hasPhones()) {
            return words(Criterion.PHONES, cost) + ", " + words(Criterion.CALLS, cost);
        }
        return words(Criterion.CALLS, cost) + ", " + words(Criterion.FAILOVERS, cost) + " and "
                + words(Criterion.SERVICE, cost);
    }

    private static String words(Criterion criterion, Cost cost) {
        long value = criterion.of(cost);
        return switch (criterion) {
            case CALLS -> failed(value);
            case FAILOVERS -> value == 0 ? "no needless failover" : Words.count(value, "needless failover");
            case SERVICE -> (value == 0 ? "no time" : RoundedNumbers.time(value)) + " in which nobody can dial";
            case PHONES -> value == 0 ? "no phone time lost" : RoundedNumbers.time(value) + " of phone time lost";
        };
    }

    @Override
    protected String tried() {
        int each = sweep.plan().runsOfEach();
        long choices = sweep.plan().choices().size();
        return sweep.plan().source().file() + ": " + Words.count(choices, "setting")
                + (each == 1 ? "" : ", each under " + each + " circumstances, added up")
                + sweep.plan().weights().entrySet().stream()
                        .map(weight -> ", port network " + weight.getKey() + " counted "
                                + RoundedNumbers.times(weight.getValue()))
                        .collect(Collectors.joining())
                + "; " + Words.duration(sweep.scenario().duration().toMillis()) + ", seed "
                + sweep.scenario().seed() + ".";
    }

    @Override
    public String missing() {
        return sweep.isWhole()
                ? ""
                : "Interrupted: " + sweep.costs().size() + " of "
                        + Words.count(sweep.plan().choices().size(), "setting") + " are done";
    }

    /** How the recommendation comes about. */
    private String why() {
        if (answer.preferred().isEmpty()) {
            return "Recommended: "
                    + (answer.regrets().isEmpty()
                            ? "the least objective, "
                            : "the least regret: how far the"
                                    + " objective is at most above the best that is possible under the same reading. Objective: ")
                    + answer.objective() + "; of equal settings the one nearest to what is administered.";
        }
        List<String> order = answer.preference().stream()
                .map(objective -> "fewest " + objective.measure().words())
                .map(text -> text.replace("fewest cannot dial", "least time in which nobody can dial"))
                .toList();
        return "Recommended: " + String.join(", then ", order) + ", then nearest to what is administered.";
    }

    /** The letter under which tables show a key. */
    static String letter(int axis) {
        return String.valueOf((char) ('a' + axis));
    }

    /** The values of a key, the first and last ones if there are many. */
    private static String values(Axis axis) {
        List<String> values = IntStream.range(0, axis.values().size())
                .mapToObj(i -> axis.values().get(i)
                        + (axis.weights().get(i) == 1
                                ? ""
                                : " (" + RoundedNumbers.times(axis.weights().get(i)) + ")"))
                .toList();
        if (values.size() <= MOST_VALUES) {
            return String.join(", ", values);
        }
        return String.join(", ", values.subList(0, 3)) + ", … " + values.get(values.size() - 1) + " (" + values.size()
                + " values)";
    }

    /**
     * Which rows a table shows: every setting, or of more than there is room for those on the front; of settings that
     * cost the same the one that is nearest to what is administered.
     */
    private List<Integer> shown(int most) {
        int all = sweep.costs().size();
        return all <= most
                ? IntStream.range(0, all).boxed().toList()
                : answer.distinctFront().stream().limit(most).toList();
    }

    /** A mean effect as tables show it: one decimal for a count, whole seconds for a time. */
    private static String effect(Measure measure, double effect) {
        if (measure.isTime()) {
            return Words.duration(Math.round(effect / 1000) * 1000);
        }
        return String.format(Locale.ROOT, "%.1f", effect);
    }

    /** A share as tables show it: {@code 40 %}. */
    private static String share(double share) {
        return Math.round(share * 100) + " %";
    }

    @Override
    protected void introduce(Document document) {
        if (answer.recommended().isPresent()) {
            List<String> form = form();
            document.figures(figures())
                    .paragraph(answer.edges().stream().map(this::evidence).collect(Collectors.joining(" ")))
                    .paragraph(form.isEmpty() ? "" : "To type into the form: " + String.join("; ", form) + ".");
        }
    }

    @Override
    protected void tell(Document document) {
        circumstances.addTo(document);
        document.section("Keys that are varied").table(keys());
        if (answer.recommended().isPresent()) {
            addSettings(document);
            addSensitivities(document);
            HeatMap.of(answer).forEach(map -> add(map, document));
        }
    }

    private List<Figure> figures() {
        Cost best = sweep.costs().get(answer.recommended().orElseThrow());
        List<Figure> figures = new ArrayList<>();
        for (Criterion objective : sweep.criteria()) {
            Measure measure = objective.measure();
            String then = measure.shown(best);
            String now = sweep.now().map(measure::shown).orElse(then);
            figures.add(new Figure(Words.capital(measure.words()), now.equals(then) ? then : now + " → " + then));
        }
        return figures;
    }

    /** The fields of the console's forms that the recommended setting changes. */
    private List<String> form() {
        List<String> settings =
                sweep.plan().choices().settings(answer.recommended().orElseThrow());
        return sweep.plan().source().read(settings).scenario().stream()
                .flatMap(scenario -> FormValues.changed(sweep.scenario().estate(), scenario.estate()).stream())
                .toList();
    }

    private record Key(String letter, Axis axis) {}

    private Table<Key> keys() {
        List<Key> keys = new ArrayList<>();
        axes.forEach(axis -> keys.add(new Key(letter(keys.size()), axis)));
        sweep.plan().circumstances().axes().forEach(axis -> keys.add(new Key("over", axis)));
        return Table.of(keys)
                .words("", Key::letter)
                .ink(key -> key.letter.equals("over") ? Ink.PLAIN : Ink.BOLD)
                .name("key", key -> key.axis.key())
                .words("values", key -> values(key.axis));
    }

    private record Setting(String mark, Ink ink, List<String> values, String regret, Cost cost) {}

    private Setting setting(int choice) {
        boolean best = choice == answer.recommended().orElseThrow();
        return new Setting(
                best ? "->" : answer.isOnFront(choice) ? "*" : "",
                best ? Ink.GREEN : Ink.PLAIN,
                sweep.plan().choices().texts(choice),
                answer.regrets().isEmpty()
                        ? ""
                        : answer.objective().shown(answer.regrets().get(choice)),
                sweep.costs().get(choice));
    }

    private void addSettings(Document document) {
        List<Integer> shown = shown(MOST_ROWS);
        boolean all = shown.size() == sweep.costs().size();
        List<Setting> settings = new ArrayList<>();
        sweep.now()
                .ifPresent(now -> settings.add(new Setting(
                        "now", Ink.FAINT, axes.stream().map(axis -> "").toList(), "", now)));
        shown.forEach(choice -> settings.add(setting(choice)));
        Table<Setting> table = Table.of(settings).words("", Setting::mark).ink(Setting::ink);
        for (int i = 0; i < axes.size(); i++) {
            int axis = i;
            table.number(letter(axis), setting -> setting.values.get(axis));
        }
        if (!answer.regrets().isEmpty()) {
            table.number("regret", setting -> setting.regret);
        }
        table.number(
                "objective",
                setting -> answer.objective().shown(answer.objective().of(setting.cost)));
        cost(table, "failed", Measure.FAILED_CALLS);
        cost(table, "needless", Measure.NEEDLESS_FAILOVERS);
        cost(table, "cannot dial", Measure.CANNOT_DIAL);
        cost(table, "degraded", Measure.DEGRADED);
        table.notInText();
        cost(table, "outage", Measure.OUTAGE);
        cost(table, "failovers", Measure.FAILOVERS);
        if (sweep.measures().hasPhones()) {
            cost(table, "phones", Measure.PHONE_TIME_LOST);
            cost(table, "longest", Measure.LONGEST_PHONE_OUTAGE);
            cost(table, "peak/s", Measure.PEAK_REQUESTS);
            cost(table, "refused", Measure.REQUESTS_REFUSED);
        }
        document.section(all ? "What each setting costs" : "The settings that no other one beats")
                .chart(
                        "pareto",
                        charts::pareto,
                        "Failed calls against the time in which nobody can dial, a point for each setting",
                        "A point for each setting. Nothing beats those on the front: what is better by one measure is"
                                + " worse by another.")
                .table(table)
                .note(
                        "-> recommended. * Nothing that was tried beats it in failed calls, needless failovers and time in"
                                + " which nobody can dial together (Pareto front). now: unchanged.")
                .note(why())
                .note(Measure.CANNOT_DIAL.meaning() + " " + Measure.NEEDLESS_FAILOVERS.meaning())
                .note(
                        all
                                ? ""
                                : "Settings that cost the same are shown once. The CSV output has all "
                                        + sweep.costs().size() + ".");
    }

    private static void cost(Table<Setting> table, String name, Measure measure) {
        table.number(
                name,
                setting -> measure.isTime() ? RoundedNumbers.time(measure.of(setting.cost)) : measure.of(setting.cost));
    }

    private void addSensitivities(Document document) {
        if (answer.sensitivities().size() < 2) {
            return;
        }
        Table<Sensitivity> table = Table.of(answer.sensitivities())
                .words("", sensitivity -> letter(sensitivity.axis()))
                .name("key", sensitivity -> axes.get(sensitivity.axis()).key());
        for (Criterion objective : sweep.criteria()) {
            table.number(
                    objective.heading(),
                    sensitivity -> effect(objective.measure(), sensitivity.effect(objective)) + " ("
                            + share(sensitivity.share(objective)) + ")");
        }
        document.section("Which keys matter most")
                .chart("sensitivity", charts::sensitivity, "Bars: how much each key matters, by objective", "")
                .table(table)
                .note(
                        "The spread of the means over the values of the key, and in brackets its share of the whole range.");
    }

    private void add(HeatMap map, Document document) {
        Measure measure = map.objective().measure();
        String down = letter(map.down());
        String across = letter(map.across());
        document.section(Words.capital(measure.words()) + ", by " + down + " and " + across
                        + map.others().map(text -> ", with " + text).orElse(""))
                .chart("heat-" + map.objective().key(), () -> charts.heat(map), "Heat map: " + measure.words(), "");
        int rows = map.rows().values().size();
        int columns = map.columns().values().size();
        if (rows <= MOST_ROWS && columns <= MOST_ROWS) {
            Table<Integer> table = Table.of(IntStream.range(0, rows).boxed().toList())
                    .number(down + " \\ " + across, row -> map.rows().values().get(row))
                    .ink(Ink.BOLD);
            for (int i = 0; i < columns; i++) {
                int column = i;
                table.number(map.columns().values().get(column), row -> measure.shown(map.value(row, column)));
            }
            document.table(table.leftOutIfTooWide());
        }
    }

    /**
     * One row for each setting, in the order of the grid: the values of the keys, each measure with times in seconds, whether
     * nothing beats the setting, and whether it is the one to take.
     */
    @Override
    public Table<?> rows() {
        Table<Integer> table =
                Table.of(IntStream.range(0, sweep.costs().size()).boxed().toList());
        for (int i = 0; i < axes.size(); i++) {
            int axis = i;
            table.name(
                    axes.get(axis).key(),
                    choice -> sweep.plan().choices().texts(choice).get(axis));
        }
        return Measure.columns(table, sweep.costs()::get, sweep.measures().shown())
                .number(
                        "objective",
                        choice -> answer.objective().plain(answer.values().get(choice)))
                .name("pareto", answer::isOnFront)
                .name("recommended", choice -> choice == answer.recommended().orElseThrow());
    }

    /** Times are seconds with at most three decimals. */
    @Override
    public void json(Json json) {
        head(json)
                .rowOf("set", sweep.plan().source().settings())
                .number("seed", sweep.scenario().seed())
                .seconds("durationSeconds", sweep.scenario().duration().toMillis())
                .flag("whole", sweep.isWhole())
                .objects("vary", axes, SweepDocument::write)
                .objects("over", sweep.plan().circumstances().axes(), SweepDocument::write)
                .text("objective", answer.objective().toString())
                .rowOf(
                        "preference",
                        answer.preference().stream().map(Criterion::key).toList());
        sweep.now().ifPresent(now -> json.row("now", row -> Measure.write(row, now)));
        answer.recommended().ifPresent(best -> json.object("recommended", point -> write(point, best)));
        circumstances.json(json);
        if (answer.recommended().isPresent()) {
            json.rows(
                    "edges",
                    answer.edges(),
                    (row, edge) -> row.text("key", axes.get(edge.axis()).key())
                            .text("inside", axes.get(edge.axis()).values().get(edge.inside()))
                            .text("outside", axes.get(edge.axis()).values().get(edge.outside()))
                            .number("failedCalls", edge.calls()));
        }
        json.objects("sensitivity", answer.sensitivities(), this::write)
                .objects(
                        "points",
                        IntStream.range(0, sweep.costs().size()).boxed().toList(),
                        this::write);
    }

    private void write(Json json, int choice) {
        json.rowOf("settings", sweep.plan().choices().settings(choice))
                .row("totals", row -> Measure.write(row, sweep.costs().get(choice)))
                .number("objective", answer.objective().plain(answer.values().get(choice)))
                .flag("pareto", answer.isOnFront(choice));
        if (!answer.regrets().isEmpty()) {
            json.number("regret", answer.objective().plain(answer.regrets().get(choice)));
        }
    }

    private static void write(Json json, Axis axis) {
        json.text("key", axis.key()).rowOf("values", axis.values());
        if (axis.isWeighted()) {
            json.rowOf("weights", axis.weights());
        }
    }

    private void write(Json json, Sensitivity sensitivity) {
        json.text("key", axes.get(sensitivity.axis()).key());
        for (Criterion objective : sweep.criteria()) {
            double effect = sensitivity.effect(objective);
            double thousandths = objective.measure().isTime() ? effect : effect * 1000;
            json.row(
                    objective.measure().jsonName(),
                    row -> row.seconds("effect", Math.round(thousandths))
                            .seconds("share", Math.round(sensitivity.share(objective) * 1000)));
        }
    }
}
