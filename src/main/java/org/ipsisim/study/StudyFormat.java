package org.ipsisim.study;

import java.io.IOException;
import java.io.Writer;
import org.ipsisim.document.Csv;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Json;
import org.ipsisim.document.TextStyle;
import org.ipsisim.estate.Keyed;

/** What {@code --format} can be for a study of many runs: each format renders the one {@link StudyReport}. */
public enum StudyFormat implements Keyed {
    TEXT((report, out, style) -> DocumentText.write(report.document(), out, style)),
    JSON((report, out, style) -> Json.write(out, report::json)),
    CSV((report, out, style) -> Csv.write(report.rows(), out));

    private interface Renderer {
        void write(StudyReport report, Writer out, TextStyle style) throws IOException;
    }

    private final Renderer renderer;

    StudyFormat(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Writes a result; flushes the writer and leaves it open. Only text depends on the style. */
    public void write(StudyReport report, Writer out, TextStyle style) throws IOException {
        renderer.write(report, out, style);
    }
}
