package org.ipsisim.document;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Writes documents as a PDF file of A4 pages, each with a header and its number. The font is in the file, and no time or
 * chance: the same documents give the same bytes.
 */
public final class DocumentPdf implements Closeable {
    private static final double MARGIN = 42;
    private static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final double HEAD = 58;
    private static final double FOOT = 46;
    private static final double SIZE = 9.5;
    private static final double SMALL = 8.5;
    private static final double LINE = 1.42;
    private static final double CELL_GAP = 10;
    private static final double TILE_HEIGHT = 46;
    /** A drawing that is too high is made smaller if there is as much room as this, or else moves to the next page. */
    private static final double LEAST_ROOM = 400;

    private static final double WIDEST_TILE = 110;
    private static final String INK = "#1c2226";
    private static final String MUTED = "#59636b";
    private static final String RULE = "#dfe3e6";
    private static final String ACCENT = "#0067a3";
    private static final String BAD = "#b3340a";
    /** Of longer tables the first rows are shown. */
    private static final int MOST_ROWS = 400;

    private final PDDocument file = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private final PdfCanvas canvas;
    private PDPageContentStream page;
    private double y = HEAD;

    /** A file without text. */
    public DocumentPdf() throws IOException {
        page = newPage();
        canvas = new PdfCanvas(file, page);
        toPage();
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        file.addPage(next);
        pages.add(next);
        return new PDPageContentStream(file, next);
    }

    private void toPage() {
        canvas.on(page, MARGIN, PDRectangle.A4.getHeight(), 1);
    }

    /** Begins a new page unless there is room. */
    private void room(double height) throws IOException {
        if (y + height > PDRectangle.A4.getHeight() - FOOT && y > HEAD) {
            breakPage();
        }
    }

    /** Begins a new page. */
    public void breakPage() throws IOException {
        page.close();
        page = newPage();
        toPage();
        y = HEAD;
    }

