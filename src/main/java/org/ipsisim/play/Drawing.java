package org.ipsisim.play;

import org.ipsisim.document.Ink;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.PnSpan;
import org.ipsisim.report.Mark;
import org.ipsisim.report.timeline.ClusterNames;

/** Something on the screen that is drawn from the state of a playback alone. */
abstract class Drawing {
    final PlaybackState session;
    final Canvas canvas;
    final PreparedRun run;
    final long now;

    Drawing(PlaybackState session, Canvas canvas) {
        this.session = session;
        this.canvas = canvas;
        this.run = session.run();
        this.now = session.now();
    }

    /** The name of a cluster in few letters. */
    final String name(int cluster) {
        return ClusterNames.of(run.history()).of(cluster);
    }

    /** How a span shows. */
    final Mark mark(PnSpan span) {
        return Mark.of(span, run.history().mainCluster());
    }

    /** The colour of an alarm. */
    static Ink ink(Alarm alarm) {
        return switch (alarm.severity()) {
            case MAJOR -> Ink.VERMILION;
            case MINOR -> Ink.ORANGE;
            case WARNING -> Ink.YELLOW;
        };
    }
}
