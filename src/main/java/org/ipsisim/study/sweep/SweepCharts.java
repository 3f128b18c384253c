package org.ipsisim.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ipsisim.document.Document;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.BarChart;
import org.ipsisim.report.chart.HeatChart;
import org.ipsisim.report.chart.ScatterChart;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;

/** The charts of a sweep: its settings as points, which keys matter, and a heat map for two keys. */
final class SweepCharts {
    /** The frames of settings that stand out in a heat map, in pixels. */
    private static final float RECOMMENDED = 3f;

    private static final float ON_FRONT = 1.5f;

    /** More settings on the front than this have no names in the chart. */
    private static final int MOST_NAMED = 10;

    private final SweepAnswer answer;
    private final Sweep sweep;

    SweepCharts(SweepAnswer answer) {
        this.answer = answer;
        this.sweep = answer.sweep();
    }

    Document.Image sensitivity() {
        return BarChart.of(
                "sensitivity",
                "What matters",
                "The spread of the means over a key's values, as a share of the range of all settings.",
                answer.sensitivities().stream()
                        .map(each -> SweepDocument.letter(each.axis()) + "  "
                                + sweep.plan().choices().axes().get(each.axis()).name())
                        .toList(),
                panels(answer.sensitivities(), sweep.criteria()),
                List.of());
    }

    /** A panel for each objective, a bar for each key, in percent. */
    static List<BarChart.Panel> panels(List<Sensitivity> sensitivities, List<Criterion> criteria) {
        return criteria.stream()
                .map(objective -> BarChart.Panel.ofShares(
                        objective.measure().words(),
                        sensitivities.stream()
                                .map(each -> each.share(objective))
                                .toList()))
                .toList();
    }

    Document.Image pareto() {
        List<Integer> front = answer.distinctFront();
        boolean named = front.size() <= MOST_NAMED;
        Integer recommended = answer.recommended().orElseThrow();
        List<ScatterChart.Point> others = IntStream.range(0, sweep.costs().size())
                .filter(choice -> !answer.isOnFront(choice))
                .mapToObj(choice -> point(sweep.costs().get(choice), ""))
                .distinct()
                .toList();
        return ScatterChart.of(
                "pareto",
                "What the settings cost",
                "Towards the lower left: better. The names are the values of the settings that nothing beats, with their"
                        + " needless failovers.",
                "time in which nobody can dial",
                "failed calls",
                List.of(
                        new ScatterChart.Series("other settings", ScatterChart.Mark.SMALL, others),
                        new ScatterChart.Series(
                                "nothing beats it",
                                ScatterChart.Mark.DOT,
                                front.stream()
                                        .map(choice -> point(
                                                sweep.costs().get(choice),
                                                named && !choice.equals(recommended) ? pointName(choice) : ""))
                                        .toList()),
                        new ScatterChart.Series(
                                "unchanged",
                                ScatterChart.Mark.DIAMOND,
                                sweep.now().map(now -> point(now, "")).stream().toList()),
                        new ScatterChart.Series(
                                "recommended",
                                ScatterChart.Mark.RING,
                                List.of(point(
                                        sweep.costs().get(recommended), "recommended: " + pointName(recommended))))));
    }

    private static ScatterChart.Point point(Cost cost, String name) {
        return new ScatterChart.Point(Criterion.SERVICE.of(cost), Criterion.CALLS.of(cost), name);
    }

    private String pointName(int choice) {
        long needless = Criterion.FAILOVERS.of(sweep.costs().get(choice));
        return String.join(", ", sweep.plan().choices().texts(choice)) + (needless == 0 ? "" : " (" + needless + ")");
    }

    Document.Image heat(HeatMap map) {
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
        return HeatChart.of(
                "heat-" + map.objective().key(),
                Words.capital(measure.words()),
                "Dark: worse. Thick frame: recommended; thin frame: nothing beats it."
                        + map.others().map(others -> " With " + others + ".").orElse(""),
                new HeatChart.Axis(map.rows().key(), map.rows().values()),
                new HeatChart.Axis(map.columns().key(), map.columns().values()),
                rows);
    }
}
