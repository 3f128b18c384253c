package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.CsvRow;

/**
 * Thresholds as a table: one row for each band of lengths that cost a port network the same.
 *
 * <ul>
 *   <li>{@code fault}, {@code kind}: what is cut, such as {@code wan} and {@code link}
 *   <li>{@code pn}: the number of the port network
 *   <li>{@code from}, {@code to}: the shortest and the longest cut of the band, in seconds
 *   <li>{@code outcome}: as in the JSON results, such as {@code cold-reset}
 *   <li>{@code callsDrop}: {@code true} or {@code false}
 * </ul>
 */
public final class ThresholdsCsv {
    private ThresholdsCsv() {}

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(Thresholds thresholds, Writer out) throws IOException {
        out.write("fault,kind,pn,from,to,outcome,callsDrop\n");
        for (FaultBands fault : thresholds.faults()) {
            for (PnBands pn : fault.portNetworks()) {
                for (Band band : pn.bands()) {
                    out.write(CsvRow.of()
                            .text(fault.fault().name())
                            .text(fault.fault().element().key())
                            .number(pn.number())
                            .seconds(band.from())
                            .seconds(band.to())
                            .text(band.outcome().fate().key())
                            .text(String.valueOf(band.outcome().callsDrop()))
                            .line());
                }
            }
        }
        out.flush();
    }
}
