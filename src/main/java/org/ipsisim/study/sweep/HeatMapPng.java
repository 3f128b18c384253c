package org.ipsisim.study.sweep;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.ipsisim.report.chart.Frame;
import org.ipsisim.report.chart.HeatScale;
import org.ipsisim.report.chart.Paints;
import org.ipsisim.report.chart.Png;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
import org.ipsisim.study.Measure;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** One objective over two keys as a PNG image: the darker, the worse; the recommended setting has a frame. */
public final class HeatMapPng {
    private static final int LEFT = 96;
    private static final int FRAME_HEIGHT = 118;
    private static final int ROW = 26;
    private static final int MOST_ROWS_HEIGHT = 640;
    private static final BasicStroke RECOMMENDED = new BasicStroke(3f);
    private static final BasicStroke ON_FRONT = new BasicStroke(1.5f);

    private final HeatMap map;
    private final HeatScale scale;
    private final ChartStyle style = ChartStyle.standard();

    private HeatMapPng(HeatMap map) {
        this.map = map;
        this.scale = new HeatScale(map.least(), map.most());
    }

    /**
     * The image file. On one machine the bytes depend on the map alone; other fonts give other bytes.
     *
     * @throws IOException if this machine has no fonts to draw with
     */
    public static byte[] render(HeatMap map) throws IOException {
        return Png.render("the heat map", () -> new HeatMapPng(map).draw());
    }

    private int rowHeight() {
        return Math.max(2, Math.min(ROW, MOST_ROWS_HEIGHT / rows()));
    }

    private int rows() {
        return map.rows().values().size();
    }

    private int columns() {
        return map.columns().values().size();
    }

    private BufferedImage draw() {
        int subtitle = TextWidth.wrap(subtitle(), style.subtitleSize(), style.textWidth())
                .size();
        int height = FRAME_HEIGHT + 17 * subtitle + rows() * rowHeight();
        return Png.draw(create(), style.width(), height, new ChartRenderingInfo());
    }

    private String subtitle() {
        return "Dark: worse. Thick frame: recommended; thin frame: nothing beats it."
                + map.others().map(others -> " With " + others + ".").orElse("");
    }

    private JFreeChart create() {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        XYPlot plot = Frame.bare(new XYPlot(
                values(),
                axis(map.columns().key(), map.columns().values()),
                axis(map.rows().key(), map.rows().values()),
                renderer));
        plot.getRangeAxis().setInverted(true);
        plot.getRangeAxis().setFixedDimension(LEFT);
        write(plot);
        Measure measure = map.objective().measure();
        String title = Character.toUpperCase(measure.words().charAt(0))
                + measure.words().substring(1);
        return Frame.chart(title, subtitle(), plot, style);
    }

    private DefaultXYZDataset values() {
        double[][] cells = new double[3][rows() * columns()];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                int cell = row * columns() + column;
                cells[0][cell] = column;
                cells[1][cell] = row;
                cells[2][cell] = map.value(row, column);
            }
        }
        DefaultXYZDataset values = new DefaultXYZDataset();
        values.addSeries("costs", cells);
        return values;
    }

    private SymbolAxis axis(String key, List<String> symbols) {
        SymbolAxis axis = new SymbolAxis(key, symbols.toArray(String[]::new));
        axis.setRange(-0.5, symbols.size() - 0.5);
        axis.setGridBandsVisible(false);
        Frame.look(axis, style);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /** Writes the values into cells that have room for them, and frames the settings that stand out. */
    private void write(XYPlot plot) {
        double width = (double) (style.width() - LEFT - style.right()) / columns();
        boolean room = rowHeight() >= style.labelSize() + 4;
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                long value = map.value(row, column);
                String text = map.objective().measure().shown(value);
                if (room && TextWidth.of(text, style.labelSize()) + 4 <= width) {
                    XYTextAnnotation label = new XYTextAnnotation(text, column, row);
                    label.setFont(Paints.font(Font.PLAIN, style.labelSize()));
                    label.setPaint(scale.ink(value));
                    plot.addAnnotation(label);
                }
                int choice = map.choice(row, column);
                if (choice == map.answer().recommended().getAsInt()) {
                    frame(plot, row, column, RECOMMENDED);
                } else if (map.answer().isOnFront(choice)) {
                    frame(plot, row, column, ON_FRONT);
                }
            }
        }
    }

    /** Frames a cell; the axis of the rows runs downwards, and so does the frame. */
    private static void frame(XYPlot plot, int row, int column, BasicStroke stroke) {
        plot.addAnnotation(
                new XYBoxAnnotation(column - 0.47, row + 0.44, column + 0.47, row - 0.44, stroke, new Color(0x0072b2)));
    }
}
