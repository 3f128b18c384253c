package org.ipsisim.study.sweep;

import static org.ipsisim.document.ReportTable.Column.name;
import static org.ipsisim.document.ReportTable.Column.number;
import static org.ipsisim.document.ReportTable.Column.words;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsisim.document.Figure;
import org.ipsisim.document.ReportTable;
import org.ipsisim.document.StudyPage;
import org.ipsisim.document.WholeFiles;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/** The report of a sweep as a directory of files. */
public final class SweepPage {
    private static final int MOST_ROWS = 40;
    private static final String PARETO = "pareto.png";
    private static final String SENSITIVITY = "sensitivity.png";

    private final SweepAnswer answer;
    private final Sweep sweep;
    private final SweepWords words;

    private SweepPage(SweepAnswer answer) {
        this.answer = answer;
        this.sweep = answer.sweep();
        this.words = new SweepWords(answer);
    }

    /**
     * Writes {@code index.html}, {@code sweep.json}, {@code sweep.csv}, {@code pareto.png}, and for several keys
     * {@code sensitivity.png} and a heat map for each objective that is not the same everywhere.
     *
     * @param answer of a sweep that was not stopped
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for a PNG; then nothing is written
     */
    public static void write(SweepAnswer answer, String command, Path directory) throws IOException {
        Map<String, byte[]> charts = charts(answer);
        StringWriter json = new StringWriter();
        SweepJson.write(answer, json);
        StringWriter csv = new StringWriter();
        SweepCsv.write(answer, csv);
        Map<String, byte[]> files = new LinkedHashMap<>(charts);
        files.put("sweep.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("sweep.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", html(answer, command, charts).getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    private static Map<String, byte[]> charts(SweepAnswer answer) throws IOException {
        Map<String, byte[]> charts = new LinkedHashMap<>();
        charts.put(PARETO, ParetoPng.render(answer));
        if (answer.sensitivities().size() > 1) {
            charts.put(SENSITIVITY, SensitivityPng.render(answer));
        }
        for (HeatMap map : HeatMap.of(answer)) {
            charts.put(fileOf(map.objective()), HeatMapPng.render(map));
        }
        return charts;
    }

    private static String fileOf(Objective objective) {
        return "heat-" + objective.word() + ".png";
    }

    /** The page alone; charts by file name. */
    public static String html(SweepAnswer answer, String command, Map<String, byte[]> charts) {
        return new SweepPage(answer).html(command, charts);
    }

    private String html(String command, Map<String, byte[]> charts) {
        StudyPage page = new StudyPage("sweep", sweep.scenario().title(), words.headline());
        page.figures(figures());
        page.section("What is varied").table(keys()).note(words.tried());
        page.section("What the settings cost");
        if (charts.containsKey(PARETO)) {
            page.image(
                    charts.get(PARETO),
                    "Calls dropped against the time in which nobody can dial, a point for each setting",
                    "A point for each setting. Nothing beats those on the front: what is better by one measure is worse"
                            + " by another.");
        }
        List<Integer> shown = words.shown(MOST_ROWS);
        page.heading(shown.size() == sweep.costs().size() ? "Every setting" : "The settings that nothing beats");
        page.table(settings(shown));
        page.note((shown.size() == sweep.costs().size() ? "" : "sweep.csv has every setting. ") + words.why() + " "
                + Values.CANNOT_DIAL + " " + Values.NEEDLESS);
        if (answer.sensitivities().size() > 1) {
            page.section("What matters, the most first");
            if (charts.containsKey(SENSITIVITY)) {
                page.image(charts.get(SENSITIVITY), "Bars: how much each key matters, by objective", "");
            }
            page.table(sensitivities());
        }
        List<HeatMap> maps = HeatMap.of(answer);
        if (!maps.isEmpty()) {
            page.section("The grid");
        }
        for (HeatMap map : maps) {
            byte[] chart = charts.get(fileOf(map.objective()));
            if (chart != null) {
                page.image(chart, "Heat map: " + map.objective().measure().words(), "");
            }
        }
        page.section("Run it again").code(command);
        return page.html();
    }

    private List<Figure> figures() {
        Cost best = sweep.costs().get(answer.recommended().orElseThrow());
        List<Figure> figures = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            Measure measure = objective.measure();
            String then = Values.shown(measure, objective.of(best));
            String now = sweep.now()
                    .map(cost -> Values.shown(measure, objective.of(cost)))
                    .orElse(then);
            figures.add(new Figure(capital(measure.words()), now.equals(then) ? then : now + " → " + then));
        }
        return figures;
    }

    private ReportTable keys() {
        List<List<String>> rows = new ArrayList<>();
        List<Axis> axes = sweep.plan().choices().axes();
        for (int axis = 0; axis < axes.size(); axis++) {
            rows.add(List.of(SweepWords.letter(axis), axes.get(axis).key(), SweepWords.values(axes.get(axis))));
        }
        for (Axis axis : sweep.plan().circumstances().axes()) {
            rows.add(List.of("over", axis.key(), SweepWords.values(axis)));
        }
        return new ReportTable("Keys and values", List.of(words(""), name("Key"), words("Values")), rows);
    }

    private ReportTable settings(List<Integer> shown) {
        List<ReportTable.Column> columns = new ArrayList<>(List.of(words("")));
        for (int axis = 0; axis < sweep.plan().choices().axes().size(); axis++) {
            columns.add(number(SweepWords.letter(axis)));
        }
        List<Measure> measures = List.of(
                Measure.CALLS_DROPPED,
                Measure.NEEDLESS_FAILOVERS,
                Measure.CANNOT_DIAL,
                Measure.DEGRADED,
                Measure.OUTAGE,
                Measure.FAILOVERS);
        measures.forEach(measure -> columns.add(number(capital(measure.words()))));
        List<List<String>> rows = new ArrayList<>();
        sweep.now()
                .ifPresent(now -> rows.add(row(
                        "as it stands",
                        sweep.plan().choices().axes().stream().map(axis -> "").toList(),
                        now,
                        measures)));
        for (int choice : shown) {
            boolean best = choice == answer.recommended().orElseThrow();
            String mark = best ? "recommended" : answer.isOnFront(choice) ? "on the front" : "";
            rows.add(row(mark, words.valuesOf(choice), sweep.costs().get(choice), measures));
        }
        return new ReportTable("Costs by setting", columns, rows);
    }

    private static List<String> row(String mark, List<String> values, Cost cost, List<Measure> measures) {
        List<String> row = new ArrayList<>(List.of(mark));
        row.addAll(values);
        measures.forEach(measure -> row.add(Values.shown(measure, measure.of(cost))));
        return row;
    }

    private ReportTable sensitivities() {
        List<ReportTable.Column> columns = new ArrayList<>(List.of(words(""), name("Key")));
        for (Objective objective : Objective.values()) {
            columns.add(number(capital(objective.measure().words())));
            columns.add(number("share"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Sensitivity sensitivity : answer.sensitivities()) {
            List<String> row = new ArrayList<>();
            row.add(SweepWords.letter(sensitivity.axis()));
            row.add(sweep.plan().choices().axes().get(sensitivity.axis()).key());
            for (Objective objective : Objective.values()) {
                row.add(SweepWords.effect(
                        objective.measure(), sensitivity.effects().get(objective)));
                row.add(SweepWords.share(sensitivity.shares().get(objective)));
            }
            rows.add(row);
        }
        return new ReportTable("Effects of the keys", columns, rows);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
