package org.ipsisim.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws on the pages of a PDF file: lines, filled outlines and text in an embedded font. Places are in points from the upper
 * left corner of a page, times a scale.
 */
public final class PdfCanvas {
    /** The part of PDFBox that it is delivered with. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** How thick the outline of bold letters is, as a share of their size. */
    private static final double BOLDER = 0.035;

    private static final double UNITS = 1000;

    private final PDType0Font font;
    private final Map<Integer, Double> widths = new HashMap<>();
    private PDPageContentStream page;
    private double left;
    private double top;
    private double scale = 1;

    PdfCanvas(PDDocument document, PDPageContentStream first) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(document, file);
        }
        page = first;
    }

    /** Draws on another page from now on, with the origin at a place given in points from the lower left corner. */
    void on(PDPageContentStream other, double x, double y, double newScale) {
        page = other;
        left = x;
        top = y;
        scale = newScale;
    }

    private interface Drawn {
        void draw() throws IOException;
    }

    private static void draw(Drawn drawn) {
        try {
            drawn.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Red, green or blue of a colour such as {@code #1c2226}, from 0 to 1. */
    private static float part(String color, int at) {
        return Integer.parseInt(color.substring(at, at + 2), 16) / 255f;
    }

    private float x(double x) {
        return (float) (left + scale * x);
    }

    private float y(double y) {
        return (float) (top - scale * y);
    }

    /** Fills an outline: x and y of each corner in turn. */
    public void fill(String color, List<Double> corners) {
        draw(() -> {
            page.setNonStrokingColor(part(color, 1), part(color, 3), part(color, 5));
            page.moveTo(x(corners.get(0)), y(corners.get(1)));
            for (int i = 2; i < corners.size(); i += 2) {
                page.lineTo(x(corners.get(i)), y(corners.get(i + 1)));
            }
            page.fill();
        });
    }

    /** Fills a rectangle. */
    public void box(String color, double x, double y, double width, double height) {
        fill(color, List.of(x, y, x + width, y, x + width, y + height, x, y + height));
    }

    /** Begins a group. */
    public void begin() {
        draw(page::saveGraphicsState);
    }

    /** Shows nothing outside a rectangle until the group ends. */
    public void cutOff(double x, double y, double width, double height) {
        draw(() -> {
            page.addRect(x(x), y(y + height), (float) (scale * width), (float) (scale * height));
            page.clip();
        });
    }

    /** Ends the group begun last. */
    public void end() {
        draw(page::restoreGraphicsState);
    }

    /** Draws a line. */
    public void line(String color, double x1, double y1, double x2, double y2) {
        draw(() -> {
            page.setStrokingColor(part(color, 1), part(color, 3), part(color, 5));
            page.setLineWidth((float) Math.min(0.6, scale));
            page.moveTo(x(x1), y(y1));
            page.lineTo(x(x2), y(y2));
            page.stroke();
        });
    }

    /** Writes a line of text whose base begins at a place; {@code upright} for one from the bottom to the top. */
    public void text(String color, double x, double y, double size, boolean bold, boolean upright, String words) {
        draw(() -> {
            page.beginText();
            page.setFont(font, (float) (scale * size));
            page.setNonStrokingColor(part(color, 1), part(color, 3), part(color, 5));
            page.setStrokingColor(part(color, 1), part(color, 3), part(color, 5));
            page.setLineWidth((float) (BOLDER * scale * size));
            page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            page.setTextMatrix(
                    upright ? Matrix.getRotateInstance(Math.PI / 2, x(x), y(y)) : new Matrix(1, 0, 0, 1, x(x), y(y)));
            page.showText(shown(words));
            page.endText();
        });
    }

    /** How wide a line of text is. */
    public double width(String words, double size) {
        return words.codePoints().mapToDouble(this::width).sum() * size / UNITS;
    }

    private double width(int character) {
        return widths.computeIfAbsent(character, c -> {
            try {
                return (double) font.getStringWidth(Character.toString(c));
            } catch (IOException | IllegalArgumentException e) {
                return -1.0;
            }
        });
    }

    /** The text with a question mark for each character that the font does not have. */
    String shown(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().forEach(c -> text.appendCodePoint(width(c) < 0 ? c == '✗' ? '×' : '?' : c));
        return text.toString();
    }
}
