package org.ipsisim.study.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Figure;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.report.chart.HeatChart;
import org.ipsisim.report.chart.ScatterChart;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.StudyReport;

/** A sweep in all forms: the recommended setting, those that nothing beats, what matters, the grid. */
public final class SweepDocument implements StudyReport {
    private static final int MOST_ROWS = 30;

    /** The frames of settings that stand out in a heat map, in pixels. */
    private static final float RECOMMENDED = 3f;

    private static final float ON_FRONT = 1.5f;

    /** More settings on the front than this have no names in the chart. */
    private static final int MOST_NAMED = 10;

    private final SweepAnswer answer;
    private final Sweep sweep;
    private final String command;
    private final SweepWords words;
    private final List<Axis> axes;

    /** @param command the command line that gives the same again */
    public SweepDocument(SweepAnswer answer, String command) {
        this.answer = answer;
        this.sweep = answer.sweep();
        this.command = command;
        this.words = new SweepWords(answer);
        this.axes = sweep.plan().choices().axes();
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String missing() {
        return words.missing();
    }

    @Override
    public Document document() {
        Document document = new Document("sweep", sweep.scenario().title(), words.headline());
        if (answer.recommended().isPresent()) {
            document.figures(figures());
        }
        document.note(words.tried())
                .warning(words.missing())
                .section("Keys that are varied")
                .table(keys());
        if (answer.recommended().isPresent()) {
            addSettings(document);
            addSensitivities(document);
            HeatMap.of(answer).forEach(map -> add(map, document));
        }
        return document.section("Run it again").code(command);
    }

    private List<Figure> figures() {
        Cost best = sweep.costs().get(answer.recommended().orElseThrow());
        List<Figure> figures = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            Measure measure = objective.measure();
            String then = measure.shown(objective.of(best));
            String now =
                    sweep.now().map(cost -> measure.shown(objective.of(cost))).orElse(then);
            figures.add(new Figure(Words.capital(measure.words()), now.equals(then) ? then : now + " → " + then));
        }
        return figures;
    }

    private record Key(String letter, Axis axis) {}

    private Table<Key> keys() {
        List<Key> keys = new ArrayList<>();
        axes.forEach(axis -> keys.add(new Key(SweepWords.letter(keys.size()), axis)));
        sweep.plan().circumstances().axes().forEach(axis -> keys.add(new Key("over", axis)));
        return Table.of(keys)
                .words("", Key::letter)
                .ink(key -> key.letter.equals("over") ? Ink.PLAIN : Ink.BOLD)
                .name("key", key -> key.axis.key())
                .words("values", key -> SweepWords.values(key.axis));
    }

    private record Setting(String mark, Ink ink, List<String> values, Cost cost) {}

    private Setting setting(int choice) {
        boolean best = choice == answer.recommended().orElseThrow();
        return new Setting(
                best ? "->" : answer.isOnFront(choice) ? "*" : "",
                best ? Ink.GREEN : Ink.PLAIN,
                words.valuesOf(choice),
                sweep.costs().get(choice));
    }

    private void addSettings(Document document) {
        List<Integer> shown = words.shown(MOST_ROWS);
        boolean all = shown.size() == sweep.costs().size();
        List<Setting> settings = new ArrayList<>();
        sweep.now()
                .ifPresent(now -> settings.add(new Setting(
                        "now", Ink.FAINT, axes.stream().map(axis -> "").toList(), now)));
        shown.forEach(choice -> settings.add(setting(choice)));
        Table<Setting> table = Table.of(settings).words("", Setting::mark).ink(Setting::ink);
        for (int i = 0; i < axes.size(); i++) {
            int axis = i;
            table.number(SweepWords.letter(axis), setting -> setting.values.get(axis));
        }
        cost(table, "calls", Measure.CALLS_DROPPED);
        cost(table, "needless", Measure.NEEDLESS_FAILOVERS);
        cost(table, "cannot dial", Measure.CANNOT_DIAL);
        cost(table, "degraded", Measure.DEGRADED);
        cost(table, "outage", Measure.OUTAGE);
        cost(table, "failovers", Measure.FAILOVERS);
        document.section(all ? "What each setting costs" : "The settings that no other one beats")
                .chart(
                        "pareto.png",
                        this::pareto,
                        "Calls dropped against the time in which nobody can dial, a point for each setting",
                        "A point for each setting. Nothing beats those on the front: what is better by one measure is"
                                + " worse by another.")
                .table(table)
                .note(
                        "-> recommended. * Nothing that was tried beats it in calls dropped, needless failovers and time in"
                                + " which nobody can dial together (Pareto front). now: unchanged.")
                .note(words.why())
                .note(Measure.CANNOT_DIAL.meaning() + " " + Measure.NEEDLESS_FAILOVERS.meaning())
                .note(
                        all
                                ? ""
                                : "Settings that cost the same are shown once. The CSV output has all "
                                        + sweep.costs().size() + ".");
    }

