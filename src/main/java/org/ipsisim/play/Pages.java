package org.ipsisim.play;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsisim.console.Screen;
import org.ipsisim.console.Screens;
import org.ipsisim.document.Document;
import org.ipsisim.document.DocumentText;
import org.ipsisim.document.Ink;
import org.ipsisim.document.TerminalText;
import org.ipsisim.explain.Explanation;
import org.ipsisim.explain.ExplanationDocument;
import org.ipsisim.explain.Outlook;
import org.ipsisim.explain.PhoneDocument;
import org.ipsisim.explain.PhoneExplanation;
import org.ipsisim.history.Alarm;
import org.ipsisim.history.Subject;
import org.ipsisim.history.TraceEntry;
import org.ipsisim.report.SharedAlarm;
import org.ipsisim.report.SubjectWords;
import org.ipsisim.survivability.RunTooLarge;

/** Draws the pages other than the overview, in full length. */
final class Pages extends Drawing {
    /** More lines than anybody scrolls through. */
    private static final int MOST_LINES = 2000;

    private static final int WHO = 15;
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

    Pages(PlaybackState session, Canvas canvas) {
        super(session, canvas);
    }

    private record Row(long at, String text, List<Subject> subjects) {}

    /** Everything that has happened. */
    List<StyledLine> trace() {
        return latest(MOST_LINES);
    }

    /**
     * The last lines of what has happened, at least one and at most {@code most}. Port networks share a line if the same
     * happened to them at the same time.
     */
    List<StyledLine> latest(int most) {
        List<StyledLine> lines = new ArrayList<>();
        List<Row> rows = rows(most);
        for (int i = rows.size() - 1; i >= 0; i--) {
            List<StyledLine> more = lines(rows.get(i));
            if (lines.size() + more.size() > most) {
                return lines.isEmpty() ? more.subList(0, most) : lines;
            }
            lines.addAll(0, more);
        }
        return lines;
    }

    /** The last rows in order of time, at most {@code most} and the rest of the first time. */
    private List<Row> rows(int most) {
        List<TraceEntry> told = run.toldUntil(now);
        List<Row> rows = new ArrayList<>();
        for (int i = told.size() - 1; i >= 0; i--) {
            TraceEntry entry = told.get(i);
            Row row = new Row(entry.at(), run.history().textOf(entry), new ArrayList<>(List.of(entry.subject())));
            Optional<Row> same = rows.stream()
                    .takeWhile(other -> other.at == row.at)
                    .filter(other -> other.text.equals(row.text))
                    .findFirst();
            if (same.isPresent()) {
                if (!same.get().subjects.contains(entry.subject())) {
                    same.get().subjects.add(0, entry.subject());
                }
            } else if (rows.size() >= most && rows.get(0).at > row.at) {
                break;
            } else {
                rows.add(0, row);
            }
        }
        return rows;
    }

    private List<StyledLine> lines(Row row) {
        String at = run.moments().exact(row.at);
        String who = SubjectWords.brief(row.subjects, run.history().names());
        int timeWidth = Math.max(10, run.moments().exact(now).length());
        int text = 2 + timeWidth + 2 + Math.max(WHO, who.length()) + 1;
        boolean isWide = text > canvas.columns() / 2;
        int indent = isWide ? 2 + timeWidth + 2 : text;
        boolean isNew = row.at == now;
        Ink ink = isNew ? Ink.BOLD : Ink.PLAIN;
        List<StyledLine> lines = new ArrayList<>();
        String words = isWide ? who + ": " + row.text : row.text;
        for (String part : TerminalText.wrap(TerminalText.clean(words, canvas.style()), canvas.columns() - indent)) {
            StyledLine line = canvas.line();
            if (lines.isEmpty()) {
                line.to(2 + timeWidth - at.length())
                        .add(at, isNew ? Ink.BOLD : Ink.FAINT)
                        .add("  ");
                line.add(isWide ? "" : who, ink);
            }
            lines.add(line.to(indent).add(part, ink));
        }
        return lines;
    }

