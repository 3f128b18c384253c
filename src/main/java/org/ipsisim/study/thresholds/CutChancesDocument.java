package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.CurveChart;
import org.ipsisim.study.Share;

/** Chances in all forms: the answer, then for each length at which they change the shares of the runs. */
public final class CutChancesDocument extends CutsDocument<PnChances> {
    private static final int MOST_ROWS = 60;
    private static final int MOST_CURVES = 8;
    private static final int CURVE_HEIGHT = 150;

    private final CutChances chances;

    /** @param command the command line that gives the same again */
    public CutChancesDocument(CutChances chances, String command) {
        super(chances.plan(), chances.faults(), command);
        this.chances = chances;
    }

    @Override
    String free() {
        return "In none of " + chances.seeds() + " runs a cut of up to "
                + Words.duration(chances.plan().upTo()) + " costs any port network anything.";
    }

    @Override
    String weakest(List<CutRow<PnChances>> some) {
        return any(some) + " costs something in half of the runs" + from(some, PnChances.Point::costs)
                + ", a call" + from(some, PnChances.Point::calls) + ", and a failover"
                + from(some, PnChances.Point::failovers) + "." + without(some);
    }

    /** From which length on it happens in half of the runs. */
    private String from(List<CutRow<PnChances>> some, Function<PnChances.Point, Share> what) {
        OptionalLong shortest = least(some, pn -> pn.inHalfFrom(what));
        return shortest.isEmpty() ? " at no length tried" : " from " + Words.duration(shortest.getAsLong()) + " on";
    }

    /** Up to which length nothing happens in any run, or how often something happens without a cut. */
    private String without(List<CutRow<PnChances>> some) {
        long none = least(some, pn -> pn.never(PnChances.Point::costs)).orElse(0);
        double alone = some.stream()
                .mapToDouble(row -> row.first().points().get(0).costs().seen())
                .max()
                .orElse(0);
        if (alone > 0) {
            return " The losses alone, without a cut, cost something in " + percent(alone) + " % of the runs.";
        }
        return none == 0
                ? ""
                : " Up to " + Words.duration(none) + " it costs nothing in any of " + chances.seeds() + " runs.";
    }

    @Override
    protected String tried() {
        long seed = chances.plan().scenario().seed();
        return tried(", each with the seeds " + seed + " to " + (seed + chances.seeds() - 1));
    }

    @Override
    public String missing() {
        return chances.isWhole()
                ? ""
                : "Interrupted: " + chances.done() + " of "
                        + chances.plan().faults().size() + " kinds of cut are done";
    }

    /** A share with its interval: {@code 40 % (31-50)}. */
    private static String shown(Share share) {
        return percent(share.seen()) + " % (" + percent(share.low()) + "-" + percent(share.high()) + ")";
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    @Override
    protected void tell(Document document) {
        document.section("How likely a cut costs something, by its length")
                .chart(
                        "chances.png",
                        this::chart,
                        "Curves over the length of the cut: in how many of the runs it costs something, a call, a"
                                + " failover",
                        "Shares of " + chances.seeds()
                                + " runs; the shades are 95 % confidence intervals (Wilson, exact for few runs).");
        for (CutRow<PnChances> row : cuts()) {
            document.section("Cuts of " + row.fault() + ", pn " + row.pns()).table(table(row));
        }
        String shares = "Shares of " + chances.seeds()
                + " runs, in parentheses the 95 % confidence interval (Wilson, exact for few runs);"
                + " lengths in between are like their neighbours.";
        document.closing(cuts().isEmpty() ? "" : shares, Ink.FAINT);
    }

    private byte[] chart() throws IOException {
        List<CurveChart.Panel> panels = Lists.first(cuts(), MOST_CURVES).stream()
                .map(row -> new CurveChart.Panel(
                        row.fault() + ", pn " + row.pns(),
                        List.of(
                                curve("costs something", "#e69f00", row, PnChances.Point::costs),
                                curve("a call", "#d55e00", row, PnChances.Point::calls),
                                curve("a failover", "#0072b2", row, PnChances.Point::failovers))))
                .toList();
        return CurveChart.render(
                "chances.png",
                chances.plan().scenario().title() + ": how likely a cut costs something",
                headline() + " The shades are 95 % confidence intervals.",
                "length of the cut",
                chances.plan().upTo(),
                panels.isEmpty() ? List.of(new CurveChart.Panel("no cut costs anything", List.of())) : panels,
                CURVE_HEIGHT);
    }

    private static CurveChart.Curve curve(
            String name, String colour, CutRow<PnChances> row, Function<PnChances.Point, Share> what) {
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

    private static Table<PnChances.Point> table(CutRow<PnChances> row) {
        return Table.of(row.first().changes())
                .number("length", point -> Words.duration(point.length()))
                .ink(Ink.BOLD)
                .number("costs something", point -> shown(point.costs()))
                .number("a call", point -> shown(point.calls()))
                .number("a failover", point -> shown(point.failovers()))
                .showing(MOST_ROWS, "the CSV output has them all");
    }

    /**
     * One row for each cut, port network and length in seconds: {@code seeds} is how many runs it had, the next columns in
     * how many of them it cost something, a call, a failover.
     */
    @Override
    public Table<?> rows() {
        return lines(PnChances::points)
                .seconds("length", line -> line.part().length())
                .number("seeds", line -> chances.seeds())
                .number("costs", line -> line.part().costs().count())
                .number("dropsCalls", line -> line.part().calls().count())
                .number("failsOver", line -> line.part().failovers().count());
    }

    /** Times are seconds; the interval of a share has three decimals. */
    @Override
    public void json(Json json) {
        json(json, own -> own.number("seeds", chances.seeds()), chances.isWhole(), CutChancesDocument::write);
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