    private static void cost(Table<Setting> table, String name, Measure measure) {
        table.number(name, setting -> measure.shown(measure.of(setting.cost)));
    }

    private void addSensitivities(Document document) {
        if (answer.sensitivities().size() < 2) {
            return;
        }
        Table<Sensitivity> table = Table.of(answer.sensitivities())
                .words("", sensitivity -> SweepWords.letter(sensitivity.axis()))
                .name("key", sensitivity -> axes.get(sensitivity.axis()).key());
        for (Objective objective : Objective.values()) {
            table.number(
                    objective.heading(),
                    sensitivity -> SweepWords.effect(
                                    objective.measure(), sensitivity.effects().get(objective)) + "  "
                            + SweepWords.share(sensitivity.shares().get(objective)));
        }
        document.section("Which keys matter most")
                .chart("sensitivity.png", this::sensitivity, "Bars: how much each key matters, by objective", "")
                .table(table)
                .note("The spread of the means over the values of the key, and its share of the whole range.");
    }

    private void add(HeatMap map, Document document) {
        Measure measure = map.objective().measure();
        String down = SweepWords.letter(map.down());
        String across = SweepWords.letter(map.across());
        document.section(Words.capital(measure.words()) + ", by " + down + " and " + across
                        + map.others().map(text -> ", with " + text).orElse(""))
                .chart("heat-" + map.objective().key() + ".png", () -> chart(map), "Heat map: " + measure.words(), "");
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

    private byte[] pareto() throws IOException {
        List<Integer> front = words.front();
        boolean named = front.size() <= MOST_NAMED;
        List<ScatterChart.Point> others = IntStream.range(0, sweep.costs().size())
                .filter(choice -> !answer.isOnFront(choice))
                .mapToObj(choice -> point(sweep.costs().get(choice), ""))
                .distinct()
                .toList();
        return ScatterChart.render(
                "pareto.png",
                "What the settings cost",
                "Towards the lower left: better. The names are the values of the settings that nothing beats, with their"
                        + " needless failovers.",
                "time in which nobody can dial",
                "calls dropped",
                List.of(
                        new ScatterChart.Series("other settings", ScatterChart.Mark.SMALL, others),
                        new ScatterChart.Series(
                                "nothing beats it",
                                ScatterChart.Mark.DOT,
                                front.stream()
                                        .map(choice -> point(sweep.costs().get(choice), named ? pointName(choice) : ""))
                                        .toList()),
                        new ScatterChart.Series(
                                "unchanged",
                                ScatterChart.Mark.DIAMOND,
                                sweep.now().map(now -> point(now, "")).stream().toList()),
                        new ScatterChart.Series(
                                "recommended",
                                ScatterChart.Mark.RING,
                                List.of(point(
                                        sweep.costs().get(answer.recommended().orElseThrow()), "")))));
    }

    private static ScatterChart.Point point(Cost cost, String name) {
        return new ScatterChart.Point(Objective.SERVICE.of(cost), Objective.CALLS.of(cost), name);
    }

    private String pointName(int choice) {
        long needless = Objective.FAILOVERS.of(sweep.costs().get(choice));
        return String.join(", ", words.valuesOf(choice)) + (needless == 0 ? "" : " (" + needless + ")");
    }

    private byte[] sensitivity() throws IOException {
        return BarChart.render(
                "sensitivity.png",
                "What matters",
                "The spread of the means over a key's values, as a share of the range of all settings.",
                answer.sensitivities().stream()
                        .map(key -> SweepWords.letter(key.axis()) + "  "
                                + axes.get(key.axis()).name())
                        .toList(),
                Arrays.stream(Objective.values())
                        .map(objective -> BarChart.Panel.ofShares(
                                objective.measure().words(),
                                answer.sensitivities().stream()
                                        .map(key -> key.shares().get(objective))
                                        .toList()))
                        .toList(),
                List.of());
    }

    private byte[] chart(HeatMap map) throws IOException {
        Measure measure = map.objective().measure();
        List<List<HeatChart.Cell>> rows = new ArrayList<>();
        for (int row = 0; row < map.rows().values().size(); row++) {
            List<HeatChart.Cell> cells = new ArrayList<>();
            for (int column = 0; column < map.columns().values().size(); column++) {
                int choice = map.choice(row, column);
                boolean best = choice == answer.recommended().orElseThrow();
                float frame = best ? RECOMMENDED : answer.isOnFront(choice) ? ON_FRONT : 0;
                cells.add(new HeatChart.Cell(map.value(row, column), measure.shown(map.value(row, column)), frame));
            }
            rows.add(cells);
        }
        return HeatChart.render(
                "the heat map",
                Words.capital(measure.words()),
                "Dark: worse. Thick frame: recommended; thin frame: nothing beats it."
                        + map.others().map(others -> " With " + others + ".").orElse(""),
                new HeatChart.Axis(map.rows().key(), map.rows().values()),
                new HeatChart.Axis(map.columns().key(), map.columns().values()),
                rows);
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
            table.name(axes.get(axis).key(), choice -> words.valuesOf(choice).get(axis));
        }
        return Measure.columns(table, sweep.costs()::get)
                .name("pareto", answer::isOnFront)
                .name("recommended", choice -> choice == answer.recommended().orElseThrow());
    }

