package org.ipsisim.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsisim.document.TextPage;
import org.ipsisim.history.History;

/** A part of the text about a run, in the order of the report; it writes nothing where there is nothing to tell. */
public enum RunSection {
    /** What each port network did over time, drawn. */
    TIMELINE {
        @Override
        public void write(History history, TextPage page) throws IOException {
            List<TimelineRow> rows = new ArrayList<>();
            for (PnGroup group : PnGroup.of(history.portNetworks())) {
                rows.add(new TimelineRow("pn " + group.numbers(), group.timeline()));
            }
            page.heading("Timeline");
            new TimelineDrawing(rows, history.mainCluster(), history.duration()).write(page);
        }
    },
    /** What each port network went through, state by state. */
    STATES {
        @Override
        public void write(History history, TextPage page) throws IOException {
            new PnSection(history, PnGroup.of(history.portNetworks())).write(page);
        }
    },
    /** What became of the stable calls. */
    CALLS {
        @Override
        public void write(History history, TextPage page) throws IOException {
            new CallsSection(history, PnGroup.of(history.portNetworks())).write(page);
        }
    },
    /** What became of the random calls. */
    RANDOM_CALLS {
        @Override
        public void write(History history, TextPage page) throws IOException {
            new RandomCallsSection(history).write(page);
        }
    },
    /** The alarms of the servers. */
    ALARMS {
        @Override
        public void write(History history, TextPage page) throws IOException {
            new AlarmsSection(history).write(page);
        }
    },
    /** The priority lists. */
    LISTS {
        @Override
        public void write(History history, TextPage page) throws IOException {
            new ListsSection(history).write(page);
        }
    },
    /** What happened and why. */
    TRACE {
        @Override
        public void write(History history, TextPage page) throws IOException {
            new TraceSection(history).write(page);
        }
    };

    /** Writes the part with a heading of its own. */
    public abstract void write(History history, TextPage page) throws IOException;

    /** Its word in files, such as {@code random-calls}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
