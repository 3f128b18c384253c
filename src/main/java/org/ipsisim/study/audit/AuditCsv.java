package org.ipsisim.study.audit;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.CsvRow;
import org.ipsisim.document.NumberList;
import org.ipsisim.study.Fault;

/**
 * An audit as a table: one row for each set of faults and length, in the order of the plan.
 *
 * <ul>
 *   <li>{@code fault}, {@code kind}, {@code second}, {@code secondKind}: what failed; the last two are empty for a single
 *       fault
 *   <li>{@code for}: the length in seconds
 *   <li>{@code callsDropped}, {@code outageSeconds}, {@code degradedSeconds}, {@code failovers}: all port networks added up
 *   <li>{@code out}: the port networks that are out at the end of the faults, such as {@code 1-3, 7}
 *   <li>{@code systems}: the most clusters under which port networks are in service at one time
 * </ul>
 */
public final class AuditCsv {
    private AuditCsv() {}

    /** Writes the table; flushes the writer and leaves it open. */
    public static void write(Audit audit, Writer out) throws IOException {
        out.write(
                "fault,kind,second,secondKind,for,callsDropped,outageSeconds,degradedSeconds,failovers,out,systems\n");
        for (FaultResult result : audit.results()) {
            Fault first = result.set().faults().get(0);
            boolean pair = result.set().size() > 1;
            Fault last = result.set().faults().get(result.set().size() - 1);
            for (FaultCost cost : result.costs()) {
                out.write(CsvRow.of()
                        .text(first.name())
                        .text(first.element().key())
                        .text(pair ? last.name() : "")
                        .text(pair ? last.element().key() : "")
                        .seconds(cost.length())
                        .number(cost.callsDropped())
                        .seconds(cost.outage())
                        .seconds(cost.degraded())
                        .number(cost.failovers())
                        .text(NumberList.compact(cost.portNetworksOut()))
                        .number(cost.systems())
                        .line());
            }
        }
        out.flush();
    }
}
