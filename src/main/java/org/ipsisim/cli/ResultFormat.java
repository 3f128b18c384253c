package org.ipsisim.cli;

import java.util.List;
import org.ipsisim.estate.Keyed;
import org.ipsisim.history.History;
import org.ipsisim.report.CsvReport;
import org.ipsisim.report.JsonReport;
import org.ipsisim.report.JunitReport;
import org.ipsisim.report.NdjsonReport;
import org.ipsisim.report.PerfettoReport;
import org.ipsisim.report.TextReport;

/** What {@code run --format} can be. */
enum ResultFormat implements Keyed {
    TEXT,
    JSON,
    NDJSON,
    CSV,
    JUNIT,
    PERFETTO;

    static final Option<ResultFormat> OPTION = Option.word(
            "--format",
            "FORMAT",
            "text (default), json, ndjson (the trace), csv (the timelines), junit (the expectations) or perfetto (trace"
                    + " events for ui.perfetto.dev).",
            TEXT);

    /** Whether single heartbeats can be part of it. */
    boolean carriesHeartbeats() {
        return this == JSON || this == NDJSON;
    }

    /** Whether it has a place for words of caution. */
    boolean carriesCautions() {
        return this == TEXT || carriesHeartbeats();
    }

    /** Writes histories to standard output: text as the terminal can show it, all else as UTF-8. */
    void write(List<History> histories, Terminal terminal) {
        switch (this) {
            case TEXT -> terminal.writeText(out -> TextReport.write(histories, out, terminal.style()));
            case JSON -> terminal.writeData(out -> JsonReport.write(histories, out));
            case NDJSON -> terminal.writeData(out -> NdjsonReport.write(histories, out));
            case CSV -> terminal.writeData(out -> CsvReport.write(histories, out));
            case JUNIT -> terminal.writeData(out -> JunitReport.write(histories, out));
            case PERFETTO -> terminal.writeData(out -> PerfettoReport.write(histories, out));
            default -> throw new IllegalStateException(name());
        }
    }
}
