package org.ipsisim.report.page;

import static org.ipsisim.document.MarkdownText.escape;

import org.ipsisim.document.DocumentMarkdown;

/** The report as Markdown, for wikis, tickets and code forges: the same answers in the same order as the page. */
final class MarkdownReport {
    /** Most trace entries; the JSON beside it has all. */
    private static final int MOST_ENTRIES = 200;

    private final Report report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new MarkdownReport(report).write();
    }

    private String write() {
        out.append("# ").append(escape(report.scenario().title())).append("\n\n");
        String cover = report.cover().text(report.history());
        if (!cover.isEmpty()) {
            paragraph(escape(cover));
        }
        paragraph("**" + escape(report.timeline().subtitle()) + "**");
        if (!report.scenario().description().isBlank()) {
            paragraph(escape(report.scenario().description()));
        }
        report.history().cautions().forEach(caution -> paragraph("**Caution.** " + escape(caution)));
        heading("Timeline");
        out.append(MermaidGantt.of(report));
        out.append(DocumentMarkdown.sections(report.recommendation(), "## "));
        out.append(DocumentMarkdown.sections(report.story(), "## "));
        if (!report.groups().isEmpty()) {
            out.append(DocumentMarkdown.sections(report.phases(), "## "));
        }
        out.append(DocumentMarkdown.sections(report.outcome(), "## "));
        out.append(DocumentMarkdown.sections(report.appendix(MOST_ENTRIES), "## "));
        return out.toString();
    }

    private void heading(String words) {
        out.append("## ").append(words).append("\n\n");
    }

    private void paragraph(String markdown) {
        out.append(markdown).append("\n\n");
    }
}