    /** Every alarm that has been raised, and when it was cleared. */
    List<StyledLine> alarms() {
        List<StyledLine> lines = new ArrayList<>();
        int wider = Math.max(0, run.moments().exact(0).length() - 10);
        int about = ABOUT + 2 * wider;
        lines.add(canvas.line()
                .add("  raised", Ink.FAINT)
                .to(14 + wider)
                .add("cleared", Ink.FAINT)
                .to(26 + 2 * wider)
                .add("severity object   about", Ink.FAINT));
        for (SharedAlarm shared : run.alarmsUntil(now)) {
            Alarm alarm = shared.alarm();
            boolean isActive = PreparedRun.isActive(alarm, now);
            String cleared =
                    isActive ? "active" : run.moments().exact(alarm.clearedAt().getAsLong());
            StyledLine line = canvas.line()
                    .add("  " + run.moments().exact(alarm.at()))
                    .to(14 + wider)
                    .add(cleared);
            line.to(Math.max(26 + 2 * wider, line.width() + 1))
                    .add(alarm.severity().word(), ink(alarm));
            line.to(35 + 2 * wider).add(alarm.object()).to(about);
            String words = TerminalText.clean(shared.who() + ": " + alarm.text(), canvas.style());
            for (String part : TerminalText.wrap(words, canvas.columns() - about)) {
                lines.add(line.to(about).add(part));
                line = canvas.line();
            }
        }
        if (lines.size() == 1) {
            lines.set(0, canvas.line().add("  none has been raised", Ink.FAINT));
        }
        return lines;
    }

    /** The forks. */
    List<StyledLine> forks() {
        List<StyledLine> lines = new ArrayList<>();
        for (Forks.Fork fork : session.forks().all()) {
            boolean isPointedAt = fork.number() == session.view().fork();
            boolean isPlayed = fork.number() == session.forks().current();
            StyledLine line = canvas.line().add(isPointedAt ? "> " : "  ", Ink.BOLD);
            line.add(fork.number() + (isPlayed ? " *" : ""), isPlayed ? Ink.BOLD : Ink.PLAIN)
                    .to(8);
            String from = fork.parent() == 0
                    ? ""
                    : "from fork " + fork.parent() + " at " + run.moments().exact(fork.at()) + ": ";
            lines.add(line.addAtMost(from + fork.what(), canvas.columns() - line.width(), Ink.PLAIN));
        }
        lines.add(canvas.line());
        lines.add(canvas.line()
                .add("  * is playing. A number, or up, down and Enter, plays another; b makes one.", Ink.FAINT));
        return lines;
    }

    /** What the keys do. */
    List<StyledLine> help() {
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

    /** The console screens of the chosen server. */
    private List<Screen> screens() {
        return run.screens().at(now, server());
    }

    private String server() {
        List<String> servers = Screens.viewpoints(run.scenario().estate());
        return servers.get(session.view().console().server() % servers.size());
    }

    /** A console screen of a server at the present moment. */
    List<StyledLine> screen() {
        List<Screen> screens = screens();
        return screens.get(session.view().console().screen() % screens.size()).lines().stream()
                .map(line -> canvas.line().add(line))
                .toList();
    }

    /** Which server's screen it is, its command, and how many screens there are. */
    String titleOfScreen() {
        List<Screen> screens = screens();
        int index = session.view().console().screen() % screens.size();
        return server() + "> " + screens.get(index).command() + "  (" + (index + 1) + " of " + screens.size()
                + "; Tab: next screen, v: next server)";
    }

    /** Why the selected port network is in its state; and, while time stands still, what comes next if nothing changes. */
    List<StyledLine> explanation() {
        if (run.portNetworks().isEmpty()) {
            return lines(PhoneDocument.briefly(PhoneExplanation.of(
                    run.history(), PhoneExplanation.Worst.of(run.history()).population(), now)));
        }
        int number =
                run.portNetworks().get(session.view().selected()).portNetwork().number();
        Explanation explanation = Explanation.of(run.history(), number, now);
        return lines(ExplanationDocument.briefly(explanation, outlook(explanation)));
    }

    private List<StyledLine> lines(Document document) {
        StringWriter text = new StringWriter();
        try {
            DocumentText.write(document, text, canvas.style());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .lines()
                .map(line -> canvas.line().addPainted(line))
                .toList();
    }

    /** It takes another run, which is too slow while time goes on. */
    private Optional<Outlook> outlook(Explanation explanation) {
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
