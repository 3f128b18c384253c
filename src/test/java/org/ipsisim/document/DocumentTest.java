package org.ipsisim.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private record Fault(String name, long calls, String note) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("wan", 1200, "cuts all of \"B\", and C"),
            new Fault("=hub", 7, "a switch"),
            new Fault("lan", -3, "nothing"));

    private static Table<Fault> table() {
        return Table.of(FAULTS)
                .name("fault", Fault::name)
                .ink(Ink.VERMILION)
                .number("calls dropped", Fault::calls)
                .words("note", Fault::note)
                .drawn("bar", (fault, page) -> page.empty("hr", "data-calls", String.valueOf(fault.calls())));
    }

    private static Document document() {
        return new Document("audit", "Two sites", "One fault is bad.")
                .note("Tried: 3 faults.")
                .warning("Interrupted")
                .section("The worst")
                .figures(List.of(new Figure("Faults", "3")))
                .table(table().showing(2, "the CSV output has them all"))
                .note("A note.")
                .section("Nothing here")
                .table(Table.of(List.<Fault>of()).name("fault", Fault::name))
                .section("Too wide")
                .table(table().words("long", fault -> "x".repeat(70)).leftOutIfTooWide())
                .closing("The end.", Ink.PLAIN);
    }

    private static String text(TextStyle style) throws IOException {
        StringWriter out = new StringWriter();
        DocumentText.write(document(), out, style);
        return out.toString();
    }

    private static String page(Document document) throws IOException {
        return new String(DocumentPage.files(document).get("index.html"), StandardCharsets.UTF_8);
    }

    @Test
    void a_text_has_the_answer_first_and_leaves_out_what_is_empty_or_too_wide() throws IOException {
        assertThat(text(TextStyle.PLAIN)).isEqualTo("""
                One fault is bad.
                Tried: 3 faults.
                Interrupted.

                The worst

                  fault  calls dropped  note
                  wan             1200  cuts all of "B", and C
                  =hub               7  a switch

                  and 1 more; the CSV output has them all

                  A note.

                The end.
                """);
    }

    @Test
    void a_wide_text_has_every_table_and_each_column_its_ink() throws IOException {
        assertThat(text(new TextStyle(140, true, false)))
                .contains("\u001b[1mToo wide\u001b[0m", "\u001b[38;5;166mwan  \u001b[0m           1200  cuts");
    }

    @Test
    void a_page_has_every_row_and_drawings_in_cells() throws IOException {
        assertThat(page(document()))
                .contains(
                        "<p class=\"lede\">One fault is bad.</p>",
                        "<p class=\"note\">Tried: 3 faults.</p>\n<p>Interrupted.</p>",
                        "<h2 id=\"s1\">The worst</h2>",
                        "<dt>Faults</dt><dd>3</dd>",
                        "<caption>The worst</caption>",
                        "<tr><th scope=\"row\" class=\"head\">lan</th><td class=\"n\">-3</td><td>nothing</td>"
                                + "<td><hr data-calls=\"-3\"/></td></tr>",
                        "<h2 id=\"s2\">Too wide</h2>")
                .doesNotContain("Nothing here", "more");
    }

    private static final Document.Image IMAGE = new Document.Image() {
        @Override
        public byte[] png() {
            return new byte[] {1, 2, 3};
        }

        @Override
        public String svg() {
            return "<svg/>";
        }
    };

    @Test
    void a_chart_is_drawn_for_a_page_alone_and_is_a_file_beside_it() throws IOException {
        Document document = new Document("audit", "Two sites", "Bad.")
                .section("Chart")
                .chart("worst", () -> IMAGE, "Bars", "The worst.");

        Map<String, byte[]> files = DocumentPage.files(document);

        assertThat(files).containsOnlyKeys("worst.png", "worst.svg", "index.html");
        assertThat(page(document)).contains("<svg/>", "aria-label=\"Bars\"", "<figcaption>The worst.</figcaption>");
    }

    @Test
    void rows_can_be_linked_to_and_hold_links() {
        Markup page = new Markup();
        Table<Integer> table = Table.of(List.of(1, 2))
                .caption("Trace")
                .number("no.", number -> number)
                .number("cause", number -> number - 1)
                .html((number, cell) -> cell.inline("a", "cause", "href", "#e" + (number - 1)))
                .id(number -> "e" + number);
        DocumentPage.writeParts(new Document("", "", "").table(table), page);

        assertThat(page.toString())
                .contains(
                        "<caption>Trace</caption>",
                        "<tr id=\"e2\"><th scope=\"row\" class=\"n\">2</th><td class=\"n\"><a href=\"#e1\">cause</a></td></tr>");
    }

    @Test
    void a_page_and_markdown_fold_a_long_table_under_a_summary() {
        Document document = new Document("run", "Title", "Answer.")
                .section("Trace")
                .folded("2 entries", Table.of(List.of(1, 2)).number("no.", number -> number));
        Markup page = new Markup();
        DocumentPage.writeParts(document, page);

        assertThat(page.toString())
                .contains("<details><summary>2 entries</summary>")
                .endsWith("</details>\n");
        assertThat(DocumentMarkdown.sections(document, "## "))
                .startsWith("## Trace\n\n<details><summary>2 entries</summary>\n\n| no. |")
                .endsWith("</details>\n\n");
    }

    @Test
    void values_in_a_template_are_escaped() {
        assertThat(new Markup().fill("<a href='%'>%</a>", "\"><x", "50 %").toString())
                .isEqualTo("<a href=\"&quot;&gt;&lt;x\">50 %</a>");
    }

    @Test
    void markdown_has_headings_sentences_and_tables() {
        assertThat(DocumentMarkdown.of(document()))
                .startsWith(
                        "## Two sites\n\n**One fault is bad.**\n\nTried: 3 faults.\n\nInterrupted.\n\n### The worst\n\n")
                .contains("| fault | calls dropped | note |\n| --- | ---: | --- |\n| wan | 1200 | cuts");
    }

    @Test
    void csv_quotes_text_and_runs_no_formula() throws IOException {
        StringWriter out = new StringWriter();
        Csv.write(table(), out);

        assertThat(out).hasToString("""
                fault,calls dropped,note
                wan,1200,"cuts all of ""B"", and C"
                '=hub,7,a switch
                lan,-3,nothing
                """);
    }

    @Test
    void json_has_a_member_a_line_and_rows_on_one() throws IOException {
        StringWriter out = new StringWriter();
        Json.write(
                out,
                json -> json.text("study", "audit")
                        .seconds("at", 1500)
                        .number("none", (BigDecimal) null)
                        .flag("whole", true)
                        .rowOf("pns", List.of(1, 2))
                        .rows(
                                "faults",
                                FAULTS.subList(0, 2),
                                (row, fault) -> row.text("fault", fault.name()).number("calls", fault.calls()))
                        .row("sum", sum -> sum.number("calls", 1204)));

        assertThat(out).hasToString("""
                {
                  "study": "audit",
                  "at": 1.5,
                  "none": null,
                  "whole": true,
                  "pns": [1, 2],
                  "faults": [
                    {"fault": "wan", "calls": 1200},
                    {"fault": "=hub", "calls": 7}
                  ],
                  "sum": {"calls": 1204}
                }
                """);
    }
}
