package org.ipsisim.study.thresholds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.TimelinePng;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.study.Fault;
import org.ipsisim.study.StudyReport;
import org.ipsisim.study.WorstOutcome;

/** Thresholds in all forms: the answer, the longest cuts without a cost, the bands drawn and listed. */
public final class ThresholdsDocument implements StudyReport {
    private static final int MOST_ROWS = 40;
    private static final int LONGEST_NAME = 24;
    private static final Map<WorstOutcome, PnState> LOOKS = Map.of(
            WorstOutcome.NOTHING, PnState.IN_SERVICE,
            WorstOutcome.WARM_RESET, PnState.WARM_RESET,
            WorstOutcome.COLD_RESET, PnState.COLD_RESET,
            WorstOutcome.RESTART, PnState.RESTARTING,
            WorstOutcome.DOWN, PnState.DOWN,
            WorstOutcome.FAILOVER, PnState.NO_SERVICE);
    private static final String REST = "the CSV output has them all";
    private static final List<Predicate<PnOutcome>> QUESTIONS =
            List.of(PnOutcome::isFree, PnOutcome::keepsCalls, PnOutcome::stays);

    private final Thresholds thresholds;
    private final String command;
    private final ThresholdWords words;
    private final List<CutRow<PnBands>> rows;

    /** @param command the command line that gives the same again */
    public ThresholdsDocument(Thresholds thresholds, String command) {
        this.thresholds = thresholds;
        this.command = command;
        this.words = new ThresholdWords(thresholds);
        this.rows = CutRow.of(thresholds.faults());
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
        boolean comesBack = rows.stream()
                .anyMatch(row -> QUESTIONS.stream().anyMatch(each -> row.first().comesBack(each)));
        Document document = new Document(
                        "thresholds", thresholds.plan().scenario().title(), words.headline())
                .note(words.tried())
                .warning(words.missing())
                .section("The longest cut that costs")
                .table(longest())
                .note(comesBack ? "* Some longer cuts cost less again; see the bands." : "")
                .section("What a cut costs, by its length")
                .chart(
                        "thresholds.png",
                        () -> TimelinePng.render("thresholds.png", timeline()),
                        "Bands of outcomes over the length of the cut, one row for each kind of cut and port network",
                        "Each row: one kind of cut and the port networks that fare alike. The numbers are the longest"
                                + " cuts of their bands.");
        if (!rows.isEmpty()) {
            List<CutRow<PnBands>> drawn = Lists.first(rows, MOST_ROWS);
            document.drawing(page -> new BandDrawing(drawn, thresholds.plan().upTo()).write(page));
        }
        return document.section("The edges")
                .table(edges())
                .closing(words.untouched(), Ink.PLAIN)
                .section("Run it again")
                .code(command);
    }

    /** The bands as a timeline whose times are the lengths of the cut. */
    Timeline timeline() {
        List<BandRow> bands = Lists.first(rows, MOST_ROWS).stream()
                .map(row -> new BandRow(
                        name(row), row.first().bands().stream().map(this::drawn).toList()))
                .toList();
        return new Timeline(
                thresholds.plan().scenario().title() + ": what a cut costs, by its length",
                words.headline(),
                "length of the cut",
                thresholds.plan().upTo(),
                bands,
                List.of(),
                List.of());
    }

    private static String name(CutRow<PnBands> row) {
        String name = row.fault() + ", PN " + row.pns();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** A band that names the longest cut in it, where a longer one costs something else. */
    private BandRow.Band drawn(Band band) {
        WorstOutcome fate = band.outcome().fate();
        BandState look =
                BandState.of(LOOKS.get(fate)).named(fate.ordinal(), fate.key().replace('-', ' '));
        String text = band.to() < thresholds.plan().upTo() ? Words.duration(band.to()) : "";
        return new BandRow.Band(band.from(), band.to(), look, "", List.of(text), true);
    }

    private Table<CutRow<PnBands>> longest() {
        return Table.of(rows)
                .name("cut of", CutRow::fault)
                .words("pn", CutRow::pns)
                .number("nothing", row -> words.shown(row.first(), PnOutcome::isFree))
                .ink(Ink.BOLD)
                .number("no call", row -> words.shown(row.first(), PnOutcome::keepsCalls))
                .number("no failover", row -> words.shown(row.first(), PnOutcome::stays))
                .showing(MOST_ROWS, REST);
    }

    /** A band of a row. */
    private record Edge(CutRow<PnBands> row, long after, Band band) {}

    private Table<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (CutRow<PnBands> row : rows) {
            long before = 0;
            for (Band band : row.first().bands()) {
                if (band.to() > 0) {
                    edges.add(new Edge(row, before, band));
                }
                before = band.to();
            }
        }
        return Table.of(edges)
                .name("cut of", edge -> edge.row.fault())
                .once()
                .words("pn", edge -> edge.row.pns())
                .once()
                .number("longer than", edge -> Words.duration(edge.after))
                .number("up to", edge -> Words.duration(edge.band.to()))
                .words("costs", edge -> ThresholdWords.shown(edge.band.outcome()))
                .ink(edge -> BandDrawing.ink(edge.band.outcome().fate()))
                .showing(MOST_ROWS, REST);
    }

    private record Line(Fault fault, int pn, Band band) {}

    /** One row for each band of lengths, in seconds, that cost a port network the same. */
    @Override
    public Table<?> rows() {
        List<Line> lines = new ArrayList<>();
        thresholds
                .faults()
                .forEach(fault -> fault.portNetworks()
                        .forEach(pn ->
                                pn.bands().forEach(band -> lines.add(new Line(fault.fault(), pn.number(), band)))));
        return Table.of(lines)
                .name("fault", line -> line.fault.name())
                .name("kind", line -> line.fault.element().key())
                .number("pn", Line::pn)
                .seconds("from", line -> line.band.from())
                .seconds("to", line -> line.band.to())
                .name("outcome", line -> line.band.outcome().fate().key())
                .name("callsDrop", line -> line.band.outcome().callsDrop());
    }

    /** Times are seconds; the longest cut with an outcome is null if every cut that was tried has it. */
    @Override
    public void json(Json json) {
        CutPlan plan = thresholds.plan();
        json.text("study", "thresholds")
                .text("headline", words.headline())
                .text("title", plan.scenario().title())
                .text("file", plan.scenario().provenance().file())
                .number("seed", plan.scenario().seed())
                .seconds("at", plan.at())
                .seconds("upTo", plan.upTo())
                .seconds("step", plan.step())
                .flag("whole", thresholds.isWhole())
                .objects(
                        "faults",
                        thresholds.faults(),
                        (object, fault) -> object.text("fault", fault.fault().name())
                                .text("kind", fault.fault().element().key())
                                .objects("portNetworks", fault.portNetworks(), ThresholdsDocument::write));
    }

    private static void write(Json json, PnBands pn) {
        json.number("pn", pn.number())
                .number("nothingUpTo", longest(pn, PnOutcome::isFree))
                .number("noCallUpTo", longest(pn, PnOutcome::keepsCalls))
                .number("noFailoverUpTo", longest(pn, PnOutcome::stays))
                .rows(
                        "bands",
                        pn.bands(),
                        (row, band) -> row.seconds("from", band.from())
                                .seconds("to", band.to())
                                .text("outcome", band.outcome().fate().key())
                                .flag("callsDrop", band.outcome().callsDrop()));
    }

    private static BigDecimal longest(PnBands pn, Predicate<PnOutcome> outcome) {
        OptionalLong longest = pn.longest(outcome);
        return longest.isPresent() ? Words.decimalSeconds(longest.getAsLong()) : null;
    }
}
