package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ipsisim.report.timeline.BandState;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Hatch;
import org.ipsisim.report.timeline.Pen;
import org.ipsisim.report.timeline.Timeline;
import org.ipsisim.report.timeline.TimelineLayout;

/** The outage timeline as a PNG image. */
public final class TimelinePng implements Pen {
    private final Graphics2D g2;
    private final Deque<Optional<Shape>> clips = new ArrayDeque<>();

    private TimelinePng(Graphics2D g2) {
        this.g2 = g2;
    }

    /**
     * The image file. On one machine the bytes depend on the timeline alone; other fonts give other bytes.
     *
     * @param file its name, for messages
     * @throws IOException if this machine has no fonts to draw with; the message says what to install
     */
    public static byte[] render(String file, Timeline timeline) throws IOException {
        return Png.render(file, () -> draw(timeline));
    }

    static BufferedImage draw(Timeline timeline) {
        TimelineLayout layout = new TimelineLayout(timeline, true);
        return Png.draw(ChartStyle.WIDTH, layout.height(), g2 -> layout.draw(new TimelinePng(g2)));
    }

    /** An image has no tooltips. */
    @Override
    public void begin(String tooltip) {
        clips.push(Optional.ofNullable(g2.getClip()));
    }

    @Override
    public void beginWithin(Box box) {
        begin("");
        g2.clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void end() {
        g2.setClip(clips.pop().orElse(null));
    }

    @Override
    public void frame(Box box) {
        g2.setPaint(Paints.color(ChartStyle.INK));
        g2.setStroke(new BasicStroke(2));
        g2.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void fill(BandState state, List<Box> boxes) {
        for (Box box : boxes) {
            Paints.fill(g2, new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()), state);
        }
    }

    @Override
    public void area(boolean soft, List<Point> outline) {
        Path2D path = new Path2D.Double();
        path.moveTo(outline.get(0).x(), outline.get(0).y());
        outline.forEach(point -> path.lineTo(point.x(), point.y()));
        path.closePath();
        g2.setPaint(Paints.color(soft ? ChartStyle.SERVICE : ChartStyle.ACCENT));
        g2.fill(path);
    }

    @Override
    public void line(Tone tone, Point from, Point to) {
        g2.setPaint(Paints.color(tone == Tone.GRID ? ChartStyle.GRID : ChartStyle.MUTED));
        g2.setStroke(Paints.HAIRLINE);
        g2.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }

    @Override
    public void text(Tone tone, Point at, Anchor anchor, String words) {
        write(color(tone), at, anchor, Font.PLAIN, ChartStyle.LABEL_SIZE, words);
    }

    @Override
    public void heading(Tone tone, Point at, int size, boolean bold, String words) {
        write(color(tone), at, Anchor.START, bold ? Font.BOLD : Font.PLAIN, size, words);
    }

    @Override
    public void upright(Tone tone, Point middle, String words) {
        AffineTransform before = g2.getTransform();
        g2.rotate(-Math.PI / 2, middle.x(), middle.y());
        text(tone, middle, Anchor.MIDDLE, words);
        g2.setTransform(before);
    }

    /** The text has a ground of its own where hatching would cross it. */
    @Override
    public void label(BandState on, Point at, int size, String words) {
        if (on.hatch() != Hatch.NONE) {
            Rectangle2D box = Paints.font(Font.PLAIN, size).getStringBounds(words, g2.getFontRenderContext());
            g2.setPaint(Paints.color(on.fill()));
            g2.fill(new Rectangle2D.Double(at.x() - 2, at.y() + box.getY(), box.getWidth() + 4, box.getHeight()));
        }
        write(on.ink(), at, Anchor.START, Font.PLAIN, size, words);
    }

    private String color(Tone tone) {
        return tone == Tone.INK ? ChartStyle.INK : ChartStyle.MUTED;
    }

    private void write(String color, Point at, Anchor anchor, int fontStyle, int size, String words) {
        Font font = Paints.font(fontStyle, size);
        double width = font.getStringBounds(words, g2.getFontRenderContext()).getWidth();
        double x = at.x() - (anchor == Anchor.START ? 0 : anchor == Anchor.END ? width : width / 2);
        g2.setFont(font);
        g2.setPaint(Paints.color(color));
        g2.drawString(words, (float) x, (float) at.y());
    }
}
