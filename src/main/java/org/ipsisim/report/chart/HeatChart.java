package org.ipsisim.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.ipsisim.document.Document;
import org.ipsisim.report.timeline.ChartStyle;
import org.ipsisim.report.timeline.TextWidth;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** A grid of values as an image: the darker, the greater; cells that stand out have a frame. */
public final class HeatChart {
    private static final int LEFT = 96;
    private static final int FRAME_HEIGHT = 118;
    private static final int ROW = 26;
    private static final int MOST_ROWS_HEIGHT = 640;
    private static final Color FRAME = new Color(0x0072b2);

    /** An axis of the grid: what it is, and the values at its cells. */
    public record Axis(String name, List<String> values) {}

    /**
     * One cell.
     *
     * @param text written into it where there is room
     * @param frame width of its frame in pixels; 0 for none
     */
    public record Cell(double value, String text, float frame) {}

    private final Axis down;
    private final Axis across;
    private final List<List<Cell>> rows;
    private final HeatScale scale;

    private HeatChart(Axis down, Axis across, List<List<Cell>> rows) {
        this.down = down;
        this.across = across;
        this.rows = rows;
        double[] values = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Cell::value)
                .sorted()
                .toArray();
        this.scale = new HeatScale(values[0], values[values.length - 1]);
    }

    /**
     * The chart; {@code file} is the name of its files without the extension.
     *
     * @param down the axis of the rows
     * @param across the axis of the columns
     * @param rows the cells of each row, from the top, at least one
     */
    public static Document.Image of(
            String file, String title, String subtitle, Axis down, Axis across, List<List<Cell>> rows) {
        HeatChart chart = new HeatChart(down, across, rows);
        int height = FRAME_HEIGHT + Frame.height(subtitle) + rows.size() * chart.rowHeight();
        return Frame.image(file, height, () -> chart.create(title, subtitle));
    }

    private int rowHeight() {
        return Math.max(2, Math.min(ROW, MOST_ROWS_HEIGHT / rows.size()));
    }

    private JFreeChart create(String title, String subtitle) {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        XYPlot plot = new XYPlot(values(), axis(across), axis(down), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.getRangeAxis().setInverted(true);
        plot.getRangeAxis().setFixedDimension(LEFT);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                write(plot, row, column);
            }
        }
        return Frame.chart(title, subtitle, plot);
    }

    private DefaultXYZDataset values() {
        int columns = across.values.size();
        double[][] cells = new double[3][rows.size() * columns];
        for (int cell = 0; cell < cells[0].length; cell++) {
            int row = cell / columns;
            cells[0][cell] = cell % columns;
            cells[1][cell] = row;
            cells[2][cell] = rows.get(row).get(cell % columns).value;
        }
        DefaultXYZDataset values = new DefaultXYZDataset();
        values.addSeries("values", cells);
        return values;
    }

    private SymbolAxis axis(Axis of) {
        SymbolAxis axis = new SymbolAxis(of.name, of.values.toArray(String[]::new));
        axis.setRange(-0.5, of.values.size() - 0.5);
        axis.setGridBandsVisible(false);
        Frame.look(axis);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private void write(XYPlot plot, int row, int column) {
        Cell cell = rows.get(row).get(column);
        double width = (double) (ChartStyle.WIDTH - LEFT - ChartStyle.RIGHT) / across.values.size();
        boolean room = rowHeight() >= ChartStyle.LABEL_SIZE + 4;
        if (room && TextWidth.of(cell.text, ChartStyle.LABEL_SIZE) + 4 <= width) {
            XYTextAnnotation label = new XYTextAnnotation(cell.text, column, row);
            label.setFont(Paints.label());
            label.setPaint(scale.ink(cell.value));
            plot.addAnnotation(label);
        }
        if (cell.frame > 0) {
            // the axis of the rows runs downwards, and so does the frame
            plot.addAnnotation(new XYBoxAnnotation(
                    column - 0.47, row + 0.44, column + 0.47, row - 0.44, new BasicStroke(cell.frame), FRAME));
        }
    }
}
