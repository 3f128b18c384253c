package org.ipsisim.study.thresholds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.PnState;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.TimelinePng;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Thresholds in all forms: the answer, the longest cuts without a cost, the bands drawn and listed. */
public final class ThresholdsDocument extends CutsDocument<PnBands> {
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

    private static final String BY_CHANCE =
            "Heartbeats are lost by chance here, so the edges hold for this seed alone; --seeds 100 gives the"
                    + " odds.";

    private static final String OVER_TCP =
            "Heartbeats are single packets here. The servers send them over TCP, which waits longer and longer before it"
                    + " sends again: there a cut of 7s may cost what one of 15s costs here (N7). --set"
                    + " heartbeat-transport=tcp gives the edges over TCP.";

    /** From this length of a cut on, TCP makes its silence so much longer that the outcome may be another one. */
    private static final long FELT_OVER_TCP = 6000;

    private final Thresholds thresholds;

    /** @param command the command line that gives the same again */
    public ThresholdsDocument(Thresholds thresholds, String command) {
        super(thresholds.plan(), thresholds.faults(), command);
        this.thresholds = thresholds;
    }

    @Override
    String free() {
        return "No cut of up to " + Words.duration(thresholds.plan().upTo()) + " costs any port network anything.";
    }

    @Override
    String weakest(List<CutRow<PnBands>> some) {
        return any(some) + " costs nothing" + upTo(some, PnOutcome::isFree) + ", no call"
                + upTo(some, PnOutcome::keepsCalls) + " and no failover" + upTo(some, PnOutcome::stays) + ".";
    }

    private String upTo(List<CutRow<PnBands>> some, Predicate<PnOutcome> outcome) {
        OptionalLong longest = least(some, pn -> pn.longest(outcome));
        if (longest.isEmpty()) {
            return " at any length tried";
        }
        return longest.getAsLong() == 0 ? " only without a cut" : " up to " + Words.duration(longest.getAsLong());
    }

    @Override
    protected String tried() {
        CutPlan plan = thresholds.plan();
        return tried(", each change then to the millisecond; seed "
                        + plan.scenario().seed())
                + (plan.isByChance() ? " " + BY_CHANCE : "")
                + (restsOnSinglePackets() ? " " + OVER_TCP : "");
    }

    /** Whether cuts of 6 s or more cost nothing because TCP adds nothing to them. */
    private boolean restsOnSinglePackets() {
        return thresholds.plan().scenario().estate().heartbeats().transport() == Transport.IDEAL
                && cuts().stream()
                        .flatMap(row -> row.first().bands().stream())
                        .anyMatch(band -> band.outcome().isFree()
                                && band.to() >= FELT_OVER_TCP
                                && band.to() < thresholds.plan().upTo());
    }

    @Override
    public String missing() {
        if (thresholds.isWhole()) {
            return "";
        }
        int all = thresholds.plan().faults().size();
        return thresholds.done() < all
                ? "Interrupted: " + thresholds.done() + " of " + all + " kinds of cut are done, their edges"
                        + " to one step"
                : "Interrupted: some edges are known to one step only";
    }

