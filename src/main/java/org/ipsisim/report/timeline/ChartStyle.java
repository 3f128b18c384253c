package org.ipsisim.report.timeline;

/** What the PNG, the SVG and the page share: colours as {@code #rrggbb}, sizes in CSS pixels. */
public final class ChartStyle {
    /** CSS font families, best first. */
    public static final String FONT_FAMILY =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    /** Font size of the title. */
    public static final int TITLE_SIZE = 19;

    /** Font size of the sentence below the title. */
    public static final int SUBTITLE_SIZE = 13;

    /** Font size of all other text. */
    public static final int LABEL_SIZE = 11;

    /** Text. */
    public static final String INK = "#1c2226";

    /** Secondary text, axes and event lines. */
    public static final String MUTED = "#59636b";

    /** The ground of a dark page. */
    public static final String DARK_PAPER = "#14181b";

    /** Lines that only guide the eye. */
    public static final String GRID = "#dfe3e6";

    /** The area of port networks out of service, and bars. */
    public static final String ACCENT = "#0072b2";

    /** The area of phones in service. */
    public static final String SERVICE = "#74bfa9";

    /** Width of a drawing. */
    public static final int WIDTH = 960;

    /** Room for the names of the port networks, at least. */
    public static final int LEFT = 64;

    /** Room after the end of the run. */
    public static final int RIGHT = 28;

    /** Room before titles and legend. */
    public static final int MARGIN = 16;

    /** Width of a line of the title. */
    public static final int TEXT_WIDTH = WIDTH - MARGIN - RIGHT;

    /** Height of one row of event labels. */
    public static final int LANE_HEIGHT = 16;

    /** Height of the chart of port networks out of service. */
    public static final int AREA_HEIGHT = 48;

    /** The share of a row that its band fills. */
    public static final double BAND_SHARE = 0.78;

    /** Room between the end of a band, or an event line, and text in the band. */
    public static final int LABEL_INSET = 6;

    private ChartStyle() {}

    /** Height of one row: many port networks are drawn closer together. */
    public static int rowHeight(int rows) {
        return rows <= 4 ? 40 : isDense(rows) ? 16 : 28;
    }

    /** Whether there is room for a few labels only. */
    public static boolean isDense(int rows) {
        return rows > 16;
    }

    /** Font size of the text in bands. */
    public static int bandLabelSize(int rows) {
        return isDense(rows) ? LABEL_SIZE - 2 : LABEL_SIZE;
    }
}
