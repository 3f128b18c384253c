package org.ipsisim.study.sweep;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/** A sweep for a person at a terminal: the recommended setting, those that nothing beats, what matters, the grid. */
public final class SweepText {
    private static final int MOST_ROWS = 30;

    private final SweepAnswer answer;
    private final Sweep sweep;
    private final SweepWords words;
    private final TextPage page;
    private final List<Axis> axes;

    private SweepText(SweepAnswer answer, TextPage page) {
        this.answer = answer;
        this.sweep = answer.sweep();
        this.words = new SweepWords(answer);
        this.page = page;
        this.axes = sweep.plan().choices().axes();
    }

    /** Writes the sweep; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(SweepAnswer answer, Writer out, TextStyle style) throws IOException {
        new SweepText(answer, new TextPage(out, style)).write();
        out.flush();
    }

    private void write() throws IOException {
        page.paragraph("", words.headline(), Ink.BOLD);
        page.paragraph("", words.tried(), Ink.FAINT);
        if (!words.missing().isEmpty()) {
            page.paragraph("", words.missing() + ".", Ink.VERMILION);
        }
        writeKeys();
        if (answer.recommended().isPresent()) {
            writeSettings();
            writeSensitivities();
            for (HeatMap map : HeatMap.of(answer)) {
                writeMap(map);
            }
        }
    }

    private void writeKeys() throws IOException {
        page.heading("What is varied");
        TextTable table = new TextTable(0, "", "key", "values");
        for (int axis = 0; axis < axes.size(); axis++) {
            table.row(Ink.BOLD, SweepWords.letter(axis), axes.get(axis).key(), SweepWords.values(axes.get(axis)));
        }
        for (Axis axis : sweep.plan().circumstances().axes()) {
            table.row(Ink.PLAIN, "over", axis.key(), SweepWords.values(axis));
        }
        page.table(table);
    }

    private void writeSettings() throws IOException {
        List<Integer> shown = words.shown(MOST_ROWS);
        boolean all = shown.size() == sweep.costs().size();
        page.heading(all ? "What each setting costs" : "The settings that nothing beats");
        List<String> headers = new ArrayList<>(List.of(""));
        for (int axis = 0; axis < axes.size(); axis++) {
            headers.add(">" + SweepWords.letter(axis));
        }
        List<Measure> measures = List.of(
                Measure.CALLS_DROPPED,
                Measure.NEEDLESS_FAILOVERS,
                Measure.CANNOT_DIAL,
                Measure.DEGRADED,
                Measure.OUTAGE,
                Measure.FAILOVERS);
        List.of(">calls", ">needless", ">cannot dial", ">degraded", ">outage", ">failovers")
                .forEach(headers::add);
        TextTable table = new TextTable(0, headers.toArray(String[]::new));
        sweep.now()
                .ifPresent(now ->
                        row(table, Ink.FAINT, "now", axes.stream().map(a -> "").toList(), now, measures));
        for (int choice : shown) {
            boolean best = choice == answer.recommended().getAsInt();
            row(
                    table,
                    best ? Ink.GREEN : Ink.PLAIN,
                    best ? "->" : answer.isOnFront(choice) ? "*" : "",
                    words.valuesOf(choice),
                    sweep.costs().get(choice),
                    measures);
        }
        page.table(table);
        page.blank();
        page.paragraph(
                "  ",
                "-> recommended. * Nothing that was tried beats it in calls dropped, needless failovers and"
                        + " time in which nobody can dial together (Pareto front). now: as it stands.",
                Ink.FAINT);
        page.paragraph("  ", words.why(), Ink.FAINT);
        page.paragraph("  ", Values.CANNOT_DIAL + " " + Values.NEEDLESS, Ink.FAINT);
        if (!all) {
            page.paragraph(
                    "  ",
                    "Settings that cost the same are shown once. The CSV output has all "
                            + sweep.costs().size() + ".",
                    Ink.FAINT);
        }
    }

    private static void row(
            TextTable table, Ink ink, String mark, List<String> values, Cost cost, List<Measure> measures) {
        List<String> cells = new ArrayList<>(List.of(mark));
        cells.addAll(values);
        measures.forEach(measure -> cells.add(Values.shown(measure, measure.of(cost))));
        table.row(ink, cells.toArray(String[]::new));
    }

    private void writeSensitivities() throws IOException {
        if (answer.sensitivities().size() < 2) {
            return;
        }
        page.heading("What matters, the most first");
        TextTable table = new TextTable(1, "", "key", ">calls", ">needless", ">cannot dial");
        for (Sensitivity sensitivity : answer.sensitivities()) {
            List<String> cells = new ArrayList<>();
            cells.add(SweepWords.letter(sensitivity.axis()));
            cells.add(axes.get(sensitivity.axis()).key());
            for (Objective objective : Objective.values()) {
                cells.add(SweepWords.effect(
                                objective.measure(), sensitivity.effects().get(objective)) + "  "
                        + SweepWords.share(sensitivity.shares().get(objective)));
            }
            table.row(Ink.PLAIN, cells.toArray(String[]::new));
        }
        page.table(table);
        page.blank();
        page.paragraph(
                "  ",
                "How far the means over its values lie apart, and that as a share of the whole range.",
                Ink.FAINT);
    }

    private void writeMap(HeatMap map) throws IOException {
        List<String> headers = new ArrayList<>();
        headers.add(">" + SweepWords.letter(map.down()) + " \\ " + SweepWords.letter(map.across()));
        map.columns().values().forEach(value -> headers.add(">" + value));
        Measure measure = map.objective().measure();
        int width = headers.stream().mapToInt(header -> header.length() + 1).sum();
        TextTable table = new TextTable(0, headers.toArray(String[]::new));
        for (int row = 0; row < map.rows().values().size(); row++) {
            List<String> cells = new ArrayList<>(List.of(map.rows().values().get(row)));
            for (int column = 0; column < map.columns().values().size(); column++) {
                cells.add(Values.shown(measure, map.value(row, column)));
            }
            width = Math.max(
                    width, cells.stream().mapToInt(cell -> cell.length() + 2).sum());
            table.row(Ink.BOLD, cells.toArray(String[]::new));
        }
        if (width > page.style().width() || map.rows().values().size() > MOST_ROWS) {
            return;
        }
        String others = map.others().map(text -> ", with " + text).orElse("");
        page.heading(Character.toUpperCase(measure.words().charAt(0))
                + measure.words().substring(1) + ", by " + SweepWords.letter(map.down()) + " and "
                + SweepWords.letter(map.across()) + others);
        page.table(table);
    }
}
