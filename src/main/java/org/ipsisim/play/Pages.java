package org.ipsisim.play;

import java.util.ArrayList;
import java.util.List;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Words;
import org.ipsisim.report.SharedAlarm;

/** The pages beside the overview, each as long as it gets. */
final class Pages {
    /** More lines than anybody passes over. */
    private static final int MOST_LINES = 2000;

    /** Where the text of an alarm begins. */
    private static final int ABOUT = 44;

    private static final List<List<String>> KEYS = List.of(
            List.of("Time", ""),
            List.of("space", "plays, stops; at the end, plays again from the start"),
            List.of("n p", "to the next, the previous event; so do right and left"),
            List.of(". ,", "a second on, back;  > <  a minute;  } {  an hour;  Home End"),
            List.of("g", "goes to a time such as 8m12s, or by one: +30s, -2m"),
            List.of("+ - j", "faster, slower (x1 to x600); jump over quiet times"),
            List.of("What is shown", ""),
            List.of("up down", "another port network; Tab the next that is not in service"),
            List.of("z Z c", "a shorter, a longer stretch of the timelines; those alike on one line"),
            List.of("e s", "explains the selected one; console screens (Tab the next, v of the next server)"),
            List.of("l a f", "log, alarms, forks; PgUp and PgDn turn pages, Esc goes back"),
            List.of("Break something now: the run forks, what was before stays as it was", ""),
            List.of("b", "wan; wan 95s; flap wan down 20s up 5s times 12; degrade wan loss 30%"),
            List.of("r", "restores what has failed"),
            List.of("o", "forced-takeover 1 all; interchange; disable sc-10; busyout ipsi-1a"),
            List.of("t", "sets timers: no-service-timeout 2m"),
            List.of("x w", "makes the run longer; writes the scenario of this fork to a file"),
            List.of("Esc q", "leaves a line or a page; quits, as Ctrl-C does; Ctrl-Z stops until fg"),
            List.of("In timelines", ""),
            List.of(". w C", "contact lost, warm reset, cold reset"),
            List.of("N r X", "no service, restarting, down; a line is service, a number the core's"));

    private Pages() {}

    /** Everything that has happened. */
    static List<StyledLine> trace(PlaybackState session, Canvas canvas) {
        return new LatestRows(session, canvas).lines(MOST_LINES);
    }

    /** Every alarm that has been raised, and when it was cleared. */
    static List<StyledLine> alarms(PlaybackState session, Canvas canvas) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(canvas.line().add("  raised      cleared     severity object   about", Ink.FAINT));
        for (SharedAlarm shared : session.course().alarmsUntil(session.now())) {
            Alarm alarm = shared.alarm();
            boolean stands = PreparedRun.stands(alarm, session.now());
            String cleared =
                    stands ? "stands" : Words.duration(alarm.clearedAt().getAsLong());
            StyledLine line =
                    canvas.line().add("  " + Words.duration(alarm.at())).to(14).add(cleared);
            line.to(Math.max(26, line.width() + 1)).add(alarm.severity().word(), AlarmRows.ink(alarm));
            line.to(35).add(alarm.object()).to(ABOUT);
            String about = TerminalText.clean(shared.who() + ": " + alarm.text(), canvas.style());
            for (String part : TerminalText.wrap(about, canvas.columns() - ABOUT)) {
                lines.add(line.to(ABOUT).add(part));
                line = canvas.line();
            }
        }
        if (lines.size() == 1) {
            lines.set(0, canvas.line().add("  none has been raised", Ink.FAINT));
        }
        return lines;
    }

    /** The histories there are. */
    static List<StyledLine> forks(PlaybackState session, Canvas canvas) {
        List<StyledLine> lines = new ArrayList<>();
        for (Fork fork : session.forks().all()) {
            boolean isPointedAt = fork.number() == session.sight().fork();
            boolean isPlayed = fork.number() == session.forks().current();
            StyledLine line = canvas.line().add(isPointedAt ? "> " : "  ", Ink.BOLD);
            line.add(fork.number() + (isPlayed ? " *" : ""), isPlayed ? Ink.BOLD : Ink.PLAIN)
                    .to(8);
            String from =
                    fork.parent() == 0 ? "" : "from fork " + fork.parent() + " at " + Words.duration(fork.at()) + ": ";
            lines.add(line.addAtMost(from + fork.what(), canvas.columns() - line.width(), Ink.PLAIN));
        }
        lines.add(canvas.line());
        lines.add(canvas.line()
                .add("  * is played. A number, or up, down and Enter, plays another one; b makes one.", Ink.FAINT));
        return lines;
    }

    /** What the keys do. */
    static List<StyledLine> help(Canvas canvas) {
        List<StyledLine> lines = new ArrayList<>();
        for (List<String> key : KEYS) {
            if (key.get(1).isEmpty()) {
                lines.add(canvas.line().add(" " + key.get(0), Ink.BOLD));
                continue;
            }
            StyledLine line = canvas.line().add("  " + key.get(0), Ink.BOLD);
            for (String part : TerminalText.wrap(key.get(1), canvas.columns() - 12)) {
                lines.add(line.to(12).add(part));
                line = canvas.line();
            }
        }
        return lines;
    }
}
