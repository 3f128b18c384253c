package org.ipsisim.play;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.console.Screen;
import org.ipsisim.console.Screens;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationText;
import org.ipsisim.explain.Outlook;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Words;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.survivability.RunTooLarge;

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
            line.to(Math.max(26, line.width() + 1)).add(alarm.severity().word(), ink(alarm));
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
        for (Forks.Fork fork : session.forks().all()) {
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

    /** The colour of an alarm. */
    static Ink ink(Alarm alarm) {
        return switch (alarm.severity()) {
            case MAJOR -> Ink.VERMILION;
            case MINOR -> Ink.ORANGE;
            case WARNING -> Ink.YELLOW;
        };
    }

    /** The console screens of the server that is looked at. */
    private static List<Screen> screens(PlaybackState session) {
        return session.course().screens().at(session.now(), server(session));
    }

    private static String server(PlaybackState session) {
        List<String> servers = Screens.viewpoints(session.course().scenario().estate());
        return servers.get(session.sight().console().server() % servers.size());
    }

    /** A console screen of a server at the present moment. */
    static List<StyledLine> screen(PlaybackState session, Canvas canvas) {
        List<Screen> screens = screens(session);
        return screens.get(session.sight().console().screen() % screens.size()).lines().stream()
                .map(line -> canvas.line().add(line))
                .toList();
    }

    /** Which server's screen it is, its command, and how many screens there are. */
    static String titleOfScreen(PlaybackState session) {
        List<Screen> screens = screens(session);
        int index = session.sight().console().screen() % screens.size();
        return server(session) + "> " + screens.get(index).command() + "  (" + (index + 1) + " of " + screens.size()
                + "; Tab the next, v the next server)";
    }

    /** Why the selected port network is in its state; and, while time stands still, what comes next if nothing changes. */
    static List<StyledLine> explanation(PlaybackState session, Canvas canvas) {
        int number = session.course()
                .portNetworks()
                .get(session.sight().selected())
                .portNetwork()
                .number();
        Explanation explanation = Explanation.of(session.course().history(), number, session.now());
        StringWriter text = new StringWriter();
        try {
            ExplanationText.writeBriefly(explanation, outlook(session, explanation), text, canvas.style());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .lines()
                .map(line -> canvas.line().addPainted(line))
                .toList();
    }

    /** It takes a run of its own: too long while time goes on. */
    private static Optional<Outlook> outlook(PlaybackState session, Explanation explanation) {
        if (session.playing()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Outlook.of(explanation));
        } catch (RunTooLarge e) {
            return Optional.empty();
        }
    }
}
