package org.ipsisim.study.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TextPage;
import org.ipsisim.document.TextStyle;
import org.ipsisim.document.TextTable;
import org.ipsisim.history.History;
import org.ipsisim.history.PnHistory;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.history.Words;
import org.ipsisim.report.TimelineDrawing;
import org.ipsisim.report.TimelineRow;
import org.ipsisim.study.Cost;
import org.ipsisim.study.Measure;
import org.ipsisim.study.Values;

/** A comparison for a person at a terminal: the answer, what is set differently, where the runs part and why, totals. */
public final class CompareText {
    private static final int MOST_CHANGES = 30;
    private static final int MOST_DRAWN = 8;
    private static final int MOST_TOLD = 4;

    private final Comparison comparison;
    private final ComparisonWords words;
    private final TextPage page;
    private final List<ComparedGroup> groups;

    private CompareText(Comparison comparison, TextPage page) {
        this.comparison = comparison;
        this.words = new ComparisonWords(comparison);
        this.page = page;
        this.groups = ComparedGroup.of(comparison);
    }

    /** Writes the comparison; flushes the writer and leaves it open. No line is wider than the style's width. */
    public static void write(Comparison comparison, Writer out, TextStyle style) throws IOException {
        new CompareText(comparison, new TextPage(out, style)).write();
        out.flush();
    }

    private void write() throws IOException {
        page.paragraph("", words.headline(), Ink.BOLD);
        page.blank();
        page.paragraph("A  ", ComparisonWords.name(comparison.a()), Ink.PLAIN);
        page.paragraph("B  ", ComparisonWords.name(comparison.b()), Ink.PLAIN);
        page.paragraph("   ", words.common(), Ink.FAINT);
        writeChanges();
        writeTimeline();
        writeDifferences();
        writeChains();
        writeTotals();
    }

    private void writeChanges() throws IOException {
        if (comparison.changes().isEmpty()) {
            return;
        }
        page.heading("What is set differently");
        TextTable table = new TextTable(0, "key", "A", "B");
        List<Change> changes = comparison.changes();
        for (Change change : changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
            table.row(Ink.PLAIN, change.key(), orDash(change.a()), orDash(change.b()));
        }
        page.table(table);
        if (changes.size() > MOST_CHANGES) {
            page.paragraph(
                    "  ", "and " + (changes.size() - MOST_CHANGES) + " more; the JSON output has them all", Ink.FAINT);
        }
    }

    private void writeTimeline() throws IOException {
        List<TimelineRow> rows = new ArrayList<>();
        for (ComparedGroup group : groups) {
            PnComparison pn = group.first();
            if (pn.differs() && rows.size() < 2 * MOST_DRAWN) {
                add(rows, "A", group, pn.a());
                add(rows, "B", group, pn.b());
            }
        }
        if (!rows.isEmpty()) {
            page.heading("Timeline");
            new TimelineDrawing(rows, comparison.a().history().mainCluster(), longest()).write(page);
        }
    }

    private long longest() {
        return Math.max(
                comparison.a().history().duration(), comparison.b().history().duration());
    }

    private static void add(List<TimelineRow> rows, String side, ComparedGroup group, Optional<PnHistory> pn) {
        pn.ifPresent(there -> rows.add(new TimelineRow(side + " pn " + group.numbers(), there.timeline())));
    }

    private void writeDifferences() throws IOException {
        if (comparison.portNetworks().stream().noneMatch(PnComparison::differs)) {
            return;
        }
        page.heading("Where they part");
        TextTable table = new TextTable(1, "pn", ">from", "in A", "in B", "because of");
        for (ComparedGroup group : groups) {
            PnComparison pn = group.first();
            if (pn.a().isEmpty() || pn.b().isEmpty()) {
                table.row(Ink.VERMILION, group.numbers(), "0s", isThere(pn.a()), isThere(pn.b()), "");
            } else if (pn.divergence().isPresent()) {
                table.row(
                        Ink.VERMILION,
                        group.numbers(),
                        Words.duration(pn.divergence().get().at()),
                        words.inRun(pn, false),
                        words.inRun(pn, true),
                        pn.cause().map(CompareText::brief).orElse(""));
            } else {
                table.row(Ink.PLAIN, group.numbers(), "never", "", "", "");
            }
        }
        page.table(table);
    }

    /** Without the part of the keys that most have in common. */
    private static String brief(Cause cause) {
        return ComparisonWords.because(cause).replace("timers.", "");
    }

    private static String isThere(Optional<PnHistory> pn) {
        return pn.isPresent() ? "there" : "not there";
    }

    private void writeChains() throws IOException {
        int told = 0;
        for (ComparedGroup group : groups) {
            PnComparison pn = group.first();
            if (pn.divergence().isPresent() && !pn.divergence().get().chain().isEmpty() && told++ < MOST_TOLD) {
                writeChain(group, pn.divergence().get(), pn.cause().orElseThrow());
            }
        }
    }

    private void writeChain(ComparedGroup group, Divergence divergence, Cause cause) throws IOException {
        Comparison.Side side = divergence.inB() ? comparison.b() : comparison.a();
        History history = side.history();
        page.heading("What led to it for pn " + group.numbers() + ", in " + (divergence.inB() ? "B" : "A"));
        TextTable table = new TextTable(2, ">at", "who", "what");
        for (TraceEntry entry : divergence.chain()) {
            boolean own = entry.subject().equals(Subject.pn(group.first().number()));
            table.row(
                    Ink.PLAIN,
                    Words.duration(entry.at()),
                    own ? "pn " + group.numbers() : entry.subject().name(),
                    history.textOf(entry));
        }
        page.table(table);
        page.blank();
        for (Change change :
                cause.changes().subList(0, Math.min(MOST_TOLD, cause.changes().size()))) {
            page.paragraph("  ", change.inWords(), Ink.PLAIN);
        }
    }

    private void writeTotals() throws IOException {
        page.heading("Totals, all port networks added up");
        TextTable table = new TextTable(3, "", ">A", ">B", ">B - A");
        Cost a = comparison.a().cost();
        Cost b = comparison.b().cost();
        for (Measure measure : Measure.values()) {
            long inA = measure.of(a);
            long inB = measure.of(b);
            if (inA != 0 || inB != 0) {
                row(
                        table,
                        measure.words(),
                        Values.shown(measure, inA),
                        Values.shown(measure, inB),
                        Values.signed(measure, inB - inA));
            }
        }
        long interchangesA = comparison.a().history().serverInterchanges();
        long interchangesB = comparison.b().history().serverInterchanges();
        if (interchangesA != 0 || interchangesB != 0) {
            row(
                    table,
                    "server interchanges",
                    String.valueOf(interchangesA),
                    String.valueOf(interchangesB),
                    Values.signed(Measure.FAILOVERS, interchangesB - interchangesA));
        }
        page.table(table);
        explain(a, b);
    }

    private void explain(Cost a, Cost b) throws IOException {
        StringBuilder text = new StringBuilder();
        if (a.cannotDial() + b.cannotDial() > 0) {
            text.append(Values.CANNOT_DIAL);
        }
        if (a.needlessFailovers() + b.needlessFailovers() > 0) {
            text.append(text.isEmpty() ? "" : " ").append(Values.NEEDLESS);
        }
        if (!text.isEmpty()) {
            page.blank();
            page.paragraph("  ", text.toString(), Ink.FAINT);
        }
    }

    private static void row(TextTable table, String name, String a, String b, String difference) {
        table.row(difference.equals("0") ? Ink.PLAIN : Ink.VERMILION, name, a, b, difference);
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
