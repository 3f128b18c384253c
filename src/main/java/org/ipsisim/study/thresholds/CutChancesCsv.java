package org.ipsisim.study.thresholds;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.CsvRow;

/**
 * Chances as a table: one row for each cut, port network and length.
 *
 * <ul>
 *   <li>{@code fault}, {@code kind}: what is cut; {@code pn}: the number of the port network
 *   <li>{@code length}: of the cut in seconds; {@code seeds}: how many runs it had
 *   <li>{@code costs}, {@code dropsCalls}, {@code failsOver}: in how many of them it cost something, a call, a failover
 * </ul>
 */
public final class CutChancesCsv {
    private CutChancesCsv() {}

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(CutChances chances, Writer out) throws IOException {
        out.write("fault,kind,pn,length,seeds,costs,dropsCalls,failsOver\n");
        for (FaultChances fault : chances.faults()) {
            for (PnChances pn : fault.portNetworks()) {
                for (CutChancePoint point : pn.points()) {
                    out.write(CsvRow.of()
                            .text(fault.fault().name())
                            .text(fault.fault().element().key())
                            .number(pn.number())
                            .seconds(point.length())
                            .number(chances.seeds())
                            .number(point.costs().count())
                            .number(point.calls().count())
                            .number(point.failovers().count())
                            .line());
                }
            }
        }
        out.flush();
    }
}