    /** Times are seconds with at most three decimals. */
    @Override
    public void json(Json json) {
        json.text("study", "sweep")
                .text("headline", words.headline())
                .text("title", sweep.scenario().title())
                .text("file", sweep.plan().source().file())
                .rowOf("set", sweep.plan().source().settings())
                .number("seed", sweep.scenario().seed())
                .seconds("durationSeconds", sweep.scenario().duration().toMillis())
                .flag("whole", sweep.isWhole())
                .objects("vary", axes, SweepDocument::write)
                .objects("over", sweep.plan().circumstances().axes(), SweepDocument::write)
                .rowOf(
                        "preference",
                        answer.preference().stream().map(Objective::key).toList());
        sweep.now().ifPresent(now -> json.row("now", row -> Measure.write(row, now)));
        answer.recommended().ifPresent(best -> json.object("recommended", point -> write(point, best)));
        json.objects("sensitivity", answer.sensitivities(), this::write)
                .objects(
                        "points",
                        IntStream.range(0, sweep.costs().size()).boxed().toList(),
                        this::write);
    }

    private void write(Json json, int choice) {
        json.rowOf("settings", sweep.plan().choices().settings(choice))
                .row("totals", row -> Measure.write(row, sweep.costs().get(choice)))
                .flag("pareto", answer.isOnFront(choice));
    }

    private static void write(Json json, Axis axis) {
        json.text("key", axis.key()).rowOf("values", axis.values());
    }

    private void write(Json json, Sensitivity sensitivity) {
        json.text("key", axes.get(sensitivity.axis()).key());
        for (Objective objective : Objective.values()) {
            double effect = sensitivity.effects().get(objective);
            double thousandths = objective.measure().isTime() ? effect : effect * 1000;
            json.row(
                    objective.measure().jsonName(),
                    row -> row.seconds("effect", Math.round(thousandths))
                            .seconds("share", Math.round(sensitivity.shares().get(objective) * 1000)));
        }
    }
}
