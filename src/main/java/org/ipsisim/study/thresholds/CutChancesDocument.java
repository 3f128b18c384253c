package org.ipsisim.study.thresholds;

import java.util.List;
import java.util.OptionalLong;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.CurveChart;
import org.ipsisim.study.Share;

/** Chances in all forms: the answer, then for each length at which they change the shares of the runs. */
public final class CutChancesDocument extends CutsDocument<CutOdds> {
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
                + Words.duration(chances.plan().upTo()) + " costs any "
                + chances.plan().whom() + " anything.";
    }

    @Override
    String weakest(List<CutRow<CutOdds>> some) {
        return any(some)
                + costs(
                        some,
                        cost -> cost.words() + (cost == CutCost.ANYTHING ? " in half of the runs" : ""),
                        cost -> from(some, cost))
                + without(some);
    }

    /** From which length on it happens in half of the runs. */
    private String from(List<CutRow<CutOdds>> some, CutCost cost) {
        OptionalLong shortest = least(some, each -> each.inHalfFrom(cost));
        return shortest.isEmpty() ? " at no length tried" : " from " + Words.duration(shortest.getAsLong()) + " on";
    }

    /** Up to which length nothing happens in any run, or how often something happens without a cut. */
    private String without(List<CutRow<CutOdds>> some) {
        long none = least(some, each -> each.never(CutCost.ANYTHING)).orElse(0);
        double alone = some.stream()
                .mapToDouble(row ->
                        row.first().points().get(0).share(CutCost.ANYTHING).seen())
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
                        "chances",
                        this::chart,
                        "Curves over the length of the cut: in how many of the runs it costs what",
                        "Shares of " + chances.seeds()
                                + " runs; the shades are 95 % confidence intervals (Wilson, exact for few runs).");
        for (CutRow<CutOdds> row : cuts()) {
            document.section("Cuts of " + row.label(", ")).table(table(row));
        }
        String shares = "Shares of " + chances.seeds()
                + " runs, in parentheses the 95 % confidence interval (Wilson, exact for few runs);"
                + " lengths in between are like their neighbours.";
        document.closing(cuts().isEmpty() ? "" : shares, Ink.FAINT);
    }

    private Document.Image chart() {
        List<CurveChart.Panel> panels = Lists.first(cuts(), MOST_CURVES).stream()
                .map(row -> new CurveChart.Panel(
                        row.label(", "),
                        CutCost.of(row.kind()).stream()
                                .map(cost -> curve(row, cost))
                                .toList()))
                .toList();
        return CurveChart.of(
                "chances",
                chances.plan().scenario().title() + ": how likely a cut costs something",
                "The shades are 95 % confidence intervals.",
                "length of the cut",
                chances.plan().upTo(),
                panels.isEmpty() ? List.of(new CurveChart.Panel("no cut costs anything", List.of())) : panels,
                CURVE_HEIGHT);
    }

    private static CurveChart.Curve curve(CutRow<CutOdds> row, CutCost cost) {
        return new CurveChart.Curve(
                named(cost),
                cost.colour(),
                row.first().points().stream()
                        .map(point -> {
                            Share share = point.share(cost);
                            return new CurveChart.Point(point.length(), share.seen(), share.low(), share.high());
                        })
                        .toList());
    }

    private static String named(CutCost cost) {
        return (cost == CutCost.ANYTHING ? "costs " : "") + cost.words();
    }

    private static Table<CutOdds.Point> table(CutRow<CutOdds> row) {
        Table<CutOdds.Point> table = Table.of(row.first().changes())
                .number("length", point -> Words.duration(point.length()))
                .ink(Ink.BOLD);
        CutCost.of(row.kind()).forEach(cost -> table.number(named(cost), point -> shown(point.share(cost))));
        return table.showing(MOST_ROWS, "the CSV output has them all");
    }

    /**
     * One row for each cut, port network or population, and length in seconds: {@code seeds} is how many runs it had, the
     * other columns in how many of them it had a cost; empty where it cannot have it.
     */
    @Override
    public Table<?> rows() {
        Table<Line<CutOdds.Point>> table = lines(CutOdds::points)
                .seconds("length", line -> line.part().length())
                .number("seeds", line -> chances.seeds());
        CutCost.of(Subject.Kind.PORT_NETWORK).forEach(cost -> count(table, cost));
        CutCost.of(Subject.Kind.PHONES).stream()
                .filter(cost -> cost != CutCost.ANYTHING)
                .forEach(cost -> count(table, cost));
        return table;
    }

    private static void count(Table<Line<CutOdds.Point>> table, CutCost cost) {
        table.number(cost.key(), line -> {
            Share share = line.part().shares().get(cost);
            return share == null ? "" : share.count();
        });
    }

    /** Times are seconds; the interval of a share has three decimals. */
    @Override
    public void json(Json json) {
        json(json, own -> own.number("seeds", chances.seeds()), chances.isWhole(), CutChancesDocument::write);
    }

    private static void write(Json json, CutOdds odds) {
        json.rows("chances", odds.points(), (row, point) -> {
            row.seconds("length", point.length());
            point.shares().forEach((cost, share) -> row.object(cost.key(), object -> write(object, share)));
        });
    }

    private static void write(Json json, Share share) {
        json.number("runs", share.count())
                .number("low", Words.decimalSeconds(Math.round(share.low() * 1000)))
                .number("high", Words.decimalSeconds(Math.round(share.high() * 1000)));
    }
}
