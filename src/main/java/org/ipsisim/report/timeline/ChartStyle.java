package org.ipsisim.report.timeline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ipsisim.estate.PnState;

/**
 * The look that the PNG, the SVG and the page share: colours as {@code #rrggbb}, sizes in CSS pixels.
 *
 * @param bands the look of each state
 * @param fontFamily CSS font families, best first
 * @param titleSize size of the title
 * @param subtitleSize size of the sentence below it
 * @param labelSize size of all other text
 * @param ink text
 * @param muted secondary text, axes and event lines
 * @param grid lines that only guide the eye
 * @param accent the area of port networks out of service
 * @param width width of the drawing
 * @param left room for the names of the port networks
 * @param right room after the end of the run
 */
public record ChartStyle(
        Map<PnState, BandStyle> bands,
        String fontFamily,
        int titleSize,
        int subtitleSize,
        int labelSize,
        String ink,
        String muted,
        String grid,
        String accent,
        int width,
        int left,
        int right) {
    /** Height of one row of event labels. */
    public static final int LANE_HEIGHT = 16;

    /** Height of the chart of port networks out of service. */
    public static final int AREA_HEIGHT = 64;

    /** The share of a row that its band fills. */
    public static final double BAND_SHARE = 0.78;

    /** Room before titles and legend. */
    public static final int MARGIN = 16;

    /** Room between the end of a band, or an event line, and text in the band. */
    public static final int LABEL_INSET = 6;

    private static final ChartStyle STANDARD = create();

    /** Keeps a copy of the bands. */
    public ChartStyle {
        bands = Collections.unmodifiableMap(new EnumMap<>(bands));
    }

    /**
     * The style of every report: colours of the Okabe-Ito set, which colour-blind readers tell apart; service itself is
     * a tint, so that the eye goes to what is not in service.
     */
    public static ChartStyle standard() {
        return STANDARD;
    }

    /** The look of one state. */
    public BandStyle band(PnState state) {
        return bands.get(state);
    }

    /** Height of one row: many port networks are drawn closer together. */
    public int rowHeight(int rows) {
        if (rows <= 4) {
            return 40;
        }
        return isDense(rows) ? 16 : 28;
    }

    /** Whether so many rows leave room for a few labels only. */
    public boolean isDense(int rows) {
        return rows > 16;
    }

    /** Font size of the text in bands. */
    public int bandLabelSize(int rows) {
        return isDense(rows) ? labelSize - 2 : labelSize;
    }

    /** Width of a line of the title. */
    public int textWidth() {
        return width - MARGIN - right;
    }

    /** Width of the part of the drawing that shows time. */
    public int plotWidth() {
        return width - left - right;
    }

    private static ChartStyle create() {
        EnumMap<PnState, BandStyle> bands = new EnumMap<>(PnState.class);
        bands.put(PnState.IN_SERVICE, new BandStyle("#b2e2d5", "#12392f", "#1f5a4b", "#dcf3ec", "#8fcbbb", Hatch.NONE));
        bands.put(
                PnState.CONTACT_LOST,
                new BandStyle("#f0e442", "#1a1a1a", "#f0e442", "#1a1a1a", "#b5aa00", Hatch.RISING));
        bands.put(
                PnState.WARM_RESET,
                new BandStyle("#e69f00", "#1a1a1a", "#e69f00", "#1a1a1a", "#a87400", Hatch.FALLING));
        bands.put(
                PnState.COLD_RESET,
                new BandStyle("#d55e00", "#000000", "#d55e00", "#000000", "#8f3f00", Hatch.CROSSED));
        bands.put(
                PnState.NO_SERVICE,
                new BandStyle("#cc79a7", "#1a1a1a", "#cc79a7", "#1a1a1a", "#944f75", Hatch.HORIZONTAL));
        bands.put(
                PnState.RESTARTING,
                new BandStyle("#0072b2", "#ffffff", "#0072b2", "#ffffff", "#66aad1", Hatch.VERTICAL));
        bands.put(PnState.DOWN, new BandStyle("#2b2b2b", "#ffffff", "#08090a", "#ffffff", "#2b2b2b", Hatch.NONE));
        return new ChartStyle(
                bands,
                "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
                19,
                13,
                11,
                "#1c2226",
                "#59636b",
                "#dfe3e6",
                "#0072b2",
                960,
                64,
                28);
    }
}