    /** A PNG image no higher than some points. */
    public void image(byte[] png, double height) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(file, png, "logo");
        double scale = Math.min(height / image.getHeight(), WIDTH / image.getWidth());
        double shown = scale * image.getHeight();
        room(shown);
        page.drawImage(
                image,
                (float) MARGIN,
                (float) (PDRectangle.A4.getHeight() - y - shown),
                (float) (scale * image.getWidth()),
                (float) shown);
        y += shown + SIZE;
    }

    /** The title of the whole. */
    public void title(String words) throws IOException {
        lines(words, 21, true, INK, 0);
        y += 4;
    }

    /** What the reader should know first. */
    public void lede(String words) throws IOException {
        lines(words, 12, false, INK, 0);
        y += 6;
    }

    /** A secondary line. */
    public void note(String words) throws IOException {
        lines(words, SMALL, false, MUTED, 0);
        y += 4;
    }

    /** The heading of a section. */
    public void heading(String words) throws IOException {
        y += 12;
        room(100);
        canvas.line(RULE, 0, y, WIDTH, y);
        y += 10;
        lines(words, 13, true, INK, 0);
        y += 4;
    }

    /** A drawing of some size, scaled to the width of the page. */
    public void drawing(double width, double height, Consumer<PdfCanvas> drawing) throws IOException {
        double left = PDRectangle.A4.getHeight() - FOOT - y;
        double most = left < LEAST_ROOM ? PDRectangle.A4.getHeight() - HEAD - FOOT : left;
        double scale = Math.min(WIDTH / width, most / height);
        room(scale * height);
        canvas.on(page, MARGIN, PDRectangle.A4.getHeight() - y, scale);
        drawing.accept(canvas);
        toPage();
        y += scale * height + 4;
    }

    /** Writes the sections of a document; drawings and folded tables of pages are left out, charts are images. */
    public void sections(Document document) throws IOException {
        for (Document.Part part : document.parts()) {
            write(part);
        }
    }

    private void write(Document.Part part) throws IOException {
        if (part instanceof Document.Heading heading) {
            heading(heading.words());
        } else if (part instanceof Document.Subheading sub) {
            y += 5;
            room(3 * SIZE * LINE);
            lines(sub.words(), SIZE + 0.5, true, INK, 0);
            y += 2;
        } else if (part instanceof Document.Paragraph paragraph) {
            String label = paragraph.label().isEmpty() ? "" : paragraph.label() + ": ";
            boolean isNote = paragraph.ink() == Ink.FAINT;
            lines(label + paragraph.words(), isNote ? SMALL : SIZE, false, isNote ? MUTED : INK, 0);
            y += 4;
        } else if (part instanceof Document.Items items) {
            for (String item : items.sentences()) {
                room(SIZE * LINE);
                canvas.text(MUTED, 2, y + SIZE, SIZE, false, false, "•");
                lines(item, SIZE, false, INK, 12);
                y += 2;
            }
            y += 3;
        } else if (part instanceof Document.Figures figures) {
            tiles(figures.figures());
        } else if (part instanceof Document.Rows<?> rows) {
            table(rows.table());
        } else if (part instanceof Document.Folded folded) {
            table(folded.table());
        } else if (part instanceof Document.Chart chart) {
            image(chart.image().get().png(), WIDTH);
        } else if (part instanceof Document.Code code) {
            lines(code.text(), SMALL, false, MUTED, 0);
            y += 4;
        }
    }

    private void lines(String words, double size, boolean bold, String color, double indent) throws IOException {
        for (String line : wrap(words, size, WIDTH - indent)) {
            room(size * LINE);
            canvas.text(color, indent, y + size, size, bold, false, line);
            y += size * LINE;
        }
    }

    private List<String> wrap(String words, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : canvas.shown(
                        words.replace('`', '\'').replaceAll("\\s+", " ").strip())
                .split(" ")) {
            if (!line.isEmpty() && canvas.width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (canvas.width(line.toString(), size) > width && line.length() > 1) {
                int end = line.length() - 1;
                while (end > 1 && canvas.width(line.substring(0, end), size) > width) {
                    end--;
                }
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void tiles(List<Figure> figures) throws IOException {
        int columns = Math.min(figures.size(), (int) (WIDTH / WIDEST_TILE) + 1);
        double width = WIDTH / Math.max(1, columns);
        for (int i = 0; i < figures.size(); i++) {
            if (i % columns == 0) {
                y += i == 0 ? 6 : TILE_HEIGHT;
                room(TILE_HEIGHT);
            }
            double x = i % columns * width;
            canvas.box(ACCENT, x, y, width - CELL_GAP, 1.2);
            canvas.text(INK, x, y + 20, 15, true, false, figures.get(i).value());
            double below = y + 31;
            for (String line : wrap(figures.get(i).name(), 7.5, width - CELL_GAP)) {
                canvas.text(MUTED, x, below, 7.5, false, false, line);
                below += 9;
            }
        }
        y += figures.isEmpty() ? 0 : TILE_HEIGHT;
    }

    private <R> void table(Table<R> table) throws IOException {
        List<Table.Column<R>> columns = table.textColumns();
        List<R> rows = table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()));
        double[] widths = widths(columns, rows);
        List<String> names = columns.stream().map(Table.Column::name).toList();
        row(columns, names, List.of(), widths, true);
        String above = "";
        for (R row : rows) {
            List<String> cells = new ArrayList<>(
                    columns.stream().map(column -> column.text(row)).toList());
            boolean isRepeated = columns.get(0).once() && cells.get(0).equals(above);
            above = cells.get(0);
            if (isRepeated) {
                cells.set(0, "");
            }
            if (y + height(cells, widths) > PDRectangle.A4.getHeight() - FOOT) {
                breakPage();
                row(columns, names, List.of(), widths, true);
            }
            row(columns, cells, columns.stream().map(column -> column.ink(row)).toList(), widths, false);
        }
        int more = table.rows().size() - rows.size();
        y += 4;
        if (more > 0) {
            note("and " + more + " more, in the files beside this one");
        }
    }

    /** As wide as the longest cell; where there is not enough room, columns that may wrap are narrower. */
    private <R> double[] widths(List<Table.Column<R>> columns, List<R> rows) {
        double[] widths = new double[columns.size()];
        double fixed = 0;
        double free = 0;
        for (int i = 0; i < widths.length; i++) {
            Table.Column<R> column = columns.get(i);
            widths[i] = canvas.width(column.name(), SMALL) * 1.05;
            for (R row : rows) {
                widths[i] = Math.max(widths[i], canvas.width(column.text(row), SMALL));
            }
            widths[i] += CELL_GAP;
            if (column.isNumber() || column.isName()) {
                fixed += widths[i];
            } else {
                free += widths[i];
            }
        }
        boolean[] wraps = new boolean[widths.length];
        int many = 0;
        for (int i = 0; i < widths.length; i++) {
            wraps[i] = !columns.get(i).isNumber() && !columns.get(i).isName();
            many += wraps[i] ? 1 : 0;
        }
        double share = (WIDTH - fixed) / Math.max(1, many);
        double spare = 0;
        for (int i = 0; i < widths.length; i++) {
            spare += wraps[i] ? Math.max(0, share - widths[i]) : 0;
        }
        double longer = free + spare - share * many;
        for (int i = 0; i < widths.length; i++) {
            if (free > WIDTH - fixed && wraps[i] && widths[i] > share) {
                widths[i] = share + spare * (widths[i] - share) / longer;
            }
        }
        return widths;
    }

    private List<String> cell(String words, double width) {
        return wrap(words, SMALL, width - CELL_GAP + 0.1);
    }

    private double height(List<String> cells, double[] widths) {
        int lines = 1;
        for (int i = 0; i < widths.length; i++) {
            lines = Math.max(lines, cell(cells.get(i), widths[i]).size());
        }
        return lines * SMALL * LINE + 5;
    }

    private <R> void row(
            List<Table.Column<R>> columns, List<String> cells, List<Ink> inks, double[] widths, boolean isHead)
            throws IOException {
        double height = height(cells, widths);
        if (isHead) {
            room(height + 2 * SMALL * LINE);
        }
        double x = 0;
        for (int i = 0; i < widths.length; i++) {
            double below = y + SMALL;
            boolean failed = !isHead && inks.get(i) == Ink.VERMILION;
            String color = isHead ? MUTED : failed ? BAD : INK;
            for (String line : cell(cells.get(i), widths[i])) {
                double shift = columns.get(i).isNumber() ? widths[i] - CELL_GAP - canvas.width(line, SMALL) : 0;
                canvas.text(color, x + shift, below, SMALL, !isHead && i == 0, false, line);
                below += SMALL * LINE;
            }
            x += widths[i];
        }
        y += height;
        canvas.line(isHead ? MUTED : RULE, 0, y - 2, WIDTH, y - 2);
        y += 1.5;
    }

    /**
     * The whole file; nothing can be added any more.
     *
     * @param header on every page
     * @param footer on every page, beside its number
     */
    public byte[] finish(String header, String footer) throws IOException {
        page.close();
        for (int i = 0; i < pages.size(); i++) {
            page = new PDPageContentStream(file, pages.get(i), AppendMode.APPEND, true, true);
            toPage();
            String number = "Page " + (i + 1) + " of " + pages.size();
            double foot = PDRectangle.A4.getHeight() - 24;
            canvas.text(MUTED, 0, 30, 8, false, false, wrap(header, 8, WIDTH).get(0));
            canvas.line(RULE, 0, 36, WIDTH, 36);
            canvas.text(
                    MUTED, 0, foot, 8, false, false, wrap(footer, 8, WIDTH - 80).get(0));
            canvas.text(MUTED, WIDTH - canvas.width(number, 8), foot, 8, false, false, number);
            page.close();
        }
        file.setDocumentId(1L);
        file.getDocumentInformation().setTitle(header);
        file.getDocumentCatalog().setLanguage("en");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
