package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.CurveChart;
import org.ipsisim.study.Fault;
import org.ipsisim.study.Share;
import org.ipsisim.study.StudyReport;

/** Chances in all forms: the answer, then for each length at which they change the shares of the runs. */
public final class CutChancesDocument implements StudyReport {
    private static final int MOST_ROWS = 60;
    private static final int MOST_CURVES = 8;
    private static final int CURVE_HEIGHT = 150;

    private final CutChances chances;
    private final String command;
    private final CutChancesWords words;
    private final List<CutRow<PnChances>> rows;

    /** @param command the command line that gives the same again */
    public CutChancesDocument(CutChances chances, String command) {
        this.chances = chances;
        this.command = command;
        this.words = new CutChancesWords(chances);
        this.rows = CutRow.of(chances.faults());
    }

    @Override
    public String name() {
        return "thresholds";
    }

    @Override
    public String missing() {
        return words.missing();
    }

    @Override
    public Document document() {
        Document document = new Document("thresholds", chances.plan().scenario().title(), words.headline())
                .note(words.tried())
                .warning(words.missing())
                .section("How likely a cut costs something, by its length")
                .chart(
                        "chances.png",
                        this::chart,
                        "Curves over the length of the cut: in how many of the runs it costs something, a call, a"
                                + " failover",
                        "Shares of " + chances.seeds() + " runs; the shades are 95 % confidence intervals (Wilson).");
        for (CutRow<PnChances> row : rows) {
            document.section("Cuts of " + row.fault() + ", pn " + row.pns()).table(table(row));
        }
        String shares = "Shares of " + chances.seeds() + " runs, in parentheses the 95 % confidence interval (Wilson);"
                + " lengths in between are like their neighbours.";
        return document.closing(rows.isEmpty() ? "" : shares, Ink.FAINT)
                .section("Run it again")
                .code(command);
    }

    private byte[] chart() throws IOException {
        List<CurveChart.Panel> panels = Lists.first(rows, MOST_CURVES).stream()
                .map(row -> new CurveChart.Panel(
                        row.fault() + ", pn " + row.pns(),
                        List.of(
                                curve("costs something", "#e69f00", row, CutChancePoint::costs),
                                curve("a call", "#d55e00", row, CutChancePoint::calls),
                                curve("a failover", "#0072b2", row, CutChancePoint::failovers))))
                .toList();
        return CurveChart.render(
                "chances.png",
                chances.plan().scenario().title() + ": how likely a cut costs something",
                words.headline() + " The shades are 95 % confidence intervals.",
                "length of the cut",
                chances.plan().upTo(),
                panels.isEmpty() ? List.of(new CurveChart.Panel("no cut costs anything", List.of())) : panels,
                CURVE_HEIGHT);
    }

    private static CurveChart.Curve curve(
            String name, String colour, CutRow<PnChances> row, Function<CutChancePoint, Share> what) {
        return new CurveChart.Curve(
                name,
                colour,
                row.first().points().stream()
                        .map(point -> {
                            Share share = what.apply(point);
                            return new CurveChart.Point(point.length(), share.seen(), share.low(), share.high());
                        })
                        .toList());
    }

    private static Table<CutChancePoint> table(CutRow<PnChances> row) {
        return Table.of(row.first().changes())
                .number("length", point -> Words.duration(point.length()))
                .ink(Ink.BOLD)
                .number("costs something", point -> CutChancesWords.shown(point.costs()))
                .number("a call", point -> CutChancesWords.shown(point.calls()))
                .number("a failover", point -> CutChancesWords.shown(point.failovers()))
                .showing(MOST_ROWS, "the CSV output has them all");
    }

    private record Line(Fault fault, int pn, CutChancePoint point) {}

    /**
     * One row for each cut, port network and length in seconds: {@code seeds} is how many runs it had, the next columns in
     * how many of them it cost something, a call, a failover.
     */
    @Override
    public Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        chances.faults()
                .forEach(fault -> fault.portNetworks()
                        .forEach(pn ->
                                pn.points().forEach(point -> lines.add(new Line(fault.fault(), pn.number(), point)))));
        return Table.of(lines)
                .name("fault", line -> line.fault.name())
                .name("kind", line -> line.fault.element().key())
                .number("pn", Line::pn)
                .seconds("length", line -> line.point.length())
                .number("seeds", line -> chances.seeds())
                .number("costs", line -> line.point.costs().count())
                .number("dropsCalls", line -> line.point.calls().count())
                .number("failsOver", line -> line.point.failovers().count());
    }

    /** Times are seconds; the interval of a share has three decimals. */
    @Override
    public void json(Json json) {
        CutPlan plan = chances.plan();
        json.text("study", "thresholds")
                .text("headline", words.headline())
                .text("title", plan.scenario().title())
                .text("file", plan.scenario().provenance().file())
                .number("seed", plan.scenario().seed())
                .number("seeds", chances.seeds())
                .seconds("at", plan.at())
                .seconds("upTo", plan.upTo())
                .seconds("step", plan.step())
                .flag("whole", chances.isWhole())
                .objects(
                        "faults",
                        chances.faults(),
                        (object, fault) -> object.text("fault", fault.fault().name())
                                .text("kind", fault.fault().element().key())
                                .objects("portNetworks", fault.portNetworks(), CutChancesDocument::write));
    }

    private static void write(Json json, PnChances pn) {
        json.number("pn", pn.number())
                .rows(
                        "chances",
                        pn.points(),
                        (row, point) -> row.seconds("length", point.length())
                                .object("costs", share -> write(share, point.costs()))
                                .object("dropsCalls", share -> write(share, point.calls()))
                                .object("failsOver", share -> write(share, point.failovers())));
    }

    private static void write(Json json, Share share) {
        json.number("runs", share.count())
                .number("low", Words.decimalSeconds(Math.round(share.low() * 1000)))
                .number("high", Words.decimalSeconds(Math.round(share.high() * 1000)));
    }
}
