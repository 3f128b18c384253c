package org.ipsisim.study.compare;

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
import java.util.Optional;
import org.ipsisim.document.Figure;
import org.ipsisim.document.ReportTable;
import org.ipsisim.document.StudyPage;
import org.ipsisim.document.WholeFiles;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.chart.TimelinePng;
import org.ipsisim.report.page.SvgTimeline;
import org.ipsisim.report.timeline.BandRow;
import org.ipsisim.report.timeline.Clock;
import org.ipsisim.report.timeline.ClusterNames;
import org.ipsisim.report.timeline.PnNames;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/** The report of a comparison as a directory of files. */
public final class ComparePage {
    private static final int MOST_GROUPS_DRAWN = 16;
    private static final int MOST_CHANGES = 200;

    private final Comparison comparison;
    private final ComparisonWords words;
    private final List<ComparedGroup> groups;
    private final String command;

    private ComparePage(Comparison comparison, String command) {
        this.command = command;
        this.comparison = comparison;
        this.words = new ComparisonWords(comparison);
        this.groups = ComparedGroup.of(comparison);
    }

    /**
     * Writes {@code index.html}, {@code timeline.png}, {@code compare.json} and {@code compare.csv}.
     *
     * @param command the command line that gives the same again
     * @param directory made if it is not there; files with other names in it stay
     * @throws IOException if a file cannot be written, or there are no fonts for the PNG; then nothing is written
     */
    public static void write(Comparison comparison, String command, Path directory) throws IOException {
        ComparePage page = new ComparePage(comparison, command);
        StringWriter json = new StringWriter();
        CompareJson.write(comparison, json);
        StringWriter csv = new StringWriter();
        CompareCsv.write(comparison, csv);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("timeline.png", TimelinePng.render(page.timeline()));
        files.put("compare.json", json.toString().getBytes(StandardCharsets.UTF_8));
        files.put("compare.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        files.put("index.html", page.html().getBytes(StandardCharsets.UTF_8));
        WholeFiles.write(directory, files);
    }

    /** The page alone. */
    public static String html(Comparison comparison, String command) {
        return new ComparePage(comparison, command).html();
    }

    private String html() {
        String title = comparison.a().history().scenario().title();
        StudyPage page = new StudyPage("comparison", title, words.headline());
        page.figures(figures());
        page.section("What is compared");
        page.paragraph("A: " + ComparisonWords.name(comparison.a()));
        page.paragraph("B: " + ComparisonWords.name(comparison.b()));
        page.note(capital(words.common()) + ".");
        if (!comparison.changes().isEmpty()) {
            page.heading("Set differently").table(changes());
        }
        page.section("Timelines");
        page.drawing(
                SvgTimeline.inline(timeline()),
                "What the port networks that fare differently did over time, in A and in B. Upright lines: what the"
                        + " scenario did in A.");
        page.section("Where they part, and why").table(differences());
        for (ComparedGroup group : groups) {
            chain(group, page);
        }
        page.section("Totals, all port networks added up").table(totals());
        page.section("Run it again").code(command);
        return page.html();
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        long different =
                comparison.portNetworks().stream().filter(PnComparison::differs).count();
        figures.add(new Figure(
                "Port networks that fare differently",
                different + " of " + comparison.portNetworks().size()));
        for (Measure measure : List.of(Measure.CALLS_DROPPED, Measure.CANNOT_DIAL, Measure.FAILOVERS)) {
            String a = Values.shown(measure, measure.of(comparison.a().cost()));
            String b = Values.shown(measure, measure.of(comparison.b().cost()));
            figures.add(new Figure(capital(measure.words()), a.equals(b) ? a : a + " → " + b));
        }
        return figures;
    }

    private ReportTable changes() {
        List<List<String>> rows = new ArrayList<>();
        List<Change> changes = comparison.changes();
        for (Change change : changes.subList(0, Math.min(changes.size(), MOST_CHANGES))) {
            rows.add(List.of(change.key(), orDash(change.a()), orDash(change.b())));
        }
        if (changes.size() > MOST_CHANGES) {
            rows.add(List.of("and " + (changes.size() - MOST_CHANGES) + " more, all in compare.json", "", ""));
        }
        return new ReportTable("Values that differ", List.of(words("Key"), words("A"), words("B")), rows);
    }

    /** The timelines of those that fare differently, A above B. */
    private Timeline timeline() {
        List<BandRow> rows = new ArrayList<>();
        for (ComparedGroup group : groups) {
            if (rows.size() < 2 * MOST_GROUPS_DRAWN && (group.first().differs() || groups.size() == 1)) {
                add(rows, "A", group, group.first().a());
                add(rows, "B", group, group.first().b());
            }
        }
        if (rows.isEmpty()) {
            groups.forEach(group -> add(rows, "A=B", group, group.first().a()));
        }
        History a = comparison.a().history();
        History b = comparison.b().history();
        Timeline ofA = Timeline.of(a);
        return new Timeline(
                a.scenario().title(),
                words.headline(),
                Math.max(a.duration(), b.duration()),
                new ClusterNames(a.mainCluster()),
                rows,
                ofA.marks(),
                List.of());
    }

    private static void add(List<BandRow> rows, String side, ComparedGroup group, Optional<PnHistory> pn) {
        String more = group.members().size() > 1 ? "+" : "";
        pn.ifPresent(there ->
                rows.add(new BandRow(side + " PN " + there.portNetwork().number() + more, there.timeline())));
    }

    private ReportTable differences() {
        List<List<String>> rows = new ArrayList<>();
        for (ComparedGroup group : groups) {
            PnComparison pn = group.first();
            String name = PnNames.of(group.listNumbers());
            if (pn.divergence().isPresent()) {
                rows.add(List.of(
                        name,
                        Words.duration(pn.divergence().get().at()),
                        words.inRun(pn, false),
                        words.inRun(pn, true),
                        ComparisonWords.because(pn.cause().orElseThrow())));
            } else {
                rows.add(List.of(name, "never", isThere(pn.a()), isThere(pn.b()), ""));
            }
        }
        return new ReportTable(
                "First differences",
                List.of(words("Port networks"), number("From"), words("In A"), words("In B"), words("Because of")),
                rows);
    }

    private static String isThere(Optional<PnHistory> pn) {
        return pn.isPresent() ? "" : "not there";
    }

    private void chain(ComparedGroup group, StudyPage page) {
        Optional<Divergence> divergence = group.first().divergence();
        if (divergence.isEmpty() || divergence.get().chain().isEmpty()) {
            return;
        }
        boolean inB = divergence.get().inB();
        History history = (inB ? comparison.b() : comparison.a()).history();
        page.heading("What led to it for " + PnNames.of(group.listNumbers()) + ", in " + (inB ? "B" : "A"));
        List<StudyPage.Step> steps = new ArrayList<>();
        for (TraceEntry entry : divergence.get().chain()) {
            steps.add(new StudyPage.Step(Clock.at(entry.at()), entry.subject().name(), history.textOf(entry)));
        }
        page.story(steps);
        group.first().cause().orElseThrow().changes().forEach(change -> page.note(change.inWords()));
    }

    private ReportTable totals() {
        List<List<String>> rows = new ArrayList<>();
        Cost a = comparison.a().cost();
        Cost b = comparison.b().cost();
        for (Measure measure : Measure.values()) {
            if (measure.of(a) == 0 && measure.of(b) == 0) {
                continue;
            }
            rows.add(List.of(
                    capital(measure.words()),
                    Values.shown(measure, measure.of(a)),
                    Values.shown(measure, measure.of(b)),
                    Values.signed(measure, measure.of(b) - measure.of(a))));
        }
        return new ReportTable("Totals", List.of(name("Measure"), number("A"), number("B"), number("B less A")), rows);
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
