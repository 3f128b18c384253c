package org.ipsisim.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.Timeline;
import org.jfree.chart.ChartRenderingInfo;

/** The outage timeline as a PNG image, at twice the size of its CSS pixels so that it stays sharp. */
public final class TimelinePng {
    /** Image pixels to a CSS pixel. */
    static final int SCALE = 2;

    private static final String HEADLESS = "java.awt.headless";

    private TimelinePng() {}

    /**
     * The image file. On one machine the bytes depend on the timeline alone; other fonts give other bytes. No screen
     * is needed: unless the program has decided otherwise, AWT is told to do without one.
     *
     * @throws IOException if this machine has no fonts to draw with; the message says what to install
     */
    public static byte[] render(Timeline timeline) throws IOException {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        try {
            return encode(draw(timeline, new ChartRenderingInfo()));
        } catch (Error | RuntimeException e) {
            if (hasFonts()) {
                throw e;
            }
            throw new IOException(
                    "timeline.png cannot be drawn because Java finds no fonts on this machine;"
                            + " install fontconfig and a font (on Debian or Ubuntu:"
                            + " apt-get install fontconfig fonts-dejavu-core)",
                    e);
        }
    }

    static BufferedImage draw(Timeline timeline, ChartRenderingInfo info) {
        ChartStyle style = ChartStyle.standard();
        TimelineChart chart = new TimelineChart(timeline, style);
        int height = chart.height();
        BufferedImage image = new BufferedImage(style.width() * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setColor(Color.WHITE);
        g2.fillRect(0, 0, image.getWidth(), image.getHeight());
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.scale(SCALE, SCALE);
        chart.create().draw(g2, new Rectangle2D.Double(0, 0, style.width(), height), info);
        g2.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static boolean hasFonts() {
        try {
            BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            return image.createGraphics().getFontMetrics(Paints.font(0, 12)).stringWidth("PN") > 0;
        } catch (Error | RuntimeException e) {
            return false;
        }
    }
}
