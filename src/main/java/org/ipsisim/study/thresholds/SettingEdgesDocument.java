package org.ipsisim.study.thresholds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipsisim.document.Document;
import org.ipsisim.document.Json;
import org.ipsisim.document.Table;
import org.ipsisim.history.Lists;
import org.ipsisim.history.Moments;
import org.ipsisim.history.Subject;
import org.ipsisim.history.Words;
import org.ipsisim.report.page.TimelineImage;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.Window;
import org.ipsisim.scenario.DurationText;
import org.ipsisim.scenario.EffectiveValues;
import org.ipsisim.study.StudyReport;

/** The edges of a setting in all forms: the answer, the bands drawn and listed. */
public final class SettingEdgesDocument extends StudyReport {
    private static final int MOST_ROWS = 40;
    private static final int MOST_TOLD = 3;

    private final SettingEdges edges;
    private final SettingPlan plan;
    private final List<Row> rows = new ArrayList<>();

    /** Those to whom the same happens at the same values. */
    private record Row(String whom, List<CutBands.Band> bands) {}

    /** A band, and whose it is. */
    private record Edge(String whom, CutBands.Band band) {}

    /** @param command the command line that gives the same again */
    public SettingEdgesDocument(SettingEdges edges, String command) {
        super("thresholds", "thresholds", edges.plan().scenario(), command);
        this.edges = edges;
        this.plan = edges.plan();
        for (Subject.Kind kind : Subject.Kind.values()) {
            Map<List<CutBands.Band>, List<Subject>> alike = edges.subjects().stream()
                    .filter(each -> each.subject().kind() == kind)
                    .collect(Collectors.groupingBy(
                            CutBands::bands,
                            LinkedHashMap::new,
                            Collectors.mapping(CutBands::subject, Collectors.toList())));
            String prefix = kind == Subject.Kind.PORT_NETWORK ? "pn " : "";
            alike.forEach((bands, subjects) -> rows.add(new Row(prefix + CutRow.whom(kind, subjects), bands)));
        }
    }

    @Override
    public String headline() {
        List<Row> changing = rows.stream().filter(row -> row.bands.size() > 1).toList();
        if (changing.isEmpty()) {
            return rows.isEmpty()
                    ? "Nothing was tried yet."
                    : "No value of " + plan.key() + range() + " changes the outcome for anybody.";
        }
        int more = changing.size() - MOST_TOLD;
        return now().map(now -> margin(now, changing)).orElse("The outcome turns on " + plan.key() + ".")
                + " "
                + Lists.first(changing, MOST_TOLD).stream()
                        .map(SettingEdgesDocument::told)
                        .collect(Collectors.joining(" "))
                + (more > 0 ? " The table has " + more + " more." : "");
    }

    /** What the setting is in the scenario, in milliseconds; empty if that is no length of time, or was not tried. */
    private Optional<Long> now() {
        return Optional.ofNullable(EffectiveValues.of(plan.scenario()).get(plan.key()))
                .flatMap(DurationText::parse)
                .map(Duration::toMillis)
                .filter(now -> plan.from() <= now && now <= plan.to());
    }

    /** How far the setting is from the next value with another outcome. */
    private String margin(long now, List<Row> changing) {
        long edge = changing.stream()
                .flatMap(row -> row.bands.stream())
                .filter(band -> now < band.from() || band.to() < now)
                .map(band -> band.to() < now ? band.to() : band.from())
                .min(Comparator.comparingLong(value -> Math.abs(value - now)))
                .orElseThrow();
        return plan.key() + " is " + Words.duration(now) + ", " + Words.duration(Math.abs(edge - now))
                + " from where the outcome changes, at " + Words.duration(edge) + ".";
    }

    private static String told(Row row) {
        CutBands.Band last = row.bands.get(row.bands.size() - 1);
        return row.bands.stream()
                .map(band -> band.outcome().words()
                        + (band == last
                                ? " from " + Words.duration(band.from())
                                : " up to " + Words.duration(band.to())))
                .collect(Collectors.joining("; ", row.whom + ": ", "."));
    }

    private String range() {
        return " from " + Words.duration(plan.from()) + " to " + Words.duration(plan.to());
    }

    @Override
    protected String tried() {
        return plan.scenario().provenance().file() + " as it is, with " + plan.key() + range() + " in steps of "
                + Words.duration(plan.step()) + ", each change then to the millisecond; seed "
                + plan.scenario().seed() + ". A change that comes and goes within a step is not seen.";
    }

    @Override
    public String missing() {
        return edges.isWhole()
                ? ""
                : "Interrupted: some values were not tried, or some edges are known to one step only";
    }

    @Override
    protected void tell(Document document) {
        List<Row> drawn = Lists.first(rows, MOST_ROWS);
        document.section("What happens, by the value of " + plan.key())
                .chart(
                        "thresholds",
                        () -> new TimelineImage(timeline(drawn)),
                        "Bands of outcomes over the values of the setting, one row for those that fare alike",
                        "Each row: those that fare alike. The numbers are the longest values of their bands.")
                .drawing(page -> new BandDrawing(
                                drawn.stream()
                                        .map(row -> new BandDrawing.Row(row.whom, row.bands))
                                        .toList(),
                                values())
                        .write(page));
        List<Edge> all = new ArrayList<>();
        rows.forEach(row -> row.bands.forEach(band -> all.add(new Edge(row.whom, band))));
        document.section("The edges")
                .table(Table.of(all)
                        .words("who", Edge::whom)
                        .once()
                        .number("from", edge -> Words.duration(edge.band.from()))
                        .number("to", edge -> Words.duration(edge.band.to()))
                        .words("outcome", edge -> edge.band.outcome().words())
                        .ink(edge -> edge.band.outcome().fate().ink())
                        .showing(MOST_ROWS, ThresholdsDocument.REST));
    }

    private Timeline timeline(List<Row> drawn) {
        return new Timeline(
                plan.scenario().title() + ": what happens, by the value of " + plan.key(),
                "",
                plan.key(),
                Moments.relative(plan.to()),
                drawn.stream()
                        .map(row -> BandDrawing.row(row.whom, row.bands, plan.to()))
                        .toList(),
                List.of(),
                List.of(),
                values());
    }

    private Window values() {
        return new Window(plan.from(), plan.to());
    }

    /** One row for each band of values, in seconds, that cost somebody the same. */
    @Override
    public Table<?> rows() {
        List<CutsDocument.Line<CutBands.Band>> lines = new ArrayList<>();
        edges.subjects()
                .forEach(each -> each.bands()
                        .forEach(band ->
                                lines.add(new CutsDocument.Line<>(plan.key(), "setting", each.subject(), band))));
        return ThresholdsDocument.bands(
                Table.of(lines).name("setting", CutsDocument.Line::name).name("pn", CutsDocument.Line::whom));
    }

    /** Times are seconds. */
    @Override
    public void json(Json json) {
        head(json)
                .number("seed", plan.scenario().seed())
                .text("key", plan.key())
                .seconds("from", plan.from())
                .seconds("to", plan.to())
                .seconds("step", plan.step())
                .flag("whole", edges.isWhole())
                .objects("subjects", edges.subjects(), (object, each) -> {
                    if (each.subject().isPn()) {
                        object.number("pn", each.subject().pn());
                    } else {
                        object.text("phones", each.subject().name());
                    }
                    ThresholdsDocument.writeBands(object, each);
                });
    }
}
