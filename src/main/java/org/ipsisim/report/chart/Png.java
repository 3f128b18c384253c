package org.ipsisim.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Charts as PNG images, at twice the size of their CSS pixels so that they stay sharp. */
public final class Png {
    /** Image pixels to a CSS pixel. */
    static final int SCALE = 2;

    /** Most pixels across and down of an image that others bring. */
    private static final int MOST_PIXELS = 4000;

    /** Where a PNG file has its width, and after it its height. */
    private static final int SIZE_AT = 16;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final String HEADLESS = "java.awt.headless";

    private Png() {}

    /** Whether bytes are a PNG image of at most 4000 pixels across and down that can be drawn. */
    public static boolean isImage(byte[] bytes) {
        if (bytes.length < SIZE_AT + 2 * Integer.BYTES
                || !Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE)) {
            return false;
        }
        ByteBuffer size = ByteBuffer.wrap(bytes, SIZE_AT, 2 * Integer.BYTES);
        int width = size.getInt();
        int height = size.getInt();
        if (Math.min(width, height) < 1 || Math.max(width, height) > MOST_PIXELS) {
            return false;
        }
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The image file that a drawing makes. No screen is needed: AWT runs without one unless the program has
     * decided otherwise.
     *
     * @param name of the file, for messages
     * @throws IOException if this machine has no fonts to draw with; the message says what to install
     */
    static byte[] render(String name, Supplier<BufferedImage> drawing) throws IOException {
        return encode(withFonts(name, drawing));
    }

    /**
     * What a drawing makes.
     *
     * @throws IOException if this machine has no fonts to draw with; the message says what to install
     */
    static <T> T withFonts(String name, Supplier<T> drawing) throws IOException {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        try {
            return drawing.get();
        } catch (Error | RuntimeException e) {
            if (hasFonts()) {
                throw e;
            }
            throw new IOException(
                    name + " cannot be drawn because Java finds no fonts on this machine;"
                            + " install fontconfig and a font (on Debian or Ubuntu:"
                            + " apt-get install fontconfig libharfbuzz0b fonts-dejavu-core)",
                    e);
        }
    }

    /** An image on white paper; sizes are in CSS pixels. */
    static BufferedImage draw(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setColor(Color.WHITE);
        g2.fillRect(0, 0, image.getWidth(), image.getHeight());
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.scale(SCALE, SCALE);
        drawing.accept(g2);
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