    /** Which cuts cost nothing at all at any length; empty if all cost something. */
    private String untouched() {
        List<String> parts = new ArrayList<>();
        for (FaultCuts<PnBands> fault : thresholds.faults()) {
            List<Integer> free = fault.portNetworks().stream()
                    .filter(PnBands::isUntouched)
                    .map(PnBands::number)
                    .toList();
            if (free.size() == fault.portNetworks().size()) {
                parts.add(fault.fault().name());
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        String which =
                parts.size() > 2 * MOST_NAMED ? parts.size() + " of the cuts" : "Cuts of " + NumberList.joined(parts);
        return Words.capital(which) + " cost no port network anything.";
    }

    /** A length in a table: {@code 14s}; {@code > 15m} if no cut that was tried was too long. */
    private static String shown(PnBands bands, Predicate<PnOutcome> outcome) {
        OptionalLong longest = bands.longest(outcome);
        if (longest.isEmpty()) {
            return "> " + Words.duration(bands.upTo());
        }
        return Words.duration(longest.getAsLong()) + (bands.comesBack(outcome) ? " *" : "");
    }

    /** An outcome in words: {@code cold reset, calls drop}. */
    private static String shown(PnOutcome outcome) {
        return outcome.fate().words() + (outcome.callsDrop() ? ", calls drop" : "");
    }

    @Override
    protected void tell(Document document) {
        boolean comesBack = cuts().stream()
                .anyMatch(row -> QUESTIONS.stream().anyMatch(each -> row.first().comesBack(each)));
        document.section("The longest cut that costs")
                .table(longest())
                .note(comesBack ? "* Some longer cuts cost less again; see the bands." : "")
                .section("What a cut costs, by its length")
                .chart(
                        "thresholds.png",
                        () -> TimelinePng.render("thresholds.png", timeline()),
                        "Bands of outcomes over the length of the cut, one row for each kind of cut and port network",
                        "Each row: one kind of cut and the port networks that fare alike. The numbers are the longest"
                                + " cuts of their bands.");
        List<CutRow<PnBands>> drawn = Lists.first(cuts(), MOST_ROWS);
        if (!drawn.isEmpty()) {
            document.drawing(page -> new BandDrawing(drawn, thresholds.plan().upTo()).write(page));
        }
        document.section("The edges").table(edges()).closing(untouched(), Ink.PLAIN);
    }

    /** The bands as a timeline whose times are the lengths of the cut. */
    Timeline timeline() {
        List<BandRow> bands = Lists.first(cuts(), MOST_ROWS).stream()
                .map(row -> new BandRow(
                        name(row), row.first().bands().stream().map(this::drawn).toList()))
                .toList();
        return new Timeline(
                thresholds.plan().scenario().title() + ": what a cut costs, by its length",
                headline(),
                "length of the cut",
                Moments.relative(thresholds.plan().upTo()),
                bands,
                List.of(),
                List.of());
    }

    private static String name(CutRow<PnBands> row) {
        String name = row.fault() + ", PN " + row.pns();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** A band that names the longest cut in it, where a longer one costs something else. */
    private BandRow.Band drawn(PnBands.Band band) {
        WorstOutcome fate = band.outcome().fate();
        BandState look = BandState.of(Objects.requireNonNull(LOOKS.get(fate)))
                .named(fate.ordinal(), fate.key().replace('-', ' '));
        String text = band.to() < thresholds.plan().upTo() ? Words.duration(band.to()) : "";
        return new BandRow.Band(band.from(), band.to(), look, "", List.of(text), true);
    }

    private Table<CutRow<PnBands>> longest() {
        return Table.of(cuts())
                .name("cut of", CutRow::fault)
                .words("pn", CutRow::pns)
                .number("nothing", row -> shown(row.first(), PnOutcome::isFree))
                .ink(Ink.BOLD)
                .number("no call", row -> shown(row.first(), PnOutcome::keepsCalls))
                .number("no failover", row -> shown(row.first(), PnOutcome::stays))
                .showing(MOST_ROWS, REST);
    }

    /** A band of a row. */
    private record Edge(CutRow<PnBands> row, long after, PnBands.Band band) {}

    private Table<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (CutRow<PnBands> row : cuts()) {
            long before = 0;
            for (PnBands.Band band : row.first().bands()) {
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
                .words("costs", edge -> shown(edge.band.outcome()))
                .ink(edge -> edge.band.outcome().fate().ink())
                .showing(MOST_ROWS, REST);
    }

    /** One row for each band of lengths, in seconds, that cost a port network the same. */
    @Override
    public Table<?> rows() {
        return lines(PnBands::bands)
                .seconds("from", line -> line.part().from())
                .seconds("to", line -> line.part().to())
                .name("outcome", line -> line.part().outcome().fate().key())
                .name("callsDrop", line -> line.part().outcome().callsDrop());
    }

    /** Times are seconds; the longest cut with an outcome is null if every cut that was tried has it. */
    @Override
    public void json(Json json) {
        json(json, none -> {}, thresholds.isWhole(), ThresholdsDocument::write);
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

    private static @Nullable BigDecimal longest(PnBands pn, Predicate<PnOutcome> outcome) {
        OptionalLong longest = pn.longest(outcome);
        return longest.isPresent() ? Words.decimalSeconds(longest.getAsLong()) : null;
    }
}
