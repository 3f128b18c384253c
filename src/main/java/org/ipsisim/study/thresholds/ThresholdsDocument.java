package org.ipsisim.study.thresholds;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ipsisim.document.Document;
import org.ipsisim.document.Ink;
import org.ipsisim.document.Json;
import org.ipsisim.document.NumberList;
import org.ipsisim.document.Table;
import org.ipsisim.estate.HeartbeatRules.Transport;
import org.ipsisim.estate.ScenarioEvent;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Subject.Kind;
import org.ipsisim.history.Words;
import org.ipsisim.report.page.TimelineImage;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.Window;
import org.jspecify.annotations.Nullable;

/** Thresholds in all forms: the answer, the longest cuts without a cost, the bands drawn and listed. */
public final class ThresholdsDocument extends CutsDocument<CutBands> {
    private static final int MOST_ROWS = 40;
    static final String REST = "the CSV output has them all";
    private static final String BY_CHANCE = " here, so the edges hold for this seed alone; --seeds 100 gives the odds.";

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
        return "No cut of up to " + Words.duration(thresholds.plan().upTo()) + " costs any "
                + thresholds.plan().whom() + " anything.";
    }

    @Override
    String weakest(List<CutRow<CutBands>> some) {
        return any(some) + costs(some, CutCost::without, cost -> upTo(some, cost)) + margin(some);
    }

    /** How far the longest cut of the scenario itself is from the edges; empty if it makes none of these cuts. */
    private String margin(List<CutRow<CutBands>> some) {
        String target = "";
        long length = 0;
        for (ScenarioEvent event : thresholds.plan().scenario().events()) {
            if (event instanceof ScenarioEvent.Fail fail
                    && length(fail) > length
                    && some.stream().anyMatch(row -> row.isOf(fail.target().name()))) {
                target = fail.target().name();
                length = length(fail);
            }
        }
        return length == 0 || comeAndGo(some) ? "" : margin(some, target, length);
    }

    /** How long a failure of the scenario lasts, in milliseconds: for its time, or until a later restore; 0 if without end. */
    private long length(ScenarioEvent.Fail fail) {
        Stream<Duration> restores = thresholds.plan().scenario().events().stream()
                .filter(event -> event instanceof ScenarioEvent.Restore restore
                        && restore.target().equals(fail.target())
                        && restore.at().compareTo(fail.at()) > 0)
                .map(restore -> restore.at().minus(fail.at()));
        return Stream.concat(fail.duration().stream(), restores)
                .mapToLong(Duration::toMillis)
                .min()
                .orElse(0);
    }

    private String margin(List<CutRow<CutBands>> some, String target, long length) {
        List<CutRow<CutBands>> rows =
                some.stream().filter(row -> row.isOf(target)).toList();
        List<String> parts = new ArrayList<>();
        for (CutCost cost : CutCost.of(rows.get(0).kind())) {
            OptionalLong edge = least(rows, each -> each.without(cost));
            if (edge.isPresent() && edge.getAsLong() < length) {
                parts.clear();
                parts.add(Words.duration(length - edge.getAsLong()) + " too long to cost " + cost.without());
            } else if (edge.isPresent()) {
                parts.add(Words.duration(edge.getAsLong() - length) + " short of costing " + cost.words());
                break;
            }
        }
        return " The scenario cuts " + target + " for " + Words.duration(length) + ": " + String.join(", ", parts)
                + ".";
    }

    /** Whether some cuts have a cost that longer ones do not have. */
    private static boolean comeAndGo(List<CutRow<CutBands>> some) {
        return some.stream().anyMatch(row -> CutCost.of(row.kind()).stream().anyMatch(row.first()::comesAndGoes));
    }

    private String upTo(List<CutRow<CutBands>> some, CutCost cost) {
        OptionalLong longest = least(some, each -> each.without(cost));
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
                + (plan.chance().isEmpty() ? "" : " " + plan.chance() + BY_CHANCE)
                + (restsOnSinglePackets() ? " " + OVER_TCP : "");
    }

    /** Whether cuts of 6 s or more cost nothing because TCP adds nothing to them. */
    private boolean restsOnSinglePackets() {
        return thresholds.plan().scenario().estate().heartbeats().transport() == Transport.IDEAL
                && cuts().stream()
                        .filter(row -> row.kind() == Kind.PORT_NETWORK)
                        .flatMap(row -> row.first().bands().stream())
                        .anyMatch(band -> !CutCost.ANYTHING.isPaid(band.outcome())
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
        for (FaultCuts<CutBands> fault : thresholds.faults()) {
            if (fault.subjects().stream().allMatch(CutBands::isUntouched)) {
                parts.add(fault.fault().name());
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        String which =
                parts.size() > 2 * MOST_NAMED ? parts.size() + " of the cuts" : "Cuts of " + NumberList.joined(parts);
        return Words.capital(which) + " cost no " + thresholds.plan().whom() + " anything.";
    }

    /** A length in a table: {@code 14s}; {@code > 15m} if no cut that was tried was too long. */
    private static String shown(CutBands bands, CutCost cost) {
        OptionalLong longest = bands.without(cost);
        if (longest.isEmpty()) {
            return "> " + Words.duration(bands.upTo());
        }
        return Words.duration(longest.getAsLong()) + (bands.comesAndGoes(cost) ? " *" : "");
    }

    @Override
    protected void tell(Document document) {
        document.section("The longest cut that costs");
        eachKind().forEach(rows -> document.table(longest(rows)));
        document.note(comeAndGo(cuts()) ? "* Some longer cuts cost less again; see the bands." : "")
                .section("What a cut costs, by its length")
                .chart(
                        "thresholds",
                        () -> new TimelineImage(timeline()),
                        "Bands of outcomes over the length of the cut, one row for each kind of cut and "
                                + thresholds.plan().whom(),
                        "Each row: one kind of cut and those that fare alike. The numbers are the longest"
                                + " cuts of their bands.");
        List<CutRow<CutBands>> drawn = Lists.first(cuts(), MOST_ROWS);
        if (!drawn.isEmpty()) {
            List<BandDrawing.Row> bands = drawn.stream()
                    .map(row -> new BandDrawing.Row(row.label(" "), row.first().bands()))
                    .toList();
            document.drawing(page ->
                    new BandDrawing(bands, new Window(0, thresholds.plan().upTo())).write(page));
        }
        document.section("The edges");
        eachKind().forEach(rows -> document.table(edges(rows)));
        document.closing(untouched(), Ink.PLAIN);
    }

    /** The bands as a timeline whose times are the lengths of the cut. */
    Timeline timeline() {
        List<BandRow> bands = Lists.first(cuts(), MOST_ROWS).stream()
                .map(row -> BandDrawing.row(
                        row.label(", "), row.first().bands(), thresholds.plan().upTo()))
                .toList();
        return new Timeline(
                thresholds.plan().scenario().title() + ": what a cut costs, by its length",
                "",
                "length of the cut",
                Moments.relative(thresholds.plan().upTo()),
                bands,
                List.of(),
                List.of());
    }

    /** The rows of each kind that some cut costs something; no rows if none does. */
    private Collection<List<CutRow<CutBands>>> eachKind() {
        return cuts().isEmpty() ? List.of(cuts()) : byKind(cuts()).values();
    }

    private static <R> Table<R> table(List<CutRow<CutBands>> rows, List<R> lines, Function<R, CutRow<CutBands>> row) {
        boolean phones = !rows.isEmpty() && rows.get(0).kind() == Kind.PHONES;
        return Table.of(lines)
                .name("cut of", line -> row.apply(line).fault())
                .once()
                .words(phones ? "phones" : "pn", line -> row.apply(line).whom())
                .once()
                .showing(MOST_ROWS, REST);
    }

    private static Table<CutRow<CutBands>> longest(List<CutRow<CutBands>> rows) {
        Table<CutRow<CutBands>> table = table(rows, rows, Function.identity());
        Kind kind = rows.isEmpty() ? Kind.PORT_NETWORK : rows.get(0).kind();
        CutCost.of(kind)
                .forEach(cost -> table.number(cost.without(), row -> shown(row.first(), cost))
                        .ink(cost == CutCost.ANYTHING ? Ink.BOLD : Ink.PLAIN));
        return table;
    }

    /** A band of a row. */
    private record Edge(CutRow<CutBands> row, long after, CutBands.Band band) {}

    private static Table<Edge> edges(List<CutRow<CutBands>> rows) {
        List<Edge> edges = new ArrayList<>();
        for (CutRow<CutBands> row : rows) {
            long before = 0;
            for (CutBands.Band band : row.first().bands()) {
                if (band.to() > 0) {
                    edges.add(new Edge(row, before, band));
                }
                before = band.to();
            }
        }
        return table(rows, edges, Edge::row)
                .number("longer than", edge -> Words.duration(edge.after))
                .number("up to", edge -> Words.duration(edge.band.to()))
                .words("costs", edge -> edge.band.outcome().words())
                .ink(edge -> edge.band.outcome().fate().ink());
    }

    /** One row for each band of lengths, in seconds, that cost somebody the same. */
    @Override
    public Table<?> rows() {
        return bands(lines(CutBands::bands));
    }

    /** A table of bands with their columns after those that it has. */
    static Table<Line<CutBands.Band>> bands(Table<Line<CutBands.Band>> table) {
        return table.seconds("from", line -> line.part().from())
                .seconds("to", line -> line.part().to())
                .name("outcome", line -> line.part().outcome().fate().key())
                .name(
                        "callsDrop",
                        line -> line.only(
                                Kind.PORT_NETWORK, line.part().outcome().callsDrop()))
                .name(
                        "refused",
                        line -> line.only(Kind.PHONES, line.part().outcome().refused()))
                .name(
                        "endless",
                        line -> line.only(Kind.PHONES, line.part().outcome().endless()));
    }

    /** Times are seconds; the longest cut with an outcome is null if every cut that was tried has it. */
    @Override
    public void json(Json json) {
        json(json, none -> {}, thresholds.isWhole(), ThresholdsDocument::write);
    }

    private static void write(Json json, CutBands bands) {
        CutCost.of(bands.subject().kind()).forEach(cost -> json.number(cost.keyWithout(), longest(bands, cost)));
        writeBands(json, bands);
    }

    static void writeBands(Json json, CutBands bands) {
        boolean phones = bands.subject().kind() == Kind.PHONES;
        json.rows("bands", bands.bands(), (row, band) -> {
            CutOutcome outcome = band.outcome();
            row.seconds("from", band.from())
                    .seconds("to", band.to())
                    .text("outcome", outcome.fate().key());
            if (phones) {
                row.flag("refused", outcome.refused()).flag("endless", outcome.endless());
            } else {
                row.flag("callsDrop", outcome.callsDrop());
            }
        });
    }

    private static @Nullable BigDecimal longest(CutBands bands, CutCost cost) {
        OptionalLong longest = bands.without(cost);
        return longest.isPresent() ? Words.decimalSeconds(longest.getAsLong()) : null;
    }
}
