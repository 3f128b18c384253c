package org.ipsisim.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentPdf;
import org.ipsisim.document.PdfCanvas;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Pen;
import org.ipsisim.report.timeline.TimelineLayout;

/** The report as a PDF file: the same answers in the same order as the page. */
record PdfReport(PdfCanvas canvas) implements Pen {
    /** Most trace entries; the JSON beside it has all. */
    private static final int MOST_ENTRIES = 200;

    private static final double LOGO_HEIGHT = 40;

    static byte[] of(Report report) throws IOException {
        Cover cover = report.cover();
        try (DocumentPdf pdf = new DocumentPdf()) {
            if (cover.hasLogo()) {
                pdf.image(cover.logoPng(), LOGO_HEIGHT);
            }
            pdf.title(report.scenario().title());
            if (!cover.text(report.history()).isEmpty()) {
                pdf.note(cover.text(report.history()));
            }
            pdf.lede(report.timeline().subtitle());
            if (!report.scenario().description().isBlank()) {
                pdf.note(report.scenario().description());
            }
            for (String caution : report.history().cautions()) {
                pdf.lede("Caution. " + caution);
            }
            pdf.sections(new Document("", "", "").figures(report.figures()));
            pdf.heading("Timeline");
            TimelineLayout layout = new TimelineLayout(report.timeline(), false);
            pdf.drawing(ChartStyle.WIDTH, layout.height(), canvas -> layout.draw(new PdfReport(canvas)));
            pdf.note(report.captionOfTimeline() + " Vertical lines: events of the scenario.");
            pdf.sections(report.recommendation());
            pdf.sections(report.story());
            if (!report.groups().isEmpty()) {
                pdf.sections(report.phases());
            }
            pdf.sections(report.outcome());
            pdf.breakPage();
            pdf.title("Appendix");
            pdf.sections(report.appendix(MOST_ENTRIES));
            return pdf.finish(report.scenario().title(), cover.text(report.history()));
        }
    }

    @Override
    public void begin(String tooltip) {
        canvas.begin();
    }

    @Override
    public void begin(Part part, Box box) {
        canvas.begin();
        if (part == Part.PLOT) {
            canvas.cutOff(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** Paper does not move. */
    @Override
    public boolean beginHidden(String tooltip) {
        return false;
    }

    @Override
    public void end() {
        canvas.end();
    }

    @Override
    public void frame(Box box) {
        double right = box.x() + box.width();
        double bottom = box.y() + box.height();
        canvas.line(ChartStyle.INK, box.x(), box.y(), right, box.y());
        canvas.line(ChartStyle.INK, right, box.y(), right, bottom);
        canvas.line(ChartStyle.INK, right, bottom, box.x(), bottom);
        canvas.line(ChartStyle.INK, box.x(), bottom, box.x(), box.y());
    }

    @Override
    public void fill(BandState state, List<Box> boxes) {
        boxes.forEach(box -> canvas.box(state.fill(), box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void area(boolean soft, List<Point> outline) {
        List<Double> corners = new ArrayList<>();
        outline.forEach(point -> corners.addAll(List.of(point.x(), point.y())));
        canvas.fill(soft ? ChartStyle.SERVICE : ChartStyle.ACCENT, corners);
    }

    @Override
    public void line(Tone tone, Point from, Point to) {
        canvas.line(tone.color(), from.x(), from.y(), to.x(), to.y());
    }

    @Override
    public void write(Lettering look, Point at, String words) {
        double before = look.before(canvas.width(words, look.size()));
        double x = look.upright() ? at.x() : at.x() - before;
        double y = look.upright() ? at.y() + before : at.y();
        canvas.text(look.color(), x, y, look.size(), look.bold(), look.upright(), words);
    }
}
