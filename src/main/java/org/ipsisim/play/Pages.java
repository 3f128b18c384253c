package org.ipsisim.play;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.console.Screen;
import org.ipsisim.console.Screens;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationDocument;
import org.ipsisim.explain.Outlook;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Words;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.survivability.RunTooLarge;

/** Draws the pages other than the overview, in full length. */
final class Pages {
    /** More lines than anybody scrolls through. */
    private static final int MOST_LINES = 2000;

    /** Where the text of an alarm begins. */
    private static final int ABOUT = 44;

    private static final List<List<String>> KEYS = List.of(
            List.of("Time", ""),
            List.of("space", "play or pause; at the end, play again from the start"),
            List.of("n p", "go to the next or the previous event; so do right and left"),
            List.of(". ,", "a second forward or back;  > <  a minute;  } {  an hour;  Home End"),
            List.of("g", "go to a time such as 8m12s, or move by +30s or -2m"),
            List.of("+ - j", "faster, slower (x1 to x600); jump over quiet times"),
            List.of("View", ""),
            List.of("up down", "select another port network; Tab: the next one not in service"),
            List.of("z Z c", "zoom the timelines in or out; put port networks that are alike on one line"),
            List.of("e s", "explain the selected one; console screens (Tab: next screen, v: next server)"),
            List.of("l a f", "log, alarms, forks; PgUp and PgDn turn pages, Esc goes back"),
            List.of("Break something now: the run forks, and its past stays as it was", ""),
            List.of("b", "wan; wan 95s; flap wan down 20s up 5s times 12; degrade wan loss 30%"),
            List.of("r", "restore what has failed"),
            List.of("o", "forced-takeover 1 all; interchange; disable sc-10; busyout ipsi-1a"),
            List.of("t", "set timers: no-service-timeout 2m"),
            List.of("x w", "make the run longer; write the scenario of this fork to a file"),
            List.of("Esc q", "leave a prompt or a page; quit, as Ctrl-C does; Ctrl-Z suspends until fg"),
            List.of("In timelines", ""),
            List.of(". w C", "contact lost, warm reset, cold reset"),
            List.of("N r X", "no service, restarting, down; a line is service, a number is the core"));

    private Pages() {}

    /** Everything that has happened. */
    static List<StyledLine> trace(PlaybackState session, Canvas canvas) {
        return new LatestRows(session, canvas).lines(MOST_LINES);
    }

    /** Every alarm that has been raised, and when it was cleared. */
    static List<StyledLine> alarms(PlaybackState session, Canvas canvas) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(canvas.line().add("  raised      cleared     severity object   about", Ink.FAINT));
        for (SharedAlarm shared : session.run().alarmsUntil(session.now())) {
            Alarm alarm = shared.alarm();
            boolean isActive = PreparedRun.isActive(alarm, session.now());
            String cleared =
                    isActive ? "active" : Words.duration(alarm.clearedAt().getAsLong());
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

    /** The forks. */
    static List<StyledLine> forks(PlaybackState session, Canvas canvas) {
        List<StyledLine> lines = new ArrayList<>();
        for (Forks.Fork fork : session.forks().all()) {
            boolean isPointedAt = fork.number() == session.view().fork();
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
                .add("  * is playing. A number, or up, down and Enter, plays another; b makes one.", Ink.FAINT));
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

    /** The console screens of the chosen server. */
    private static List<Screen> screens(PlaybackState session) {
        return session.run().screens().at(session.now(), server(session));
    }

    private static String server(PlaybackState session) {
        List<String> servers = Screens.viewpoints(session.run().scenario().estate());
        return servers.get(session.view().console().server() % servers.size());
    }

    /** A console screen of a server at the present moment. */
    static List<StyledLine> screen(PlaybackState session, Canvas canvas) {
        List<Screen> screens = screens(session);
        return screens.get(session.view().console().screen() % screens.size()).lines().stream()
                .map(line -> canvas.line().add(line))
                .toList();
    }

    /** Which server's screen it is, its command, and how many screens there are. */
    static String titleOfScreen(PlaybackState session) {
        List<Screen> screens = screens(session);
        int index = session.view().console().screen() % screens.size();
        return server(session) + "> " + screens.get(index).command() + "  (" + (index + 1) + " of " + screens.size()
                + "; Tab: next screen, v: next server)";
    }

    /** Why the selected port network is in its state; and, while time stands still, what comes next if nothing changes. */
    static List<StyledLine> explanation(PlaybackState session, Canvas canvas) {
        int number = session.run()
                .portNetworks()
                .get(session.view().selected())
                .portNetwork()
                .number();
        Explanation explanation = Explanation.of(session.run().history(), number, session.now());
        StringWriter text = new StringWriter();
        try {
            DocumentText.write(
                    ExplanationDocument.briefly(explanation, outlook(session, explanation)), text, canvas.style());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .lines()
                .map(line -> canvas.line().addPainted(line))
                .toList();
    }

    /** It takes another run, which is too slow while time goes on. */
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
