package org.ipsisim.report.chart;

import static org.ipsisim.document.Markup.number;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ipsisim.document.Markup;
import org.ipsisim.report.timeline.ChartStyle;

/** Writes what is drawn as SVG: text that can be selected, and on a dark page other colours. */
final class SvgGraphics extends VectorGraphics {
    /** What the colours of paper, text and lines become on a dark page; those of data are seen on both. */
    private static final String DARK = "\n@media screen and (prefers-color-scheme:dark){"
            + dark("#ffffff", ChartStyle.DARK_PAPER)
            + dark(ChartStyle.INK, "#e6eaed") + dark(ChartStyle.MUTED, "#a3adb5") + dark(ChartStyle.GRID, "#343b41")
            + dark(ChartStyle.ACCENT, "#56b4e9") + "}\n";

    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private final String id;
    private final Markup svg;
    /** The numbers of the outlines to which something was cut off. */
    private final Map<String, Integer> clips;

    private SvgGraphics(String id, Markup svg, Map<String, Integer> clips, Graphics2D state) {
        super(state);
        this.id = id;
        this.svg = svg;
        this.clips = clips;
    }

    /** Draws something as an SVG file; {@code id} begins the names of its parts. */
    static String draw(String id, int width, int height, Consumer<Graphics2D> drawing) {
        Markup svg = new Markup();
        svg.fill(
                "<svg xmlns='http://www.w3.org/2000/svg' class='chart' viewBox='0 0 % %' width='%' height='%'",
                width, height, width, height);
        svg.fill(" font-family='%'>\n", ChartStyle.FONT_FAMILY);
        svg.raw("<style>" + DARK + "</style>\n");
        Png.draw(1, 1, state -> {
            state.setTransform(new AffineTransform());
            drawing.accept(new SvgGraphics(id, svg, new HashMap<>(), state));
        });
        return svg.raw("</svg>\n").toString();
    }

    private static String dark(String color, String instead) {
        return ".chart [fill='" + color + "']{fill:" + instead + "}.chart [stroke='" + color + "']{stroke:" + instead
                + "}";
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(id, svg, clips, (Graphics2D) state().create());
    }

    @Override
    public void fill(Shape shape) {
        path(shape, "fill", "");
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = (BasicStroke) getStroke();
        String look = " fill='none'"
                + (stroke.getLineWidth() == 1 ? "" : " stroke-width='" + number(stroke.getLineWidth()) + "'");
        float[] dashes = stroke.getDashArray();
        if (dashes != null && dashes.length == 2 && dashes[1] > 0) {
            look += " stroke-dasharray='" + number(dashes[0]) + " " + number(dashes[1]) + "'";
        }
        path(shape, "stroke", look);
    }

    private void path(Shape shape, String paint, String look) {
        Color color = getColor();
        if (color.getAlpha() == 0) {
            return;
        }
        String d = outline(shape);
        String clip = clip();
        svg.fill("<path d='%' " + paint + "='%'" + look + opacity(color) + clip + "/>\n", d, hex(color));
    }

    @Override
    public void drawString(String words, float x, float y) {
        AffineTransform at = new AffineTransform(getTransform());
        at.translate(x, y);
        Font font = getFont();
        svg.fill("<text");
        if (at.getShearX() == 0) {
            svg.fill(" x='%' y='%'", number(at.getTranslateX()), number(at.getTranslateY()));
        } else {
            svg.fill(
                    " transform='matrix(% % % % % %)'",
                    number(at.getScaleX()),
                    number(at.getShearY()),
                    number(at.getShearX()),
                    number(at.getScaleY()),
                    number(at.getTranslateX()),
                    number(at.getTranslateY()));
        }
        double width = font.getStringBounds(words, getFontRenderContext()).getWidth();
        svg.fill(
                " font-size='%' fill='%'" + (font.isBold() ? " font-weight='bold'" : ""),
                font.getSize(),
                hex(getColor()));
        svg.fill(" textLength='%' lengthAdjust='spacingAndGlyphs'>%</text>\n", number(width), words);
    }

    /** The attribute that cuts off what is outside of the clip; writes the clip where it is new. */
    private String clip() {
        Shape clip = getClip();
        if (clip == null) {
            return "";
        }
        String d = outline(clip);
        Integer known = clips.putIfAbsent(d, clips.size());
        int number = known == null ? clips.size() - 1 : known;
        if (known == null) {
            svg.fill("<clipPath id='%-%'><path d='%'/></clipPath>\n", id, number, d);
        }
        return " clip-path='url(#" + id + "-" + number + ")'";
    }

    private String opacity(Color color) {
        double alpha =
                color.getAlpha() / 255.0 * (getComposite() instanceof AlphaComposite share ? share.getAlpha() : 1);
        return alpha == 1 ? "" : " opacity='" + number(alpha) + "'";
    }

    private String outline(Shape shape) {
        StringBuilder d = new StringBuilder();
        double[] numbers = new double[6];
        for (PathIterator path = shape.getPathIterator(getTransform()); !path.isDone(); path.next()) {
            int command = path.currentSegment(numbers);
            d.append(COMMANDS[command]);
            for (int i = 0; i < NUMBERS[command]; i++) {
                d.append(i == 0 ? "" : " ").append(number(numbers[i]));
            }
        }
        return d.toString();
    }

    private static String hex(Color color) {
        return "#" + Integer.toHexString(0x1000000 | color.getRGB() & 0xffffff).substring(1);
    }
}
