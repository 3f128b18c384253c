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
    public void begin(Part part, Box box) {
        begin("");
        if (part == Part.PLOT) {
            g2.clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        }
    }

    @Override
    public boolean beginHidden(String tooltip) {
        return false;
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
        g2.setPaint(Paints.color(tone.color()));
        g2.setStroke(Paints.HAIRLINE);
        g2.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }

    /** A text on a band has a ground of its own where hatching would cross it. */
    @Override
    public void write(Lettering look, Point at, String words) {
        Font font = Paints.font(look.bold() ? Font.BOLD : Font.PLAIN, look.size());
        Rectangle2D box = font.getStringBounds(words, g2.getFontRenderContext());
        AffineTransform before = g2.getTransform();
        g2.translate(at.x(), at.y());
        if (look.upright()) {
            g2.rotate(-Math.PI / 2);
        }
        BandState on = look.on();
        if (on != null && on.hatch() != Hatch.NONE) {
            g2.setPaint(Paints.color(on.fill()));
            g2.fill(new Rectangle2D.Double(-2, box.getY(), box.getWidth() + 4, box.getHeight()));
        }
        g2.setFont(font);
        g2.setPaint(Paints.color(look.color()));
        g2.drawString(words, (float) -look.before(box.getWidth()), 0);
        g2.setTransform(before);
    }
}
